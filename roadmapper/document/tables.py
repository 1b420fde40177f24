"""Makes tables from rows of answers: no empty column, no empty row, numbers at the right."""

from collections.abc import Sequence

from roadmapper.document import formats, markup
from roadmapper.document.citing import mark_line, source_key, typed
from roadmapper.document.tree import Align, Cell, Column, Line, Link, Row, Source, Table, Text
from roadmapper.document.wording import Scope, settled, value_line
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.units import in_unit
from roadmapper.template.kinds import NUMBER_KINDS, TEXT_KINDS, Kind, Value
from roadmapper.template.model import Condition, Question, TableColumn

_WEIGHTS = {
    Kind.PROSE: 2.2,
    Kind.LINE: 1.4,
    Kind.CHOICE: 1.1,
    Kind.CHOICES: 1.3,
    Kind.DATE: 1.0,
    Kind.RANGE: 1.3,
    Kind.NUMBER: 0.75,
    Kind.MONEY: 0.9,
    Kind.PERCENT: 0.75,
    Kind.YES_NO: 0.6,
}
_LABEL = "label"


def rows_table(
    question: Question,
    path: AnswerPath,
    chosen: Sequence[TableColumn],
    scope: Scope,
    *,
    where: tuple[Condition, ...] = (),
    most: int = 0,
    known: frozenset[str] = frozenset(),
    caption: str = "",
    note: str = "",
) -> Table | None:
    """Return the table of a rows answer; None if there is nothing to show.

    The columns that are `known` stand in an earlier table; one that shows nothing else is none.
    """
    rows = scope.facts.chosen_rows(str(path), where, most)
    columns = [one for one in _chosen(question, chosen) if _column(question, one.id)]
    grid = {
        (row, one.id): _cell(question, path.row(row), one.id, scope)
        for row in rows
        for one in columns
    }
    shown = [one for one in columns if any(grid[row, one.id].paragraphs for row in rows)]
    told = [row for row in rows if any(_said(grid[row, one.id], one.id) for one in shown)]
    if not told or {one.id for one in shown} <= {_LABEL, *known}:
        return None
    return Table(
        key=f"t-{path}",
        caption=caption,
        columns=tuple(_heading(question, one) for one in shown),
        rows=tuple(Row(_strong_first([grid[row, one.id] for one in shown])) for row in told),
        note=note,
    )


def _chosen(question: Question, chosen: Sequence[TableColumn]) -> Sequence[TableColumn]:
    """Return the columns to show; the labels of given rows always come first."""
    if not chosen:
        return _all_columns(question)
    named = any(one.id == _LABEL for one in chosen)
    return chosen if named or not question.fixed else (TableColumn(_LABEL, "", 0), *chosen)


def _all_columns(question: Question) -> list[TableColumn]:
    label = [TableColumn(_LABEL, "", 0)] if question.fixed else []
    return label + [TableColumn(c.id, "", 0) for c in question.columns if not c.is_group]


def _column(question: Question, name: str) -> bool:
    if name == _LABEL:
        return bool(question.fixed)
    found = question.column(name)
    return found is not None and not found.internal


def _said(cell: Cell, column: str) -> bool:
    return column != _LABEL and bool(cell.paragraphs)


def _heading(question: Question, column: TableColumn) -> Column:
    found = question.column(column.id)
    if found is None:
        return Column(
            column.label or question.row_title or question.label, weight=column.share or 1.4
        )
    is_number = found.kind in NUMBER_KINDS and not found.unit_from
    align = Align.RIGHT if is_number else Align.LEFT
    title = column.label or found.label
    if found.unit and not column.label and found.unit.lower() not in title.lower():
        title = f"{title} ({found.unit})" if found.unit not in ("USD", "%") else title
    return Column(title, align, column.share or _WEIGHTS.get(found.kind, 1.0))


def _strong_first(cells: list[Cell]) -> tuple[Cell, ...]:
    first = cells[0]
    strong = Cell(first.paragraphs, first.source, bold=True, badges=first.badges)
    return (strong, *cells[1:])


def _cell(question: Question, row: AnswerPath, column: str, scope: Scope) -> Cell:
    if column == _LABEL:
        label = question.fixed_label(row.steps[-1][0])
        return Cell(((Text(label),),) if label else ())
    found = question.column(column)
    if found is None:
        return Cell()
    return answer_cell(found, row.column(column), scope)


def answer_cell(question: Question, path: AnswerPath, scope: Scope) -> Cell:
    """Return the cell that shows one answer, with its address."""
    value = scope.facts.answers.value(str(path))
    source = Source(str(path))
    if question.kind in TEXT_KINDS and isinstance(value, str):
        lines = prose_lines(value, scope)
        mark = mark_line(str(path), scope)
        return Cell(((*mark, *lines[0]), *lines[1:]) if mark and lines else lines, source)
    if question.kind is Kind.LINK and question.link == REGISTER:
        return sources_cell(value, scope)
    if question.kind is Kind.LINK or question.is_group:
        text = value_line(question, path, scope)
        return Cell(((Text(text),),) if text else ())
    asked = in_unit(question, path, scope.facts.answers)
    text = formats.value_text(asked, value, cell=True)
    return Cell(((Text(markup.clean(text)),),), source) if text else Cell()


def sources_cell(value: Value, scope: Scope) -> Cell:
    """Return the numbers of sources, each a link to the list of sources."""
    known = scope.facts.filled_rows(REGISTER)
    rows = [row for row in value if row in known] if isinstance(value, tuple) else []
    line: list[Text | Link] = []
    for row in rows:
        line.append(Text(", ") if line else Text("Source " if len(rows) == 1 else "Sources "))
        line.append(Link(str(known.index(row) + 1), f"#{source_key(row)}"))
    return Cell((tuple(line),)) if line else Cell()


def prose_lines(text: str, scope: Scope) -> tuple[Line, ...]:
    """Return typed prose as the lines of a cell; list items begin with a dash."""
    lines = []
    for part in markup.prose(settled(text, scope)):
        mark: Line = () if part.look is None else (Text("\u2013 "),)
        lines.append((*mark, *typed(part.line, scope)))
    return tuple(lines)
