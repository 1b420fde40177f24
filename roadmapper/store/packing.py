"""Maps of texts kept small: whole and compressed, or as the difference from one that is there."""

import json
import sqlite3
import zlib
from collections.abc import Mapping

_MUCH = 4
"""A difference larger than this part of its snapshot begins a snapshot of its own."""


def keep(connection: sqlite3.Connection, kind: str, now: Mapping[str, str]) -> tuple[int, bytes]:
    """Keep a map; return which snapshot of this kind it differs from, and how.

    Snapshots are never changed, so what refers to one can be read as long as the file lives.
    """
    if not now:
        return 0, b""
    newest = "SELECT id, content FROM snapshots WHERE kind = ? ORDER BY id DESC LIMIT 1"
    for number, content in connection.execute(newest, [kind]):
        difference = _packed(_difference(_unpacked(content), now))
        if len(difference) * _MUCH <= len(content):
            return number, difference
    insert = "INSERT INTO snapshots (kind, content) VALUES (?, ?)"
    return connection.execute(insert, [kind, pack(now)]).lastrowid or 0, b""


def kept(connection: sqlite3.Connection, number: int, difference: bytes) -> dict[str, str]:
    """Return the map that was kept as a difference from this snapshot.

    Raises:
        ValueError: The snapshot or the difference is damaged.
    """
    if not number:
        return {}
    row = connection.execute("SELECT content FROM snapshots WHERE id = ?", [number]).fetchone()
    if row is None:
        raise ValueError(number)
    found = unpack(row[0])
    for path, value in _unpacked(difference).items() if difference else ():
        if value is None:
            found.pop(path, None)
        else:
            found[path] = value
    return found


def pack(texts: Mapping[str, str]) -> bytes:
    """Return a map of texts as few bytes."""
    return _packed(texts)


def unpack(content: bytes) -> dict[str, str]:
    """Return the map that was packed.

    Raises:
        ValueError: It is damaged.
    """
    return {path: value for path, value in _unpacked(content).items() if value is not None}


def _difference(before: Mapping[str, str | None], now: Mapping[str, str]) -> dict[str, str | None]:
    gone: dict[str, str | None] = dict.fromkeys(before.keys() - now.keys())
    return gone | {path: value for path, value in now.items() if before.get(path) != value}


def _packed(texts: Mapping[str, str | None]) -> bytes:
    return zlib.compress(json.dumps(texts, ensure_ascii=False, sort_keys=True).encode(), 9)


def _unpacked(content: bytes) -> dict[str, str | None]:
    try:
        found = json.loads(zlib.decompress(content))
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not isinstance(found, dict):
        raise ValueError(type(found))  # noqa: TRY004 - the caller reports any such row as damage
    return found
