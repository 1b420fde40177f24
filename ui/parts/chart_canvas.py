"""A chart as a picture that can be read place by place, with the pointer or with arrow keys."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmapper.document.scene import Scene, Slot
from roadmapper.document.tree import Chart
from ui import access, theme
from ui.painting import box, focus_ring, painting, pen, text
from ui.parts.chart_read import told_at, values_at
from ui.parts.scene_paint import paint_scene, screen_scene, zoom

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_DOT = 4.0
_AIR = 5
"""Pixels around the picture, in which the ring of the focus has room."""


class ChartCanvas(QWidget):
    """Paints one chart. One stop of the Tab key; arrows, Home and End move the reading line.

    Signals:
        read_at: the reading line came to a category; -1 when it went away.
    """

    read_at = Signal(int)
    reader_role = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install()
        self.chart: Chart | None = None
        self.at = -1
        self.scene = Scene(0, 0, (), "")
        self._old = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        """Show a chart; the reading line stays where it is."""
        self._old = False
        if chart != self.chart:
            self.chart = chart
            self.setAccessibleName(chart.title)
            self.setAccessibleDescription(chart.alt)
            self._arrange()
        if self.at >= len(chart.categories):
            self._read(-1)
        self.update()

    def show_old(self) -> None:
        """Show faintly what is no longer true, until the new chart is there."""
        self._old = True
        self.update()

    @property
    def is_old(self) -> bool:
        """Whether what is shown waits for a new chart."""
        return self._old

    @property
    def told(self) -> str:
        """What is read at the reading line; empty if there is none."""
        return told_at(self.chart, self.at) if self.chart and self.at >= 0 else ""

    # --- for Qt ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the chart for this width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read where the pointer is."""
        self._read(self._slot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop reading with the pointer."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._read(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the reading line away."""
        super().focusOutEvent(event)
        self._read(-1)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the focus is."""
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the reading line; Escape takes it away."""
        slots = self.scene.slots
        if event.key() == Qt.Key.Key_Escape and self.at >= 0:
            self._read(-1)
        elif not slots or (to := self._next(event.key(), len(slots))) is None:
            super().keyPressEvent(event)
        elif to != self.at:
            self._read(to)
            access.announce(self, self.told)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and what is read or pointed out on it."""
        if self.chart is None:
            return
        slots = self.scene.slots
        with painting(self) as painter:
            if 0 <= self.at < len(slots) and slots[self.at].lies:
                painter.fillRect(self._area(slots[self.at]), theme.color("hover"))
            painter.translate(_AIR, _AIR)
            paint_scene(painter, self.scene, old=self._old)
            painter.translate(-_AIR, -_AIR)
            if 0 <= self.at < len(slots):
                self._paint_reading(painter, slots[self.at])
            if self.hasFocus():
                focus_ring(painter, QRectF(self.rect()), theme.radius("button"))

    # --- inside ----------------------------------------------------------------------------------

    def _arrange(self) -> None:
        if self.chart is None or self.width() < 1:
            return
        self.scene = screen_scene(self.chart, self.width() - 2 * _AIR)
        high = ceil(self.scene.height * zoom()) + 2 * _AIR
        if high != self.height():
            self.setFixedHeight(high)
        self.update()

    def _next(self, key: int, count: int) -> int | None:
        """Return which category a key leads to; None if it is none of ours."""
        if key == Qt.Key.Key_Home:
            return 0
        if key == Qt.Key.Key_End:
            return count - 1
        lies = self.scene.slots[0].lies
        back = Qt.Key.Key_Up if lies else Qt.Key.Key_Left
        forth = Qt.Key.Key_Down if lies else Qt.Key.Key_Right
        if key not in (back, forth):
            return None
        if self.at < 0:
            flag = self.chart.flag if self.chart else None
            return min(int(flag.at), count - 1) if flag else 0
        return min(max(self.at + (1 if key == forth else -1), 0), count - 1)

    def _read(self, at: int) -> None:
        if at != self.at:
            self.at = at
            self.setAccessibleDescription(self.told or (self.chart.alt if self.chart else ""))
            self.read_at.emit(at)
            self.update()

    def _slot_at(self, place: QPointF) -> int:
        inside = (one.category for one in self.scene.slots if self._area(one).contains(place))
        return next(inside, -1)

    def _area(self, slot: Slot) -> QRectF:
        size = zoom()
        left, top = slot.x * size + _AIR, slot.y * size + _AIR
        return QRectF(left, top, slot.width * size, slot.height * size)

    # --- painting --------------------------------------------------------------------------------

    def _paint_reading(self, painter: QPainter, slot: Slot) -> None:
        """Paint the reading line and what it says."""
        area = self._area(slot)
        if not slot.lies:
            self._paint_line(painter, slot, area.top())
        chart = self.chart
        if chart is None:
            return
        name = chart.categories[slot.category]
        lines = values_at(chart, slot.category)
        high, side = theme.px(18), theme.px(10)
        widths = [
            theme.text_width(one, "micro") + theme.text_width(value, "micro", 600) + 2 * side
            for one, value in lines
        ]
        wide = max([theme.text_width(name, "micro", 600), *widths]) + 2 * side
        bubble = self._beside(area, wide, high * (len(lines) + 1) + theme.px(8), lies=slot.lies)
        box(painter, bubble, theme.radius("button"), "raised", "line2")
        row = QRectF(bubble.left() + side, bubble.top() + theme.px(4), wide - 2 * side, high)
        text(painter, row, name, "micro", "ink", _LEFT, 600)
        for one, value in lines:
            row.translate(0, high)
            text(painter, row, one, "micro", "ink2", _LEFT)
            text(painter, row, value, "micro", "ink", _RIGHT, 600)

    def _paint_line(self, painter: QPainter, slot: Slot, top: float) -> None:
        """Paint an upright line, and dots where lines have their values."""
        size, area = zoom(), self._area(slot)
        line = pen("ink", 1.2)
        line.setDashPattern([1.5, 2.5])
        painter.setPen(line)
        painter.drawLine(QPointF(area.center().x(), top), QPointF(area.center().x(), area.bottom()))
        painter.setPen(pen("ink", 1.8))
        painter.setBrush(theme.color("surface"))
        for x, y in slot.points:
            painter.drawEllipse(QPointF(x * size + _AIR, y * size + _AIR), _DOT, _DOT)

    def _beside(self, area: QRectF, wide: float, high: float, *, lies: bool) -> QRectF:
        """Return where a bubble has room: beside an upright line, below or above a row."""
        gap = theme.px(10)
        if lies:
            x = (self.width() - wide) / 2
            y = area.bottom() + 2 if area.bottom() + high < self.height() else area.top() - high - 2
        else:
            right = area.center().x() + gap
            x = right if right + wide < self.width() else area.center().x() - gap - wide
            y = area.top() + 2
        return QRectF(max(x, 0), max(y, 0), wide, high)
