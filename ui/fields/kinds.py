"""Which widget answers which kind of question."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question
from ui.fields.base import Editor
from ui.fields.chosen import YesNoField, choice_field, choices_field
from ui.fields.dates import DateField
from ui.fields.longline import LONG, LongLineField
from ui.fields.prose import ProseField
from ui.fields.simple import LineField, RangeField
from ui.opened import Opened

Make = Callable[[Question, str, Opened, QWidget | None], Editor]


def line_field(
    question: Question, path: str, opened: Opened, parent: QWidget | None = None
) -> Editor:
    """Return the widget for one line of text: with more room where the text may be long."""
    make = LongLineField if question.length > LONG else LineField
    return make(question, path, opened, parent)


FIELDS: Mapping[Kind, Make] = {
    Kind.LINE: line_field,
    Kind.PROSE: ProseField,
    Kind.CHOICE: choice_field,
    Kind.CHOICES: choices_field,
    Kind.NUMBER: LineField,
    Kind.MONEY: LineField,
    Kind.PERCENT: LineField,
    Kind.DATE: DateField,
    Kind.YES_NO: YesNoField,
    Kind.RANGE: RangeField,
}


def editor(question: Question, path: str, opened: Opened, parent: QWidget | None = None) -> Editor:
    """Return the widget that answers a question at an address."""
    return FIELDS[question.kind](question, path, opened, parent)
