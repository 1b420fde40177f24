"""The levels of all criteria as one shape. The rows beside it say the same in words."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmapper.criteria import Scorecard
from ui import access, theme
from ui.painting import painting, pen, text
from ui.words import _

_HIGH = 256
_LINE = 15
_AROUND = 8
"""Pixels between the shape and the names around it."""
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = 0.2
"""Names this near to the middle stand above or below the shape."""


class Radar(QWidget):
    """Paints the shape; a screen reader hears the levels as its description."""

    reader_role = QAccessible.Role.Graphic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install()
        self._card: Scorecard | None = None
        self.setAccessibleName(_("Shape of the answer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_card(self, card: Scorecard) -> None:
        """Show how the criteria stand now."""
        self._card = card
        told = (f"{one.name}: {self._level(one.level)}" for one in card.levels)
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of shape and names."""
        return QSize(theme.px(300), theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Never lose the names."""
        return QSize(theme.px(230), theme.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint web, line, shape and names."""
        card = self._card
        if card is None or not card.levels:
            return
        highest = len(card.pack.words) - 1
        with painting(self) as painter:
            self._paint_web(painter, len(card.levels), highest)
            self._paint_shape(painter, card, highest)
            for at, one in enumerate(card.levels):
                color = "ink2" if card.is_enough(one) else "neg"
                words = (card.pack.criteria[at].short, self._level(one.level))
                self._paint_name(painter, at, words, color)

    def _level(self, level: int) -> str:
        highest = len(self._card.pack.words) - 1 if self._card else 0
        return _("{level} of {highest}").format(level=level, highest=highest)

    def _paint_web(self, painter: QPainter, count: int, highest: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen("line"))
        for level in range(1, highest + 1):
            painter.drawPolygon(self._ring([level / highest] * count))
        for corner in self._ring([1.0] * count).toList():
            painter.drawLine(self._center(), corner)
        enough = self._card.pack.ready if self._card else 0
        painter.setPen(pen("ink2", 1.3, dashed=True))
        painter.drawPolygon(self._ring([enough / highest] * count))

    def _paint_shape(self, painter: QPainter, card: Scorecard, highest: int) -> None:
        corners = self._ring([one.level / highest for one in card.levels])
        fill = theme.color("accent")
        fill.setAlphaF(0.16)
        painter.setBrush(fill)
        painter.setPen(pen("accent", 1.8))
        painter.drawPolygon(corners)
        painter.setPen(Qt.PenStyle.NoPen)
        for one, corner in zip(card.levels, corners.toList(), strict=True):
            painter.setBrush(theme.color("accent" if card.is_enough(one) else "neg"))
            painter.drawEllipse(corner, theme.px(3.5), theme.px(3.5))

    def _paint_name(self, painter: QPainter, at: int, words: tuple[str, str], color: str) -> None:
        way = _way(at, len(self._card.levels) if self._card else 1)
        wide, high = self._name_width(), theme.px(_LINE)
        reach = self._radius() + theme.px(_AROUND)
        place = self._center() + way * reach
        if abs(way.x()) < _MIDDLE:
            left, align = place.x() - wide / 2, _CENTER
            top = place.y() - 2 * high if way.y() < 0 else place.y()
        else:
            align = _LEFT if way.x() > 0 else _RIGHT
            left, top = place.x() - (0 if way.x() > 0 else wide), place.y() - high
        for number, (line, weight) in enumerate(zip(words, (600, None), strict=True)):
            area = QRectF(left, top + number * high, wide, high)
            text(painter, area, line, "micro", color, align, weight)

    def _name_width(self) -> float:
        criteria = self._card.pack.criteria if self._card else ()
        return max((theme.text_width(one.short, "micro", 600) for one in criteria), default=0) + 2

    def _center(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _radius(self) -> float:
        beside = self.width() / 2 - self._name_width() - theme.px(_AROUND)
        above = self.height() / 2 - theme.px(2 * _LINE) - theme.px(_AROUND)
        # Names stand beside the corners at the sides, which are nearer than the shape is high.
        return max(min(beside / cos(pi / 6), above), theme.px(20))

    def _ring(self, parts: list[float]) -> QPolygonF:
        center, radius = self._center(), self._radius()
        ways = (_way(at, len(parts)) for at in range(len(parts)))
        corners = zip(ways, parts, strict=True)
        return QPolygonF([center + way * (radius * part) for way, part in corners])


def _way(at: int, count: int) -> QPointF:
    """Return the direction of a corner; the first points up, the others follow the clock."""
    angle = 2 * pi * at / count - pi / 2
    return QPointF(cos(angle), sin(angle))
