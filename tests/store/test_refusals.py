"""What cannot be opened is refused in one clear sentence and left exactly as it was."""

import random
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from roadmapper.errors import (
    FileError,
    LockedError,
    NewerFormatError,
    NotAProposalError,
    ReadOnlyError,
)
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.store.file import ProposalFile
from tests.proposals import HEADLINE, START, Clock


def _text(path: Path) -> None:
    path.write_text("Dear colleague, " * 20)


def _unicode(path: Path) -> None:
    path.write_text("Ünïcödé 😀" * 40)


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a", "b")


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE answers (path, value)")
        db.execute("PRAGMA user_version = 1")
        db.commit()


def _start_of_sqlite(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


KINDS: dict[str, Callable[[Path], object]] = {
    "empty": Path.touch,
    "a text file": _text,
    "text file": _unicode,
    "zip archive": _zip,
    "PDF": lambda path: path.write_bytes(b"%PDF-1.7\n\x00"),
    "another kind": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "another program": _other_database,
    "damaged": _start_of_sqlite,
}


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("told", KINDS)
def test_a_file_of_another_kind_is_named_and_left_alone(
    tmp_path: Path, told: str, write: bool
) -> None:
    path = tmp_path / "x.roadmap"
    KINDS[told](path)
    before = path.read_bytes()

    with pytest.raises(NotAProposalError, match=told):
        ProposalFile.open(path, write=write)

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_file_a_folder_and_an_impossible_name_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no file"):
        ProposalFile.open(tmp_path / "x.roadmap")
    with pytest.raises(FileError, match="is a folder"):
        ProposalFile.open(tmp_path)
    with pytest.raises(FileError, match="cannot be read"):
        ProposalFile.open(tmp_path / "a\x00b")
    with pytest.raises(FileError, match="cannot be read"):
        ProposalFile.open(tmp_path / ("x" * 400))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a proposal of some forty pages of the database."""
    path = tmp_path_factory.mktemp("sound") / "s.roadmap"
    answers = Answers({f"deal.models[r{n}].name": f"Model {n} " * 9 for n in range(400)})
    ProposalFile.create(path, "small", "1", clock=Clock(), answers=answers)
    with ProposalFile.open(path) as file:
        for number in range(1, 60):
            change = Change("deal.name", str(number - 1), str(number))
            file.append(Batch(number, "Edit", Origin.USER, "", START, (change,)), HEADLINE)
    return path.read_bytes()


def _opens_or_is_refused(path: Path, content: bytes, *, write: bool) -> bool:
    path.write_bytes(content)
    try:
        with ProposalFile.open(path, write=write) as file:
            assert isinstance(file.answers, Answers)
            assert isinstance(file.log, tuple)
            assert file.meta.template
    except (NotAProposalError, NewerFormatError):
        refused = True
    except LockedError:
        # Some versions of SQLite, when writing, take a damaged page for another program's lock.
        assert write
        refused = True
    else:
        refused = False
    if refused and not write:
        assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]
    return refused


def test_a_truncated_file_is_refused_wherever_it_ends(tmp_path: Path, sound: bytes) -> None:
    path = tmp_path / "x.roadmap"
    for length in range(1, len(sound), 4099):
        for write in (True, False):
            assert _opens_or_is_refused(path, sound[:length], write=write)
            assert path.read_bytes() == sound[:length]


def test_flipped_bytes_are_never_more_than_a_refusal(tmp_path: Path, sound: bytes) -> None:
    chance = random.Random(7)  # noqa: S311 - a fixed seed, no secret
    path = tmp_path / "x.roadmap"
    refused = 0
    for round_ in range(150):
        content = bytearray(sound)
        for _ in range(chance.choice((1, 1, 4, 64))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        refused += _opens_or_is_refused(path, bytes(content), write=round_ % 2 == 0)
    assert refused > 10


def test_every_byte_of_the_header_may_be_flipped(tmp_path: Path, sound: bytes) -> None:
    path = tmp_path / "x.roadmap"
    for place in range(100):
        content = bytearray(sound)
        content[place] ^= 0xFF
        _opens_or_is_refused(path, bytes(content), write=False)


@pytest.mark.parametrize("value", ["[[1]]", "[" * 100_000, "nul", "12", '{"a": 1}', ""])
def test_rows_that_are_no_answers_are_damage(proposal: Path, value: str) -> None:
    with closing(sqlite3.connect(proposal)) as db:
        db.execute("UPDATE answers SET value = ?", [value])
        db.commit()
    before = proposal.read_bytes()

    with pytest.raises(NotAProposalError, match="damaged"):
        ProposalFile.open(proposal)

    assert proposal.read_bytes() == before


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TRIGGER t AFTER INSERT ON batches BEGIN DELETE FROM answers; END",
        "CREATE VIEW v AS SELECT 1",
        "DROP TABLE answers",
        "DROP TABLE lock",
    ],
)
def test_a_file_whose_tables_were_tampered_with_is_refused(proposal: Path, schema: str) -> None:
    with closing(sqlite3.connect(proposal)) as db:
        db.execute(schema)
    before = proposal.read_bytes()

    with pytest.raises(NotAProposalError):
        ProposalFile.open(proposal)

    assert proposal.read_bytes() == before


@pytest.mark.parametrize("folder", [True, False])
def test_what_is_read_only_can_be_read_and_not_written(proposal: Path, folder: bool) -> None:
    place, mode = (proposal.parent, 0o555) if folder else (proposal, 0o444)
    normal = place.stat().st_mode
    place.chmod(mode)
    try:
        with pytest.raises(ReadOnlyError, match="Copy it"):
            ProposalFile.open(proposal)
        with ProposalFile.open(proposal, write=False) as file:
            assert file.answers.text("deal.name") == "Fern"
    finally:
        place.chmod(normal)


def test_creating_in_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(ReadOnlyError, match="read-only"):
            ProposalFile.create(tmp_path / "f.roadmap", "small", "1", clock=Clock())
    finally:
        tmp_path.chmod(0o755)


def test_a_full_disk_keeps_the_file_as_it_was(proposal: Path) -> None:
    # A limit on the size of files stands for the full disk: only so can any account run this.
    program = """
import resource, signal, sys
from pathlib import Path
from roadmapper.errors import FileError
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.store.file import ProposalFile
from tests.proposals import HEADLINE, START
path = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with ProposalFile.open(path) as file:
    before = path.read_bytes()
    size = len(before) + 4096
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    change = Change("deal.story", None, "x" * 100_000)
    try:
        file.append(Batch(1, "Edit", Origin.USER, "", START, (change,)), HEADLINE)
    except FileError as error:
        print(type(error).__name__, error)
    assert path.read_bytes() == before
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    assert "deal.story" not in file.answers
"""
    if sys.platform == "win32":
        pytest.skip("Windows has no limit on the size of files")
    done = subprocess.run(
        [sys.executable, "-c", program, str(proposal)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )

    assert done.stderr == ""
    assert done.stdout.startswith("FileError")
    assert "nothing was changed" in done.stdout
