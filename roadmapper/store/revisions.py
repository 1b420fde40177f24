"""Revisions: what was sent out, with the answers it was made from.

Answers and anchors are kept for ever, as small differences from a snapshot; the documents
themselves only for the newest few of a kind, so that a proposal can still be mailed after many
exports, and briefs do not push out the document they go with.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from roadmapper.proposal.answers import Answers
from roadmapper.store import packing
from roadmapper.store.journal import decode, encode

DOCUMENTS = 3
"""How many of the newest documents of an audience and format are kept whole; of older ones the
fingerprint stays."""


@dataclass(frozen=True, slots=True)
class RevisionNote:
    """What a list of revisions shows: what was sent out, when, made how and from which step.

    `made` says the rest of how: what was chosen for the document, and the packs and their dates.
    """

    id: str
    at: datetime
    batch: int
    name: str
    format: str
    audience: str
    paper: str
    template_version: str
    sha256: str
    size: int
    made: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Revision:
    """One exported document with all that a later reading of it needs.

    `anchors` lead from a bookmark of a Word file to the address of the answer that its text is,
    and after "#" the part of that answer. `content` is None once newer documents took its place.
    """

    note: RevisionNote
    answers: Answers
    anchors: Mapping[str, str]
    content: bytes | None


_INSERT = (
    "INSERT OR REPLACE INTO revisions (id, at, batch, name, format, audience, paper, "
    "template_version, sha256, size, made, answers_from, answers, anchors_from, anchors, content) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_NOTES = (
    "SELECT id, at, batch, name, format, audience, paper, template_version, sha256, size, made "
    "FROM revisions ORDER BY rowid"
)
_ONE = (
    "SELECT answers_from, answers, anchors_from, anchors, content, "
    "id, at, batch, name, format, audience, paper, template_version, sha256, size, made "
    "FROM revisions WHERE id = ?"
)
_FORGET = (
    "UPDATE revisions SET content = NULL WHERE content IS NOT NULL "
    "AND format = ? AND audience = ? AND rowid NOT IN "
    "(SELECT rowid FROM revisions WHERE content IS NOT NULL AND format = ? AND audience = ? "
    "ORDER BY rowid DESC LIMIT ?)"
)


def write_revision(connection: sqlite3.Connection, revision: Revision) -> None:
    """Add a revision; the same revision exported again replaces itself."""
    answers = {path: encode(value) for path, value in revision.answers.items() if value is not None}
    told = revision.note
    row = (
        told.id,
        told.at.isoformat(),
        told.batch,
        told.name,
        told.format,
        told.audience,
        told.paper,
        told.template_version,
        told.sha256,
        told.size,
        json.dumps(dict(told.made), sort_keys=True),
        *packing.keep(connection, "answers", answers),
        *packing.keep(connection, "anchors", revision.anchors),
        revision.content,
    )
    connection.execute(_INSERT, row)
    kind = [told.format, told.audience]
    connection.execute(_FORGET, [*kind, *kind, DOCUMENTS])


def read_notes(connection: sqlite3.Connection) -> tuple[RevisionNote, ...]:
    """Return what there is, oldest first."""
    return tuple(_note(row) for row in connection.execute(_NOTES))


def read_revision(connection: sqlite3.Connection, key: str) -> Revision | None:
    """Return the revision with this id, None if it was not made from this file.

    Raises:
        ValueError: What was kept is damaged.
    """
    row = connection.execute(_ONE, [key]).fetchone()
    if row is None:
        return None
    answers_from, answers, anchors_from, anchors, content, *told = row
    values = packing.kept(connection, answers_from, answers)
    return Revision(
        _note(told),
        Answers({path: decode(value) for path, value in values.items()}),
        packing.kept(connection, anchors_from, anchors),
        content,
    )


def _note(row: list[str | int] | tuple[str | int, ...]) -> RevisionNote:
    key, at, batch, name, kind, audience, paper, version, digest, size, made = row
    return RevisionNote(
        str(key),
        datetime.fromisoformat(str(at)),
        int(batch),
        str(name),
        str(kind),
        str(audience),
        str(paper),
        str(version),
        str(digest),
        int(size),
        {str(name): str(value) for name, value in dict(json.loads(str(made))).items()},
    )
