"""Their own questions: kept once, led to an answer, told as answered or not yet; suggestions."""

import pytest

from roadmapper.checks.asked import questions_without_answer
from roadmapper.criteria import suggester
from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import new_row_ids
from roadmapper.proposal.their_questions import (
    PATH,
    added,
    cell,
    check_place,
    place_label,
    their_questions,
)
from roadmapper.template.kinds import Value
from tests.composed import SAMPLES, sample, template

_ASKED: dict[str, Value] = {PATH: ("q",), cell("q", "question"): "Do you sign our BAA?"}
SUGGESTER = suggester(template())


def test_questions_are_added_once_however_they_are_written() -> None:
    values, known = added(
        Answers(_ASKED), ("do you sign our baa", "Where is data kept?"), new_row_ids({"q"})
    )

    assert known == 1
    _, new = (row for row in Answers(values).rows(PATH))
    assert values[cell(new, "question")] == "Where is data kept?"
    assert added(Answers(_ASKED), ("Do you sign our BAA?",), new_row_ids({"q"})) == ({}, 1)


@pytest.mark.parametrize(
    ("where", "label", "is_answered"),
    [
        ("", "", False),
        ("security.baa", "Security: Business associate agreement", True),
        ("security.pentest", "Security: Penetration tests", False),
        ("security", "Security", True),
        ("value", "Value", False),
        ("security.nothing", "", False),
        ("not an address", "", False),
    ],
)
def test_a_question_is_answered_when_its_place_is(
    where: str, label: str, is_answered: bool
) -> None:
    told = {**_ASKED, cell("q", "where"): where, "security.baa": "signed"}

    (one,) = their_questions(template(), Answers(told))

    assert (one.label, one.is_answered) == (label, is_answered)


def test_a_place_that_is_not_there_or_never_printed_is_refused() -> None:
    check_place(template(), "security.baa")
    check_place(template(), "security")
    with pytest.raises(AddressError, match="There is no answer or step"):
        check_place(template(), "security.nothing")
    with pytest.raises(AddressError, match="stays in the file"):
        check_place(template(), "review.approval")


def test_a_question_with_neither_an_answer_nor_a_day_is_found() -> None:
    (found,) = questions_without_answer(template(), Answers(_ASKED))
    dated = {**_ASKED, cell("q", "by"): "2027-05-03"}
    answered = {**_ASKED, cell("q", "where"): "security.baa", "security.baa": "signed"}

    assert found.message.startswith("One of their own questions has neither an answer")
    assert not list(questions_without_answer(template(), Answers(dated)))
    assert not list(questions_without_answer(template(), Answers(answered)))


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Will you sign our BAA?", "security.baa"),
        ("What is your recovery time objective (RTO)?", "continuity.targets"),
        ("Do you use our data to train your models?", "security.data_rights"),
        ("Which SOC 2 or HITRUST certification do you hold?", "security.attestations"),
        ("How many hours of our IT staff do you need?", "deploy.customer_effort"),
        ("Who owns the intellectual property of what we build?", "roadmap.ip"),
        ("How do you train nurses and physicians?", "workforce.training"),
        ("What is the total cost of ownership?", "value.costs"),
        ("How do you monitor model drift?", "transparency.models"),
        ("Can we turn off the AI at any time?", "transparency.kill_switch"),
        ("Is there peer reviewed evidence?", "solution.evidence"),
        ("Lunch?", ""),
        ("?!", ""),
        ("", ""),
    ],
)
def test_the_answer_with_the_same_words_is_suggested(question: str, place: str) -> None:
    assert SUGGESTER.suggest(question) == place


def test_the_words_of_others_lead_only_to_what_is_asked_and_printed() -> None:
    for path in SUGGESTER.also:
        check_place(template(), path)
        assert place_label(template(), path)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_question_of_a_sample_is_answered(name: str) -> None:
    told = their_questions(template(), sample(name))

    assert len(told) > 5
    assert all(one.is_answered for one in told)
