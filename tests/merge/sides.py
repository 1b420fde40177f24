"""Two people who work apart on the same beginning, on a template with coupled questions."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.session import Session
from roadmapper.template.model import Template
from tests.proposals import Clock, Journal, small_template

Step = Callable[[Session], Any]

_TEXTS = st.sampled_from(["", "Fern", "Lark", "Moss", "Two\n\nparagraphs"])
_PLACES = st.integers(0, 4)


def coupled_template() -> Template:
    """Return the small template, whose fee and start belong together."""
    small = small_template()
    section = replace(small.sections[0], together=(("fee", "start"),))
    return replace(small, sections=(section,))


def session_over(answers: Answers) -> Session:
    """Return a session over answers, which keeps nothing."""
    return Session(coupled_template(), answers, Journal(), clock=Clock())


def after(answers: Answers, steps: list[Step]) -> Answers:
    """Return the answers after somebody did these steps."""
    session = session_over(answers)
    for step in steps:
        step(session)
    return session.answers


def _edit(name: str, text: str) -> Step:
    return lambda session: session.set(f"deal.{name}", text)


def _add(text: str, place: int) -> Step:
    return lambda session: session.add_row("deal.models", {"name": text}, place)


def _in_row(which: int, act: Callable[[Session, str], Any]) -> Step:
    def step(session: Session) -> None:
        rows = session.rows("deal.models")
        if rows:
            act(session, rows[which % len(rows)])

    return step


def _set_cell(which: int, text: str) -> Step:
    return _in_row(which, lambda session, row: session.set(f"deal.models[{row}].name", text))


def _add_inner(which: int, text: str) -> Step:
    return _in_row(
        which, lambda session, row: session.add_row(f"deal.models[{row}].inputs", {"name": text})
    )


def _note(which: int, text: str) -> Step:
    return _in_row(which, lambda session, row: session.set(f"_notes.deal.models[{row}]", text))


def _remove(which: int) -> Step:
    return _in_row(which, lambda session, row: session.remove_row("deal.models", row))


def _move(which: int, place: int) -> Step:
    return _in_row(which, lambda session, row: session.move_row("deal.models", row, place))


def _fixed(text: str) -> Step:
    return lambda session: session.set("deal.four[trained].answer", text)


STEPS = st.one_of(
    st.builds(_edit, st.sampled_from(["name", "story", "fee", "start"]), _TEXTS),
    st.builds(_add, _TEXTS, _PLACES),
    st.builds(_set_cell, _PLACES, _TEXTS),
    st.builds(_add_inner, _PLACES, _TEXTS),
    st.builds(_note, _PLACES, _TEXTS),
    st.builds(_remove, _PLACES),
    st.builds(_move, _PLACES, _PLACES),
    st.builds(_fixed, _TEXTS),
)
"""Anything a person does."""

WORK = st.lists(STEPS, max_size=10)
