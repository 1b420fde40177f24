"""Paints the map of the coalition: quadrants, axes, links, ways, labels."""

from collections.abc import Mapping, Sequence
from math import ceil, hypot

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen

from ui import theme
from ui.pages.coalition_lines import Line
from ui.pages.coalition_people import STANCES, Person, color
from ui.pages.coalition_plane import Curve, Plane, curve
from ui.painting import box, pen, text
from ui.words import _

_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
_LABEL = 124
_HEAD = 7
_GOAL = 32
_OFFS = range(-4, 5)
_TINT = 0.55


def label_size(words: str) -> QSizeF:
    """Return the room of a label, on as many lines as it needs."""
    if not words:
        return QSizeF()
    room = QRect(0, 0, theme.px(_LABEL), 1000)
    found = QFontMetrics(theme.font("caption", 500)).boundingRect(room, _WRAPPED, words)
    return QSizeF(ceil(found.width()) + 4, found.height())


def _length(way: tuple[float, float]) -> float:
    return hypot(*way)


def quadrants(area: QRectF) -> Mapping[str, QRectF]:
    """Return what the quarters of the plane are called, and where that stands."""
    high, aside = theme.px(24), theme.px(10)
    found = {}
    for words, is_right, is_low in (
        (_("Win over"), False, False),
        (_("Key allies"), True, False),
        (_("Keep informed"), False, True),
        (_("Amplify"), True, True),
    ):
        wide = ceil(theme.text_width(words, "caption", 500)) + 2
        left = area.right() - aside - wide if is_right else area.left() + aside
        found[words] = QRectF(left, area.bottom() - high if is_low else area.top(), wide, high)
    return found


def paint_label(painter: QPainter, place: QRectF, words: str, ink: str) -> None:
    """Paint the words of a label."""
    painter.setFont(theme.font("caption", 500))
    painter.setPen(theme.color(ink))
    painter.drawText(place, _WRAPPED, words)


