"""Reads the names and sources of a proposal, without opening it: no lock, no template."""

from contextlib import closing
from pathlib import Path

from roadmapper.proposal.answers import Answers
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
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.sources import COLUMNS, Known, sources_in
from roadmapper.store.connection import connect, plain_errors
from roadmapper.store.header import damaged, examine
from roadmapper.store.journal import Kept, decode

_ASKED = (
    "SELECT path, value FROM answers WHERE path IN (?, ?, ?) "
    "OR (path >= ? AND path < ? AND (path LIKE ? OR path LIKE ? OR path LIKE ?))"
)
_REGISTER = "SELECT path, value FROM answers WHERE path = ? OR (path >= ? AND path < ?)"
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
    return tuple(dict.fromkeys(names_in(_read(path, _ASKED, _WHAT), path.stem)))


def read_sources(path: Path) -> tuple[Known, ...]:
    """Return what a proposal says of its sources; takes about a millisecond.

    Raises:
        NotAProposalError: The file is empty, damaged or of another kind.
        FileError: There is no file, or it cannot be read.
    """
    wanted = (REGISTER, *(f"].{column}" for column in COLUMNS))
    told = {
        name: value
        for name, value in _read(path, _REGISTER, (REGISTER, f"{REGISTER}[", f"{REGISTER}\\"))
        if name.endswith(wanted)
    }
    return tuple(sources_in(Answers(told), path.stem))


def _read(path: Path, query: str, what: tuple[str, ...]) -> list[tuple[str, Kept]]:
    examine(path)
    with plain_errors(path), closing(connect(path, write=False)) as connection:
        rows = connection.execute(query, what).fetchall()
    try:
        return [(str(name), decode(value)) for name, value in rows]
    except (ValueError, TypeError, RecursionError) as error:
        raise damaged(path) from error
