"""The content of a document as every contestant writes it: a flat run of simple parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Columns,
    Document,
    Heading,
    KeyFigures,
    Landscape,
    ListLook,
    ModelFacts,
    Paragraph,
    Quote,
    Sources,
    Steps,
    Table,
    Tiers,
    Timeline,
    plain,
)
from roadmapper.word.draft import Picture


@dataclass(frozen=True, slots=True)
class Title:
    """A heading, level 1 to 3."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A list item."""

    text: str
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its first row is the header."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A chart or timeline as a finished PNG, with its width in points."""

    png: bytes
    width: float
    alt: str


Part = Title | Prose | Entry | Grid | Image


@dataclass(frozen=True, slots=True)
class Tally:
    """What a file must hold to be compared with the others."""

    headings: int
    tables: int
    words: int


def flat(document: Document, drawings: Mapping[str, Picture]) -> tuple[Part, ...]:
    """Return the parts of a document in reading order; `drawings` holds charts by key."""
    parts: list[Part] = [Title(document.cover.title, 1), Prose(document.cover.promise)]
    parts += [Prose(f"{fact.label} {fact.value}") for fact in document.cover.facts]
    for chapter in document.chapters:
        parts += [Title(chapter.title, 1), Prose(chapter.headline)]
        parts += _parts(chapter.blocks, drawings)
    return tuple(parts)


def tally(parts: tuple[Part, ...]) -> Tally:
    """Return how many headings, tables and words these parts are."""
    words = sum(len(text.split()) for text in texts(parts))
    kinds = [type(part) for part in parts]
    return Tally(kinds.count(Title), kinds.count(Grid), words)


def texts(parts: tuple[Part, ...]) -> Iterator[str]:
    """Yield every text a reader sees."""
    for part in parts:
        match part:
            case Title(text=text) | Prose(text=text) | Entry(text=text):
                yield text
            case Grid(rows=rows):
                yield from (cell for row in rows for cell in row)
            case Image():
                pass


def _parts(blocks: tuple[Block, ...], drawings: Mapping[str, Picture]) -> Iterator[Part]:
    for block in blocks:
        match block:
            case Columns(left=left, right=right):
                yield from _parts((*left, *right), drawings)
            case Landscape(blocks=inner):
                yield from _parts(inner, drawings)
            case Callout(title=title, body=body):
                yield Prose(title)
                yield from _parts(body, drawings)
            case Chart() | Timeline():
                yield Prose(block.title)
                drawn = drawings[block.key]
                yield Image(drawn.png, drawn.width, block.alt)
            case _:
                yield from _texts(block)


def _texts(block: Block) -> Iterator[Part]:
    match block:
        case Heading(text=text, level=level):
            yield Title(text, level)
        case Paragraph(line=line) | Quote(line=line):
            yield Prose(plain(line))
        case Bullets(items=items, look=look):
            yield from (Entry(plain(one.line), look is ListLook.NUMBER) for one in items)
        case Sources(entries=entries):
            yield from (Entry(plain(entry.line), numbered=True) for entry in entries)
        case _:
            yield from _tables(block)


def _tables(block: Block) -> Iterator[Part]:
    match block:
        case Table():
            yield Prose(block.caption)
            head = tuple(column.title for column in block.columns)
            yield Grid((head, *(tuple(map(_cell, row.cells)) for row in block.rows)))
            if block.note:
                yield Prose(block.note)
        case ModelFacts():
            yield Prose(block.title)
            yield Prose(f"{block.headline} {block.summary}")
            yield Grid(tuple((fact.label, fact.value) for fact in block.facts))
        case KeyFigures(items=items):
            yield Grid(tuple((one.value, one.label) for one in items))
        case Steps(items=steps):
            yield Grid(tuple((one.title, one.detail) for one in steps))
        case Tiers(items=tiers):
            yield Grid(tuple((one.name, one.who, one.detail, one.amount) for one in tiers))
        case _:
            raise TypeError(f"{type(block).__name__} has no plain form yet.")


def _cell(cell: Cell) -> str:
    return "\n".join(plain(line) for line in cell.paragraphs)
