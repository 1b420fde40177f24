"""Numbers, money and percent on one line, and ranges of three numbers."""

from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import NUMBER_KINDS, Kind, Value, canonical, number
from roadmapper.template.model import Question
from ui.fields.base import Editor
from ui.fields.inputs import LineInput, set_state
from ui.opened import Opened
from ui.parts.labels import Label
from ui.parts.layouts import column, row


class LineField(Editor):
    """A number as a person writes it.

    It is shown as it reads in the document; while the cursor is in it, it shows what was
    typed. What is no number is kept as typed; a finding says so.
    """

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.input = LineInput(question.label, self)
        self.setFocusProxy(self.input)
        self._typed = ""
        line = row(spacing=8)
        line.addWidget(self.input, 1)
        if question.unit and question.kind in NUMBER_KINDS:
            line.addWidget(Label(question.unit, "caption", "ink3"))
        self.setLayout(line)
        self.input.textEdited.connect(self._take)
        self.input.editingFinished.connect(self._leave)
        self.input.focused.connect(self.focused)

    def read(self) -> Value:
        """Return the text, a number in its canonical form."""
        return canonical(self.question.kind, self._typed) or None

    def write(self, value: Value) -> None:
        """Show a text; a number with its separators."""
        self._typed = value if isinstance(value, str) else ""
        shown = self._typed if self.input.hasFocus() else shown_number(self.question, self._typed)
        if shown != self.input.text():
            self.input.setText(shown)
            self.input.setCursorPosition(0)

    def mark(self, state: str) -> None:
        """Color the edge."""
        set_state(self.input, state)

    def _take(self, text: str) -> None:
        self._typed = text
        self.touched()

    def _leave(self) -> None:
        self.flush()
        self.write(self.read())


def shown_number(question: Question, text: str) -> str:
    """Return a number with thousands separators and a sign for money or percent."""
    amount = number(text) if question.kind in NUMBER_KINDS else None
    if amount is None:
        return text
    plain = f"{amount:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    match question.kind:
        case Kind.MONEY:
            return f"${plain}" if amount >= 0 else f"−${plain[1:]}"
        case Kind.PERCENT:
            return f"{plain}%"
        case _:
            return plain


_PARTS = ("Low", "Likely", "High")


class RangeField(Editor):
    """A low, a likely and a high value."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.inputs = tuple(LineInput(f"{question.label}, {part.lower()}", self) for part in _PARTS)
        self.setFocusProxy(self.inputs[0])
        line = row(spacing=10)
        for part, one in zip(_PARTS, self.inputs, strict=True):
            line.addLayout(column(Label(part, "caption", "ink3"), one, spacing=3), 1)
            one.textEdited.connect(self.touched)
            one.editingFinished.connect(self.flush)
            one.focused.connect(self.focused)
        if question.unit:
            line.addWidget(Label(question.unit, "caption", "ink3"))
        self.setLayout(line)

    def read(self) -> Value:
        """Return three texts, or None if all are empty."""
        texts = tuple(canonical(Kind.NUMBER, one.text().strip()) for one in self.inputs)
        return texts if any(texts) else None

    def write(self, value: Value) -> None:
        """Show three numbers."""
        texts = value if isinstance(value, tuple) else ()
        for at, one in enumerate(self.inputs):
            text = texts[at] if at < len(texts) else ""
            if one.text() != text:
                one.setText(text)

    def mark(self, state: str) -> None:
        """Color the edges."""
        for one in self.inputs:
            set_state(one, state)
