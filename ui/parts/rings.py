"""Completeness as rings and levels as bars."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from ui import icons, theme
from ui.painting import painting, pen, text
from ui.words import _


def paint_ring(painter: QPainter, area: QRectF, part: float, width: float = 2.5) -> None:
    """Paint an empty track, a part of an arc, or a disc with a check when all is done."""
    if part >= 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))
        side = area.width() * 0.6
        inset = (area.width() - side) / 2
        mark = QRectF(area.x() + inset, area.y() + inset, side, side)
        icons.paint(painter, "check", mark, "onAccent")
        return
    inner = area.adjusted(width / 2 + 0.5, width / 2 + 0.5, -width / 2 - 0.5, -width / 2 - 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen("track", width))
    painter.drawEllipse(inner)
    if part > 0:
        painter.setPen(pen("accent", width))
        painter.drawArc(inner, 90 * 16, round(-360 * 16 * part))


class Ring(QProgressBar):
    """How complete something is, in percent; a screen reader reads it as progress."""

    def __init__(
        self, size: int = 38, parent: QWidget | None = None, *, percent_sign: bool = False
    ) -> None:
        super().__init__(parent)
        self._size = theme.px(size)
        self._sign = "%" if percent_sign else ""
        self.setRange(0, 100)
        self.setFixedSize(self._size, self._size)
        self.setAccessibleName(_("Completeness"))
        self.setTextVisible(False)

    def show_part(self, part: float) -> None:
        """Show a part between 0 and 1; all is only shown when all is done."""
        percent = 100 if part >= 1 else min(99, round(part * 100))
        if percent != self.value():
            self.setValue(percent)
            self.update()

    def sizeHint(self) -> QSize:
        """Return its fixed size."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and number."""
        area = QRectF(self.rect())
        with painting(self) as painter:
            paint_ring(painter, area, max(self.value(), 0) / 100, max(2.5, self._size / 11))
            if self.value() < self.maximum():
                style = "micro" if self._size < theme.px(60) else "section"
                if self._size >= theme.px(30):
                    center = Qt.AlignmentFlag.AlignCenter
                    number = f"{max(self.value(), 0)}{self._sign}"
                    text(painter, area, number, style, "ink", center, 600)
