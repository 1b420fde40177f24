"""The annex of model cards: every field of every card, for those who check.

Short fields stand two to a row at the top, long ones below by group. An inner table stays a table
where its columns fit the width; else each of its rows is a line of labelled values.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from roadmapper.document.blocks import fact_row
from roadmapper.document.card import MODELS, Card
from roadmapper.document.tables import rows_table
from roadmapper.document.tree import Block, Cell, Column, Heading, Line, Row, Table, Text, plain
from roadmapper.document.wording import Scope
from roadmapper.template.model import BlockRule, ColumnGroup, Question

_SHORT = 42  # characters: a longer field has a row of its own
_WIDEST = 34  # characters: what a longer cell counts for, because it is set on several lines
_LINE = 140  # characters that fit side by side in the cells of a row
_BETWEEN = 3  # characters: the space between two columns


def cards(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield every named card in full."""
    del rule
    question = scope.facts.template.find(MODELS)
    if question is None:
        return
    for row in scope.facts.filled_rows(MODELS):
        card = Card(question, row, scope)
        if card.name:
            yield Heading(card.name, 2, key=f"card-{row}")
            yield from _card(card)


def _card(card: Card) -> Iterator[Block]:
    public = [one for one in card.question.columns if not one.internal]
    facts = [(one, row) for one in public if not one.is_group and (row := _fact(card, one))]
    short = [row for _, row in facts if _length(row.cells[1]) <= _SHORT]
    if short:
        yield _pairs(card, short)
    for group in card.question.groups:
        long = [row for one, row in facts if one.group == group.id and row not in short]
        inner = [one for one in public if one.is_group and one.group == group.id]
        yield from _group(card, group, long, inner)


def _pairs(card: Card, rows: list[Row]) -> Table:
    """Return short fields as a table of two fields to a row, in reading order down each half."""
    half = (len(rows) + 1) // 2
    empty = Row((Cell(), Cell()))
    columns = (Column("Field", weight=1), Column("What we state", weight=1.4)) * 2
    pairs = zip_longest(rows[:half], rows[half:], fillvalue=empty)
    both = tuple(Row((*left.cells, *right.cells)) for left, right in pairs)
    return Table(f"annex-{card.row}", "", columns, both)


def _group(
    card: Card, group: ColumnGroup, facts: list[Row], inner: list[Question]
) -> Iterator[Block]:
    tables = [(one, table) for one in inner if (table := _inner(card, one))]
    grids = [replace(_fitted(table), caption=one.label) for one, table in tables if _fits(table)]
    lines = [_lines(one, table) for one, table in tables if not _fits(table)]
    if facts or tables:
        yield Heading(group.label, 3)
    if facts or lines:
        widths = (Column("Field", weight=1), Column("What we state", weight=4.2))
        yield Table(f"annex-{card.row}-{group.id}", "", widths, (*facts, *lines))
    yield from grids


def _fact(card: Card, column: Question) -> Row | None:
    return fact_row(column, card.path.column(column.id), card.scope)


def _inner(card: Card, column: Question) -> Table | None:
    return rows_table(column, card.path.column(column.id), (), card.scope)


def _fits(table: Table) -> bool:
    return sum(length + _BETWEEN for length in _lengths(table)) <= _LINE


def _fitted(table: Table) -> Table:
    """Return a table with columns as wide as what they hold."""
    widths = zip(table.columns, _lengths(table), strict=True)
    columns = tuple(replace(column, weight=length + _BETWEEN) for column, length in widths)
    return replace(table, columns=columns)


def _lengths(table: Table) -> list[int]:
    """Return how many characters each column needs: its longest cell, or the words above it."""
    return [
        max(
            max(map(len, column.title.split()), default=0),
            *(min(_length(row.cells[place]), _WIDEST) for row in table.rows),
        )
        for place, column in enumerate(table.columns)
    ]


def _length(cell: Cell) -> int:
    return len(_flat(cell))


def _lines(column: Question, table: Table) -> Row:
    """Return an inner table as one row: each of its rows a line of labelled values."""
    lines = tuple(_entry(table.columns, row) for row in table.rows)
    return Row((Cell(((Text(column.label),),), bold=True), Cell(lines)))


def _entry(columns: Iterable[Column], row: Row) -> Line:
    first, *others = zip(columns, row.cells, strict=True)
    line: list[Text] = [Text(_flat(first[1]), bold=True)]
    for column, cell in others:
        said = _flat(cell)
        if said:
            line.append(Text(f"{'; ' if len(line) > 1 else ': '}{column.title} {said}"))
    return tuple(line)


def _flat(cell: Cell) -> str:
    parts = [plain(line) for line in cell.paragraphs]
    return " ".join(" ".join(parts).split()).rstrip(".")
