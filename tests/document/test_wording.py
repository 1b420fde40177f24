"""A sentence is said whole or not at all."""

from dataclasses import replace
from decimal import Decimal

import pytest

from roadmapper.document.tree import Link, Text, plain
from roadmapper.document.wording import Scope, fill, placeholder, say, say_plain, speaks_of_answers
from roadmapper.proposal.facts import Figure
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.model import Alternative, Condition, Wording
from tests.outlooks import outlook
from tests.tiny import kpis, tiny_facts, tiny_scope

ALL: dict[str, Value] = {
    "name": "Fern *Co.*",
    "story": "First **line**.\nSame paragraph.\n\nSecond.",
    "fee": "1536000",
    "share": "15",
    "start": "2027-05-14",
    "ready": True,
    "emr": "other",
    "structure": ("fixed", "gain share"),
    "weeks": ("6", "9", "14"),
    "days": "90",
    "floor": "1",
    **kpis({"measure": "Notes", "low": "3", "contact": "Ann"}, {"measure": "Visits"}),
    "four[trained].answer": "On visits.",
    "four[trained].proof": ("r2",),
}


def words(*sentences: str) -> Wording:
    """Return a wording of these sentences."""
    return (Alternative(sentences),)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("name", "Fern Co."),
        ("deal.name", "Fern Co."),
        ("story", "First line. Same paragraph."),
        ("fee", "$1,536,000"),
        ("fee.short", "$1.54M"),
        ("share", "15%"),
        ("start", "May 14, 2027"),
        ("ready", "yes"),
        ("emr", "another record"),
        ("structure", "fixed and gain share"),
        ("structure.count", "two"),
        ("weeks", "6 to 14 weeks"),
        ("weeks.likely", "9 weeks"),
        ("days", "90 days"),
        ("days.number", "90"),
        ("kpis.count", "two"),
        ("kpis.number", "2"),
        ("kpis.names", "Notes and Visits"),
        ("kpis.inside", "notes and visits"),
        ("four.names", "How was it trained?"),
        ("floor", ""),
        ("nobody", ""),
        ("low", ""),
        ("figures.deal.total", ""),
    ],
)
def test_a_placeholder_stands_for_its_answer(name: str, text: str) -> None:
    assert placeholder(name, tiny_scope(ALL)) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("measure", "Notes"),
        ("low", "3 points"),
        ("low.number", "3"),
        ("contact", ""),
        ("label", ""),
    ],
)
def test_inside_a_row_a_placeholder_is_a_column(name: str, text: str) -> None:
    assert placeholder(name, row_scope("kpis", "r1")) == text


def test_inside_a_given_row_there_is_its_label_and_what_it_links_to() -> None:
    scope = row_scope("four", "trained")

    assert placeholder("label", scope) == "How was it trained?"
    assert placeholder("proof", scope) == "Visits"


def row_scope(question: str, row: str) -> Scope:
    """Return where a wording is read once a row."""
    scope = tiny_scope(ALL)
    found = scope.facts.template.find(f"deal.{question}")
    assert found is not None
    return scope.inside(AnswerPath.parse(f"deal.{question}[{row}]"), found)


def test_a_sentence_without_its_answer_is_left_out() -> None:
    scope = tiny_scope({"fee": "100"})

    assert say_plain(words("It costs {fee}.", "It begins on {start}."), scope) == "It costs $100."
    assert say(words("It begins on {start}."), scope) == ()


def test_an_answer_of_spaces_says_nothing() -> None:
    assert say(words("For {name}."), tiny_scope({"name": "  \n"})) == ()


def test_a_sentence_begins_with_a_capital() -> None:
    assert say_plain(words("{emr} is used.", "and more."), tiny_scope(ALL)) == (
        "Another record is used. And more."
    )


@pytest.mark.parametrize(
    "sentence", ["We serve {name}.", "**We serve {name}**.", "We, {name}, ask."]
)
def test_two_full_stops_become_one(sentence: str) -> None:
    text = say_plain(words(sentence), tiny_scope(ALL))

    assert ".." not in text
    assert ".," not in text


def test_markup_of_the_template_is_read_and_that_of_an_answer_is_not() -> None:
    line = say(words("**{name}** [here](https://x.org)"), tiny_scope({"name": "A **b** [c](d)"}))

    assert line == (Text("A b [c](d)", bold=True), Text(" "), Link("here", "https://x.org"))


