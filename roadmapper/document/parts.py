"""The small parts of the document tree: runs of text, cells, facts, steps, bars."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Source:
    """The one answer that a paragraph, item or cell is: its address, and which part (from 0)."""

    path: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text; a line break inside it is kept as a line break."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A run of text that leads to the web, to mail (mailto:) or inside ("#" and a key)."""

    text: str
    target: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to a captioned block, shown as its label ("Table 3")."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page on which the block with this key begins; each writer fills it in."""

    key: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A raised number; its text stands beside the paragraph in PDF, at the foot in Word."""

    number: int
    note: "tuple[Text | Link, ...]"


Inline = Text | Link | Reference | PageNumber | NoteMark
Line = tuple[Inline, ...]


class Tone(StrEnum):
    """The colour of a part, by meaning; printed grey it still reads."""

    PLAIN = "plain"
    ACCENT = "accent"
    PLUM = "plum"
    GOLD = "gold"
    SLATE = "slate"
    CLAY = "clay"
    SAGE = "sage"
    WARN = "warn"


class Align(StrEnum):
    """Where the text of a table column stands."""

    LEFT = "left"
    RIGHT = "right"


class ParagraphLook(StrEnum):
    """Which paragraph style of the style sheet a paragraph wears."""

    BODY = "body"
    LEAD = "lead"
    SMALL = "small"


class ListLook(StrEnum):
    """What stands before each item of a list."""

    BULLET = "bullet"
    NUMBER = "number"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Badge:
    """A criterion this chapter answers: its number (1 to 6) and short name."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A small label with its value, as on the cover."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Item:
    """One list item; `level` 0 or 1."""

    line: Line
    level: int = 0
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number set large, what it is, and where it comes from."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its heading, where its text stands, and its share of the width (relative)."""

    title: str
    align: Align = Align.LEFT
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: one or more paragraphs, each a line."""

    paragraphs: tuple[Line, ...] = ()
    source: Source | None = None
    bold: bool = False
    badges: tuple[Badge, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; an emphasised row carries a tint."""

    cells: tuple[Cell, ...]
    emphasised: bool = False


@dataclass(frozen=True, slots=True)
class ModelFact:
    """One line of the model-facts label; `level` 1 is indented, `heavy` has a thick rule above.

    `about` is the address of what it tells, also where nothing is answered there; no file shows it.
    """

    label: str
    value: str
    level: int = 0
    tone: Tone = Tone.PLAIN
    heavy: bool = False
    source: Source | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process."""

    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of training: the higher, the fewer. `sources` are those of the facts, in order."""

    name: str
    who: str
    detail: str
    amount: str
    facts: tuple[str, ...] = ()
    detail_source: Source | None = None
    sources: tuple[Source | None, ...] = ()


class ChartKind(StrEnum):
    """The kinds of chart: BARS lie, COLUMNS stand, RANGE shows low, likely and high.

    HISTOGRAM has columns that touch. TORNADO has one bar per input around the limit, from one
    series to the other. WATERFALL has one series of signed steps; its emphasised ones are totals.
    """

    BARS = "bars"
    COLUMNS = "columns"
    STACKED = "stacked"
    LINE = "line"
    AREA = "area"
    RANGE = "range"
    DUMBBELL = "dumbbell"
    HISTOGRAM = "histogram"
    TORNADO = "tornado"
    WATERFALL = "waterfall"


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: a value per category, None where there is none; `labels` say how.

    RANGE has three series: low, likely, high; DUMBBELL two. AREA has one, or low and high, or low,
    likely and high; more are lines for comparison.
    """

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """A line across a chart, such as the drift trigger."""

    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Flag:
    """An upright line at a category, such as the month from which one is ahead; halves lie between.

    In a histogram it stands between two columns.
    """

    at: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a timeline lane."""

    text: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane of a timeline."""

    name: str
    tone: Tone
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """A decision gate on a timeline."""

    name: str
    on: date
