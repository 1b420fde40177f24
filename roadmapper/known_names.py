"""The names of all proposals on this machine, remembered so that only changed files are read."""

import json
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import monotonic
from typing import Any

from roadmapper import paths
from roadmapper.errors import FileError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import Name, Others, Sort, allowed, names_in, others
from roadmapper.store.names import read_names
from roadmapper.template.model import Template

log = logging.getLogger(__name__)

_ENDING = ".roadmap"
_MOST = 2_000  # files that are looked at
_OWNER_ONLY = 0o600
_PAUSE = 20.0  # seconds after which other proposals are looked for again

_Told = Mapping[str, Any]


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
    """The names of the proposals that are known beside one; looks for new ones now and then."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._names: tuple[Name, ...] = ()
        self._looked = -_PAUSE
        # One value, as two threads may ask at once.
        self._kept: tuple[tuple[object, ...], Others] = ((), Others())

    def others(self, template: Template, answers: Answers, allow: Iterable[str] = ()) -> Others:
        """Return the names that must not stand in a proposal with these answers."""
        if monotonic() - self._looked >= _PAUSE:
            files = known_files(self._file.parent)
            files = tuple(one for one in files if not _is_same(one, self._file))
            self._names, self._looked = names_of(files, memory_file()), monotonic()
        own = tuple(names_in(answers.items()))
        may = (*allowed(answers), *allow, template.title)
        names, kept = self._names, self._kept
        asked = (own, may, names)
        if asked != kept[0]:
            kept = self._kept = (asked, others(own, names, may))
        return kept[1]


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


def names_of(files: Iterable[Path], memory: Path) -> tuple[Name, ...]:
    """Return the names of these files; one that is as it was is not read again."""
    before = _recalled(memory)
    after = dict(before)
    found: list[Name] = []
    for path in files:
        stamp = _stamp(path)
        told = before.get(str(path))
        if not stamp:
            continue
        if told is None or told["stamp"] != stamp:
            told = {"stamp": stamp, "names": _read(path)}
            after[str(path)] = told
        found += [Name(text, Sort(sort), path.stem) for text, sort in told["names"]]
    if after != before:
        _remember({path: told for path, told in after.items() if Path(path).exists()}, memory)
    return tuple(found)


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


def _read(path: Path) -> list[list[str]]:
    """Return the names of a file; one that is no proposal, or cannot be read, has none."""
    try:
        return [[one.text, one.sort.value] for one in read_names(path)]
    except FileError:
        log.info("The names of a proposal cannot be read", exc_info=True)
        return []


def _recalled(memory: Path) -> dict[str, _Told]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
        return {
            str(path): {
                "stamp": list(told["stamp"]),
                "names": [[str(text), Sort(sort).value] for text, sort in told["names"]],
            }
            for path, told in found.items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        log.info("The names are not remembered and are read anew", exc_info=True)
        return {}


def _remember(told: _Told, memory: Path) -> None:
    part = memory.with_name(f"{memory.name}.{os.getpid()}.part")
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        part.touch(_OWNER_ONLY)
        part.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        part.replace(memory)
    except OSError:
        log.info("The names cannot be remembered and are read anew next time", exc_info=True)
