"""The blocks of a document: everything a chapter may hold, as frozen values."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roadmapper.document.parts import (
    ChartKind,
    Column,
    Flag,
    Gate,
    Item,
    KeyFigure,
    Lane,
    Limit,
    Line,
    Link,
    ListLook,
    ModelFact,
    ParagraphLook,
    Reference,
    Row,
    Series,
    Source,
    Step,
    Text,
    Tier,
)


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
    """A captioned table. Its header row repeats on every page. `number` is set by `outline`.

    A `dense` one is set smaller and closer, as in annexes.
    """

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    number: int = 0
    dense: bool = False


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
    """A captioned chart: vectors in PDF, native in Word where Word has the kind; `alt` says it.

    `places` is how many decimals are written, if not as many as the numbers have.
    """

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
    flag: Flag | None = None
    places: int | None = None


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
    """Two groups of blocks side by side; `share` is the left one's part of the width."""

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


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block in reading order, what a block holds after it."""
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
