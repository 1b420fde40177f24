"""What others do to a file while it is open: removed, replaced, changed, held by somebody."""

import os
import shutil
import sqlite3
import statistics
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Thread
from time import perf_counter

import pytest

from roadmapper.errors import ChangedOutsideError, FileError, LockedError, ReadOnlyError
from roadmapper.proposal.change import Change
from roadmapper.proposal.session import Session
from roadmapper.store import journal
from roadmapper.store.file import ProposalFile
from roadmapper.store.header import examine
from roadmapper.store.headlines import read_headline
from tests.proposals import START, Clock, small_template


def _session(file: ProposalFile) -> Session:
    return Session(small_template(), file.answers, file, log=file.log, clock=Clock())


def _delete(path: Path) -> None:
    path.unlink()


def _move(path: Path) -> None:
    path.rename(path.with_name("other.roadmap"))


def _replace(path: Path) -> None:
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    copy.replace(path)


def _overwrite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE answers SET value = '\"Theirs\"' WHERE path = 'deal.name'")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (_delete, "moved or deleted"),
        (_move, "moved or deleted"),
        (_replace, "replaced"),
        (_overwrite, "changed by another program"),
    ],
)
def test_a_change_from_outside_is_noticed_and_nothing_is_lost(
    proposal: Path, act: Callable[[Path], None], told: str
) -> None:
    with ProposalFile.open(proposal) as file:
        session = _session(file)
        session.set("deal.name", "Mine")
        act(proposal)

        with pytest.raises(ChangedOutsideError, match=told):
            session.set("deal.story", "Lost?")
        with pytest.raises(ChangedOutsideError):
            file.heartbeat()

        assert "deal.story" not in session.answers
        assert session.undo_label == "Undo edit name"
        file.copy_to(proposal.with_name("saved.roadmap"), clock=Clock())

    with ProposalFile.open(proposal.with_name("saved.roadmap"), write=False) as saved:
        assert saved.answers.text("deal.name") in ("Mine", "Theirs")


def test_a_file_put_back_where_it_was_takes_changes_again(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        session = _session(file)
        _move(proposal)
        with pytest.raises(ChangedOutsideError):
            session.set("deal.name", "Mine")
        proposal.with_name("other.roadmap").rename(proposal)
        session.set("deal.name", "Mine")

    with ProposalFile.open(proposal, write=False) as file:
        assert file.answers.text("deal.name") == "Mine"


@pytest.mark.parametrize("folder", [True, False])
def test_a_permission_that_is_taken_away_is_noticed(proposal: Path, folder: bool) -> None:
    target = proposal.parent if folder else proposal
    mode = target.stat().st_mode
    with ProposalFile.open(proposal) as file:
        session = _session(file)
        target.chmod(0o555 if folder else 0o444)
        try:
            with pytest.raises(ReadOnlyError, match="no longer"):
                session.set("deal.name", "Mine")
        finally:
            target.chmod(mode)
        assert session.answers.text("deal.name") == "Fern"
        session.set("deal.name", "Mine")


def test_a_full_disk_leaves_the_session_as_it_was(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        session = _session(file)
        (pages,) = file._connection.execute("PRAGMA page_count").fetchone()
        file._connection.execute(f"PRAGMA max_page_count = {pages}")

        with pytest.raises(FileError, match="no space left"):
            session.set("deal.story", "long " * 50_000)

        assert "deal.story" not in session.answers
        assert not session.can_undo
        session.set("deal.name", "Mine")


def test_who_holds_a_file_and_since_when_is_told_to_a_reader(proposal: Path) -> None:
    with (
        ProposalFile.open(proposal, clock=lambda: START),
        ProposalFile.open(proposal, write=False) as reader,
    ):
        claim = reader.claim
        assert claim is not None
        assert claim.since == START
        assert claim.holder.process.startswith(str(os.getpid()))
        assert not claim.is_stale(START + timedelta(days=1))

    with ProposalFile.open(proposal, write=False) as reader:
        assert reader.claim is None


def test_a_held_file_can_be_copied_and_the_copy_knows_what_both_began_with(proposal: Path) -> None:
    target = proposal.with_name("mine.roadmap")
    with ProposalFile.open(proposal) as held:
        theirs = _session(held)
        theirs.set("deal.name", "Both")
        with ProposalFile.open(proposal, write=False) as reader:
            assert reader.base is None
            reader.copy_to(target, clock=lambda: START)
        theirs.set("deal.name", "Theirs")

        with ProposalFile.open(target) as copy:
            mine = _session(copy)
            mine.set("deal.story", "Mine")
            assert copy.base is not None
            assert copy.base.text("deal.name") == "Both"
            assert "deal.story" not in copy.base
            assert (mine.answers.text("deal.name"), mine.can_undo) == ("Both", True)
        assert theirs.answers.text("deal.name") == "Theirs"

    with ProposalFile.open(target, write=False) as copy, pytest.raises(FileError, match="already"):
        copy.copy_to(proposal, clock=Clock())


def test_what_is_taken_over_on_purpose_ends_what_the_other_does(proposal: Path) -> None:
    with ProposalFile.open(proposal) as held:
        theirs = _session(held)
        with pytest.raises(LockedError, match="open for changes by"):
            ProposalFile.open(proposal)
        with ProposalFile.open(proposal, take_over=True) as file:
            _session(file).set("deal.name", "Mine")
            with pytest.raises(LockedError, match="taken over"):
                theirs.set("deal.name", "Theirs")
            with pytest.raises(LockedError, match="taken over"):
                held.heartbeat()
        assert theirs.answers.text("deal.name") == "Fern"


def test_every_step_renews_the_headline_that_a_list_reads(proposal: Path) -> None:
    assert read_headline(proposal) is None
    with ProposalFile.open(proposal) as file:
        session = _session(file)
        session.set("deal.fee", "12")
        told = read_headline(proposal)
        assert told is not None
        assert (told.answered, told.asked) == (1, 1)
        session.set("_state.proposal.status", "delivered")
        session.undo()
        session.redo()

    again = read_headline(proposal)
    assert again is not None
    assert (again.status, again.changed > told.changed) == ("delivered", True)


def test_the_headlines_of_many_proposals_are_read_quickly(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        _session(file).set("deal.fee", "12")
    times = []
    for _ in range(50):
        began = perf_counter()
        read_headline(proposal)
        times.append(perf_counter() - began)

    assert statistics.median(times) < 0.005


def test_the_headline_of_a_broken_file_is_told_as_damage(proposal: Path) -> None:
    with closing(sqlite3.connect(proposal)) as db, db:
        db.execute("INSERT INTO meta VALUES ('headline', '[]')")

    with pytest.raises(FileError, match="damaged"):
        read_headline(proposal)
    with pytest.raises(FileError, match="no file"):
        read_headline(proposal.with_name("none.roadmap"))


def test_no_thread_closes_a_file_by_hand_while_a_change_is_written(
    proposal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Thread(target=examine, args=(proposal,))
    waited: list[bool] = []

    def apply(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
        reader.start()
        reader.join(0.1)
        waited.append(reader.is_alive())
        write(connection, changes)

    write = journal.apply
    monkeypatch.setattr(journal, "apply", apply)
    with ProposalFile.open(proposal) as file:
        _session(file).set("deal.name", "Mine")
    reader.join()

    assert waited == [True]
