"""What is kept about answers: undone like them, and never in a document."""

import pytest

from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.answers_file import from_tables, parse_tables
from roadmapper.proposal.answers_text import write_answers
from roadmapper.proposal.facts import public_answers
from roadmapper.proposal.notes import (
    STATUS,
    evidence_at,
    note_at,
    review_at,
    status_at,
    waived,
    waiver,
)
from roadmapper.proposal.session import Session
from tests.proposals import session_of, small_template


def _noted() -> Session:
    session = session_of()
    session.set("deal.name", "Fern")
    session.set(note_at("deal.name"), "Ask Kim")
    session.set(evidence_at("deal.name"), ("e1", "e2"))
    session.set(review_at("deal.name"), "approved")
    session.set(status_at("deal"), "done")
    session.set(STATUS, "delivered")
    session.change(waived(session.answers, "required", "deal.fee", "Known by May"), "Waive")
    session.change(waived(session.answers, "left-out", "deal", "Not needed"), "Waive")
    return session


def test_nothing_that_is_kept_about_answers_reaches_a_document() -> None:
    session = _noted()

    assert len(session.answers) == 8
    assert dict(public_answers(small_template(), session.answers)) == {"deal.name": "Fern"}


def test_each_is_a_step_that_can_be_taken_back() -> None:
    session = _noted()
    whole = session.answers
    for _ in range(7):
        session.undo()
    assert dict(session.answers) == {"deal.name": "Fern"}
    while session.redo():
        pass

    assert session.answers == whole


def test_a_waiver_is_for_one_check_of_one_answer_and_has_a_reason() -> None:
    session = _noted()
    session.change(waived(session.answers, "value", "deal.fee", "Their own words"), "Waive")

    assert waiver(session.answers, "required", "deal.fee") == "Known by May"
    assert waiver(session.answers, "value", "deal.fee") == "Their own words"
    assert waiver(session.answers, "left-out", "deal") == "Not needed"
    assert waiver(session.answers, "required", "deal.name") == ""
    session.change(waived(session.answers, "required", "deal.fee", ""), "Ask again")
    assert waiver(session.answers, "required", "deal.fee") == ""
    assert waiver(session.answers, "value", "deal.fee") == "Their own words"


def test_all_of_it_can_be_written_as_an_answers_file_and_read_again() -> None:
    answers = _noted().answers

    tables = parse_tables(write_answers(answers), "a.toml")
    assert Answers(from_tables(tables, small_template(), "a.toml")) == answers


@pytest.mark.parametrize(
    "path",
    [
        "_waivers.nowhere.section",
        "_waivers.deal.nothing",
        "_reviews.deal.section",
        "_reviews.nowhere.status",
        "_state.deal.models[r1].nothing",
        "_notes.proposal.status",
    ],
)
def test_nothing_is_kept_about_what_is_not_asked(path: str) -> None:
    with pytest.raises(AddressError):
        session_of().set(path, ("x",) if "waivers" in path else "x")
