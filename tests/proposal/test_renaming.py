"""Answers follow the addresses that a template renames, and none is lost."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Origin
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from tests.proposals import Clock, Journal, small_template

TEMPLATE = replace(
    small_template(),
    renamed={
        "deal.title": "deal.name",
        "offer.tale": "deal.story",
        "deal.cards": "deal.models",
        "deal.models.kind": "deal.models.name",
        "deal.models.inputs.goal": "deal.models.inputs.use",
        "deal.cost": "deal.ready",
    },
)


def _followed(answers: dict[str, Value]) -> dict[str, Value]:
    kept = Answers(answers)
    return dict(kept.changed(renamed(TEMPLATE, kept)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"deal.title": "Fern"}, {"deal.name": "Fern"}),
        ({"offer.tale": "Once"}, {"deal.story": "Once"}),
        (
            {"_notes.deal.title": "Ask", "_evidence.offer.tale": ("e1",)},
            {"_notes.deal.name": "Ask", "_evidence.deal.story": ("e1",)},
        ),
        (
            {"deal.cards": ("r1",), "deal.cards[r1].name": "A", "_notes.deal.cards[r1]": "Ask"},
            {"deal.models": ("r1",), "deal.models[r1].name": "A", "_notes.deal.models[r1]": "Ask"},
        ),
        (
            {"deal.cards": ("r1",), "deal.cards[r1].kind": "A"},
            {"deal.models": ("r1",), "deal.models[r1].name": "A"},
        ),
        (
            {"deal.models": ("r1",), "deal.models[r1].inputs[r2].goal": "A"},
            {"deal.models": ("r1",), "deal.models[r1].inputs[r2].use": "A"},
        ),
    ],
)
def test_answers_under_an_old_address_appear_under_the_new_one(
    old: dict[str, Value], new: dict[str, Value]
) -> None:
    assert _followed(old) == new


@pytest.mark.parametrize(
    "answers",
    [
        {"deal.title": "Old", "deal.name": "New"},
        {"deal.cards": ("r1",), "deal.cards[r1].name": "A", "deal.models": ("r2",)},
        {"deal.models": ("r1",), "deal.models[r1].kind": "A", "deal.models[r1].name": "B"},
        {"deal.cost": "perhaps"},
        {"deal.cards": ("r1",), "deal.cards[r1].gone": "A"},
    ],
)
def test_what_cannot_follow_stays_where_it_is(answers: dict[str, Value]) -> None:
    assert _followed(answers) == answers


_PATHS = st.sampled_from(
    [
        "deal.title",
        "deal.name",
        "offer.tale",
        "deal.story",
        "deal.cards[r1].name",
        "deal.cards[r1].kind",
        "deal.models[r1].name",
        "deal.models[r1].kind",
        "deal.cost",
    ]
)


def _folded(value: Value) -> str:
    """Return a value as text; a tick that was typed in capitals is a tick."""
    return str(value).casefold()


@given(st.dictionaries(_PATHS, st.text(min_size=1)))
def test_whatever_was_answered_no_text_is_lost(answers: dict[str, Value]) -> None:
    followed = _followed(answers)

    assert sorted(map(_folded, followed.values())) == sorted(map(_folded, answers.values()))
    assert _followed(followed) == followed


def test_following_is_one_step_on_disk_that_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap"
    answers = Answers({"deal.title": "Fern", "deal.fee": "3"})
    ProposalFile.create(path, "small", "1", clock=Clock(), answers=answers)
    with ProposalFile.open(path) as file:
        session = Session(TEMPLATE, file.answers, file, log=file.log, clock=Clock())
        batch = session.follow_template()
        assert batch is not None
        assert batch.origin is Origin.TEMPLATE
        assert session.follow_template() is None

    with ProposalFile.open(path) as file:
        assert file.answers.text("deal.name") == "Fern"
        session = Session(TEMPLATE, file.answers, file, log=file.log, clock=Clock())
        assert session.undo_label == "Undo follow the template"
        session.undo()
        assert file.answers == answers


def test_a_template_without_renamings_makes_no_step() -> None:
    journal = Journal()
    answers = Answers({"deal.title": "Fern"})
    session = Session(small_template(), answers, journal, clock=Clock())

    assert session.follow_template() is None
    assert not journal.log
