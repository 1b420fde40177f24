"""Reads the names that a proposal is about, without opening it: no lock, no template."""

import json
from contextlib import closing
from pathlib import Path

from roadmapper.proposal.naming import (
    CLEARANCE,
    CUSTOMER,
    DEVELOPER,
    MODEL,
    MODELS,
    TITLE,
    VENDOR,
    Name,
    names_in,
)
from roadmapper.store.connection import connect, plain_errors
from roadmapper.store.header import damaged, examine

_ASKED = (
    "SELECT path, value FROM answers WHERE path IN (?, ?, ?) "
    "OR (path >= ? AND path < ? AND (path LIKE ? OR path LIKE ? OR path LIKE ?))"
)
_WHAT = (
    *(CUSTOMER, VENDOR, TITLE),
    *(f"{MODELS}[", f"{MODELS}\\"),
    *(f"%].{column}" for column in (MODEL, DEVELOPER, CLEARANCE)),
)


def read_names(path: Path) -> tuple[Name, ...]:
    """Return the names of a proposal; takes about a millisecond.

    Raises:
        NotAProposalError: The file is empty, damaged or of another kind.
        FileError: There is no file, or it cannot be read.
    """
    examine(path)
    with plain_errors(path), closing(connect(path, write=False)) as connection:
        rows = connection.execute(_ASKED, _WHAT).fetchall()
    try:
        told = [(str(name), json.loads(value)) for name, value in rows]
    except (ValueError, TypeError, RecursionError) as error:
        raise damaged(path) from error
    return tuple(dict.fromkeys(names_in(told, path.stem)))
