"""The document as a tree of frozen values: what a proposal says, before anybody decides how a file looks.

Compose makes it, `outline` numbers it, the writers turn it into files. The unions `Inline` and `Block` are closed: a writer
ends its `match` with `assert_never`, so the type checker refuses a writer that forgets a node.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Source:
    """The one answer that a paragraph, item or cell is: its address and which part of it (0 for the first)."""

    path: str
    part: int = 0


# --- inline -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text; a line break inside it is kept as a line break."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A run of text that leads to the web (https:, http:), to mail (mailto:) or to a place inside ("#" and a key)."""

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
    """A raised number; its text stands beside the paragraph in PDF and at the foot of the page in Word."""

    number: int
    note: "tuple[Text | Link, ...]"


Inline = Text | Link | Reference | PageNumber | NoteMark
Line = tuple[Inline, ...]


# --- small parts --------------------------------------------------------------------------------


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
    """One line of the model-facts label; `level` 1 is indented, `heavy` draws a thick rule above the line."""

    label: str
    value: str
    level: int = 0
    tone: Tone = Tone.PLAIN
    heavy: bool = False
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process."""

    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """One tier of training: the higher, the fewer."""

    name: str
    who: str
    detail: str
    amount: str
    facts: tuple[str, ...] = ()


class ChartKind(StrEnum):
    """The kinds of chart. BARS are horizontal, one per category; COLUMNS stand; RANGE shows low, likely and high."""

    BARS = "bars"
    COLUMNS = "columns"
    STACKED = "stacked"
    LINE = "line"
    AREA = "area"
    RANGE = "range"
    DUMBBELL = "dumbbell"


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart, a value per category (None where there is none) and, if given, how each is written.

    RANGE has exactly three series: low, likely, high. DUMBBELL has two.
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


# --- blocks -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter, level 2 or 3; with `new_page` it begins a page."""

    text: str
    level: int = 2
    key: str = ""
    eyebrow: str = ""
    source: Source | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose."""

    line: Line
    look: ParagraphLook = ParagraphLook.BODY
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, one or two levels deep."""

    items: tuple[Item, ...]
    look: ListLook = ListLook.BULLET


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence set large in accent italic: the claim to remember."""

    line: Line
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Callout:
    """A tinted box with a short title."""

    title: str
    body: "tuple[Paragraph | Bullets, ...]"


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Two to four large figures in a row."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table. Its header row repeats on every page. `number` is set by `outline`."""

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """The model-facts label: a heavy frame that reads like a nutrition label."""

    key: str
    title: str
    headline: str
    summary: str
    facts: tuple[ModelFact, ...]
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A captioned chart, drawn as vectors in PDF and native in Word where Word has the kind. `alt` says what it shows."""

    key: str
    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    subtitle: str = ""
    unit: str = ""
    limit: Limit | None = None
    emphasised: tuple[int, ...] = ()
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Steps:
    """A short process from left to right."""

    items: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Tiers:
    """Training tiers as narrowing blocks, with an optional line of totals below."""

    items: tuple[Tier, ...]
    totals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lanes of bars over time, with decision gates; `alt` says what it shows."""

    key: str
    title: str
    start: date
    end: date
    gates: tuple[Gate, ...]
    lanes: tuple[Lane, ...]
    alt: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One numbered source; links and notes elsewhere lead to its key."""

    key: str
    number: int
    line: Line
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """The numbered list of sources."""

    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Two groups of blocks side by side; `share` is the left group's part of the width. Never nested."""

    left: "tuple[Block, ...]"
    right: "tuple[Block, ...]"
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Landscape:
    """Blocks on pages turned sideways. Never nested."""

    blocks: "tuple[Block, ...]"


Block = (
    Heading
    | Paragraph
    | Bullets
    | Quote
    | Callout
    | KeyFigures
    | Table
    | ModelFacts
    | Chart
    | Steps
    | Tiers
    | Timeline
    | Sources
    | Columns
    | Landscape
)


# --- the whole ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. `stations` are the stops of the route drawn across it (none: the route alone)."""

    organization: str
    version: str
    eyebrow: str
    title: str
    promise: str
    facts: tuple[Fact, ...]
    stations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The page of contents, made from the chapters, with the criteria as its legend."""

    title: str
    legend_title: str
    legend: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One numbered chapter; it begins on a new page.

    `title` stands in contents and running head, `headline` is the claim set large on its first page, `line` its one line in
    the contents.
    """

    key: str
    title: str
    headline: str
    line: str
    badges: tuple[Badge, ...]
    blocks: tuple[Block, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Properties:
    """What the files say about themselves. No login name, no machine; time comes from outside."""

    title: str
    subject: str
    organization: str
    language: str
    created: datetime
    revision: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready for any writer."""

    properties: Properties
    cover: Cover
    contents: Contents
    chapters: tuple[Chapter, ...]
    running_head: str
    foot: str


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block in reading order, the blocks inside columns and landscape pages after their holder."""
    for block in blocks:
        yield block
        match block:
            case Columns(left=left, right=right):
                yield from walk(left)
                yield from walk(right)
            case Landscape(blocks=inner):
                yield from walk(inner)
            case Callout(body=body):
                yield from walk(body)
            case _:
                pass


def plain(line: Line) -> str:
    """Return the text of a line as a reader sees it, without note marks and page numbers."""
    return "".join(part.text for part in line if isinstance(part, Text | Link | Reference))
