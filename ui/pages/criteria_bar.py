"""A level as a bar of steps, with a mark after the one that is enough."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.painting import box, painting

_STEP, _GAP, _HIGH = 34, 4, 8
_MARK_HIGH, _MARK_WIDE = 18, 2.0


class LevelBar(QWidget):
    """The words beside it say the same, so that it is only for the eye."""

    def __init__(self, steps: int, enough: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._enough = steps, enough
        self._level = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_level(self, level: int) -> None:
        """Show another level."""
        if level != self._level:
            self._level = level
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all steps."""
        width = self._steps * theme.px(_STEP) + (self._steps - 1) * theme.px(_GAP)
        return QSize(width, theme.px(_MARK_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the steps that are reached, those that are not, and the mark."""
        step, gap, high = theme.px(_STEP), theme.px(_GAP), theme.px(_HIGH)
        color = "accent" if self._level >= self._enough else "neg"
        with painting(self) as painter:
            for at in range(self._steps):
                area = QRectF(at * (step + gap), (self.height() - high) / 2, step, high)
                box(painter, area, high / 2, color if at < self._level else "track")
            place = self._enough * (step + gap) - gap / 2 - _MARK_WIDE / 2
            mark = QRectF(place, 0, _MARK_WIDE, self.height())
            painter.fillRect(mark, theme.color("ink"))


class EnoughMark(QWidget):
    """The mark by itself, for the line that says what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(theme.px(4), theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        with painting(self) as painter:
            painter.fillRect(QRectF(0, 0, _MARK_WIDE, self.height()), theme.color("ink"))
