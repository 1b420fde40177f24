"""Attached files are kept once by their hash, as long as somebody can reach them, and no longer."""

import sqlite3
import tempfile
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapper.errors import NotAProposalError, ReadOnlyError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import Attached, hashes_in
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from tests.proposals import START, Clock, small_template

ROWS = ("m1", "m2", "m3")
CONTENTS = (b"one study", b"another study", b"a third")


def _begun(path: Path) -> Path:
    answers = Answers({"deal.models": ROWS})
    ProposalFile.create(path, "small", "1", clock=Clock(), answers=answers)
    return path


def _session(file: ProposalFile, clock: Clock | None = None) -> Session:
    log, used = file.recent_log, file.used_rows
    clock = clock or Clock()
    return Session(small_template(), file.answers, file, log=log, used_rows=used, clock=clock)


def _attach(file: ProposalFile, session: Session, row: str, content: bytes) -> str:
    key = file.keep_file(content)
    session.set(f"_files.deal.models[{row}]", Attached("a.pdf", key, len(content)).value)
    return key


def _named(answers: Answers) -> frozenset[str]:
    return hashes_in(answers.values())


def test_a_file_that_two_answers_name_is_kept_once(tmp_path: Path) -> None:
    path = _begun(tmp_path / "p.roadmap")
    with ProposalFile.open(path) as file:
        session = _session(file)
        keys = {_attach(file, session, row, CONTENTS[0]) for row in ROWS}

    with ProposalFile.open(path, write=False) as file:
        assert file.attachments == keys == {sha256(CONTENTS[0]).hexdigest()}
        assert file.attachment(keys.pop()) == CONTENTS[0]
        assert file.attachment("0" * 64) is None


def test_a_removed_file_comes_back_with_undo_also_after_closing(tmp_path: Path) -> None:
    path = _begun(tmp_path / "p.roadmap")
    with ProposalFile.open(path) as file:
        session = _session(file)
        key = _attach(file, session, "m1", CONTENTS[0])
        session.remove_row("deal.models", "m1")

    with ProposalFile.open(path) as file:
        session = _session(file)
        assert not _named(session.answers)
        session.undo()
        assert _named(session.answers) == {key} == file.attachments


def test_what_neither_undo_nor_redo_can_reach_is_dropped_and_the_file_shrinks(
    tmp_path: Path,
) -> None:
    path = _begun(tmp_path / "p.roadmap")
    with ProposalFile.open(path) as file:
        session = _session(file)
        _attach(file, session, "m1", b"x" * 2_000_000)
        session.undo()
        session.set("deal.name", "Fern")
    before = path.stat().st_size
    with ProposalFile.open(path) as file:
        assert not file.attachments
        assert _session(file).set("deal.name", "Fern, once more") is not None

    assert before > 2_000_000 > path.stat().st_size


def test_a_file_whose_answer_was_never_written_is_dropped_at_the_next_opening(
    tmp_path: Path,
) -> None:
    path = _begun(tmp_path / "p.roadmap")
    with ProposalFile.open(path) as file:
        file.keep_file(CONTENTS[0])
        assert file.attachments

    with ProposalFile.open(path) as file:
        assert not file.attachments


def test_a_copy_and_a_backup_hold_the_attached_files(tmp_path: Path) -> None:
    path = _begun(tmp_path / "p.roadmap")
    with ProposalFile.open(path) as file:
        key = _attach(file, _session(file), "m1", CONTENTS[0])
        file.copy_to(tmp_path / "copy.roadmap", clock=lambda: START)

    with ProposalFile.open(tmp_path / "copy.roadmap") as copy:
        assert copy.attachment(key) == CONTENTS[0]


def test_bytes_that_are_not_what_was_kept_are_damage(tmp_path: Path) -> None:
    path = _begun(tmp_path / "p.roadmap")
    with ProposalFile.open(path) as file:
        key = _attach(file, _session(file), "m1", CONTENTS[0])
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE attachments SET content = ?", [b"MZ, a program"])

    with ProposalFile.open(path, write=False) as file, pytest.raises(NotAProposalError):
        file.attachment(key)


def test_a_reader_keeps_no_file(tmp_path: Path) -> None:
    path = _begun(tmp_path / "p.roadmap")
    with ProposalFile.open(path, write=False) as file, pytest.raises(ReadOnlyError):
        file.keep_file(CONTENTS[0])


_STEP = st.one_of(
    st.tuples(st.just("attach"), st.sampled_from(ROWS), st.sampled_from(CONTENTS)),
    st.tuples(st.just("remove"), st.sampled_from(ROWS), st.just(b"")),
    st.tuples(st.sampled_from(("undo", "redo", "close")), st.just(""), st.just(b"")),
)


@settings(max_examples=8, deadline=None)
@given(steps=st.lists(_STEP, max_size=12))
def test_whatever_is_done_each_file_that_is_named_is_there_whole(
    steps: list[tuple[str, str, bytes]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = _begun(Path(folder) / "p.roadmap")
        file = ProposalFile.open(path)
        session = _session(file)
        for what, row, content in steps:
            match what:
                case "attach":
                    _attach(file, session, row, content)
                case "remove":
                    session.set(f"_files.deal.models[{row}]", None)
                case "undo":
                    session.undo()
                case "redo":
                    session.redo()
                case _:
                    file.close()
                    file = ProposalFile.open(path)
                    session = _session(file)
            for key in _named(session.answers):
                kept = file.attachment(key)
                assert kept is not None
                assert sha256(kept).hexdigest() == key
        file.close()
