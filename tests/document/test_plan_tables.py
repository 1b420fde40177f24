"""The plan in the annex: limits with their basis, defaults marked, and what chance would do."""

from collections.abc import Mapping

import pytest

from roadmapper.document.tree import Table, Text, plain
from roadmapper.template.kinds import Value
from tests.composed import document_of, sample

CARD = "transparency.models[m1]"


def _table(name: str, changes: Mapping[str, Value]) -> Table:
    document = document_of({**sample("larkmere"), **changes})
    (annex,) = (one for one in document.chapters if one.key == "cards")
    (table,) = (
        one for one in annex.blocks if isinstance(one, Table) and one.key == f"plan-m1-{name}"
    )
    return table


def _row(table: Table) -> dict[str, str]:
    """Return the first row, by the titles of the columns."""
    cells = zip(table.columns, table.rows[0].cells, strict=True)
    return {column.title: "\n".join(map(plain, cell.paragraphs)) for column, cell in cells}


def test_a_signal_stands_with_its_limits_their_basis_and_who_watches() -> None:
    row = _row(_table("monitoring_plan", {}))

    assert row["Signal"].startswith("Input drift (PSI, ten bins)\n")
    assert (row["Look into it"], row["Act"]) == ("above 0.10", "above 0.25")
    assert row["Checked"] == "Weekly\nover 1 week\nfrom n\u00a0=\u00a0500"
    assert row["Who watches"] == "Data science lead"
    assert row["Limits from"].startswith("Custom of credit scoring\nReviewed by us\nWith 500 cases")


def test_beside_the_limit_of_a_stability_index_stands_what_so_few_cases_say() -> None:
    first = sample("larkmere").rows(f"{CARD}.monitoring_plan")[0]
    row = _row(_table("monitoring_plan", {f"{CARD}.monitoring_plan[{first}].minimum_n": "200"}))

    assert "0.10 is crossed by chance in 35 of 100 checks; use 0.22" in row["Limits from"]


@pytest.mark.parametrize("name", ["monitoring_plan", "trigger_playbook"])
def test_a_default_is_marked_in_bold(name: str) -> None:
    first = sample("larkmere").rows(f"{CARD}.{name}")[0]
    table = _table(name, {f"{CARD}.{name}[{first}].standing": "default"})

    marks = [part for cell in table.rows[0].cells for line in cell.paragraphs for part in line]
    assert Text("Default, not reviewed", bold=True) in marks


def test_an_act_stands_with_its_clock_and_the_test_at_the_client_with_its_pass_mark() -> None:
    assert list(_row(_table("trigger_playbook", {}))) == [
        "Trigger",
        "First step",
        "Who acts",
        "Within",
        "Report or correction",
        "Who is told",
        "Closed when",
    ]
    row = _row(_table("local_validation_plan", {}))
    assert row["Phase"] == "On past data\nScheduled"
    assert row["Pass mark"].startswith("Lower end of the interval")
