"""What a template says of a document: wordings, blocks, chapters and briefs, as frozen values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison, named by `test`, of one question with one value, or any of others too."""

    question: str
    test: str
    value: str | bool | int
    column: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """Sentences that may be said, and when."""

    sentences: tuple[str, ...]
    when: tuple[Condition, ...] = ()


Wording = tuple[Alternative, ...]
"""The first alternative that holds and has something to say is used."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a printed table: which one, how it is headed, its share of the width."""

    id: str
    label: str
    share: float


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure, step or list item of a block, each part a wording."""

    parts: Mapping[str, Wording]


@dataclass(frozen=True, slots=True)
class BlockRule:
    """How a piece of a chapter is made from answers. Which keys count depends on `kind`.

    Of rows, those are shown that `where` lets through, and at `most` so many of them (0: all).
    """

    kind: str
    when: tuple[Condition, ...] = ()
    audience: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    most: int = 0
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    items: tuple[Entry, ...] = ()
    columns: tuple[TableColumn, ...] = ()
    look: str = ""
    level: int = 2
    share: float = 0.5
    name: str = ""
    left: "tuple[BlockRule, ...]" = ()
    right: "tuple[BlockRule, ...]" = ()


@dataclass(frozen=True, slots=True)
class ChapterRule:
    """One chapter of the document and its blocks; a private one is printed only if asked for."""

    id: str
    section: str
    title: Wording
    line: Wording
    headline: Wording
    criteria: tuple[str, ...]
    blocks: tuple[BlockRule, ...]
    annex: bool = False
    private: bool = False

    def every_block(self) -> Iterator[BlockRule]:
        """Yield its blocks, and those in the columns of a block."""
        for block in self.blocks:
            yield block
            yield from (*block.left, *block.right)


@dataclass(frozen=True, slots=True)
class ReaderQuestion:
    """What a reader asks, and the chapters that answer it."""

    text: str
    chapters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HardQuestion:
    """A question that is hard to answer: its row, when it is answered, the chapters that do it."""

    id: str
    when: tuple[Condition, ...]
    chapters: tuple[str, ...]


BRIEF_PARTS = ("decide", "matters", "propose", "numbers", "risk", "needs", "open", "proof")
"""What a brief is made of, in this order."""


@dataclass(frozen=True, slots=True)
class BriefRule:
    """One to two pages for one reader: a claim, and its parts, each with a heading and blocks.

    `names` are what the reader is called in answers; `usual` is what matters to such a reader,
    where nobody knows it of this one.
    """

    id: str
    names: tuple[str, ...]
    headline: Wording
    line: Wording
    headings: Mapping[str, str]
    parts: Mapping[str, tuple[BlockRule, ...]]
    questions: tuple[ReaderQuestion, ...]
    usual: tuple[str, ...] = ()
