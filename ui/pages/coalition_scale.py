"""A slider with named stops, which may also stand nowhere."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui import theme
from ui.painting import focus_ring, painting, pen
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.words import _

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Home: -99,
    Qt.Key.Key_End: 99,
}


class Stops(QSlider):
    """The slider. Its color is that of the stop it stands on.

    Signals:
        chosen: a person chose a stop.
    """

    chosen = Signal(int)

    def __init__(
        self, steps: range, colors: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._steps, self._colors = steps, colors
        self.is_set = False
        self.setRange(steps[0], steps[-1])
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stop(self, value: float | None) -> None:
        """Stand on a stop, or nowhere."""
        self.is_set = value is not None
        self.setValue(self._steps[len(self._steps) // 2] if value is None else round(value))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the knob."""
        return QSize(theme.px(160), theme.px(28))

    def stop(self, value: int) -> QPointF:
        """Return where a stop is."""
        edge = theme.px(10)
        part = (value - self._steps[0]) / max(len(self._steps) - 1, 1)
        return QPointF(edge + part * (self.width() - 2 * edge), self.height() / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the nearest stop."""
        self._pick(self._nearest(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer from stop to stop."""
        near = self._nearest(event.position().x())
        if near != self.value():
            self._pick(near)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Stay where it is."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next stop, or to an end."""
        if event.key() in _STEPS:
            goal = self.value() + _STEPS[Qt.Key(event.key())]
            self._pick(min(max(goal, self._steps[0]), self._steps[-1]))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, stops and knob."""
        ink = self._colors.get(self.value(), "accent")
        with painting(self) as painter:
            first, last = self.stop(self._steps[0]), self.stop(self._steps[-1])
            painter.setPen(pen("track", 4))
            painter.drawLine(first, last)
            if self.is_set:
                painter.setPen(pen(ink, 4))
                painter.drawLine(first, self.stop(self.value()))
            for value in self._steps:
                passed = self.is_set and value <= self.value()
                _dot(painter, self.stop(value), theme.px(3), ink if passed else "field")
            if self.is_set:
                painter.setPen(pen(ink, 2))
                painter.setBrush(theme.color("surface"))
                painter.drawEllipse(self.stop(self.value()), theme.px(7), theme.px(7))
            if self.hasFocus():
                focus_ring(painter, QRectF(self.rect()), 8)

    def _nearest(self, x: float) -> int:
        return min(self._steps, key=lambda value: abs(self.stop(value).x() - x))

    def _pick(self, value: int) -> None:
        if value != self.value() or not self.is_set:
            self.show_stop(value)
            self.chosen.emit(value)


def _dot(painter: QPainter, at: QPointF, radius: float, ink: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ink))
    painter.drawEllipse(at, radius, radius)


class Scale(QWidget):
    """A name, the word for where the slider stands, and the slider.

    Signals:
        chosen: a person chose a stop; carries the column and the number.
    """

    chosen = Signal(str, int)

    def __init__(
        self,
        name: str,
        column_id: str,
        words: Mapping[int, str],
        colors: Mapping[int, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._column = name, column_id
        self._words, self._colors = words, colors
        self.slider = Stops(range(min(words), max(words) + 1), colors, self)
        self._word = Label("", "caption", weight=600)
        head = row(Label(name, "caption", "ink2", weight=500), STRETCH, self._word)
        self.setLayout(column(head, self.slider))
        self.slider.chosen.connect(self._tell)

    def show_stop(self, value: float | None) -> None:
        """Show a value and its word."""
        self.slider.show_stop(value)
        self._say(None if value is None else round(value))

    def _say(self, value: int | None) -> None:
        said = _("Not said yet") if value is None else self._words.get(value, "")
        self._word.setText(said)
        self._word.set_color("ink3" if value is None else self._colors.get(value, "ink"))
        self.slider.setAccessibleName(f"{self._name}: {said}")

    def _tell(self, value: int) -> None:
        self._say(value)
        self.chosen.emit(self._column, value)
