"""A finding set aside keeps its reason until the answer it was given for changes."""

import pytest

from roadmapper.proposal.aside import parted, reason_of, set_aside
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.session import Session
from tests.proposals import session_of

LONG = Finding("long", Severity.SHOULD_FIX, "deal.name", "It has 300 characters.")
REASON = "Their counsel wants it so"


@pytest.fixture
def session() -> Session:
    session = session_of()
    session.set("deal.name", "Fern")
    session.change(set_aside(session.answers, LONG, REASON), "Set a finding aside")
    return session


def test_a_finding_set_aside_is_apart_from_those_that_are_open(session: Session) -> None:
    other = Finding("value", Severity.SHOULD_FIX, "deal.fee", "Enter 1 or more.")

    assert parted(session.answers, (LONG, other)) == ((other,), {LONG: REASON})


def test_its_reason_falls_when_the_answer_changes_and_returns_with_undo(session: Session) -> None:
    session.set("deal.name", "Fernhollow")
    assert reason_of(session.answers, LONG) == ""

    session.undo()
    assert reason_of(session.answers, LONG) == REASON

    session.undo()
    assert reason_of(session.answers, LONG) == ""


def test_its_reason_falls_when_the_other_place_of_a_contradiction_changes(session: Session) -> None:
    again = Finding("long", Severity.SHOULD_FIX, "deal.name", "It has 400 characters.")

    assert reason_of(session.answers, again) == ""


def test_what_must_be_fixed_is_never_set_aside(session: Session) -> None:
    red = Finding("long", Severity.MUST_FIX, LONG.path, LONG.message)
    session.change(set_aside(session.answers, red, REASON), "Set a finding aside")

    assert reason_of(session.answers, red) == ""


def test_a_reason_that_was_kept_before_answers_were_summed_still_holds(session: Session) -> None:
    session.change({"_waivers.deal.name": (f"long: {REASON}",)}, "As it was kept before")

    assert reason_of(session.answers, LONG) == REASON


def test_a_second_reason_takes_the_place_of_the_first(session: Session) -> None:
    session.change(set_aside(session.answers, LONG, "It is their name"), "Set a finding aside")
    assert reason_of(session.answers, LONG) == "It is their name"

    session.change(set_aside(session.answers, LONG, ""), "Bring back a finding")
    assert parted(session.answers, (LONG,)) == ((LONG,), {})
