"""Lists of what others ask of a card: what they name is there, and nothing is judged."""

from dataclasses import replace
from pathlib import Path

import pytest

from roadmapper import model_cards, paths
from roadmapper.card_lists import gaps_in_list
from roadmapper.cards.card import Card, Row
from roadmapper.cards.coverage import Answered, answered, load_lists
from roadmapper.cards.unknown import unknown_text
from roadmapper.errors import TemplateError
from roadmapper.proposal.checklist import Item
from tests.cards.small import FIELDS

LISTS = {one.name: one for one in model_cards.lists()}
SIZES = {
    "eu-article-13": 12,
    "fda-draft": 39,
    "haip": 35,
    "hti1-evidence": 13,
    "hti1-predictive": 31,
    "joint-commission": 7,
    "questions": 51,
}
EXTERNAL = Row({"data_role": "external", "metric": "AUROC", "value": "0.87"})


def test_every_list_is_there_with_all_its_items() -> None:
    assert {name: len(one.items) for name, one in LISTS.items()} == SIZES


@pytest.mark.parametrize("name", LISTS)
def test_what_a_list_names_is_asked_by_the_template(name: str) -> None:
    for item in LISTS[name].items:
        assert item.fields
        for field in (FIELDS[name] for name in item.fields):
            assert not item.row or item.row in field.given
            assert not item.column or item.column in field.columns
            for key, value in item.where.items():
                assert value in field.columns[key].options


def test_eleven_of_the_predictive_attributes_may_be_shown_as_not_available() -> None:
    assert sum(item.may_be_open for item in LISTS["hti1-predictive"].items) == 11


def test_no_list_and_no_word_of_ours_says_that_a_card_is_compliant() -> None:
    packs = paths.templates() / "packs"
    files = [path for name in ("cards", "lists") for path in (packs / name).glob("*.toml")]
    assert files
    for path in files:
        assert "complian" not in path.read_text(encoding="utf-8").lower()
    assert not [one for one in Answered if "complian" in one]


@pytest.mark.parametrize(
    ("item", "how"),
    [
        (Item("1", "", ("summary",)), Answered.WHOLE),
        (Item("1", "", ("summary", "known_risks")), Answered.PART),
        (Item("1", "", ("known_risks",)), Answered.OPEN),
        (Item("1", "", ("reimbursement",)), Answered.OPEN),
        (Item("1", "", ("known_risks",), may_be_open=True), Answered.MAY_BE_OPEN),
        (Item("1", "", ("performance_metrics",)), Answered.WHOLE),
        (Item("1", "", ("performance_metrics",), {"data_role": "external"}), Answered.WHOLE),
        (Item("1", "", ("performance_metrics",), {"data_role": "local"}), Answered.OPEN),
        (Item("1", "", ("performance_metrics",), column="n"), Answered.OPEN),
        (Item("1", "", ("sensitive_inputs",), row="race"), Answered.WHOLE),
        (Item("1", "", ("sensitive_inputs",), row="sex"), Answered.OPEN),
    ],
)
def test_an_item_is_answered_by_all_its_questions(item: Item, how: Answered) -> None:
    race = Row({"used_as_input": "no"}, "race")
    card = Card(
        {"summary": "Finds sepsis.", "reimbursement": "N/A"},
        {"performance_metrics": (EXTERNAL,), "sensitive_inputs": (race,)},
    )

    assert answered(card, item) is how


@pytest.mark.parametrize(
    ("item", "how"),
    [
        (Item("1", "", ("known_risks",)), Answered.UNKNOWN),
        (Item("1", "", ("known_risks",), may_be_open=True), Answered.WHOLE),
        (Item("1", "", ("known_risks", "summary")), Answered.PART),
        (Item("1", "", ("known_risks", "intended_use")), Answered.UNKNOWN),
        (Item("1", "", ("known_risks", "intended_use"), may_be_open=True), Answered.UNKNOWN),
        (Item("1", "", ("fairness_metrics",)), Answered.UNKNOWN),
        (Item("1", "", ("fairness_metrics",), {"data_role": "local"}), Answered.UNKNOWN),
        (Item("1", "", ("fairness_metrics",), column="n", may_be_open=True), Answered.WHOLE),
    ],
)
def test_a_reason_with_a_plan_counts_where_a_list_lets_it(item: Item, how: Answered) -> None:
    said = unknown_text("we did not measure it", "measure it in the pilot")
    card = Card(
        {"summary": "Finds sepsis.", "known_risks": said},
        {"fairness_metrics": (Row({"group": said}),)},
    )

    assert answered(card, item) is how


def test_another_list_is_a_file_and_its_mistakes_are_named(tmp_path: Path) -> None:
    head = 'title = "T"\nas_of = 2027-01-15\nstatus = "S"\n'
    (tmp_path / "ours.toml").write_text(
        f'{head}[[item]]\nid = "1"\ntext = "Why?"\nfields = ["summary"]\n'
    )
    (one,) = load_lists(tmp_path)
    (tmp_path / "ours.toml").write_text(f'{head}[[item]]\nid = "1"\nfields = ["summary"]\n')

    assert one.items == (Item("1", "Why?", ("summary",)),)
    with pytest.raises(TemplateError, match=r"packs/lists/ours.toml: .*'text'"):
        load_lists(tmp_path)


@pytest.mark.parametrize("name", LISTS)
def test_an_item_more_in_a_list_changes_what_is_covered_and_no_code(
    name: str, tmp_path: Path
) -> None:
    shipped = paths.templates() / "packs" / "lists" / f"{name}.toml"
    more = '\n[[item]]\nid = "new"\ntext = "Is there a summary?"\nfields = ["summary"]\n'
    copy = tmp_path / shipped.name
    copy.write_text(shipped.read_text(encoding="utf-8") + more, encoding="utf-8")
    with_summary, without = Card({"summary": "Finds sepsis."}), Card()

    (ours,) = load_lists(tmp_path)

    assert len(ours.items) == SIZES[name] + 1
    assert answered(with_summary, ours.items[-1]) is Answered.WHOLE
    assert answered(without, ours.items[-1]) is Answered.OPEN
    gaps = gaps_in_list(without, replace(ours, asked_of=("",)), FIELDS)
    assert ("summary", FIELDS["summary"].label) in gaps
