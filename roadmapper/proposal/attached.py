"""The file that is attached to a source: its name, hash and size, kept as an answer about its row.

The bytes are the store's. A name comes from outside, and so may the whole proposal: a name is made
harmless whenever it is read.
"""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from roadmapper.errors import ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import FILES
from roadmapper.template.kinds import Value

LARGEST = 25_000_000
"""The most bytes one attached file may have."""

MOST = 100_000_000
"""The most bytes the attached files of one proposal may have together."""

_PARTS = 3
_HASH = re.compile(r"[0-9a-f]{64}")
_SIZE = re.compile(r"[0-9]{1,12}")
# Characters no system takes in a name, and those that are not seen or turn what is read around.
_STRANGE = re.compile(
    '[\\\\/:*?"<>|\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff'
    "\ufff9-\ufffb\ud800-\udfff]"
)
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_LONGEST = 100
_ENDING = 12

_DOCUMENTS = frozenset(
    {".pdf", ".txt", ".md", ".csv", ".tsv", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"}
)
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp"})
_OPENED = _DOCUMENTS | _PICTURES
"""How files end that are documents and pictures; all else, such as a program, is never opened."""


class Attached(NamedTuple):
    """An attached file: a name that every system takes, its hash, its size in bytes."""

    name: str
    sha256: str
    size: int

    @property
    def value(self) -> tuple[str, str, str]:
        """The answer that says so."""
        return self.name, self.sha256, str(self.size)

    @property
    def opens(self) -> bool:
        """Whether it may be given to another program; else it can only be saved."""
        return PurePath(self.name).suffix.lower() in _OPENED


def file_at(row: str) -> str:
    """Return the address of the file that is attached to a source."""
    return f"{FILES}.{REGISTER}[{row}]"


def attached(answers: Answers, row: str) -> Attached | None:
    """Return the file that is attached to a source, None if there is none."""
    return attached_in(answers.value(file_at(row)))


def attached_in(value: Value) -> Attached | None:
    """Return the file that a value names, None if it names none."""
    if not isinstance(value, tuple) or len(value) != _PARTS:
        return None
    name, key, size = value
    if not _HASH.fullmatch(key) or not _SIZE.fullmatch(size):
        return None
    return Attached(safe_name(name), key, int(size))


def checked(value: tuple[str, ...]) -> tuple[str, ...]:
    """Return a value that names an attached file.

    Raises:
        ValueRefusedError: It names none.
    """
    found = attached_in(value)
    if found is None:
        raise ValueRefusedError(
            "A file is attached with: roadmapper attach FILE.roadmap ROW PATH. Its name, hash and "
            "size are kept as the answer."
        )
    return found.value


def hashes_in(values: Iterable[Value]) -> frozenset[str]:
    """Return the hashes of the files that these values name."""
    found = (attached_in(value) for value in values)
    return frozenset(one.sha256 for one in found if one is not None)


def all_attached(answers: Answers) -> dict[str, Attached]:
    """Return the attached files by the row of their source, in the order of the register."""
    found = ((row, attached(answers, row)) for row in answers.rows(REGISTER))
    return {row: one for row, one in found if one is not None}


def safe_name(name: str) -> str:
    """Return a name as a file name that every system takes and that shows how it really ends."""
    plain = " ".join(_STRANGE.sub(" ", name).split()).strip(". ")
    plain = f"_{plain}" if _DEVICES.match(plain) else plain
    path = PurePath(plain or "attached")
    ending = path.suffix if len(path.suffix) <= _ENDING else ""
    return f"{path.name.removesuffix(ending)[: _LONGEST - len(ending)].rstrip(' .')}{ending}"


def size_text(size: int) -> str:
    """Return a size as a person reads it."""
    for unit, one in (("MB", 1_000_000), ("KB", 1_000)):
        if size >= one:
            return f"{size / one:.1f} {unit}"
    return f"{size} bytes" if size != 1 else "1 byte"
