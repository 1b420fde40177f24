"""What a document tree says, in the form in which a finished file is read back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Chapter,
    Chart,
    Columns,
    Contents,
    Cover,
    Document,
    Heading,
    KeyFigures,
    Landscape,
    Line,
    Link,
    ModelFacts,
    NoteMark,
    PageNumber,
    Paragraph,
    Quote,
    Reference,
    Sources,
    Steps,
    Table,
    Text,
    Tiers,
    Timeline,
    walk,
)
from roadmapper.gate.reading import Grid, Kind, Passage, bare


@dataclass(frozen=True, slots=True)
class Part:
    """A place of the document and what is said there: a chapter, the cover, the contents."""

    where: str
    passages: tuple[Passage, ...]


def parts_of(document: Document) -> Iterator[Part]:
    """Yield what the document says, in reading order, a place at a time."""
    if not document.bare:
        yield Part("the cover", tuple(_cover(document.cover)))
    if document.contents is not None:
        yield Part("the contents", tuple(_contents(document.contents, document.chapters)))
    for chapter in document.chapters:
        told = _all(chapter.blocks) if is_brief(document) else _chapter(chapter)
        yield Part(f'the chapter "{chapter.title}"' if chapter.title else "the text", tuple(told))


def is_brief(document: Document) -> bool:
    """Return whether the document begins below a band, which names it instead of a chapter."""
    return document.contents is None and not document.bare


def headings_of(document: Document) -> Iterator[str]:
    """Yield the headings that a file must have, in order."""
    for chapter in document.chapters:
        if not is_brief(document):
            yield chapter.title
        for block in walk(chapter.blocks):
            if isinstance(block, Heading):
                yield block.text


def grids_of(document: Document) -> Iterator[tuple[str, Grid]]:
    """Yield the tables of the document, each with its caption."""
    for block in _blocks(document):
        if isinstance(block, Table) and block.columns and _says(block):
            first = block.columns[0].title
            yield block.caption or first, Grid(len(block.rows) + 1, len(block.columns), first)


def _says(table: Table) -> bool:
    """Return whether anything stands in a table, so that every kind of file has it."""
    return any(bare(one.text) for one in _table(table) if one.kind is Kind.CELL)


def images_of(document: Document) -> Iterator[str]:
    """Yield the words that stand for each chart and timeline."""
    for block in _blocks(document):
        if isinstance(block, Chart | Timeline):
            yield block.alt or block.title


def charts_of(document: Document) -> Iterator[tuple[str, tuple[tuple[Decimal | None, ...], ...]]]:
    """Yield the title of each chart and its numbers, a column for each series."""
    for block in _blocks(document):
        if isinstance(block, Chart):
            yield block.title, tuple(one.values for one in block.series)


def links_of(document: Document) -> Iterator[Link]:
    """Yield every link of the document, also those in notes."""
    for line in lines_of(document):
        yield from _links(line)


def notes_of(document: Document) -> Iterator[str]:
    """Yield the text of every note."""
    for line in lines_of(document):
        for part in line:
            if isinstance(part, NoteMark):
                yield "".join(_plain(one) for one in part.note)


def lines_of(document: Document) -> Iterator[Line]:
    """Yield every line of text with its links and marks."""
    for block in _blocks(document):
        match block:
            case Paragraph(line=line) | Quote(line=line):
                yield line
            case Bullets(items=items):
                yield from (item.line for item in items)
            case Sources(entries=entries):
                yield from (entry.line for entry in entries)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from cell.paragraphs
            case _:
                pass


def _blocks(document: Document) -> Iterator[Block]:
    for chapter in document.chapters:
        yield from walk(chapter.blocks)


def _links(line: Iterable[object]) -> Iterator[Link]:
    for part in line:
        if isinstance(part, Link):
            yield part
        elif isinstance(part, NoteMark):
            yield from _links(part.note)


def _plain(part: object) -> str:
    return part.text if isinstance(part, Text | Link | Reference) else ""


def _cover(cover: Cover) -> Iterator[Passage]:
    for text in (cover.organization, cover.version, cover.eyebrow, cover.title, cover.promise):
        yield Passage(Kind.TEXT, text, loose=True, repeated=True)
    for fact in cover.facts:
        yield Passage(Kind.TEXT, fact.label, loose=True, repeated=True)
        yield Passage(Kind.TEXT, fact.value, loose=True, repeated=True)


def _contents(contents: Contents, chapters: tuple[Chapter, ...]) -> Iterator[Passage]:
    yield Passage(Kind.TEXT, contents.title)
    told = False
    for chapter in chapters:
        if chapter.annex and not told:
            yield Passage(Kind.TEXT, contents.annexes_title)
            told = True
        yield Passage(Kind.TEXT, chapter.title)
        yield Passage(Kind.TEXT, chapter.line)
    yield Passage(Kind.TEXT, contents.legend_title, optional=True)
    for badge in contents.legend:
        yield Passage(Kind.TEXT, badge.name, optional=True)


def _chapter(chapter: Chapter) -> Iterator[Passage]:
    yield Passage(Kind.HEADING, chapter.title, 1)
    yield Passage(Kind.TEXT, chapter.headline)
    for badge in chapter.badges:
        yield Passage(Kind.TEXT, badge.name, optional=True)
    yield from _all(chapter.blocks)


def _all(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Passage]:  # noqa: C901, PLR0912  a case a kind
    match block:
        case Heading(text=text, level=level, eyebrow=eyebrow):
            yield Passage(Kind.TEXT, eyebrow)
            yield Passage(Kind.HEADING, text, level)
        case Paragraph(line=line) | Quote(line=line):
            yield from _line(line)
        case Bullets(items=items):
            for item in items:
                yield from _line(item.line)
        case Callout(title=title, body=body):
            yield Passage(Kind.TEXT, title)
            yield from _all(body)
        case Table():
            yield from _table(block)
        case ModelFacts():
            yield from _facts(block)
        case Chart():
            yield from _captioned(block.title)
            yield Passage(Kind.TEXT, block.subtitle, optional=True)
            yield Passage(Kind.TEXT, block.note, optional=True)
        case Timeline(title=title):
            yield from _captioned(title)
        case KeyFigures() | Steps() | Tiers():
            yield from (Passage(Kind.TEXT, text, loose=True) for text in _panel(block))
        case Sources(entries=entries):
            for entry in entries:
                yield from _line(entry.line)
        case Columns(left=left, right=right):
            yield from _all((*left, *right))
        case Landscape(blocks=inner):
            yield from _all(inner)
        case _:
            assert_never(block)


def _line(line: Line, kind: Kind = Kind.TEXT) -> Iterator[Passage]:
    """Yield a line as one passage, or as several where a number stands that a file works out."""
    held = ""
    for part in line:
        if isinstance(part, NoteMark | PageNumber):
            yield Passage(kind, held)
            held = ""
        held += _plain(part)
    yield Passage(kind, held)


def _captioned(title: str) -> Iterator[Passage]:
    yield Passage(Kind.CAPTION, title)


def _table(table: Table) -> Iterator[Passage]:
    yield from _captioned(table.caption)
    if table.columns:
        for column in table.columns:
            yield Passage(Kind.CELL, column.title)
        for row in table.rows:
            for cell in row.cells:
                for line in cell.paragraphs:
                    yield from _line(line, Kind.CELL)
    yield Passage(Kind.TEXT, table.note)


def _facts(label: ModelFacts) -> Iterator[Passage]:
    yield Passage(Kind.TEXT, label.title)
    yield Passage(Kind.TEXT, label.headline)
    yield Passage(Kind.TEXT, label.summary)
    for fact in label.facts:
        yield Passage(Kind.CELL, fact.label)
        yield Passage(Kind.CELL, fact.value)
    yield Passage(Kind.TEXT, label.foot)


def _panel(block: KeyFigures | Steps | Tiers) -> Iterator[str]:
    """Yield the texts of a panel; its parts may stand in another order in another kind of file."""
    match block:
        case KeyFigures(items=figures):
            for figure in figures:
                yield from (figure.label, figure.value, figure.note)
        case Steps(items=steps):
            for step in steps:
                yield from (step.title, step.detail)
        case Tiers(items=tiers, totals=totals):
            for tier in tiers:
                yield from (tier.name, tier.who, tier.detail, tier.amount, *tier.facts)
            yield from totals
        case _:
            assert_never(block)
