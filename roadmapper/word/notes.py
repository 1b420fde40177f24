"""How notes are numbered: Word counts them itself where it would come to the same numbers."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from roadmapper.document.tree import (
    Block,
    Bullets,
    Chapter,
    Document,
    Line,
    NoteMark,
    Paragraph,
    Quote,
    Sources,
    Table,
    walk,
)


class Counting(StrEnum):
    """From where notes are counted: each chapter, the document, or not at all."""

    CHAPTER = "chapter"
    DOCUMENT = "document"
    GIVEN = "given"


def counting(document: Document) -> Counting:
    """Return how to count so that every note gets the number it has in the tree."""
    chapters = [tuple(_numbers(chapter)) for chapter in document.chapters]
    if all(_in_turn(numbers) for numbers in chapters):
        return Counting.CHAPTER
    if _in_turn(number for numbers in chapters for number in numbers):
        return Counting.DOCUMENT
    return Counting.GIVEN


def _in_turn(numbers: Iterable[int]) -> bool:
    first = tuple(dict.fromkeys(numbers))
    return first == tuple(range(1, len(first) + 1))


def _numbers(chapter: Chapter) -> Iterator[int]:
    for block in walk(chapter.blocks):
        for line in _lines(block):
            yield from (part.number for part in line if isinstance(part, NoteMark))


def _lines(block: Block) -> Iterator[Line]:
    match block:
        case Paragraph(line=line) | Quote(line=line):
            yield line
        case Bullets(items=items):
            yield from (item.line for item in items)
        case Table(rows=rows):
            for row in rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        case Sources(entries=entries):
            yield from (entry.line for entry in entries)
        case _:
            pass
