"""Which widget answers which kind of question, and the fields made with them."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question
from ui.field import Field
from ui.fields.base import Editor, Make
from ui.fields.chosen import YesNoField, choice_field, choices_field
from ui.fields.computed import ComputedField
from ui.fields.dates import DateField
from ui.fields.link import LinkField
from ui.fields.prose import ProseField
from ui.fields.rows import RowsField
from ui.fields.simple import LineField, RangeField
from ui.fields.textline import TextLineField
from ui.opened import Opened


def make_field(
    question: Question, path: str, opened: Opened, parent: QWidget | None = None
) -> Field:
    """Return the field of a question at an address."""
    return Field(question, path, opened, parent, editor=editor)


def editor(question: Question, path: str, opened: Opened, parent: QWidget | None = None) -> Editor:
    """Return the widget that answers a question at an address."""
    return FIELDS[question.kind](question, path, opened, parent)


def rows_field(
    question: Question, path: str, opened: Opened, parent: QWidget | None = None
) -> RowsField:
    """Return the table of a rows question; the forms of its rows hold fields in turn."""
    return RowsField(question, path, opened, parent, field=make_field)


FIELDS: Mapping[Kind, Make] = {
    Kind.LINE: TextLineField,
    Kind.PROSE: ProseField,
    Kind.CHOICE: choice_field,
    Kind.CHOICES: choices_field,
    Kind.NUMBER: LineField,
    Kind.MONEY: LineField,
    Kind.PERCENT: LineField,
    Kind.DATE: DateField,
    Kind.YES_NO: YesNoField,
    Kind.RANGE: RangeField,
    Kind.LINK: LinkField,
    Kind.ROWS: rows_field,
    Kind.MATRIX: rows_field,
    Kind.COMPUTED: ComputedField,
}
