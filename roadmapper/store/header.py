"""What can be told about a file before SQLite touches it, so that no other file is altered."""

import os
import stat
from pathlib import Path
from threading import RLock
from typing import NamedTuple

from roadmapper.errors import FileError, NotAProposalError

APPLICATION_ID = 0x524F4144
"""The mark in the header of a proposal file: the letters ROAD."""

CLOSING = RLock()
"""Held while a file is read by hand, and while one is written through SQLite.

When any thread closes a file, the system drops all locks that this process holds on it; another
program could then take a change that is being written for one that was cut off.
"""

_LENGTH = 100
_SQLITE = b"SQLite format 3\x00"
_ROLLBACK_JOURNAL = b"\x01\x01"
_KNOWN = (
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


class Header(NamedTuple):
    """The format a proposal file says it has, and whether it may be changed."""

    format: int
    writable: bool


def examine(path: Path) -> Header:
    """Return what the header of a proposal file says.

    Raises:
        NotAProposalError: The file is empty, or of another kind.
        FileError: There is no file, it is a folder, or it may not be read.
    """
    head, size = _head(path)
    if not size:
        raise NotAProposalError(
            f'"{path.name}" is empty, so there is no proposal in it. '
            "Take a copy from your backup or the mail it came with."
        )
    if not head.startswith(_SQLITE):
        raise NotAProposalError(
            f'"{path.name}" is {_kind(head)}, not a proposal. '
            "Choose a file made by Roadmapper; its name usually ends in .roadmap."
        )
    if len(head) < _LENGTH:
        raise damaged(path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotAProposalError(
            f'"{path.name}" belongs to another program, or its beginning is damaged. '
            "Choose a file made by Roadmapper, or take a copy from your backup."
        )
    written = int.from_bytes(head[60:64], "big")
    # A proposal never uses a write-ahead log; opening a file that claims to would make two more.
    if head[18:20] != _ROLLBACK_JOURNAL or written < 1:
        raise damaged(path)
    return Header(written, is_writable(path))


def damaged(path: Path) -> NotAProposalError:
    """Return the error for a proposal file that cannot be read any more."""
    return NotAProposalError(
        f'"{path.name}" is damaged and was left as it is. '
        "Take a copy from your backup or the mail it came with."
    )


def is_writable(path: Path) -> bool:
    """Return whether a file may be changed: it and its folder, where the rollback journal lies."""
    return _allows_writing(path) and _allows_writing(path.resolve().parent)


def _allows_writing(path: Path) -> bool:
    # A superuser may write everything; whoever took every write permission away still meant it.
    marked = path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    return bool(marked) and os.access(path, os.W_OK)


def _head(path: Path) -> tuple[bytes, int]:
    try:
        if path.is_dir():
            raise FileError(f'"{path.name}" is a folder. Name a proposal file inside it.')
        if path.exists() and not path.is_file():
            raise NotAProposalError(f'"{path.name}" is a device, not a proposal file.')
        with CLOSING, path.open("rb") as file:
            return file.read(_LENGTH), os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise FileError(
            f'There is no file "{path}". Check the name, or make one with: roadmapper new FILE.'
        ) from None
    except PermissionError:
        raise FileError(
            f'"{path.name}" may not be read by you. Ask its owner, or choose a copy.'
        ) from None
    except (OSError, ValueError) as error:
        raise FileError(f'"{path.name}" cannot be read ({error}). Check the name.') from None


def _kind(head: bytes) -> str:
    for start, name in _KNOWN:
        if head.startswith(start):
            return name
    try:
        head.decode()
    except UnicodeDecodeError as error:
        return "a text file" if error.start > _LENGTH - 4 else "of another kind"
    return "of another kind" if b"\x00" in head else "a text file"
