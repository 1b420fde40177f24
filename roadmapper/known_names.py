"""The names and sources of all proposals on this machine.

They are remembered, so that only changed files are read.
"""

import json
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import monotonic
from typing import Any, NamedTuple

from roadmapper import paths
from roadmapper.errors import FileError
from roadmapper.placing import remember
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import Name, Others, Sort, allowed, names_in, others
from roadmapper.proposal.sources import Known
from roadmapper.store.names import read_names, read_sources
from roadmapper.template.model import Template

log = logging.getLogger(__name__)

_ENDING = ".roadmap"
_MOST = 2_000  # files that are looked at
_SAID = len(Known._fields) - 1  # all but whose it is
_PAUSE = 20.0  # seconds after which other proposals are looked for again

_Told = Mapping[str, Any]


class Found(NamedTuple):
    """What is known of other proposals: their names, and what they say of their sources."""

    names: tuple[Name, ...] = ()
    sources: tuple[Known, ...] = ()


def memory_file() -> Path:
    """Return where the names are remembered: beside the settings."""
    return paths.user_data() / "names.json"


def others_of(
    file: Path, template: Template, answers: Answers, allow: Iterable[str] = ()
) -> Others:
    """Return the names that must not stand in this proposal: those of every other one known here.

    Known are the proposals in its folder, in the folder of the settings, and those opened lately.
    """
    return Near(file).others(template, answers, allow)


class Near:
    """The proposals that are known beside one; looks for new ones now and then."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._found = Found()
        self._looked = -_PAUSE
        # One value, as two threads may ask at once.
        self._kept: tuple[tuple[object, ...], Others] = ((), Others())

    def others(self, template: Template, answers: Answers, allow: Iterable[str] = ()) -> Others:
        """Return the names that must not stand in a proposal with these answers."""
        names = self._look().names
        own = tuple(names_in(answers.items()))
        may = (*allowed(answers), *allow, template.title)
        asked, kept = (own, may, names), self._kept
        if asked != kept[0]:
            kept = self._kept = (asked, others(own, names, may))
        return kept[1]

    def sources(self) -> tuple[Known, ...]:
        """Return what other proposals say of their sources."""
        return self._look().sources

    def _look(self) -> Found:
        if monotonic() - self._looked >= _PAUSE:
            files = known_files(self._file.parent)
            files = tuple(one for one in files if not _is_same(one, self._file))
            self._found, self._looked = found_in(files, memory_file()), monotonic()
        return self._found


def known_files(*folders: Path) -> tuple[Path, ...]:
    """Return the proposals in these folders, in the folder of the settings, and the recent ones."""
    told = read_settings()
    usual = told.get("folder")
    listed = [*folders, Path(usual) if isinstance(usual, str) and usual else usual_folder()]
    files: dict[Path, None] = {}
    for folder in listed:
        files |= dict.fromkeys(_in_folder(folder))
    recent = told.get("recent")
    for one in recent if isinstance(recent, list) else ():
        if isinstance(one, str) and one.endswith(_ENDING):
            files[Path(one)] = None
    return tuple(files)[:_MOST]


def found_in(files: Iterable[Path], memory: Path) -> Found:
    """Return names and sources of these files; one that is as it was is not read again."""
    before = _recalled(memory)
    after = dict(before)
    names: list[Name] = []
    sources: list[Known] = []
    for path in files:
        stamp = _stamp(path)
        told = before.get(str(path))
        if not stamp:
            continue
        if told is None or told["stamp"] != stamp:
            told = {"stamp": stamp, **_read(path)}
            after[str(path)] = told
        names += [Name(text, Sort(sort), path.stem) for text, sort in told["names"]]
        sources += [Known._make((*one, path.stem)) for one in told["sources"]]
    if after != before:
        _remember({path: told for path, told in after.items() if Path(path).exists()}, memory)
    return Found(tuple(names), tuple(sources))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def _in_folder(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as found:
            names = sorted(one.path for one in found if one.name.endswith(_ENDING))
    except OSError:
        return
    yield from map(Path, names)


def usual_folder() -> Path:
    """Return where proposals go if the settings name no folder."""
    return Path.home() / "Documents" / "Roadmapper"


def read_settings() -> _Told:
    """Return the settings as far as they can be read; they are only asked for folders."""
    try:
        told = json.loads((paths.user_data() / "settings.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _stamp(path: Path) -> list[int]:
    try:
        found = path.stat()
    except OSError:
        return []
    return [found.st_mtime_ns, found.st_size, found.st_ino]


def _read(path: Path) -> dict[str, list[list[str]]]:
    """Return what a file tells; one that is no proposal, or cannot be read, tells nothing."""
    try:
        return {
            "names": [[one.text, one.sort.value] for one in read_names(path)],
            "sources": [list(one[:_SAID]) for one in read_sources(path)],
        }
    except FileError:
        log.info("The names of a proposal cannot be read", exc_info=True)
        return {"names": [], "sources": []}


def _recalled(memory: Path) -> dict[str, _Told]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
        return {
            str(path): {
                "stamp": list(told["stamp"]),
                "names": [[str(text), Sort(sort).value] for text, sort in told["names"]],
                "sources": [_said(one) for one in told["sources"]],
            }
            for path, told in found.items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        log.info("The names are not remembered and are read anew", exc_info=True)
        return {}


def _said(told: Iterable[object]) -> list[str]:
    """Return what is remembered of a source.

    Raises:
        ValueError: It is not what was remembered.
    """
    said = [str(one) for one in told]
    if len(said) != _SAID:
        raise ValueError(said)
    return said


def _remember(told: _Told, memory: Path) -> None:
    try:
        remember(told, memory)
    except OSError:
        log.info("The names cannot be remembered and are read anew next time", exc_info=True)
