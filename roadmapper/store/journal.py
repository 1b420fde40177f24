"""Answers and batches as rows: how they are read from a proposal file and written into it."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from roadmapper.errors import ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.proposal.history import DEPTH
from roadmapper.proposal.path import is_row_id

RECENT = 2 * DEPTH
"""Steps read for undo and redo: all that can be undone, and as many undos."""

Kept = str | bool | tuple[str, ...]
"""A value that is there."""


def encode(value: Kept) -> str:
    """Return a value as JSON text.

    Raises:
        ValueRefusedError: The text holds half a character, which no file can keep.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueRefusedError(
            "The text holds half of a character (a lone surrogate), which cannot be kept. "
            "Delete the character that looks like a question mark or a box and try again."
        ) from None
    return text


def decode(text: str) -> Kept:
    """Return the value that this JSON text spells.

    Raises:
        ValueError: It spells something else.
    """
    match json.loads(text):
        case str() | bool() as value:
            return value
        case list() as texts if all(isinstance(one, str) for one in texts):
            return tuple(texts)
    raise ValueError(text)


def read_answers(connection: sqlite3.Connection) -> Answers:
    """Return all answers.

    Raises:
        ValueError: A row is damaged.
    """
    rows = connection.execute("SELECT path, value FROM answers ORDER BY rowid")
    return Answers({path: decode(value) for path, value in rows})


def read_log(connection: sqlite3.Connection, after: int = 0) -> tuple[Batch, ...]:
    """Return all batches with an id above `after`, oldest first.

    Raises:
        ValueError: A row is damaged.
    """
    changes: dict[int, list[Change]] = {}
    order = "SELECT batch, path, before, after FROM changes WHERE batch > ? ORDER BY batch, place"
    for batch, path, old, new in connection.execute(order, [after]):
        changes.setdefault(batch, []).append(Change(path, _maybe(old), _maybe(new)))
    batches = "SELECT id, label, origin, author, at, about FROM batches WHERE id > ? ORDER BY id"
    return tuple(
        Batch(
            number,
            label,
            Origin(origin),
            author,
            datetime.fromisoformat(at),
            tuple(changes.get(number, ())),
            about,
        )
        for number, label, origin, author, at, about in connection.execute(batches, [after])
    )


def last_batch(connection: sqlite3.Connection) -> int:
    """Return the id of the newest batch, 0 if there is none."""
    found = connection.execute("SELECT coalesce(max(id), 0) FROM batches").fetchone()
    return int(found[0])


def read_rows(connection: sqlite3.Connection) -> frozenset[str]:
    """Return every row id that a list in the log names; SQLite finds the few lists quickly.

    Raises:
        ValueError: A row is damaged.
    """
    # A list begins with a bracket; the next character after it is the backslash.
    lists = (
        "SELECT before FROM changes WHERE before >= '[' AND before < '\\' "
        "UNION SELECT after FROM changes WHERE after >= '[' AND after < '\\'"
    )
    found = (decode(text) for (text,) in connection.execute(lists))
    named = (row for rows in found if isinstance(rows, tuple) for row in rows)
    return frozenset(row for row in named if is_row_id(row))


def write_answers(connection: sqlite3.Connection, answers: Answers) -> None:
    """Write answers into a file that has none yet."""
    rows = ((path, encode(value)) for path, value in answers.items() if value is not None)
    connection.executemany("INSERT INTO answers (path, value) VALUES (?, ?)", rows)


def forget_batch(connection: sqlite3.Connection, number: int) -> None:
    """Delete a batch, to be written anew."""
    connection.execute("DELETE FROM changes WHERE batch = ?", [number])
    connection.execute("DELETE FROM batches WHERE id = ?", [number])


def write_batch(connection: sqlite3.Connection, batch: Batch) -> None:
    """Write a batch."""
    connection.execute(
        "INSERT INTO batches (id, label, origin, author, at, about) VALUES (?, ?, ?, ?, ?, ?)",
        [batch.id, batch.label, batch.origin, batch.author, batch.at.isoformat(), batch.about],
    )
    connection.executemany(
        "INSERT INTO changes (batch, place, path, before, after) VALUES (?, ?, ?, ?, ?)",
        (
            (batch.id, place, one.path, _maybe_text(one.before), _maybe_text(one.after))
            for place, one in enumerate(batch.changes)
        ),
    )


def apply(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Bring the answers up to date with changes."""
    for change in changes:
        if change.after is None:
            connection.execute("DELETE FROM answers WHERE path = ?", [change.path])
        else:
            connection.execute(
                "INSERT INTO answers (path, value) VALUES (?, ?) "
                "ON CONFLICT (path) DO UPDATE SET value = excluded.value",
                [change.path, encode(change.after)],
            )


def _maybe(text: str | None) -> Kept | None:
    return None if text is None else decode(text)


def _maybe_text(value: Kept | None) -> str | None:
    return None if value is None else encode(value)