def test_the_first_alternative_that_holds_and_speaks_is_used() -> None:
    many = Condition("kpis", "at_least", 2)
    wording = (
        Alternative(("{kpis.count} measures from {start}",), (many,)),
        Alternative(("{kpis.count} measures",), (many,)),
        Alternative(("No measures yet",)),
    )
    two = kpis({"measure": "a"}, {"measure": "b"})

    assert say_plain(wording, tiny_scope(ALL)) == "Two measures from May 14, 2027"
    assert say_plain(wording, tiny_scope(two)) == "Two measures"
    assert say_plain(wording, tiny_scope({})) == "No measures yet"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (Condition("emr", "is", "other"), True),
        (Condition("emr", "is", "Epic"), False),
        (Condition("emr", "is_not", "Epic"), True),
        (Condition("deal.emr", "is", "other"), True),
        (Condition("ready", "is", True), True),
        (Condition("structure", "includes", "fixed"), True),
        (Condition("structure", "includes", "free"), False),
        (Condition("start", "answered", True), True),
        (Condition("start", "answered", False), False),
        (Condition("floor", "answered", True), False),
        (Condition("kpis", "count", 2), True),
        (Condition("kpis", "at_least", 3), False),
        (Condition("kpis", "at_most", 2), True),
        (Condition("four", "count", 1), True),
        (Condition("kpis", "has", "NOTE", "measure"), True),
        (Condition("kpis", "has", "Ann", "contact"), False),
    ],
)
def test_a_condition_asks_the_public_answers(condition: Condition, holds: bool) -> None:
    assert tiny_facts(ALL).holds(condition, "deal") is holds


def test_is_not_needs_an_answer() -> None:
    assert not tiny_facts({}).holds(Condition("emr", "is_not", "Epic"), "deal")


def test_rows_without_a_cell_do_not_count() -> None:
    facts = tiny_facts({"kpis": ("r1", "r2"), "kpis[r1].measure": "a"})

    assert facts.holds(Condition("kpis", "count", 1), "deal")


def test_an_amount_out_of_the_draws_is_rounded_wherever_it_is_named() -> None:
    figures = {one.name: one for one in outlook().values()}
    scope = Scope(replace(tiny_facts(ALL), figures=figures), "deal")
    typed = Text("{figures.outlook.case.expected.net.short} in {figures.outlook.ahead} of runs")

    assert placeholder("figures.outlook.net.mean.short", scope) == "$0.47M"
    assert plain(fill((typed,), scope)) == "$0.47M in 64% of runs"


def test_a_figure_is_named_with_its_section() -> None:
    figure = Figure("deal.total", Decimal(1500000), "USD", "fee", ())
    scope = Scope(tiny_facts({}, figures={"deal.total": figure}), "deal")

    assert placeholder("figures.deal.total.short", scope) == "$1.50M"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("We serve {name}.", "We serve Fern Co."),
        ("It costs {deal.fee.short}.", "It costs $1.54M."),
        ("{nobody} {floor} {} {A} {a b}", "{nobody} {floor} {} {A} {a b}"),
        ("{start", "{start"),
    ],
)
def test_typed_braces_are_filled_or_stand(typed: str, read: str) -> None:
    assert plain(fill((Text(typed),), tiny_scope(ALL))) == read


def test_answers_that_quote_each_other_come_to_an_end() -> None:
    scope = tiny_scope({"name": "{story}", "story": "{name} {name}"})

    assert "{" in placeholder("name", scope)


@pytest.mark.parametrize(
    ("wording", "rests"),
    [
        (words("Always."), False),
        (words("It costs {fee}."), True),
        (words("Always.", "It begins on {start}."), False),
        ((Alternative(("Yes.",), (Condition("fee", "answered", True),)),), True),
        ((Alternative(("No.",), (Condition("start", "answered", False),)),), False),
        ((Alternative(("No.",), (Condition("kpis", "at_most", 3),)),), False),
    ],
)
def test_what_rests_on_an_answer_is_known(wording: Wording, rests: bool) -> None:
    assert speaks_of_answers(wording, tiny_scope({"fee": "100"})) is rests
