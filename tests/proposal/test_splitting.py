"""Numbers typed with their unit are parted when the template asks for the two apart."""

from pathlib import Path

import pytest

from roadmapper.checks.run import check
from roadmapper.document.tables import rows_table
from roadmapper.document.tree import plain
from roadmapper.document.wording import Scope
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from tests.composed import template
from tests.proposals import Clock, small_template

_K1 = "pricing.kpis[k1]."


def _kept(**cells: str) -> dict[str, Value]:
    return {"pricing.kpis": ("k1",), **{_K1 + name: value for name, value in cells.items()}}


def _read(**cells: str) -> dict[str, Value]:
    kept = Answers(_kept(**cells))
    found = kept.changed(renamed(template(), kept))
    return {path.removeprefix(_K1): found[path] for path in found if path.startswith(_K1)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            {"baseline": "58 minutes", "target": "48 Minutes", "threshold": "54"},
            {"baseline": "58", "target": "48", "threshold": "54", "unit": "minutes"},
        ),
        ({"target": "72%"}, {"target": "72", "unit": "%"}),
        ({"target": "1,200 calls"}, {"target": "1200", "unit": "calls"}),
    ],
)
def test_a_number_and_its_unit_are_parted(old: dict[str, str], new: dict[str, str]) -> None:
    assert _read(**old) == new


@pytest.mark.parametrize(
    "old",
    [
        {"target": "2.0% or less"},
        {"target": "2 h 30 min"},
        {"target": "48 minutes", "threshold": "3 h"},
        {"target": "48 minutes", "unit": "min"},
        {"target": "about 48"},
        {"target": "48"},
    ],
)
def test_what_says_more_or_agrees_with_no_unit_stays_as_typed(old: dict[str, str]) -> None:
    assert _read(**old) == old


def test_words_beside_a_number_are_kept_found_and_printed_as_typed() -> None:
    words = "58 minutes, July 2026"
    kept = Answers(_kept(measure="Notes", baseline=words, target="48 minutes"))
    read = kept.changed(renamed(template(), kept))
    scope = Scope(gather(template(), read), "pricing")
    asked = template().find("pricing.kpis")
    assert asked is not None

    assert read.text(f"{_K1}baseline") == words
    found = [one.message for one in check(template(), read) if one.path == f"{_K1}baseline"]
    assert found == ['"Today": Enter a number, such as 1200 or 1.2m.']
    table = rows_table(asked, AnswerPath.parse("pricing.kpis"), (), scope)
    assert table is not None
    assert [" ".join(map(plain, cell.paragraphs)) for cell in table.rows[0].cells] == [
        "Notes", "minutes", words, "48 minutes"
    ]  # fmt: skip


def test_an_old_file_is_read_anew_as_one_step_that_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "old.roadmap"
    kept = Answers(_kept(measure="Notes", target="48 minutes"))
    ProposalFile.create(path, "partnership", "1", clock=Clock(), answers=kept)

    with ProposalFile.open(path) as file:
        session = Session(template(), file.answers, file, log=file.log, clock=Clock())
        session.follow_template()
        assert session.answers.text(f"{_K1}target") == "48"
        assert session.answers.text(f"{_K1}unit") == "minutes"
        session.undo()
        assert session.answers.text(f"{_K1}target") == "48 minutes"


def test_a_template_without_such_columns_changes_nothing() -> None:
    assert renamed(small_template(), Answers({"deal.name": "48 minutes"})) == ()
