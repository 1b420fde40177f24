"""Trimming the log: it is history and may be cut, the answers are the truth and are not touched.

The rule: steps older than 90 days go, from the oldest on, but never one that undo or redo can
reach, and never one of those that a session reads when it begins. It is done when a file is opened
for changes, in the transaction that takes the lock, so a kill leaves all or nothing of it.
"""

import json
import sqlite3
from datetime import datetime, timedelta

from roadmapper.proposal.history import History
from roadmapper.store import journal

KEPT_FOR = timedelta(days=90)
"""Steps younger than this always stay."""

_ROWS = "used_rows"


def trim(connection: sqlite3.Connection, now: datetime, read: int) -> None:
    """Drop the old beginning of the log; the last `read` steps stay whatever their age.

    Raises:
        ValueError: A row is damaged; then nothing was dropped.
    """
    first = _first_kept(connection, now, read)
    if first is None:
        return
    log = journal.read_log(connection)
    history = History.of(log)
    first = min([first, *(one.id for one in (*history.undoable, *history.redoable))])
    if History.of(batch for batch in log if batch.id >= first) != history:
        return
    _keep_rows(connection)
    connection.execute("DELETE FROM changes WHERE batch < ?", [first])
    connection.execute("DELETE FROM batches WHERE id < ?", [first])


def dropped_rows(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the row ids that were named in what was dropped; they are never used again."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", [_ROWS]).fetchone()
    return frozenset(str(one) for one in json.loads(row[0])) if row else frozenset()


def _first_kept(connection: sqlite3.Connection, now: datetime, read: int) -> int | None:
    """Return the first step to keep by number and age; None if no older one is there."""
    last = journal.last_batch(connection) - read
    steps = connection.execute("SELECT id, at FROM batches ORDER BY id").fetchall()
    kept = (
        number
        for number, at in steps
        if number > last or now - datetime.fromisoformat(at) < KEPT_FOR
    )
    first = next(kept, None)
    return None if not steps or first == steps[0][0] else first


def _keep_rows(connection: sqlite3.Connection) -> None:
    rows = sorted(journal.read_rows(connection) | dropped_rows(connection))
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [_ROWS, json.dumps(rows)])