class MapPainter:
    """Paints onto one plane. `discs` are the places of all nodes."""

    def __init__(self, painter: QPainter, plane: Plane, discs: Mapping[str, QRectF]) -> None:
        self._painter = painter
        self._plane = plane
        self._area = plane.area
        self._discs = discs
        middle, right = self._area.center(), self._area.right()
        self._allies = QRectF(
            middle.x(), self._area.top(), right - middle.x(), self._area.height() / 2
        )

    def ground(self) -> None:
        """Paint the quadrants with their names, and the axes."""
        painter, area = self._painter, self._area
        box(painter, area, 6, "sunken")
        middle = area.center()
        painter.fillRect(self._allies, theme.color("accentTint", _TINT))
        painter.setPen(pen("line2", 1, dashed=True))
        painter.drawLine(QPointF(middle.x(), area.top()), QPointF(middle.x(), area.bottom()))
        painter.drawLine(QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y()))
        for words, place in quadrants(area).items():
            text(painter, place, words, "caption", "ink3", _CENTER, 500)
        self._axes()

    def cell(self, stance: int, influence: int) -> None:
        """Show where a node that is held would land."""
        point, side = self._plane.point(stance, influence), theme.px(44)
        self._painter.setPen(pen("accent", 1.5, dashed=True))
        self._painter.setBrush(theme.color("accentTint"))
        self._painter.drawEllipse(point, side / 2, side / 2)

    def line(self, line: Line, way: Curve, look: str) -> None:
        """Paint a line: an arrow if it says whose word counts. `look` is "", "near" or "picked"."""
        ink = {"picked": "accent", "near": "ink2"}.get(look, "faint" if line.is_word else "line2")
        self._way(way, pen(ink, 2.2 if look == "picked" else 1.4 if look else 1.2))
        if line.is_word:
            self._head(way.end, way.along, ink)

    def pending(self, way: Curve) -> None:
        """Paint a line that is being drawn."""
        self._way(way, pen("accent", 1.8, dashed=True))
        self._head(way.end, way.along, "accent")

    def ways(self, people: Mapping[str, Person], only: str | None, words: Sequence[QRectF]) -> None:
        """Paint the way to the stance needed, of all roles or of one only, off all words."""
        taken = [*self._discs.values(), *words]
        for row, person in people.items():
            still = not person.is_placed or person.needed in (None, person.stance)
            if still or only not in (None, row):
                continue
            disc, ink = self._discs[person.row], color(person.stance)
            goal = self._goal(person, disc, taken)
            taken.append(goal)
            way = curve(disc, goal, 0)
            self._painter.setPen(pen(ink, 1.7, dashed=True))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawEllipse(goal)
            if way is not None:
                self._way(way, pen(ink, 1.7, dashed=True))
                self._head(way.end, way.along, ink)

    def _goal(self, person: Person, disc: QRectF, taken: Sequence[QRectF]) -> QRectF:
        """Return the place of the stance needed: level with the node, or near where it is free."""
        side = theme.px(_GOAL)
        x = self._plane.point(person.needed or 0, person.influence or 0).x()
        level = QRectF(x - side / 2, disc.center().y() - side / 2, side, side)
        offs = sorted(((i * side / 2, j * side / 2) for i in _OFFS for j in _OFFS), key=_length)
        places = [level.translated(*off) for off in offs]
        inside = [one for one in places if self._area.contains(one)] or places
        free = (one for one in inside if not any(one.intersects(other) for other in taken))
        return next(free, level)

    def label(self, place: QRectF, words: str) -> None:
        """Paint the label of a node, on the ground of the map, so that no line crosses it."""
        self._painter.fillRect(place, theme.color("sunken"))
        self._painter.fillRect(place & self._allies, theme.color("accentTint", _TINT))
        paint_label(self._painter, place, words, "ink2")

    def tray(self, high: float) -> None:
        """Paint the place of roles that have none on the map yet."""
        self._painter.fillRect(QRectF(0, high, self._area.right(), 1), theme.color("line"))
        words = QRectF(self._area.left(), 0, self._area.width(), theme.px(20))
        told = _("Not placed yet. Drag each to where it stands.")
        text(self._painter, words, told, "caption", "ink3", _LEFT)

    def _axes(self) -> None:
        painter, area, plane = self._painter, self._area, self._plane
        top = area.bottom() + theme.px(3)
        wide = area.width() / len(STANCES)
        for stance, words in STANCES.items():
            x = plane.point(stance, 0).x()
            text(
                painter,
                QRectF(x - wide / 2, top, wide, theme.px(20)),
                words,
                "caption",
                "ink2",
                _CENTER,
            )
        axis = QRectF(area.left(), top + theme.px(19), area.width(), theme.px(20))
        text(painter, axis, _("Stance today"), "caption", "ink2", _CENTER, 600)
        painter.save()
        painter.translate(theme.px(2), area.center().y())
        painter.rotate(-90)
        along = QRectF(-area.height() / 2, 0, area.height(), theme.px(18))
        text(painter, along, _("Influence on the decision"), "caption", "ink2", _CENTER, 600)
        lower = along.translated(0, theme.px(19))
        text(painter, lower, _("Little"), "caption", "ink3", _LEFT)
        text(painter, lower, _("Decisive"), "caption", "ink3", _RIGHT)
        painter.restore()

    def _way(self, way: Curve, line: QPen) -> None:
        path = QPainterPath(way.start)
        path.quadTo(way.bend, way.end)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(line)
        self._painter.drawPath(path)

    def _head(self, at: QPointF, along: QPointF, ink: str) -> None:
        side, across = theme.px(_HEAD), QPointF(-along.y(), along.x())
        self._painter.setPen(pen(ink, 1.5))
        for turn in (1, -1):
            back = at - along * side + across * (side * 0.55 * turn)
            self._painter.drawLine(at, back)
