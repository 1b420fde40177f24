"""A proposal file keeps what it was given."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapper.errors import FileError, ReadOnlyError, ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.store import journal, schema
from roadmapper.store.file import ProposalFile
from roadmapper.store.journal import decode, encode
from roadmapper.template.kinds import Value
from tests.proposals import HEADLINE, START, Clock


def _batch(number: int, path: str, before: Value, after: Value) -> Batch:
    return Batch(number, "Edit", Origin.USER, "Kim", START, (Change(path, before, after),))


def test_a_new_file_says_which_template_it_answers(proposal: Path) -> None:
    with ProposalFile.open(proposal, write=False) as file:
        assert file.meta.template == "small"
        assert file.meta.template_version == "1"
        assert file.meta.created.startswith("2027-01-04T09:01")
        assert file.log == ()


def test_answers_and_log_come_back_as_they_were(proposal: Path) -> None:
    first = _batch(1, "deal.name", "Fern", None)
    second = _batch(2, "deal.ready", None, True)
    undone = replace(second, id=3, origin=Origin.UNDO, about=2, changes=())
    with ProposalFile.open(proposal) as file:
        for batch in (first, second, undone):
            file.append(batch, HEADLINE)

    with ProposalFile.open(proposal, write=False) as file:
        assert file.log == (first, second, undone)
        assert file.answers == Answers({"deal.structure": ("share", "fixed"), "deal.ready": True})


def test_opening_for_changes_reads_the_answers_once(
    proposal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[object] = []
    plainly = journal.read_answers

    def counted(connection: sqlite3.Connection) -> Answers:
        read.append(connection)
        return plainly(connection)

    monkeypatch.setattr(journal, "read_answers", counted)
    with ProposalFile.open(proposal) as file:
        before = file.answers
        assert len(read) == 1

        file.append(_batch(1, "deal.name", "Fern", "Moss"), HEADLINE)
        assert file.answers == before.changed([Change("deal.name", "Fern", "Moss")])


def test_the_recent_log_is_the_end_of_a_long_one_and_no_row_name_is_forgotten(
    proposal: Path,
) -> None:
    rows = Batch(1, "Add", Origin.USER, "", START, (Change("deal.models", ("r7",), ("r8",)),))
    with ProposalFile.open(proposal) as file:
        file.append(rows, HEADLINE)
        for number in range(2, 503):
            file.append(_batch(number, "deal.name", str(number - 1), str(number)), HEADLINE)

        assert [batch.id for batch in file.recent_log] == list(range(103, 503))
        assert file.recent_log == file.log[-400:]
        assert file.used_rows == {"r7", "r8"}


def test_a_batch_that_grew_replaces_the_last(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        file.append(_batch(1, "deal.name", "Fern", "Fe"), HEADLINE)
        file.amend(_batch(1, "deal.name", "Fern", "Hollow"), HEADLINE)

        assert file.log == (_batch(1, "deal.name", "Fern", "Hollow"),)
        assert file.answers.text("deal.name") == "Hollow"


def test_a_batch_never_replaces_an_older_one_by_chance(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        file.append(_batch(1, "deal.name", "Fern", "Hollow"), HEADLINE)

        with pytest.raises(FileError):
            file.append(_batch(1, "deal.name", "Hollow", "Wood"), HEADLINE)

        assert file.answers.text("deal.name") == "Hollow"


def test_half_a_character_is_refused_and_nothing_of_its_step_is_kept(proposal: Path) -> None:
    changes = (Change("deal.fee", None, "1"), Change("deal.story", None, "\ud800"))
    with ProposalFile.open(proposal) as file:
        with pytest.raises(ValueRefusedError, match="half of a character"):
            file.append(Batch(1, "Edit", Origin.USER, "", START, changes), HEADLINE)

        assert "deal.fee" not in file.answers
        assert file.log == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_kept_exactly(text: str) -> None:
    assert decode(encode(text)) == text
    assert decode(encode((text, text))) == (text, text)


def test_a_huge_proposal_is_kept(proposal: Path) -> None:
    long = "Ünïcode 😀 \x00 " * 10_000
    cells = tuple(Change(f"deal.models[r{n}].name", None, f"Model {n}") for n in range(2000))
    changes = (*cells, Change("deal.story", None, long))
    with ProposalFile.open(proposal) as file:
        file.append(Batch(1, "Much", Origin.IMPORT, "", START, changes), HEADLINE)

    with ProposalFile.open(proposal, write=False) as file:
        assert file.answers.text("deal.story") == long
        assert len(file.answers) == 2003


def test_a_reader_never_changes_a_byte_and_leaves_nothing_beside(proposal: Path) -> None:
    before = proposal.read_bytes()
    with ProposalFile.open(proposal, write=False) as file:
        assert file.answers
        assert file.log == ()
        with pytest.raises(ReadOnlyError):
            file.append(_batch(1, "deal.name", "Fern", "Hollow"), HEADLINE)

    assert proposal.read_bytes() == before
    assert list(proposal.parent.iterdir()) == [proposal]


def test_what_was_deleted_and_who_had_it_open_is_gone_from_the_file(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        file.append(_batch(1, "deal.story", None, "Quokka floor price"), HEADLINE)
        file.amend(_batch(1, "deal.story", None, None), HEADLINE)

    content = proposal.read_bytes()
    assert b"Quokka" not in content
    with closing(sqlite3.connect(proposal)) as db:
        assert db.execute("SELECT count(*) FROM lock").fetchone() == (0,)


def test_the_file_is_one_sqlite_file_with_a_mark_and_a_format(proposal: Path) -> None:
    with closing(sqlite3.connect(proposal)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (0x524F4144,)
        assert db.execute("PRAGMA user_version").fetchone() == (schema.FORMAT,)
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_creating_never_replaces_a_file(proposal: Path) -> None:
    before = proposal.read_bytes()

    with pytest.raises(FileError, match="already"):
        ProposalFile.create(proposal, "small", "1", clock=Clock())

    assert proposal.read_bytes() == before
    assert list(proposal.parent.iterdir()) == [proposal]


def test_creating_where_there_is_no_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no folder"):
        ProposalFile.create(tmp_path / "no" / "fern.roadmap", "small", "1", clock=Clock())


def test_a_file_that_could_not_be_filled_leaves_nothing_behind(tmp_path: Path) -> None:
    answers = Answers({"deal.name": "\ud800"})

    with pytest.raises(ValueRefusedError):
        ProposalFile.create(tmp_path / "f.roadmap", "small", "1", clock=Clock(), answers=answers)

    assert list(tmp_path.iterdir()) == []


def test_a_place_without_hard_links_works_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "fern.roadmap"
    ProposalFile.create(path, "small", "1", clock=Clock())

    with ProposalFile.open(path, write=False) as file:
        assert file.meta.template == "small"
    assert list(tmp_path.iterdir()) == [path]
