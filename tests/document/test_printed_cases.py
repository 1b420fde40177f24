"""Cases that a person does not want to print stand in no table and no chart."""

from dataclasses import replace
from decimal import Decimal

import pytest

from roadmapper import paths
from roadmapper.document.deal_blocks import scenarios, who_bears
from roadmapper.document.tree import Chart, Table
from roadmapper.document.wording import Scope
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts
from roadmapper.template.load import load_template
from roadmapper.template.model import BlockRule
from tests.ui.pricing_hands import outlook_figures

RULE = BlockRule("function")


@pytest.fixture(scope="module")
def facts() -> Facts:
    """Return facts with the outlook of a deal."""
    template = load_template(paths.templates() / "partnership")
    made = {one.name: one for one in outlook_figures(Decimal(600_000), Decimal(35))}
    return Facts(template, Answers(), made, {})


def test_all_three_cases_are_printed_at_first(facts: Facts) -> None:
    (table,) = scenarios(RULE, Scope(facts, "pricing"))
    (chart,) = who_bears(RULE, Scope(facts, "pricing"))

    assert isinstance(table, Table)
    assert table.caption == "Three cases, and everything low at once"
    assert isinstance(chart, Chart)
    assert chart.categories == ("Cautious", "Expected", "Strong")


def test_a_case_that_is_switched_off_is_in_neither_table_nor_chart(facts: Facts) -> None:
    less = replace(facts, cases=("cautious", "expected"))
    (table,) = scenarios(RULE, Scope(less, "pricing"))
    (chart,) = who_bears(RULE, Scope(less, "pricing"))

    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == [
        "Over the term",
        "Cautious",
        "Expected",
        "All low",
    ]
    assert isinstance(chart, Chart)
    assert chart.categories == ("Cautious", "Expected")
    assert chart.alt.startswith("Two cases over the term.")


def test_without_any_case_there_is_neither(facts: Facts) -> None:
    none = replace(facts, cases=())

    assert list(scenarios(RULE, Scope(none, "pricing"))) == []
    assert list(who_bears(RULE, Scope(none, "pricing"))) == []
