"""The formats of a proposal file, oldest first.

A released migration is never edited; a new format is a new function. Only writers import this
module: sqlite-utils takes a tenth of a second to load.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from roadmapper.store import schema
from roadmapper.store.header import APPLICATION_ID

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


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database, empty or of an older format, to the newest format, in one step."""
    db = Database(connection, execute_plugins=False)
    with db.atomic():
        MIGRATIONS.apply(db)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={schema.FORMAT}")
