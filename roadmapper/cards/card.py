"""A model card in our own terms: what its questions are, and what one card answers to them.

Everything is text, as it is kept: a choice by its value, yes and no by these words. Rooms above
know where in a proposal a card lies; here it is a thing of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """A question of a card, or a column of a table in it. `given` are rows the template gives."""

    id: str
    label: str
    one_line: bool = False
    internal: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    columns: "Mapping[str, Field]" = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    def shown(self, text: str) -> str:
        """Return an answer as it is read: a choice by its label."""
        return self.options.get(text, text)


Fields = Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `id` is that of a given row, or of a row in a proposal."""

    cells: Mapping[str, str]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a foreign card, and where it stands there."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A longer text that was read as one of our choices."""

    piece: Piece
    label: str
    choice: str


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says."""

    texts: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    form: str = ""
    """The format and its version, as a person reads it."""
    pack: str = ""
    """The name of the format."""
    unplaced: tuple[Piece, ...] = ()
    readings: tuple[Reading, ...] = ()
    warnings: tuple[str, ...] = ()
    source: str = ""
    """The text it was read from, which is kept beside it."""

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a table."""
        return self.tables.get(name, ())

    def given(self, name: str, row: str) -> Mapping[str, str]:
        """Return the cells of a row that the template gives."""
        return next((one.cells for one in self.rows(name) if one.id == row), {})
