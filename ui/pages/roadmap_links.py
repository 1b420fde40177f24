"""Lines between what waits and what it waits for."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ui.pages.roadmap_board import Board
from ui.pages.roadmap_plan import Box, PlacedGate, Plan


@dataclass(frozen=True, slots=True)
class Link:
    """What waits, what for, and whether that is not over in time."""

    path: str
    on: str
    late: bool


def links_of(board: Board, path: str) -> Iterator[Link]:
    """Yield what something waits for, and what waits for it."""
    for item in board.items:
        for on in item.after:
            if path in (item.path, on):
                yield Link(item.path, on, on in board.blockers(item))


def curve(plan: Plan, link: Link) -> QPainterPath | None:
    """Return the way from the end of one thing to the beginning of another."""
    target, source, gate = plan.bar(link.path), plan.bar(link.on), plan.gate(link.on)
    if target is None:
        return None
    if gate is not None:
        return _from_gate(gate, target.box, plan)
    return _from_bar(source.box, target.box) if source is not None else None


def _from_bar(source: Box, target: Box) -> QPainterPath:
    start, end = QPointF(source.right, source.middle), QPointF(target.left, target.middle)
    bend = max(24.0, abs(end.x() - start.x()) / 3)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
    return _pointed(path, end)


def _from_gate(gate: PlacedGate, target: Box, plan: Plan) -> QPainterPath:
    """Follow the line of the gate down, then turn to the bar."""
    end = QPointF(target.left, target.middle)
    turn = 10.0
    path = QPainterPath(QPointF(gate.x, gate.y + plan.sizes.mark))
    path.lineTo(gate.x, end.y() - turn)
    way = turn if end.x() >= gate.x else -turn
    path.quadTo(QPointF(gate.x, end.y()), QPointF(gate.x + way, end.y()))
    path.lineTo(end)
    return _pointed(path, end)


def _pointed(path: QPainterPath, end: QPointF) -> QPainterPath:
    for side in (-4, 4):
        path.moveTo(end)
        path.lineTo(end + QPointF(-6, side))
    return path
