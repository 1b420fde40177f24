"""The formats of a proposal file, oldest first.

A released migration is never edited; a new format is a new function. Only writers import this
module: sqlite-utils takes a tenth of a second to load.
"""

import json
import sqlite3
from pathlib import Path
from typing import Any

from sqlite_utils import Database, Migrations

from roadmapper.store import schema
from roadmapper.store.header import APPLICATION_ID
from roadmapper.store.packing import keep

MIGRATIONS = Migrations("roadmapper")


@MIGRATIONS()
def format_1(db: Database) -> None:
    """Make the tables of the first format."""
    table = db.table
    table("meta").create({"name": str, "value": str}, pk="name")
    table("answers").create({"path": str, "value": str}, pk="path", not_null={"value"})
    table("batches").create(
        {"id": int, "label": str, "origin": str, "author": str, "at": str, "about": int}, pk="id"
    )
    table("changes").create(
        {"batch": int, "place": int, "path": str, "before": str, "after": str},
        pk=("batch", "place"),
    )
    table("revisions").create(
        {
            "id": str,
            "at": str,
            "batch": int,
            "name": str,
            "sha256": str,
            "answers": str,
            "anchors": str,
            "content": bytes,
        },
        pk="id",
    )
    table("files").create(
        {"id": str, "name": str, "at": str, "sha256": str, "content": bytes}, pk="id"
    )
    table("lock").create(
        {
            "id": int,
            "token": str,
            "machine": str,
            "user": str,
            "process": str,
            "since": str,
            "heartbeat": str,
        },
        pk="id",
    )


@MIGRATIONS()
def format_2(db: Database) -> None:
    """Keep answers and anchors of revisions as differences; remember who and what they were for."""
    db.table("snapshots").create({"id": int, "kind": str, "content": bytes}, pk="id")
    rows = list(db.query("SELECT * FROM revisions ORDER BY rowid"))
    db.table("revisions").drop()
    db.table("revisions").create(
        {
            "id": str,
            "at": str,
            "batch": int,
            "name": str,
            "format": str,
            "audience": str,
            "paper": str,
            "template_version": str,
            "sha256": str,
            "size": int,
            "answers_from": int,
            "answers": bytes,
            "anchors_from": int,
            "anchors": bytes,
            "content": bytes,
        },
        pk="id",
    )
    for row in rows:
        _keep_as_differences(db, row)


def _keep_as_differences(db: Database, row: dict[str, Any]) -> None:
    """Write a revision of format 1 as format 2 keeps it; what it did not say stays empty."""
    told = {key: row[key] for key in ("id", "at", "batch", "name", "sha256", "content")}
    told |= {"format": Path(row["name"]).suffix[1:].lower(), "size": len(row["content"])}
    told |= {"audience": "", "paper": "", "template_version": ""}
    for kind in ("answers", "anchors"):
        told[f"{kind}_from"], told[kind] = keep(db.conn, kind, json.loads(row[kind]))
    db.table("revisions").insert(told)


@MIGRATIONS()
def format_3(db: Database) -> None:
    """Remember of each revision how it was made, so that an export can be told from another."""
    db.table("revisions").add_column("made", str, not_null_default="{}")


@MIGRATIONS()
def format_4(db: Database) -> None:
    """Keep attached files by their hash; the table of the first format was never used."""
    db.table("files").drop()
    db.table("attachments").create(
        {"sha256": str, "size": int, "content": bytes}, pk="sha256", not_null={"size", "content"}
    )


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database, empty or of an older format, to the newest format, in one step."""
    db = Database(connection, execute_plugins=False)
    with db.atomic():
        MIGRATIONS.apply(db)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={schema.FORMAT}")
