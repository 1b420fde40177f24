"""Older files are kept as a copy and brought up to date, newer ones are refused."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from roadmapper.errors import NewerFormatError
from roadmapper.proposal.answers import Answers
from roadmapper.store import migrations, schema
from roadmapper.store.file import ProposalFile

FILES = Path(__file__).parents[1] / "files"


@pytest.fixture
def newer_program(proposal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the program one more format after the proposal was made, so that it is old."""
    assert proposal.exists()
    later = Migrations("roadmapper")
    for one in (migrations.format_1, migrations.format_2, migrations.format_3):
        later()(one)

    @later()
    def format_5(db: Database) -> None:
        db.table("answers").add_column("confidence", str)

    monkeypatch.setattr(migrations, "MIGRATIONS", later)
    monkeypatch.setattr(schema, "FORMAT", schema.FORMAT + 1)


def _columns(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as db:
        return {row[1] for row in db.execute("PRAGMA table_info(answers)")}


@pytest.mark.usefixtures("newer_program")
def test_an_older_file_is_copied_beside_and_then_brought_up_to_date(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        assert file.answers.text("deal.name") == "Fern"

    copy = proposal.with_name("fern.format4.roadmap")
    assert copy.exists()
    assert "confidence" in _columns(proposal)
    assert "confidence" not in _columns(copy)
    assert sorted(proposal.parent.iterdir()) == sorted([copy, proposal])


@pytest.mark.usefixtures("newer_program")
def test_a_copy_from_an_earlier_time_is_not_replaced(proposal: Path) -> None:
    taken = proposal.with_name("fern.format4.roadmap")
    taken.write_text("mine")

    ProposalFile.open(proposal).close()

    assert taken.read_text() == "mine"
    assert proposal.with_name("fern.format4-2.roadmap").exists()


@pytest.mark.usefixtures("newer_program")
def test_a_reader_of_an_older_file_leaves_it_as_it_is(proposal: Path) -> None:
    before = proposal.read_bytes()
    with ProposalFile.open(proposal, write=False) as file:
        assert file.answers.text("deal.name") == "Fern"

    assert proposal.read_bytes() == before
    assert list(proposal.parent.iterdir()) == [proposal]


def test_a_step_to_a_newer_format_that_fails_changes_nothing(
    proposal: Path, monkeypatch: pytest.MonkeyPatch, newer_program: None
) -> None:
    del newer_program

    def broken(db: Database) -> None:
        db.execute("DELETE FROM answers")
        db.execute("SELECT nonsense")

    migrations.MIGRATIONS()(broken)
    monkeypatch.setattr(schema, "FORMAT", schema.FORMAT + 1)
    before = proposal.read_bytes()

    with pytest.raises(Exception, match="damaged"):
        ProposalFile.open(proposal)

    assert proposal.read_bytes() == before


def test_a_newer_file_is_refused_naming_the_program_it_needs(proposal: Path) -> None:
    with closing(sqlite3.connect(proposal)) as db:
        db.execute("PRAGMA user_version = 7")
        db.execute("UPDATE meta SET value = '4.2.0' WHERE name = 'program'")
        db.commit()
    before = proposal.read_bytes()

    for write in (True, False):
        with pytest.raises(NewerFormatError, match=r"Roadmapper 4\.2\.0 or later"):
            ProposalFile.open(proposal, write=write)

    assert proposal.read_bytes() == before
    assert list(proposal.parent.iterdir()) == [proposal]


def test_there_are_as_many_migrations_as_formats() -> None:
    db = Database(memory=True)

    assert len(migrations.MIGRATIONS.pending(db)) == schema.FORMAT
    db.close()


@pytest.mark.parametrize("number", range(1, schema.FORMAT + 1))
def test_a_file_of_every_released_format_can_be_read_and_written(
    tmp_path: Path, number: int
) -> None:
    path = tmp_path / "old.roadmap"
    shutil.copyfile(FILES / f"format{number}.roadmap", path)
    with ProposalFile.open(path) as file:
        assert file.meta.template == "small"
        assert file.answers.text("deal.name") == "Fern"
        assert file.answers.rows("deal.models") == ("r1",)
        assert [batch.label for batch in file.log] == ["Edit name"]


def test_a_revision_of_the_first_format_keeps_its_answers_and_its_document(tmp_path: Path) -> None:
    path = tmp_path / "old.roadmap"
    shutil.copyfile(FILES / "format1.roadmap", path)
    old = ("r-1", "2027-01-04T09:01:00+00:00", 1, "out.DOCX", "ab", '{"deal.name": "\\"Fern\\""}')
    with closing(sqlite3.connect(path)) as db, db:
        row = (*old, '{"_rm_1": "deal.name"}', b"PK")
        db.execute("INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    with ProposalFile.open(path) as file:
        (note,) = file.revisions
        revision = file.revision("r-1")

    assert (note.format, note.size, note.sha256, note.audience) == ("docx", 2, "ab", "")
    assert revision is not None
    assert revision.answers == Answers({"deal.name": "Fern"})
    assert revision.anchors == {"_rm_1": "deal.name"}
    assert revision.content == b"PK"
