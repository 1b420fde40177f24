"""The document as a tree of frozen values: what a proposal says, before any file has a look.

Compose makes it, `outline` numbers it, the writers turn it into files. The unions `Inline` and
`Block` are closed: a writer ends its `match` with `assert_never`, so the type checker refuses a
writer that forgets a node.
"""

from dataclasses import dataclass
from datetime import datetime

from roadmapper.document.nodes import (
    Block,
    Bullets,
    Callout,
    Chart,
    Columns,
    Heading,
    KeyFigures,
    Landscape,
    ModelFacts,
    Paragraph,
    Quote,
    SourceEntry,
    Sources,
    Steps,
    Table,
    Tiers,
    Timeline,
    plain,
    walk,
)
from roadmapper.document.parts import (
    Align,
    Badge,
    Bar,
    Cell,
    ChartKind,
    Column,
    Fact,
    Flag,
    Gate,
    Inline,
    Item,
    KeyFigure,
    Lane,
    Limit,
    Line,
    Link,
    ListLook,
    ModelFact,
    NoteMark,
    PageNumber,
    ParagraphLook,
    Reference,
    Row,
    Series,
    Source,
    Step,
    Text,
    Tier,
    Tone,
)

__all__ = [
    "Align",
    "Badge",
    "Bar",
    "Block",
    "Bullets",
    "Callout",
    "Cell",
    "Chapter",
    "Chart",
    "ChartKind",
    "Column",
    "Columns",
    "Contents",
    "Cover",
    "Document",
    "Fact",
    "Flag",
    "Gate",
    "Heading",
    "Inline",
    "Item",
    "KeyFigure",
    "KeyFigures",
    "Landscape",
    "Lane",
    "Limit",
    "Line",
    "Link",
    "ListLook",
    "ModelFact",
    "ModelFacts",
    "NoteMark",
    "PageNumber",
    "Paragraph",
    "ParagraphLook",
    "Properties",
    "Quote",
    "Reference",
    "Row",
    "Series",
    "Source",
    "SourceEntry",
    "Sources",
    "Step",
    "Steps",
    "Table",
    "Text",
    "Tier",
    "Tiers",
    "Timeline",
    "Tone",
    "plain",
    "walk",
]


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page; `stations` are the stops of the route drawn across it.

    A `banded` one is a band across the top of a page, and the text begins below it.
    """

    organization: str
    version: str
    eyebrow: str
    title: str
    promise: str
    facts: tuple[Fact, ...]
    stations: tuple[str, ...] = ()
    title_source: Source | None = None
    promise_source: Source | None = None
    banded: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The page of contents, made from the chapters, with the criteria as its legend."""

    title: str
    legend_title: str
    legend: tuple[Badge, ...]
    annexes_title: str = "Annexes"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One numbered chapter; it begins on a new page.

    `title` stands in contents and running head, `headline` is the claim set large on its first
    page, `line` its one line in the contents. Annexes follow the chapters and bear letters.
    """

    key: str
    title: str
    headline: str
    line: str
    badges: tuple[Badge, ...]
    blocks: tuple[Block, ...]
    number: int = 0
    annex: bool = False

    @property
    def mark(self) -> str:
        """Its number, or its letter if it is an annex; empty until it is numbered."""
        return chr(ord("A") + self.number - 1) if self.annex and self.number else self._digits

    @property
    def sign(self) -> str:
        """What stands large at its beginning: "3", or "Annex A"."""
        return f"Annex {self.mark}" if self.annex and self.number else self._digits

    @property
    def name(self) -> str:
        """Its title with what it is counted as: "3 Continuity", "Annex A Working detail"."""
        return f"{self.sign} {self.title}".strip()

    @property
    def _digits(self) -> str:
        return str(self.number or "")


@dataclass(frozen=True, slots=True)
class Properties:
    """What the files say about themselves. No login name, no machine; time comes from outside.

    `carried` is what a PDF holds besides, for programs, by the name it stands under.
    """

    title: str
    subject: str
    organization: str
    language: str
    created: datetime
    revision: str
    carried: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready for any writer.

    One without contents has a banded cover, and a single chapter that begins below it; a bare one
    has neither cover nor contents.
    """

    properties: Properties
    cover: Cover
    contents: Contents | None
    chapters: tuple[Chapter, ...]
    running_head: str
    foot: str
    bare: bool = False
