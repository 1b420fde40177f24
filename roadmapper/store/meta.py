"""What a proposal file says of itself."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roadmapper.errors import NewerFormatError
from roadmapper.store import schema


@dataclass(frozen=True, slots=True)
class Meta:
    """The template a proposal answers, and when it was begun."""

    template: str
    template_version: str
    created: str


def new_meta(template: str, version: str, clock: Callable[[], datetime]) -> dict[str, str]:
    """Return the rows of a new file."""
    return {
        "template": template,
        "template_version": version,
        "created": clock().isoformat(),
        "program": schema.PROGRAM,
    }


def read_meta(connection: sqlite3.Connection) -> Meta:
    """Return what a file says of itself.

    Raises:
        KeyError: It does not say which template it answers.
    """
    known = _rows(connection)
    return Meta(known["template"], known.get("template_version", ""), known.get("created", ""))


def newer(path: Path, connection: sqlite3.Connection) -> NewerFormatError:
    """Return the error for a file that a newer program wrote; it names the program."""
    program = _rows(connection).get("program", "a newer version")
    return NewerFormatError(
        f'"{path.name}" was written by a newer Roadmapper and was left as it is. '
        f"Install Roadmapper {program} or later to open it."
    )


def _rows(connection: sqlite3.Connection) -> dict[str, str]:
    wanted = (
        "SELECT name, value FROM meta "
        "WHERE name IN ('template', 'template_version', 'created', 'program')"
    )
    return dict(connection.execute(wanted))
