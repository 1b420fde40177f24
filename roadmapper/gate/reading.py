"""What is read back from a finished file, Word or PDF, in one form that can be compared."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

# A line that ends in a hyphen is read back without it, and programs differ in the spaces they keep.
_LOOSE = re.compile(
    "[\\s\u2010\u2011\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc-\uffff-]+"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


class Kind(StrEnum):
    """What a passage is."""

    HEADING = "heading"
    TEXT = "text"
    CELL = "cell"
    CAPTION = "caption"
    NOTE = "note"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, cell, caption or note, or the words that stand for a picture.

    `level` is that of a heading. An `optional` one is said in words by one kind of file only,
    `loose` ones stand in another order in another kind, and `repeated` ones may stand there twice.
    """

    kind: Kind
    text: str
    level: int = 0
    optional: bool = False
    loose: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: how many rows and columns it has, and what its first cell says."""

    rows: int
    columns: int
    first: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers behind a native chart: a column for each series, and where they were read."""

    where: str
    series: tuple[tuple[Decimal | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a finished file says.

    `margins` are the texts at the edges of pages. `broken` are faults in the file itself, such as
    a link that leads nowhere, in words. The text of one that `is_drawn` was read from letters on
    paper; `drawn` is all of it, also what stands in pictures.
    """

    passages: tuple[Passage, ...]
    grids: tuple[Grid, ...] = ()
    links: tuple[str, ...] = ()
    charts: tuple[Numbers, ...] = ()
    margins: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    page_count: int = 0
    outline: tuple[str, ...] = ()
    is_drawn: bool = False
    drawn: str = ""
    comments: tuple[str, ...] = ()

    @property
    def is_flat(self) -> bool:
        """Return whether it was drawn, and nothing says what is a heading and what a paragraph."""
        return self.is_drawn and not self.of(Kind.HEADING)

    def of(self, *kinds: Kind) -> tuple[Passage, ...]:
        """Return the passages of these kinds."""
        return tuple(one for one in self.passages if one.kind in kinds)


def bare(text: str) -> str:
    """Return a text as it can be compared: without spaces, hyphens, case and ways of writing."""
    plain = _LOOSE.sub("", unicodedata.normalize("NFKC", _CONTROL.sub("", text)))
    return plain.casefold()


def spaced(texts: Iterable[str]) -> str:
    """Return texts as one, each space and line break as one space."""
    return " ".join(" ".join(texts).split())
