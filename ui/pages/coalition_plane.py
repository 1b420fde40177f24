"""Where things stand on the map: cells, nodes, and labels that avoid one another."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF


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
        """Return a point for each name; those that share a cell stand side by side."""
        shared: dict[tuple[float, float], list[str]] = {}
        for name, place in wanted.items():
            shared.setdefault(place, []).append(name)
        found = {}
        for place, names in shared.items():
            middle = self.point(*place)
            room = self.area.width() / len(self._stances)
            step = min(apart, room / len(names))
            for at, name in enumerate(names):
                aside = (at - (len(names) - 1) / 2) * step
                found[name] = middle + QPointF(aside, 0)
        return found


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
