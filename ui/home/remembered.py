"""The list of proposals as it was read last, so that only what changed since is read again."""

import json
import logging
import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from ui.home.entries import Entry, Status, read_entry

log = logging.getLogger(__name__)

_AT_REST = 3_000_000_000
"""Nanoseconds after which another change to a file gives it another time on every disk."""

_Stamp = list[int]
_Told = Mapping[str, Any]


def read_entries(files: Iterable[Path], memory: Path) -> tuple[Entry, ...]:
    """Return what can be said of files, and remember it; what is as it was is not read again."""
    before = _recalled(memory)
    after: dict[str, _Told] = {}
    entries = []
    for path in files:
        stamp = _stamp(path)
        entry = _known(path, before.get(str(path)), stamp) or read_entry(path)
        entries.append(entry)
        if stamp and stamp == _stamp(path) and not entry.problem:
            after[str(path)] = _told(entry, stamp)
    if after != before:
        _remember(after, memory)
    return tuple(entries)


def _stamp(path: Path) -> _Stamp:
    """Return what changes whenever a file does; nothing while it may change within its time."""
    try:
        found = path.stat()
    except OSError:
        return []
    is_at_rest = time.time_ns() - found.st_mtime_ns > _AT_REST
    return [found.st_mtime_ns, found.st_size, found.st_ino] if is_at_rest else []


def _told(entry: Entry, stamp: _Stamp) -> _Told:
    texts = {"client": entry.client, "line": entry.line, "decision": entry.decision}
    delivered = entry.status is Status.DELIVERED
    more = {"name": entry.name, "changed": entry.changed.isoformat(), "delivered": delivered}
    return {"stamp": stamp, "part": entry.part, **texts, **more}


def _known(path: Path, told: _Told | None, stamp: _Stamp) -> Entry | None:
    """Return what was said of a file, if it is still the same."""
    if not stamp or told is None or told["stamp"] != stamp:
        return None
    return Entry(
        path,
        str(told["client"]),
        str(told["line"]),
        float(told["part"]),
        Status.DELIVERED if told["delivered"] else Status.IN_PROGRESS,
        datetime.fromisoformat(told["changed"]),
        str(told["decision"]),
        name=str(told["name"]),
    )


def _recalled(memory: Path) -> Mapping[str, _Told]:
    try:
        found: Mapping[str, _Told] = json.loads(memory.read_text(encoding="utf-8"))
        for path, told in found.items():
            _known(Path(path), told, told["stamp"])
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        log.warning("The list is not remembered and is read anew", exc_info=True)
        return {}
    return found


def _remember(told: Mapping[str, _Told], memory: Path) -> None:
    # Loaded late: the first list is nearly always as it was.
    from roadmapper.placing import remember  # noqa: PLC0415

    try:
        remember(told, memory)
    except OSError:
        log.warning("The list cannot be remembered and is read anew next time", exc_info=True)
