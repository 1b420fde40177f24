"""Which part of the timeline something painted takes, and what a screen reader finds there."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from ui.pages.roadmap_board import Board
from ui.pages.roadmap_links import Link, curve, links_of
from ui.pages.roadmap_plan import PlacedBar, PlacedGate, Plan
from ui.pages.roadmap_told import told
from ui.parts.listed import Painted

AROUND = 16
"""How far shadow, ring and handles reach beyond a bar."""


def bar_reach(bar: PlacedBar) -> QRect:
    """Return what a bar takes with its label and everything around it."""
    left, right = bar.reach
    return _rect(left, bar.box.top, right, bar.box.bottom).adjusted(
        -AROUND, -AROUND, AROUND, AROUND
    )


def reach_of(plan: Plan, board: Board, path: str, *, whole_lane: bool = False) -> QRegion:
    """Return what is painted anew when something is selected, lit or moved."""
    region = QRegion()
    bar, gate = plan.bar(path), plan.gate(path)
    if gate is not None:
        region += _gates(plan) if whole_lane else _gate(gate, plan)
    elif bar is not None:
        region += _lane(plan, bar) if whole_lane else bar_reach(bar)
    for link in links_of(board, path):
        region += _link(plan, link)
    return region


def listed_items(plan: Plan, board: Board) -> dict[str, Painted]:
    """Return everything on the timeline for a screen reader, in the order of time."""
    return {one.path: painted_item(plan, board, one.path) for one in board.in_time}


def painted_item(plan: Plan, board: Board, path: str) -> Painted:
    """Return one item or gate for a screen reader."""
    bar, gate = plan.bar(path), plan.gate(path)
    area = QRect()
    if bar is not None:
        area = _rect(bar.box.left, bar.box.top, bar.box.right, bar.box.bottom)
    elif gate is not None:
        size = plan.sizes.mark
        area = _rect(gate.x - size, gate.y - size, gate.x + size, gate.y + size)
    return Painted(told(board, path), area)


def _gate(gate: PlacedGate, plan: Plan) -> QRegion:
    left = min(gate.x, gate.text_at)
    wide = max(left, gate.text_at) + plan.span.width / 3
    row = _rect(left, gate.y, wide, gate.y).adjusted(-AROUND, -AROUND, AROUND, AROUND + 6)
    return QRegion(row)


def _gates(plan: Plan) -> QRegion:
    """Return the band of the gates and their lines through the lanes."""
    region = QRegion(_rect(0, plan.sizes.head, plan.span.width, plan.top + AROUND))
    for gate in plan.gates:
        region += _rect(gate.x - 3, plan.top, gate.x + 3, plan.height)
    return region


def _lane(plan: Plan, bar: PlacedBar) -> QRegion:
    lane = next(one for one in plan.lanes if one.lane.id == bar.item.lane)
    area = _rect(0, lane.top, plan.span.width, lane.bottom)
    return QRegion(area.adjusted(0, -AROUND, 0, 2 * AROUND))


def _link(plan: Plan, link: Link) -> QRegion:
    path = curve(plan, link)
    if path is None:
        return QRegion()
    return QRegion(path.boundingRect().toAlignedRect().adjusted(-8, -8, 8, 8))


def _rect(left: float, top: float, right: float, bottom: float) -> QRect:
    return QRect(int(left), int(top), int(right - left) + 2, int(bottom - top) + 2)
