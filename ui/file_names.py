"""Names of proposal files: such that every system takes, free ones, and changed ones."""

import re
from pathlib import Path

from roadmapper.errors import FileError
from ui.home.entries import SUFFIX
from ui.words import _


def file_name(words: str) -> str:
    """Return a text as a file name that every system takes."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]', " ", words)
    return " ".join(plain.split()).strip(". ")[:120] or _("Proposal")


def move_file(path: Path, target: Path) -> None:
    """Give a file another name, never that of another file.

    Raises:
        FileError: There is a file of that name.
        OSError: The folder lets nothing be renamed.
    """
    if target.exists() and not target.samefile(path):
        raise FileError(
            _("There is a file “{name}” already. Choose another name.").format(name=target.name)
        )
    path.rename(target)


def free_name(folder: Path, name: str) -> Path:
    """Return a path that is not taken, with a number if need be."""
    path, number = folder / f"{name}{SUFFIX}", 2
    while path.exists():
        path = folder / f"{name} {number}{SUFFIX}"
        number += 1
    return path
