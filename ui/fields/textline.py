"""An answer of one line that may need the room of two or three."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import Value
from roadmapper.template.model import Question
from ui import theme
from ui.fields.base import Editor
from ui.fields.frame import TextFrame
from ui.fields.growing import GrowingText
from ui.opened import Opened
from ui.parts.layouts import column

LONG = 100
"""Questions whose answer may be longer take the whole width."""


class TextLineField(Editor):
    """One line of text, broken on the screen so that all of it can be read."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.text = _OneLine(question.label, self)
        self.text.setAccessibleDescription(question.help)
        self.setFocusProxy(self.text)
        self._kept: str | None = ""
        self._writing = False
        self._frame = TextFrame(self.text, column(self.text), self)
        self.setLayout(column(self._frame))
        self.text.textChanged.connect(self._take)
        self.text.focused.connect(self.focused)
        self.text.blurred.connect(self.flush)

    def read(self) -> Value:
        """Return the text; None if it is empty."""
        if self._kept is None:
            self._kept = " ".join(self.text.plain().split("\n"))
        return self._kept or None

    def write(self, value: Value) -> None:
        """Show a text."""
        self._kept = value if isinstance(value, str) else ""
        self._writing = True
        self.text.show_plain(self._kept)
        self._writing = False

    def mark(self, state: str) -> None:
        """Color the edge."""
        self._frame.set_state(state)

    def _take(self) -> None:
        if not self._writing:
            self._kept = None
            self.touched()


class _OneLine(GrowingText):
    """Grows from the height of an input; Enter does not break the line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, style="cell")
        edge = 4
        free = theme.measure("control", "inputHeight") - edge - self.fontMetrics().lineSpacing()
        self.document().setDocumentMargin(max(free / 2, 2))
        self.setViewportMargins(theme.px(5), 0, theme.px(5), 0)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text, at least that of an input."""
        least = theme.measure("control", "inputHeight") - 4
        around = 2 * self.document().documentMargin()
        most = 4 * self.fontMetrics().lineSpacing() + around
        self.setFixedHeight(round(min(max(self.document().size().height(), least), most)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(" ".join(source.text().split()))
