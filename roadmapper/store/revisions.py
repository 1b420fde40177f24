"""Revisions: what was sent out, with the answers it was made from."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from roadmapper.proposal.answers import Answers
from roadmapper.store.journal import decode, encode


@dataclass(frozen=True, slots=True)
class Revision:
    """One exported document: its file, and the answers and anchors it was made from."""

    id: str
    at: datetime
    batch: int
    name: str
    answers: Answers
    anchors: Mapping[str, str]
    content: bytes

    @property
    def sha256(self) -> str:
        """The fingerprint of the file."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class RevisionNote:
    """What a list of revisions shows; the document itself stays in the file."""

    id: str
    at: datetime
    batch: int
    name: str
    sha256: str
    size: int


def write_revision(connection: sqlite3.Connection, revision: Revision) -> None:
    """Add a revision; the same revision exported again replaces itself."""
    answers = {path: encode(value) for path, value in revision.answers.items() if value is not None}
    connection.execute(
        "INSERT OR REPLACE INTO revisions "
        "(id, at, batch, name, sha256, answers, anchors, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            revision.id,
            revision.at.isoformat(),
            revision.batch,
            revision.name,
            revision.sha256,
            json.dumps(answers, ensure_ascii=False),
            json.dumps(dict(revision.anchors), ensure_ascii=False),
            revision.content,
        ],
    )


def read_notes(connection: sqlite3.Connection) -> tuple[RevisionNote, ...]:
    """Return what there is, oldest first."""
    rows = connection.execute(
        "SELECT id, at, batch, name, sha256, length(content) FROM revisions ORDER BY rowid"
    )
    return tuple(
        RevisionNote(key, datetime.fromisoformat(at), batch, name, digest, size)
        for key, at, batch, name, digest, size in rows
    )


def read_revision(connection: sqlite3.Connection, key: str) -> Revision | None:
    """Return the revision with this id, None if it was not made from this file."""
    row = connection.execute(
        "SELECT at, batch, name, answers, anchors, content FROM revisions WHERE id = ?", [key]
    ).fetchone()
    if row is None:
        return None
    at, batch, name, answers, anchors, content = row
    kept = {path: decode(value) for path, value in json.loads(answers).items()}
    return Revision(
        key,
        datetime.fromisoformat(at),
        batch,
        name,
        Answers(kept),
        json.loads(anchors),
        content,
    )
