"""Cells as text for a spreadsheet, from which this program reads the same again."""

from roadmapper.document.formats import value_text
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import GROUP_KINDS, NUMBER_KINDS, Kind, Value
from roadmapper.template.model import Question
from ui.fields.rows_links import linked_text
from ui.fields.rows_text import cell_text, columns_of, row_title, table_text
from ui.opened import Opened
from ui.shown_values import edited_number


def copied_text(column: Question, path: str, opened: Opened) -> str:
    """Return what is kept at an address; a table inside a cell stands there as a table."""
    if column.kind in GROUP_KINDS:
        begun = opened.answers.told_rows(AnswerPath.parse(path))
        return _table(column, path, opened) if begun else ""
    return copied_value(column, opened.value(path), opened)


def copied_value(column: Question, value: Value, opened: Opened) -> str:
    """Return a single value as it is typed in the language of the settings."""
    match value:
        case tuple() if column.kind is Kind.LINK:
            return linked_text(opened, column.link, value)
        case tuple() if column.kind is Kind.RANGE:
            return "; ".join(edited_number(one) for one in value)
        case tuple() if column.kind is Kind.CHOICES:
            return "; ".join(value_text(column, (one,), cell=True) for one in value)
        case str() if column.kind in NUMBER_KINDS:
            return edited_number(value)
        case str() if column.kind is not Kind.CHOICE:
            return value
        case _:
            return cell_text(column, value, opened)


def _table(question: Question, path: str, opened: Opened) -> str:
    return table_text(
        [
            [
                copied_text(column, f"{path}[{row}].{column.id}", opened)
                if column.id
                else row_title(opened, path, row)
                for column in columns_of(question)
            ]
            for row in opened.session.rows(path)
        ]
    )
