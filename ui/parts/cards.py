"""Boxes that group things: cards, panels, notices."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui import theme
from ui.painting import box, painting
from ui.parts.buttons import Button
from ui.parts.labels import Icon, Label
from ui.parts.layouts import row


class Card(QFrame):
    """A flat white box with a thin edge."""

    def __init__(
        self,
        layout: QLayout | None = None,
        parent: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = (20, 18, 20, 18),
        fill: str = "surface",
        edge: str = "line",
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._edge = edge
        if layout is not None:
            layout.setContentsMargins(*margins)
            self.setLayout(layout)

    def set_look(self, fill: str, edge: str) -> None:
        """Show the box in other colors."""
        self._fill, self._edge = fill, edge
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        with painting(self) as painter:
            box(painter, QRectF(self.rect()), theme.radius("card"), self._fill, self._edge)


class Panel(QFrame):
    """A filled area of the window with lines at the sides named in `lines`: l, r, t, b."""

    def __init__(
        self,
        layout: QLayout | None = None,
        parent: QWidget | None = None,
        *,
        fill: str = "canvas",
        lines: str = "",
    ) -> None:
        super().__init__(parent)
        self._fill = fill
        self._lines = lines
        if layout is not None:
            self.setLayout(layout)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint area and lines."""
        width, height = self.width(), self.height()
        sides = {
            "l": QRectF(0, 0, 1, height),
            "r": QRectF(width - 1, 0, 1, height),
            "t": QRectF(0, 0, width, 1),
            "b": QRectF(0, height - 1, width, 1),
        }
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.color(self._fill))
            for side in self._lines:
                painter.fillRect(sides[side], theme.color("line"))


_NOTICES = {
    "info": ("infoTint", "infoLine", "info", "info"),
    "warning": ("warnTint", "warnLine", "triangle-alert", "warn"),
    "error": ("negTint", "negLine", "circle-alert", "neg"),
}


class Notice(Card):
    """One sentence that stays until its cause is gone, with a button if there is an action."""

    acted = Signal()

    def __init__(
        self, kind: str, sentence: str, parent: QWidget | None = None, *, action: str = ""
    ) -> None:
        fill, edge, icon, color = _NOTICES[kind]
        self._sentence = Label(sentence, "cell", "ink", wrap=True)
        self._line = row(Icon(icon, 16, color), spacing=10)
        self._line.addWidget(self._sentence, 1)
        super().__init__(self._line, parent, margins=(14, 9, 14, 9), fill=fill, edge=edge)
        self.setAccessibleName(sentence)
        if action:
            self.add_action(action).clicked.connect(self.acted)

    def add_action(self, label: str) -> Button:
        """Add a button at the end and return it."""
        button = Button(label, "secondary", small=True)
        self._line.addWidget(button)
        return button

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
