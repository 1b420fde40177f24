"""Numbers, money and percent on one line, and ranges of three numbers."""

from PySide6.QtWidgets import QWidget

from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.units import in_unit
from roadmapper.template.kinds import NUMBER_KINDS, Kind, Value, number
from roadmapper.template.model import Question
from ui.fields.base import Editor
from ui.fields.inputs import AnswerInput, set_state
from ui.opened import Opened
from ui.parts.labels import Label
from ui.parts.layouts import column, row
from ui.shown_numbers import shown_amount
from ui.shown_values import edited_number, shown_number
from ui.typed import typed_number
from ui.words import _


class _UnitLabel(Label):
    """The unit of a number, also where another column of its row names it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor.question.unit, "caption", "ink3")
        self._editor = editor
        if not self.text():
            self.hide()
        if editor.question.unit_from:
            editor.opened.bridge.changed.connect(self.show_unit)

    def show_unit(self) -> None:
        """Say the unit as it is now."""
        editor = self._editor
        if editor.question.unit_from:
            address = AnswerPath.parse(editor.path)
            self.setText(in_unit(editor.question, address, editor.opened.answers).unit)
            self.setVisible(bool(self.text()))


class LineField(Editor):
    """A number as a person writes it.

    It is shown in the language of the settings; while the cursor is in it, it shows what was
    typed. What is no number is kept as typed; a finding says so.
    """

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.input = AnswerInput(question.label, self)
        self.setFocusProxy(self.input)
        self._typed = ""
        line = row(spacing=8)
        line.addWidget(self.input, 1)
        self._unit = _UnitLabel(self) if question.kind in NUMBER_KINDS else None
        if self._unit is not None:
            line.addWidget(self._unit)
        self.setLayout(line)
        self.input.textEdited.connect(self._take)
        self.input.editingFinished.connect(self._leave)
        self.input.focused.connect(self.focused)

    def read(self) -> Value:
        """Return the text, a number in its canonical form."""
        return typed_number(self.question.kind, self._typed) or None

    def write(self, value: Value) -> None:
        """Show a text; a number with its separators."""
        kept = value if isinstance(value, str) else ""
        self._typed = edited_number(kept)
        if self._unit is not None:
            self._unit.show_unit()
        shown = self._typed if self.input.hasFocus() else self._shown(kept)
        if shown != self.input.text():
            self.input.setText(shown)
            self.input.setCursorPosition(0)

    def mark(self, state: str) -> None:
        """Color the edge."""
        set_state(self.input, state)

    def _shown(self, kept: str) -> str:
        """Return a kept text as it reads; the sign of percent stands once, in the unit."""
        amount = number(kept) if self.question.unit.startswith("%") else None
        return shown_number(self.question, kept) if amount is None else shown_amount(amount)

    def _take(self, text: str) -> None:
        self._typed = text
        self.touched()

    def _leave(self) -> None:
        self.flush()
        self.write(self.read())


_PARTS = (_("Low"), _("Likely"), _("High"))


class RangeField(Editor):
    """A low, a likely and a high value."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.inputs = tuple(
            AnswerInput(f"{question.label}, {part.lower()}", self) for part in _PARTS
        )
        self.setFocusProxy(self.inputs[0])
        line = row(spacing=10)
        for part, one in zip(_PARTS, self.inputs, strict=True):
            line.addLayout(column(Label(part, "caption", "ink3"), one, spacing=3), 1)
            one.textEdited.connect(self.touched)
            one.editingFinished.connect(self.flush)
            one.focused.connect(self.focused)
        self._unit = _UnitLabel(self)
        beside = column(Label("", "caption", "ink3"), spacing=3)
        beside.addWidget(self._unit, 1)
        line.addLayout(beside)
        self.setLayout(line)

    def read(self) -> Value:
        """Return three texts, or None if all are empty."""
        texts = tuple(typed_number(Kind.NUMBER, one.text().strip()) for one in self.inputs)
        return texts if any(texts) else None

    def write(self, value: Value) -> None:
        """Show three numbers."""
        self._unit.show_unit()
        texts = value if isinstance(value, tuple) else ()
        for at, one in enumerate(self.inputs):
            text = edited_number(texts[at]) if at < len(texts) else ""
            if one.text() != text:
                one.setText(text)

    def mark(self, state: str) -> None:
        """Color the edges."""
        for one in self.inputs:
            set_state(one, state)
