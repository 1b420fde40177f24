"""Where things stand on the map: cells, nodes, lines, and labels that avoid one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt

WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
"""The directions of the arrow keys."""


class Plane:
    """An area divided into steps of stance, from left, and of influence, from below."""

    def __init__(self, area: QRectF, stances: range, influences: range) -> None:
        self.area = area
        self._stances, self._influences = stances, influences

    def point(self, stance: float, influence: float) -> QPointF:
        """Return the middle of the cell of a stance and an influence."""
        across = (_inside(stance, self._stances) - self._stances[0] + 0.5) / len(self._stances)
        up = (_inside(influence, self._influences) - self._influences[0] + 0.5) / len(
            self._influences
        )
        return QPointF(
            self.area.left() + across * self.area.width(),
            self.area.bottom() - up * self.area.height(),
        )

    def cell(self, point: QPointF) -> tuple[int, int]:
        """Return stance and influence of the cell at a point, or of the nearest one."""
        across = (point.x() - self.area.left()) / max(self.area.width(), 1)
        up = (self.area.bottom() - point.y()) / max(self.area.height(), 1)
        return _step(across, self._stances), _step(up, self._influences)

    def spots(
        self, wanted: Mapping[str, tuple[float, float]], apart: float
    ) -> Mapping[str, QPointF]:
        """Return a point for each name; those that share a cell share its room."""
        shared: dict[tuple[float, float], list[str]] = {}
        for name, place in wanted.items():
            shared.setdefault(place, []).append(name)
        found = {}
        wide = self.area.width() / len(self._stances)
        high = self.area.height() / len(self._influences)
        for place, names in shared.items():
            middle = self.point(*place)
            for name, aside in zip(names, _grid(len(names), wide, high, apart), strict=True):
                found[name] = middle + aside
        return found


def _grid(count: int, wide: float, high: float, apart: float) -> Sequence[QPointF]:
    """Return places around a middle, as far apart as a cell allows, in one line if that fits."""

    def step(across: int) -> float:
        return min(apart, wide / across, high / ceil(count / across))

    across = max(range(1, count + 1), key=lambda one: (round(step(one), 3), one))
    lines = ceil(count / across)
    found = []
    for at in range(count):
        line, place = divmod(at, across)
        here = min(across, count - line * across)
        x, y = place - (here - 1) / 2, line - (lines - 1) / 2
        found.append(QPointF(x * step(across), y * step(across)))
    return found


@dataclass(frozen=True, slots=True)
class Curve:
    """The way of a line from node to node, bent to its left so that two ways differ."""

    start: QPointF
    bend: QPointF
    end: QPointF

    def at(self, part: float) -> QPointF:
        """Return the point after a part of the way, 0 to 1."""
        rest = 1 - part
        return self.start * (rest * rest) + self.bend * (2 * rest * part) + self.end * (part * part)

    @property
    def along(self) -> QPointF:
        """The direction in which it ends, of length one."""
        last = self.end - self.bend
        return last / max(hypot(last.x(), last.y()), 1)

    def distance(self, point: QPointF) -> float:
        """Return how far a point is from it."""
        ways = [self.at(step / _STEPS) for step in range(_STEPS + 1)]
        return min(_from_line(point, QLineF(one, other)) for one, other in pairwise(ways))


_STEPS = 14


def curve(start: QRectF, end: QRectF, most: float) -> Curve | None:
    """Return the way between two nodes, bent by at most so much; None if they are too near."""
    way = end.center() - start.center()
    length = hypot(way.x(), way.y())
    if length < start.width():
        return None
    unit = way / length
    begin = start.center() + unit * (start.width() / 2 + 2)
    finish = end.center() - unit * (end.width() / 2 + 3)
    aside = QPointF(-unit.y(), unit.x()) * min(length * 0.12, most)
    return Curve(begin, (begin + finish) / 2 + aside, finish)


def nearest(here: QPointF, places: Mapping[str, QPointF], way: QPointF) -> str:
    """Return what is nearest in a direction, rather ahead than aside; empty if nothing is."""
    found = []
    for name, place in places.items():
        off = place - here
        ahead = off.x() * way.x() + off.y() * way.y()
        aside = abs(off.x() * way.y()) + abs(off.y() * way.x())
        if ahead > 1:
            found.append((ahead + 2 * aside, name))
    return min(found)[1] if found else ""


def _from_line(point: QPointF, line: QLineF) -> float:
    way, off = line.p2() - line.p1(), point - line.p1()
    length = way.x() ** 2 + way.y() ** 2
    part = (off.x() * way.x() + off.y() * way.y()) / length if length else 0.0
    near = line.p1() + way * min(max(part, 0.0), 1.0) - point
    return hypot(near.x(), near.y())


def _inside(value: float, steps: range) -> float:
    return min(max(value, steps[0]), steps[-1])


def _step(part: float, steps: range) -> int:
    return steps[min(max(int(part * len(steps)), 0), len(steps) - 1)]


def labels(
    nodes: Mapping[str, QRectF], sizes: Mapping[str, QSizeF], area: QRectF, taken: Sequence[QRectF]
) -> Mapping[str, QRectF]:
    """Return a place for each label that touches no node and no other label.

    Below its node is best, then above, then at the sides; one without room is left out.
    """
    found: dict[str, QRectF] = {}
    for name, node in nodes.items():
        size = sizes[name]
        if size.isEmpty():
            continue
        others = [*(one for other, one in nodes.items() if other != name), *found.values(), *taken]
        for place in _around(node, size):
            free = not any(place.intersects(one) for one in others)
            if area.contains(place) and free:
                found[name] = place
                break
    return found


_AIR = 3.0


def _around(node: QRectF, size: QSizeF) -> Sequence[QRectF]:
    wide, high = size.width(), size.height()
    middle = node.center()
    left, top = middle.x() - wide / 2, middle.y() - high / 2
    return (
        QRectF(left, node.bottom() + 1, wide, high),
        QRectF(left, node.top() - high - 1, wide, high),
        QRectF(node.right() + _AIR, top, wide, high),
        QRectF(node.left() - wide - _AIR, top, wide, high),
        QRectF(node.left(), node.bottom() + 1, wide, high),
        QRectF(node.right() - wide, node.bottom() + 1, wide, high),
    )
