"""A connection to a proposal file, and what goes wrong with it in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmapper.errors import FileError, LockedError, ReadOnlyError
from roadmapper.store.header import damaged, is_writable

_PATIENCE = 5.0
"""Seconds to wait for another program to finish its change."""


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Return a connection; a reader's connection refuses to change anything."""
    # Readers open for writing too: only so can a change that was cut off by a crash be taken back.
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE)
    with closed_on_error(connection):
        connection.executescript(
            "PRAGMA synchronous=FULL; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
            f"PRAGMA secure_delete={'ON' if write else 'OFF'};"
            f"PRAGMA query_only={'OFF' if write else 'ON'};"
        )
    return connection


@contextmanager
def closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    """Close the connection if what follows fails."""
    try:
        yield
    except BaseException:
        connection.close()
        raise


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that the file is sound and holds tables only, nothing that acts by itself.

    Raises:
        NotAProposalError: It is damaged.
    """
    active = "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    found = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != ("ok",) or connection.execute(active).fetchone() != (0,):
        raise damaged(path)


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into an error a person can act upon."""
    try:
        yield
    except sqlite3.Error as error:
        raise _plain(error, path) from error


def _plain(error: sqlite3.Error, path: Path) -> FileError:
    # The low byte is the kind; the rest only says where inside SQLite it arose.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedError(
                f'"{path.name}" is being changed by another program right now. '
                "Try again in a moment."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return ReadOnlyError(
                f'"{path.name}" or its folder is read-only. '
                "Copy the file to a folder of your own and open it there."
            )
        case sqlite3.SQLITE_FULL:
            return FileError(
                f'There is no space left to write "{path.name}"; nothing was changed. '
                "Free some space and try again."
            )
        case sqlite3.SQLITE_IOERR:
            if not is_writable(path):
                return ReadOnlyError(f'"{path.name}" is read-only. Copy it to a folder of yours.')
            return FileError(
                f'"{path.name}" could not be read or written; nothing was changed. '
                "Check the disk or the network folder it lies on and try again."
            )
        case _:
            return damaged(path)
