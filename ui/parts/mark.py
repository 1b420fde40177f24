"""The mark of the program."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.painting import box, painting


def paint_mark(painter: QPainter, side: float) -> None:
    """Paint the mark of the program: a rising route between two stations."""
    unit = side / 26
    box(painter, QRectF(0, 0, side, side), 7 * unit, "accent")
    line = QPen(theme.color("onAccent"), 2.1 * unit)
    line.setCapStyle(Qt.PenCapStyle.RoundCap)
    route = QPainterPath(QPointF(7 * unit, 19 * unit))
    route.cubicTo(
        QPointF(7 * unit, 13 * unit), QPointF(19 * unit, 14 * unit), QPointF(19 * unit, 8.6 * unit)
    )
    painter.setPen(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(route)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("onAccent"))
    painter.drawEllipse(QPointF(7 * unit, 19 * unit), 2.5 * unit, 2.5 * unit)
    painter.setPen(QPen(theme.color("onAccent"), 1.9 * unit))
    painter.setBrush(theme.color("accent"))
    painter.drawEllipse(QPointF(19 * unit, 7.6 * unit), 2.6 * unit, 2.6 * unit)


class Mark(QWidget):
    """The mark of the program."""

    def __init__(self, side: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = theme.px(side)
        self.setFixedSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        with painting(self) as painter:
            paint_mark(painter, self._side)
