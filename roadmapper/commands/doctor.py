"""doctor: does everything work on this machine? Says in plain words what does not."""

import sqlite3
import struct
import sys
import zipfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match
from tempfile import TemporaryDirectory

from roadmapper import paths
from roadmapper.commands.desk import DONE, FINDINGS, Desk, show_progress
from roadmapper.document.measure import Face
from roadmapper.errors import RoadmapperError
from roadmapper.export import export
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.answers_file import from_tables, parse_tables
from roadmapper.proposal.answers_text import write_answers
from roadmapper.samples import Sample, build_sample, list_samples, sample_answers, sample_template

_MOMENT = datetime(2027, 1, 4, 9, tzinfo=UTC)
_OLDEST_SQLITE = (3, 24, 0)
_CHARACTERS = "A中☎कก"  # each font has one of these
_PAPERS = ("letter", "a4")

Trouble = Iterator[str]
"""What is wrong, a sentence each; nothing when all is well."""


def doctor(_options: Namespace, desk: Desk) -> int:
    """Check the machine and say what is wrong; 1 if anything is."""
    with TemporaryDirectory(prefix="roadmapper-doctor-") as name:
        troubles = [trouble for one in _checks(Path(name)) for trouble in _ran(one, desk)]
    if troubles:
        desk.say(f"{len(troubles)} of these need attention; everything else works.")
        return FINDINGS
    desk.say("Everything works.")
    return DONE


def _checks(folder: Path) -> Iterator[tuple[str, Callable[[], Trouble]]]:
    yield "Libraries", _libraries
    yield "Fonts", _fonts
    yield "Samples", _samples
    for sample in list_samples():
        yield f"{sample.title}: answers", partial(_round_trip, sample, folder)
        for paper in _PAPERS:
            yield (
                f"{sample.title}: Word and PDF on {paper} paper",
                partial(_documents, sample, paper, folder),
            )


def _ran(check: tuple[str, Callable[[], Trouble]], desk: Desk) -> list[str]:
    name, find = check
    try:
        troubles = list(find())
    except (RoadmapperError, OSError) as error:
        troubles = [str(error)]
    desk.say(f"{'wrong' if troubles else 'fine '}  {name}")
    for trouble in troubles:
        desk.say(f"       {trouble}")
    desk.out.flush()
    return troubles


def _libraries() -> Trouble:
    if sys.version_info < (3, 11):  # noqa: UP036 - a wheel may be installed by force
        yield f"Python {sys.version_info.major}.{sys.version_info.minor} is too old; use 3.11."
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        yield f"SQLite {sqlite3.sqlite_version} is too old; install Python with SQLite 3.24."
    try:
        wanted = requires("roadmapper") or []
    except PackageNotFoundError:
        wanted = []
    for line in wanted:
        name = match(r"[A-Za-z0-9._-]+", line)
        if name is not None and "extra ==" not in line:
            yield from _library(name[0])


def _library(name: str) -> Trouble:
    try:
        version(name)
    except PackageNotFoundError:
        yield f"The library {name} is missing. Install Roadmapper again."


def _fonts() -> Trouble:
    files = sorted(paths.fonts().glob("*.ttf"))
    if not files:
        yield f"There are no fonts in {paths.fonts()}. Install Roadmapper again."
    for file in files:
        try:
            face = Face(file)
            lacks = all(face.advance(one) is None for one in _CHARACTERS)
        except (OSError, ValueError, KeyError, IndexError, ArithmeticError, struct.error):
            lacks = True
        if lacks:
            yield f"The font {file.name} is damaged. Install Roadmapper again."


def _samples() -> Trouble:
    if not list_samples():
        yield f"There are no samples in {paths.templates()}. Install Roadmapper again."


def _round_trip(sample: Sample, folder: Path) -> Trouble:
    template = sample_template(sample)
    answers = sample_answers(sample, template, lambda: _MOMENT)
    text = write_answers(answers)
    again = Answers(from_tables(parse_tables(text, sample.id), template, sample.id))
    if again != answers:
        yield "Its answers change when they are written out and read again."
    build_sample(sample, folder / f"{sample.id}.roadmap", lambda: _MOMENT)


def _documents(sample: Sample, paper: str, folder: Path) -> Trouble:
    for suffix in ("docx", "pdf"):
        out = folder / f"{sample.id}-{paper}.{suffix}"
        export(
            folder / f"{sample.id}.roadmap",
            out,
            audience="full",
            paper=paper,
            letterhead=None,
            draft=False,
            now=_MOMENT,
            progress=show_progress,
        )
        if not _opens(out):
            yield f"The {suffix} file that was made cannot be opened again."


def _opens(path: Path) -> bool:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None and "word/document.xml" in archive.namelist()
    content = path.read_bytes()
    return content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")
