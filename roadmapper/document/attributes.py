"""Source attributes in the annex of cards: every item of a list beside our answer to it."""

from collections.abc import Iterator

from roadmapper.cards.gathering import says_nothing
from roadmapper.cards.unknown import unknown
from roadmapper.document import formats
from roadmapper.document.card import Card, result_line
from roadmapper.document.tables import answer_cell
from roadmapper.document.tree import (
    Block,
    Cell,
    Column,
    Heading,
    Line,
    Paragraph,
    ParagraphLook,
    Row,
    Table,
    Text,
    plain,
)
from roadmapper.proposal.checklist import Checklist, Item
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.model import Question

NOT_AVAILABLE = "Information not available for review."
GAP = "Not answered yet. This item may not be left open."
_KIND = "dsi_kind"
_OUTSIDE = "not_decision_support"


def attributes(card: Card) -> Iterator[Block]:
    """Yield the lists that are shown for this kind of model, each with our answers."""
    facts = card.scope.facts
    kind = facts.answers.text(str(card.path.column(_KIND)))
    for one in facts.lists:
        if kind in one.shown_for:
            yield Heading(one.title, 3)
            yield Paragraph((Text(_standing(one, kind)),), ParagraphLook.SMALL)
            yield _table(card, one)


def _standing(one: Checklist, kind: str) -> str:
    """Return the day a list was read, how firm it is, and what our answers are not."""
    outside = " We hold this model not to be decision support; many ask for the list all the same."
    read = f"As read on {formats.date_text(one.as_of.isoformat())}. {one.status}"
    said = "This is what we answer to each item; whether a rule is met is not for us to say."
    return f"{read}{outside if kind == _OUTSIDE else ''} {said}"


def _table(card: Card, one: Checklist) -> Table:
    columns = (Column("Item", weight=1.0), Column("Our answer", weight=1.9))
    rows = tuple(_row(card, item) for item in one.items)
    return Table(f"{one.name}-{card.row}", "", columns, rows)


def _row(card: Card, item: Item) -> Row:
    lines = tuple(line for name in item.fields for line in _answer(card, item, name))
    missing = NOT_AVAILABLE if item.may_be_open else GAP
    told = lines or ((Text(missing, bold=not item.may_be_open),),)
    return Row((Cell(((Text(f"{item.id} ", bold=True), Text(item.text)),)), Cell(told)))


def _answer(card: Card, item: Item, name: str) -> Iterator[Line]:
    """Yield the lines in which a question answers an item; none if it does not."""
    column = card.question.column(name)
    if column is None or column.internal:
        return
    if column.is_group:
        for row in card.rows(name):
            yield from _row_line(card, item, column, row)
        return
    lines = answer_cell(column, card.path.column(name), card.scope).paragraphs
    if not says_nothing(" ".join(map(plain, lines))):
        yield from lines


def _row_line(card: Card, item: Item, table: Question, row: AnswerPath) -> Iterator[Line]:
    """Yield what a row says as one line, if it is one that counts."""
    if item.row and row.steps[-1][0] != item.row:
        return
    said = next((one for one in card.cells(row) if unknown(one)), "")
    if said and not item.row:
        yield (Text(said),)
        return
    if any(card.raw(row, key) != value for key, value in item.where.items()):
        return
    if item.column:
        text = card.shown(row, item.column)
        line: Line = (Text(text),) if text else ()
    elif table.column("metric"):
        line = result_line(card, row)
    else:
        line = _cells(card, item, table, row)
    if line:
        yield line


def _cells(card: Card, item: Item, table: Question, row: AnswerPath) -> Line:
    """Return the cells of a row, each with its title; the first one, or the given name, in bold."""
    shown = [
        (column.label, text)
        for column in table.columns
        if column.id not in item.where and not column.internal
        if (text := card.shown(row, column.id).rstrip("."))
    ]
    name = table.fixed_label(row.steps[-1][0]) if table.fixed else ""
    if not name and shown:
        name = shown.pop(0)[1]
    rest = "; ".join(f"{label} {text}" for label, text in shown)
    return (Text(name, bold=True), Text(f": {rest}" if rest else "")) if name else ()
