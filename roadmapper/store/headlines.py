"""The headline of a proposal: a row that every step renews, so that a list of many reads fast."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from roadmapper.proposal.headline import Headline, Progress
from roadmapper.store.connection import connect, plain_errors
from roadmapper.store.header import damaged, examine

_NAME = "headline"


def read_headline(path: Path) -> Headline | None:
    """Return what a list shows of a proposal, without opening it; None if nothing was kept yet.

    Needs neither lock nor template, and takes less than a millisecond.

    Raises:
        NotAProposalError: The file is empty, damaged or of another kind.
        FileError: There is no file, or it cannot be read.
    """
    examine(path)
    with plain_errors(path), closing(connect(path, write=False)) as connection:
        row = connection.execute("SELECT value FROM meta WHERE name = ?", [_NAME]).fetchone()
    try:
        return _headline(json.loads(row[0])) if row else None
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise damaged(path) from error


def write_headline(connection: sqlite3.Connection, told: Headline) -> None:
    """Keep a headline in place of the one there was."""
    texts = {"customer": told.customer, "name": told.name, "use_case": told.use_case}
    texts |= {"decision": told.decision, "status": told.status, "changed": told.changed.isoformat()}
    counts = told.progress
    numbers = [counts.answered, counts.asked, counts.essential_open]
    text = json.dumps({**texts, "progress": numbers}, ensure_ascii=False)
    connection.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [_NAME, text],
    )


def _headline(told: dict[str, str]) -> Headline:
    answered, asked, essential_open = (int(one) for one in told["progress"])
    return Headline(
        told["customer"],
        told["name"],
        told["use_case"],
        told["decision"],
        told["status"],
        Progress(answered, asked, essential_open),
        datetime.fromisoformat(told["changed"]),
    )
