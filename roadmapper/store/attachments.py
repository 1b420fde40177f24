"""Attached files, kept by their hash: each once, however many answers name it.

They are bytes and nothing more; nothing that is in them is ever read by this program.
"""

import sqlite3
from hashlib import sha256

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import hashes_in
from roadmapper.proposal.history import History
from roadmapper.proposal.path import FILES
from roadmapper.store import journal


def keep(connection: sqlite3.Connection, content: bytes) -> str:
    """Keep a file and return its hash; one that is there already is not kept twice."""
    key = sha256(content).hexdigest()
    row = "INSERT OR IGNORE INTO attachments (sha256, size, content) VALUES (?, ?, ?)"
    connection.execute(row, [key, len(content), content])
    return key


def kept(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the hashes of all files that are kept."""
    return frozenset(key for (key,) in connection.execute("SELECT sha256 FROM attachments"))


def read(connection: sqlite3.Connection, key: str) -> bytes | None:
    """Return the file of this hash, None if it is not kept.

    Raises:
        ValueError: It is not what was kept.
    """
    found = connection.execute("SELECT content FROM attachments WHERE sha256 = ?", [key]).fetchone()
    if found is None:
        return None
    content = bytes(found[0])
    if sha256(content).hexdigest() != key:
        raise ValueError(key)
    return content


def drop_unnamed(connection: sqlite3.Connection) -> bool:
    """Drop the files that no answer names, nor a step that undo or redo can reach.

    Returns whether there were any. A file whose answer was never written, because the program was
    ended in between, goes this way too.
    """
    unnamed = kept(connection)
    if unnamed:
        unnamed -= _named(connection)
    connection.executemany("DELETE FROM attachments WHERE sha256 = ?", ([one] for one in unnamed))
    return bool(unnamed)


def _named(connection: sqlite3.Connection) -> frozenset[str]:
    first = journal.last_batch(connection) - journal.RECENT
    history = History.of(journal.read_log(connection, after=first))
    steps = (*history.undoable, *history.redoable)
    values = {
        value
        for batch in steps
        for one in batch.changes
        if one.path.startswith(f"{FILES}.")
        for value in (one.before, one.after)
    }
    rows = connection.execute(
        "SELECT path, value FROM answers WHERE path >= ? AND path < ?", [f"{FILES}.", f"{FILES}/"]
    )
    answers = Answers({path: journal.decode(text) for path, text in rows})
    return hashes_in((*values, *answers.values()))
