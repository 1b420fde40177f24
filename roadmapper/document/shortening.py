"""Shortens blocks to so many words: whole sentences where that is possible, else with an ellipsis.

What was shortened no longer is the answer it comes from, so it loses its address.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Cell,
    Item,
    KeyFigure,
    KeyFigures,
    Line,
    Link,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_LEAST = 5  # words that a beginning needs to be worth printing
_CELL = 9  # words of a cell, a label or a note, at most


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def words_of(block: Block) -> int:
    """Return how many words a block has, as far as it can be shortened."""
    match block:
        case Paragraph(line=line):
            return words(plain(line))
        case Bullets(items=items):
            return sum(words(plain(item.line)) for item in items)
        case KeyFigures(items=figures):
            return sum(words(f"{one.value} {one.label} {one.note}") for one in figures)
        case Table(columns=columns, rows=rows):
            heads = sum(words(column.title) for column in columns)
            return heads + sum(_words_of_row(row) for row in rows)
        case Callout(title=title, body=body):
            return words(title) + sum(words_of(one) for one in body)
        case _:
            return 0


def shortened(text: str, most: int) -> str:
    """Return a text with at most so many words."""
    if not _is_cut(text, most):
        return _kept(text, most)
    return text[: _end(text, most)].rstrip(" ,;:") + "…"


def shortened_blocks(blocks: tuple[Block, ...], most: int) -> Iterator[Block]:
    """Yield blocks that have at most so many words in all; what has no room left is left out."""
    left = most
    for block in blocks:
        found = block if words_of(block) <= left else _shortened(block, left)
        if found is not None:
            left -= words_of(found)
            yield found


def _shortened(block: Block, most: int) -> Block | None:
    if most < _LEAST:
        return None
    match block:
        case Paragraph(line=line):
            return replace(block, line=_line(line, most), source=None)
        case Bullets(items=items):
            return replace(block, items=tuple(_items(items, most)))
        case KeyFigures(items=figures):
            return replace(block, items=tuple(_figures(figures, most)))
        case Table():
            return _table(block, most)
        case _:
            return None


def _items(items: tuple[Item, ...], most: int) -> Iterator[Item]:
    """Yield items that share the room: what the short ones leave, the long ones may have."""
    lengths = [words(plain(item.line)) for item in items]
    share, left = 0, most
    for at, length in enumerate(sorted(lengths)):
        share = left // (len(lengths) - at)
        left -= min(length, share)
    for item, length in zip(items, lengths, strict=True):
        fits = length <= share
        yield item if fits else replace(item, line=_line(item.line, share), source=None)


def _figures(figures: tuple[KeyFigure, ...], most: int) -> Iterator[KeyFigure]:
    left = most
    for one in figures:
        label, note = shortened(one.label, _CELL), shortened(one.note, _CELL)
        found = replace(one, label=label, note=note)
        left -= words(f"{found.value} {label} {note}")
        if left < 0:
            return
        yield found


def _table(table: Table, most: int) -> Table | None:
    left = most - sum(words(column.title) for column in table.columns)
    rows = []
    for row in table.rows:
        found = replace(row, cells=tuple(_cell(cell) for cell in row.cells))
        left -= _words_of_row(found)
        if left < 0:
            break
        rows.append(found)
    return replace(table, rows=tuple(rows)) if rows else None


def _cell(cell: Cell) -> Cell:
    if sum(words(plain(line)) for line in cell.paragraphs) <= _CELL:
        return cell
    return replace(cell, paragraphs=(_line(cell.paragraphs[0], _CELL),), source=None)


def _words_of_row(row: Row) -> int:
    return sum(words(plain(line)) for cell in row.cells for line in cell.paragraphs)


def _line(line: Line, most: int) -> Line:
    text = plain(line)
    if words(text) <= most:
        return line
    end = len(_kept(text, most)) if not _is_cut(text, most) else _end(text, most)
    parts: list[Text | Link] = []
    for part in line:
        if isinstance(part, Text | Link) and end > 0:
            parts.append(replace(part, text=part.text[:end]))
            end -= len(part.text)
    if _is_cut(text, most):
        parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip(" ,;:") + "…")
    return tuple(parts)


def _kept(text: str, most: int) -> str:
    """Return the whole sentences at the beginning that have at most so many words."""
    end = 0
    for found in _SENTENCE.finditer(text):
        if words(text[: found.start()]) > most:
            break
        end = found.start()
    return text if words(text) <= most else text[:end]


def _is_cut(text: str, most: int) -> bool:
    """Return whether even the first sentence has more words."""
    return bool(text) and not _kept(text, most)


def _end(text: str, most: int) -> int:
    """Return where the last word ends that there is room for."""
    found = list(re.finditer(r"\S+", text))[:most]
    return found[-1].end() if found else 0
