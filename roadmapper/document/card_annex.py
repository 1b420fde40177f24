"""The annex of model cards: every field of every card, and our answers to what others list.

Short fields stand two to a row at the top, long ones below by group. An inner table stays a table
where its columns fit the width; else each of its rows is a line of labelled values.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from math import fsum

from roadmapper.document.attributes import attributes
from roadmapper.document.blocks import fact_row
from roadmapper.document.card import MODELS, Card, result_line
from roadmapper.document.plan_tables import plan_table
from roadmapper.document.tables import rows_table
from roadmapper.document.tree import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Row,
    Table,
    Text,
    plain,
)
from roadmapper.document.wording import Scope
from roadmapper.template.model import BlockRule, ColumnGroup, Question

_SHORT = 42  # characters: a longer field has a row of its own
_WIDEST = 60  # characters: a longer cell is set on several lines
_HIGHEST = 5  # lines: a table with a higher cell is hard to read across
_LINE = 108  # characters that fit side by side in a row
_BETWEEN = 2  # characters: the space between two columns


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
            yield from attributes(card)


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
    plans = {one.id: plan for one in inner if (plan := plan_table(card, one.id, one.label))}
    others = [one for one in inner if one.id not in plans]
    tables = [(one, table) for one in others if (table := _inner(card, one))]
    fitted = [(one, table, _fitted(table)) for one, table in tables]
    grids = [replace(grid, caption=one.label) for one, _, grid in fitted if grid]
    lines = [_lines(card, one, table) for one, table, grid in fitted if not grid]
    if facts or tables or plans:
        yield Heading(group.label, 3)
    if facts or lines:
        widths = (Column("Field", weight=1), Column("What we state", weight=4.2))
        yield Table(f"annex-{card.row}-{group.id}", "", widths, (*facts, *lines))
    yield from (*plans.values(), *grids)


def _fact(card: Card, column: Question) -> Row | None:
    return fact_row(column, card.path.column(column.id), card.scope)


def _inner(card: Card, column: Question) -> Table | None:
    return rows_table(column, card.path.column(column.id), (), card.scope)


def _fitted(table: Table) -> Table | None:
    """Return a table whose columns are as wide as what they hold; None if it is too wide or a list.

    What all rows say alike stands below it, in a note.
    """
    lean = _lean(table)
    if len(lean.columns) == 1:
        return None
    words = [max(map(len, " ".join(texts).split()), default=0) for texts in _columns(lean)]
    longest = [min(max(map(len, texts)), _WIDEST) for texts in _columns(lean)]
    wishes = [max(text - word, 0) for text, word in zip(longest, words, strict=True)]
    spare = _LINE - fsum(words) - _BETWEEN * len(words)
    share = min(1.0, max(spare, 0) / (fsum(wishes) or 1))
    wide = [word + wish * share for word, wish in zip(words, wishes, strict=True)]
    highest = max(
        len(text) / width
        for texts, width in zip(_columns(lean), wide, strict=True)
        for text in texts
    )
    if spare < 0 or highest > _HIGHEST:
        return None
    columns = zip(lean.columns, wide, strict=True)
    fitted = tuple(replace(column, weight=width + _BETWEEN) for column, width in columns)
    return replace(lean, columns=fitted)


def _columns(table: Table) -> list[list[str]]:
    """Return the texts of each column, its title first."""
    return [
        [column.title, *(_flat(row.cells[place]) for row in table.rows)]
        for place, column in enumerate(table.columns)
    ]


def _lean(table: Table) -> Table:
    """Return a table without the columns in which all rows say the same; its note says it."""
    if len(table.rows) == 1:
        return table
    same = [
        place for place, (_, *texts) in enumerate(_columns(table)) if place and len({*texts}) == 1
    ]
    first = table.rows[0].cells
    said = "; ".join(f"{table.columns[place].title} {_flat(first[place])}" for place in same)
    kept = [place for place in range(len(table.columns)) if place not in same]
    rows = tuple(Row(tuple(row.cells[place] for place in kept)) for row in table.rows)
    columns = tuple(table.columns[place] for place in kept)
    return replace(table, columns=columns, rows=rows, note=f"Every row: {said}." if said else "")


def _length(cell: Cell) -> int:
    return len(_flat(cell))


def _lines(card: Card, column: Question, table: Table) -> Row:
    """Return an inner table as one row: each of its rows a line of labelled values."""
    if column.column("metric"):
        lines = tuple(result_line(card, row) for row in card.rows(column.id))
    else:
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
