"""A proposal that begins from an earlier one keeps ours and clears what is the customer's."""

from dataclasses import replace

import pytest

from roadmapper.checks.levels import HIGHEST
from roadmapper.criteria import scorecard
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.earlier import begin_from
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question, Section, Template
from tests import composed
from tests.proposals import small_template


def _line(name: str, *, customer: bool = False) -> Question:
    return Question(name, Kind.LINE, name, customer=customer)


def _template() -> Template:
    people = Question("people", Kind.ROWS, "People", customer=True, columns=(_line("who"),))
    link = Question("proof", Kind.LINK, "Proof", link="ours.proofs")
    owner = Question("owner", Kind.LINK, "Owner", link="ours.people")
    proofs = Question("proofs", Kind.ROWS, "Proofs", columns=(_line("claim"),))
    steps = Question(
        "steps", Kind.ROWS, "Steps", columns=(_line("what"), _line("when", customer=True))
    )
    questions = (
        _line("system", customer=True),
        _line("story"),
        _line("line"),
        people,
        proofs,
        link,
        owner,
        steps,
    )
    section = Section("ours", "Ours", "Ours", "understand", "", (), questions, ())
    return replace(small_template(), sections=(section,), cover={"customer": "ours.system"})


ANSWERS = Answers(
    {
        "ours.system": "Fernhollow Health",
        "ours.story": "We listen.",
        "ours.people": ("p1",),
        "ours.people[p1].who": "Dana",
        "ours.proofs": ("e1",),
        "ours.proofs[e1].claim": "It helps.",
        "ours.proof": ("e1",),
        "ours.owner": ("p1",),
        "ours.steps": ("s1",),
        "ours.steps[s1].what": "Begin",
        "ours.steps[s1].when": "May",
        "ours.gone": "Kept answer",
        "_evidence.ours.story": ("e1", "e9"),
        "_evidence.ours.system": ("e1",),
        "_notes.ours.story": "Ask Kim",
        "_state.ours.status": "done",
    }
)


def test_ours_is_kept_and_the_customers_is_cleared_and_both_are_told() -> None:
    begun = begin_from(_template(), ANSWERS)

    assert dict(begun.answers) == {
        "ours.story": "We listen.",
        "ours.proofs": ("e1",),
        "ours.proofs[e1].claim": "It helps.",
        "ours.proof": ("e1",),
        "ours.steps": ("s1",),
        "ours.steps[s1].what": "Begin",
        "_evidence.ours.story": ("e1",),
    }
    assert begun.kept == ("ours.story", "ours.proofs", "ours.proof", "ours.steps")
    assert begun.cleared == (
        "ours.system",
        "ours.people",
        "ours.owner",
        "ours.steps",
        "ours.gone",
    )
    assert begun.naming == ()


@pytest.mark.parametrize(
    ("customer", "text", "stays"),
    [
        ("Fernhollow Health", "At FERNHOLLOW HEALTH we listen.", False),
        ("Fernhollow Health", "Fernhollow asked for it.", False),
        ("Fernhollow Health", "The health of many", True),
        ("Fernhollow Health", "Fernhollows", True),
        ("University Hospital", "Every university asks.", True),
        ("University Hospital", "At University Hospital", False),
        ("St. Elm (East)", "At St. Elm (East)", False),
        ("", "Anything", True),
    ],
)
def test_an_answer_that_names_the_earlier_customer_is_cleared(
    customer: str, text: str, stays: bool
) -> None:
    answers = Answers({"ours.system": customer or None, "ours.story": text, "ours.line": "Ours"})
    begun = begin_from(_template(), answers)

    assert begun.answers.text("ours.line") == "Ours"
    assert ("ours.story" in begun.answers) is stays
    assert begun.naming == (() if stays else ("ours.story",))


@pytest.mark.parametrize(
    "column",
    [
        "training_demographics[r1].reference_population_percent",
        "training_demographics[r1].reference_source",
    ],
)
def test_what_a_card_says_of_those_it_serves_is_not_taken_to_others(column: str) -> None:
    earlier = composed.sample("fernhollow")
    path = f"transparency.models[m1].{column}"
    begun = begin_from(composed.template(), earlier)

    assert path in earlier
    assert path not in begun.answers
    assert "transparency.models[m1].training_demographics[r1].percent" in begun.answers


def test_nothing_is_agreed_with_a_new_customer() -> None:
    begun = begin_from(composed.template(), composed.sample("fernhollow"))
    told = scorecard(begun.answers, ()).levels

    assert [one.id for one in told if one.level == HIGHEST] == []
