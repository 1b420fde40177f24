"""Resolves on the tree, once, what both writers must agree upon.

Numbers of chapters, tables, figures and notes; keys used once; headings with nothing below.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import assert_never

from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Chapter,
    Chart,
    Columns,
    Heading,
    KeyFigures,
    Landscape,
    Line,
    ModelFacts,
    NoteMark,
    Paragraph,
    Quote,
    Row,
    Sources,
    Steps,
    Table,
    Tiers,
    Timeline,
    walk,
)


def number(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Return the chapters, tables, figures and notes numbered, and every key used once."""
    pruned = [replace(chapter, blocks=_pruned(chapter.blocks)) for chapter in chapters]
    counter = _Counter(_fixed_keys(pruned))
    places = {False: count(1), True: count(1)}
    return tuple(
        replace(
            chapter,
            number=next(places[chapter.annex]),
            blocks=counter.blocks(chapter.blocks, chapter.key),
        )
        for chapter in pruned
    )


def _fixed_keys(chapters: Iterable[Chapter]) -> Iterator[str]:
    """Yield the keys that cannot change: those of chapters and of sources."""
    for chapter in chapters:
        yield chapter.key
        for block in walk(chapter.blocks):
            if isinstance(block, Sources):
                yield from (entry.key for entry in block.entries)


_Keyed = Heading | Table | Chart | Timeline | ModelFacts


class _Counter:
    """Counts through a whole document in reading order."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._tables, self._figures = count(1), count(1)
        self._notes, self._headings = count(1), count(1)
        self._keys = set(taken)

    def blocks(self, blocks: tuple[Block, ...], chapter: str) -> tuple[Block, ...]:
        return tuple(self._block(block, chapter) for block in blocks)

    def _block(self, block: Block, chapter: str) -> Block:
        match block:
            case Heading() | Table() | Chart() | Timeline() | ModelFacts():
                return self._keyed(block, chapter)
            case Columns(left=left, right=right):
                first = self.blocks(left, chapter)
                return replace(block, left=first, right=self.blocks(right, chapter))
            case Landscape(blocks=inner):
                return replace(block, blocks=self.blocks(inner, chapter))
            case Paragraph() | Bullets() | Quote() | Callout():
                return _with_lines(block, self._line)
            case KeyFigures() | Steps() | Tiers() | Sources():
                return block
            case _:
                assert_never(block)

    def _keyed(self, block: _Keyed, chapter: str) -> Block:
        match block:
            case Heading():
                key = block.key or f"{chapter}-{next(self._headings)}"
                return replace(block, key=self._key(key))
            case Table():
                named = replace(block, key=self._key(block.key), rows=self._rows(block))
                return replace(named, number=next(self._tables)) if block.caption else named
            case Chart() | Timeline():
                return replace(block, key=self._key(block.key), number=next(self._figures))
            case _:
                return replace(block, key=self._key(block.key))

    def _rows(self, table: Table) -> tuple[Row, ...]:
        return tuple(
            replace(
                row,
                cells=tuple(
                    replace(cell, paragraphs=tuple(self._line(line) for line in cell.paragraphs))
                    for cell in row.cells
                ),
            )
            for row in table.rows
        )

    def _line(self, line: Line) -> Line:
        return tuple(
            replace(part, number=next(self._notes)) if isinstance(part, NoteMark) else part
            for part in line
        )

    def _key(self, key: str) -> str:
        unique = key
        for again in count(2):
            if unique not in self._keys:
                break
            unique = f"{key}-{again}"
        self._keys.add(unique)
        return unique


def _with_lines(block: Block, change: Callable[[Line], Line]) -> Block:
    match block:
        case Paragraph() | Quote():
            return replace(block, line=change(block.line))
        case Bullets():
            return replace(
                block, items=tuple(replace(item, line=change(item.line)) for item in block.items)
            )
        case Callout():
            body = tuple(_with_lines(one, change) for one in block.body)
            kept = tuple(one for one in body if isinstance(one, Paragraph | Bullets))
            return replace(block, body=kept)
        case _:
            return block


def _pruned(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without headings and holders that have nothing in them."""
    return tuple(_kept(tuple(_filled(blocks))))


def _filled(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Columns(left=left, right=right):
                first, second = _pruned(left), _pruned(right)
                if first and second:
                    yield replace(block, left=first, right=second)
                else:
                    yield from first or second
            case Landscape(blocks=inner):
                kept = _pruned(inner)
                if kept:
                    yield replace(block, blocks=kept)
            case _:
                yield block


def _kept(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and _is_bare(block, blocks[place + 1 :]):
            continue
        yield block


def _is_bare(heading: Heading, after: tuple[Block, ...]) -> bool:
    for block in after:
        if not isinstance(block, Heading):
            return False
        if block.level <= heading.level:
            return True
    return True
