"""The edge around text of several lines."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui import theme
from ui.fields.growing import GrowingText
from ui.painting import box, painting

_EDGES = {"error": "neg", "warning": "warn"}


class TextFrame(QFrame):
    """A box around a text and what belongs to it; its edge shows focus and what is wrong."""

    def __init__(self, text: GrowingText, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._state = ""
        layout.setContentsMargins(2, 2, 2, 2)
        self.setLayout(layout)
        text.focused.connect(self.update)
        text.blurred.connect(self.update)

    def set_state(self, state: str) -> None:
        """Mark the text as wrong: "error", "warning", or "" for nothing."""
        if state != self._state:
            self._state = state
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        has_focus = self._text.hasFocus()
        edge = _EDGES.get(self._state, "accent" if has_focus else "field")
        width = 2 if has_focus or self._state else 1
        with painting(self) as painter:
            box(painter, QRectF(self.rect()), theme.radius("input"), "surface", edge, width)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.update()
