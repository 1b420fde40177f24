"""The annex of model cards: every field of every card, group by group, for those who check."""

from collections.abc import Iterator

from roadmapper.document.blocks import fact_row
from roadmapper.document.card import MODELS, Card
from roadmapper.document.tables import rows_table
from roadmapper.document.tree import Block, Cell, Column, Heading, Line, Row, Table, Text, plain
from roadmapper.document.wording import Scope
from roadmapper.template.model import BlockRule, ColumnGroup, Question


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
            for group in question.groups:
                yield from _group(card, group)


def _group(card: Card, group: ColumnGroup) -> Iterator[Block]:
    columns = [one for one in card.question.columns if one.group == group.id and not one.internal]
    made = [_grid(card, one) if one.is_group else _fact(card, one) for one in columns]
    rows = tuple(row for row in made if row)
    if rows:
        yield Heading(group.label, 3)
        widths = (Column("Field", weight=1), Column("What we state", weight=3.4))
        yield Table(f"annex-{card.row}-{group.id}", "", widths, rows)


def _fact(card: Card, column: Question) -> Row | None:
    return fact_row(column, card.path.column(column.id), card.scope)


def _grid(card: Card, column: Question) -> Row | None:
    """Return an inner table as one row: each of its rows a line of labelled values."""
    table = rows_table(column, card.path.column(column.id), (), card.scope)
    if table is None:
        return None
    lines = tuple(_entry(table, row) for row in table.rows)
    return Row((Cell(((Text(column.label),),), bold=True), Cell(lines)))


def _entry(table: Table, row: Row) -> Line:
    first, *others = zip(table.columns, row.cells, strict=True)
    line: list[Text] = [Text(_flat(first[1]), bold=True)]
    for column, cell in others:
        said = _flat(cell)
        if said:
            line.append(Text(f"{'; ' if len(line) > 1 else ': '}{column.title} {said}"))
    return tuple(line)


def _flat(cell: Cell) -> str:
    parts = [plain(line) for line in cell.paragraphs]
    return " ".join(" ".join(parts).split()).rstrip(".")
