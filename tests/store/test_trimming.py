"""The log is trimmed by its rule, and nothing that anybody can reach is lost."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.history import DEPTH
from roadmapper.proposal.session import Session
from roadmapper.store import journal
from roadmapper.store.file import ProposalFile
from tests.proposals import START, Clock, small_template

LATER = START + timedelta(days=200)
"""When everything a test wrote before is older than 90 days."""


def _session(file: ProposalFile, clock: Clock | None = None) -> Session:
    return Session(
        small_template(),
        file.answers,
        file,
        log=file.recent_log,
        used_rows=file.used_rows,
        clock=clock or Clock(),
    )


def _write(path: Path, steps: int) -> None:
    with ProposalFile.open(path, clock=lambda: START) as file:
        session = _session(file)
        for number in range(steps):
            session.set("deal.name", str(number))


def _undone(session: Session) -> list[Answers]:
    states = [session.answers]
    while session.undo() is not None:
        states.append(session.answers)
    return states


def test_steps_that_are_old_and_out_of_reach_are_dropped(proposal: Path) -> None:
    _write(proposal, 500)
    with ProposalFile.open(proposal, clock=lambda: LATER) as file:
        assert [batch.id for batch in file.log] == list(range(101, 501))
        assert file.answers.text("deal.name") == "499"


def test_steps_of_the_last_ninety_days_stay_however_many(proposal: Path) -> None:
    _write(proposal, 500)
    with ProposalFile.open(proposal, clock=lambda: START + timedelta(days=89)) as file:
        assert len(file.log) == 500


def test_what_undo_can_reach_stays_however_old(proposal: Path) -> None:
    _write(proposal, 30)
    with ProposalFile.open(proposal, clock=lambda: LATER) as file:
        assert len(_undone(_session(file))) == 31


def test_a_row_that_only_the_dropped_steps_named_is_never_used_again(proposal: Path) -> None:
    with ProposalFile.open(proposal, clock=lambda: START) as file:
        session = _session(file)
        session.remove_row("deal.models", session.add_row("deal.models"))
    _write(proposal, 500)
    for _ in range(2):
        with ProposalFile.open(proposal, clock=lambda: LATER) as file:
            assert not any("r1" in str(batch.changes) for batch in file.log)
            assert "r1" in _session(file).used_rows


def test_a_reader_trims_nothing(proposal: Path) -> None:
    _write(proposal, 500)
    with ProposalFile.open(proposal, write=False, clock=lambda: LATER) as file:
        assert len(file.log) == 500


def test_a_trimming_that_fails_drops_nothing(
    proposal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(proposal, 500)

    def fail(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("roadmapper.store.lock.Lock.take", lambda _self: None)
        patch.setattr("roadmapper.store.ground.Ground.remember", fail)
        with pytest.raises(RuntimeError):
            ProposalFile.open(proposal, clock=lambda: LATER)

    with ProposalFile.open(proposal, write=False) as file:
        assert len(file.log) == 500


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["set", "set", "set", "undo", "redo", "add"]), max_size=60),
    st.integers(1, 20),
)
def test_whatever_was_done_trimming_changes_no_answer_and_no_step_back(
    acts: list[str], read: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal, "RECENT", read)
        path = Path(folder) / "p.roadmap"
        ProposalFile.create(path, "small", "1", clock=Clock())
        with ProposalFile.open(path, clock=lambda: START) as file:
            session = _whole(file)
            for number, act in enumerate(acts):
                _do(session, act, number)
            rows, answers = session.used_rows, session.answers
        whole = path.with_name("whole.roadmap")
        whole.write_bytes(path.read_bytes())
        ProposalFile.open(path, clock=lambda: LATER).close()

        with ProposalFile.open(path, clock=lambda: LATER) as trimmed:
            short = _whole(trimmed)
            assert (short.answers, short.used_rows) == (answers, rows)
            with ProposalFile.open(whole, clock=lambda: START) as file:
                assert _undone(short) == _undone(_whole(file))


def _whole(file: ProposalFile) -> Session:
    return Session(
        small_template(),
        file.answers,
        file,
        log=file.log,
        used_rows=file.used_rows,
        clock=Clock(),
    )


def _do(session: Session, act: str, number: int) -> None:
    match act:
        case "set":
            session.set("deal.name", str(number))
        case "undo":
            session.undo()
        case "redo":
            session.redo()
        case _:
            session.add_row("deal.models", {"name": str(number)})


def test_two_hundred_steps_can_be_undone_after_trimming(proposal: Path) -> None:
    _write(proposal, 700)
    with ProposalFile.open(proposal, clock=lambda: LATER) as file:
        assert len(_undone(_session(file))) == DEPTH + 1
