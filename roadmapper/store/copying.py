"""A copy of a proposal to work on while somebody else has it open, to be merged afterwards."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from roadmapper.proposal.answers import Answers
from roadmapper.store import journal
from roadmapper.store.connection import plain_errors
from roadmapper.store.packing import pack, unpack
from roadmapper.store.place import beside

_BASE, _SINCE, _NAME = "base", "copied", "original"


def copy_whole(
    connection: sqlite3.Connection, name: str, target: Path, clock: Callable[[], datetime]
) -> None:
    """Copy a proposal whole or not at all; the copy keeps the answers both began with.

    It also keeps the name of its original, without the folder, since copies are mailed.

    Raises:
        FileError: There is a file of that name, or the folder cannot take one.
    """
    with beside(target) as part, plain_errors(target), closing(sqlite3.connect(part)) as copy, copy:
        _fill(copy, connection)
        answers = journal.read_answers(copy)
        texts = {path: journal.encode(one) for path, one in answers.items() if one is not None}
        row = "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)"
        told = [(_BASE, pack(texts)), (_SINCE, clock().isoformat()), (_NAME, name)]
        copy.executemany(row, told)


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Fill an empty file with the proposal as it is; who has it open is not kept."""
    with closing(sqlite3.connect(target)) as copy, copy:
        _fill(copy, connection)


def read_original(connection: sqlite3.Connection) -> str:
    """Return the name of the file that this is a copy of; empty if it is none or not known."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", [_NAME]).fetchone()
    return str(row[0]) if row else ""


def read_base(connection: sqlite3.Connection) -> Answers | None:
    """Return the answers a copy began with, None if the file is no copy.

    Raises:
        ValueError: They are damaged.
    """
    row = connection.execute("SELECT value FROM meta WHERE name = ?", [_BASE]).fetchone()
    if row is None:
        return None
    return Answers({path: journal.decode(text) for path, text in unpack(row[0]).items()})


def _fill(copy: sqlite3.Connection, connection: sqlite3.Connection) -> None:
    connection.backup(copy)
    copy.execute("PRAGMA secure_delete=ON")
    copy.execute("DELETE FROM lock")
