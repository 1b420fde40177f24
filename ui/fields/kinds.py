"""Which widget answers which kind of question."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question
from ui.fields.base import Editor
from ui.fields.chosen import YesNoField, choice_field, choices_field
from ui.fields.computed import COMPUTED, ComputedField
from ui.fields.dates import DateField
from ui.fields.link import LinkField
from ui.fields.prose import ProseField
from ui.fields.simple import LineField, RangeField
from ui.fields.textline import TextLineField
from ui.opened import Opened

Make = Callable[[Question, str, Opened, QWidget | None], Editor]


def _rows(question: Question, path: str, opened: Opened, parent: QWidget | None = None) -> Editor:
    # Loaded late: the form of a row holds fields, and fields are made by this module.
    from ui.fields.rows import RowsField  # noqa: PLC0415

    return RowsField(question, path, opened, parent)


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
    Kind.ROWS: _rows,
    Kind.MATRIX: _rows,
    Kind.COMPUTED: ComputedField,
}


def has_editor(question: Question, path: str) -> bool:
    """Return whether there is something to show for a question at an address."""
    return question.kind in FIELDS and (question.kind is not Kind.COMPUTED or path in COMPUTED)


def editor(question: Question, path: str, opened: Opened, parent: QWidget | None = None) -> Editor:
    """Return the widget that answers a question at an address."""
    return FIELDS[question.kind](question, path, opened, parent)
