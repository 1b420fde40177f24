"""Paints the timeline: calendar, lanes, gates, bars, and what is held."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from ui import icons, theme
from ui.pages.roadmap_board import Board, exact_dates_told
from ui.pages.roadmap_plan import Box, PlacedBar, PlacedGate, Plan
from ui.pages.roadmap_time import Cell, Dates, Scale, calendar
from ui.painting import box, focus_ring, pen, shadow, text

LABEL = "caption"
"""The type style of texts on the timeline."""
WEIGHT = 500
_CENTER = Qt.AlignmentFlag.AlignCenter
_TODAY = "Today"
_CORNER = 7.0


@dataclass(frozen=True, slots=True)
class Look:
    """What of the timeline is singled out at the moment."""

    board: Board
    scale: Scale
    selected: str = ""
    lane: str = ""
    under: str = ""
    focus: bool = False
    today: float | None = None
    held: Dates | None = None
    link_to: tuple[float, float] | None = None
    seen_from: float = 0.0
    """Where what is in sight begins; a label stays in sight as long as its bar does."""


def paint_ground(painter: QPainter, plan: Plan, look: Look) -> None:
    """Paint calendar, lanes and lines; everything else stands on them."""
    width, height, head = plan.span.width, plan.height, plan.sizes.head
    upper, lower = calendar(plan.span, look.scale)
    for lane in plan.lanes:
        if lane.lane.name == look.lane and not look.selected:
            area = QRectF(0, lane.top, width, lane.height)
            painter.fillRect(area, theme.color("hover"))
            if look.focus:
                focus_ring(painter, area.adjusted(1, 1, -1, -1), 4)
    painter.setPen(pen("line"))
    for cell in upper[1:]:
        painter.drawLine(QPointF(cell.left, 0), QPointF(cell.left, height))
    for lane in plan.lanes:
        painter.drawLine(QPointF(0, lane.top), QPointF(width, lane.top))
    painter.setPen(pen("line2"))
    painter.drawLine(QPointF(0, head), QPointF(width, head))
    half = head / 2
    for cell in upper:
        _cell(painter, cell, QRectF(cell.left, half * 0.12, cell.right - cell.left, half), 600)
    for cell in lower:
        _cell(painter, cell, QRectF(cell.left, half * 0.9, cell.right - cell.left, half), 400)


def paint_today(painter: QPainter, plan: Plan, x: float) -> None:
    """Paint the line of today, under the bars, and its name in the band of the gates."""
    painter.setPen(pen("accent", 1.6))
    top = plan.sizes.head
    painter.drawLine(QPointF(x, top), QPointF(x, plan.height))
    left, right = today_reach(x, plan.span.width)
    middle = top + plan.sizes.gate_row / 2
    area = QRectF(left, middle - theme.px(9), right - left, theme.px(18))
    box(painter, area, 5, "accent")
    text(painter, area, _TODAY, "micro", "onAccent", _CENTER, 600)


def today_reach(x: float, width: float) -> tuple[float, float]:
    """Return from where to where the name of today reaches."""
    wide = theme.text_width(_TODAY, "micro", 600) + theme.px(12)
    left = min(max(x - wide / 2, 2), width - wide - 2)
    return left, left + wide


def paint_gates(painter: QPainter, plan: Plan, look: Look) -> None:
    """Paint the gates with their lines through the lanes."""
    for gate in plan.gates:
        painter.setPen(pen("ink2", 1.1, dashed=True))
        start = gate.y + plan.sizes.mark
        painter.drawLine(QPointF(gate.x, start), QPointF(gate.x, plan.height))
    for gate in plan.gates:
        _gate(painter, gate, plan, look)


def paint_bars(painter: QPainter, plan: Plan, look: Look) -> None:
    """Paint all bars; the selected one lies on top."""
    _paint_links(painter, plan, look)
    for bar in plan.bars:
        if bar.item.path != look.selected:
            _bar(painter, bar, plan, look)
    chosen = plan.bar(look.selected)
    if chosen is None:
        return
    _bar(painter, chosen, plan, look)
    if look.held is not None:
        _held_dates(painter, chosen, plan, look.held)


# --- inside -------------------------------------------------------------------------------------


def _cell(painter: QPainter, cell: Cell, area: QRectF, weight: int) -> None:
    style = "caption" if weight == 600 else "micro"  # noqa: PLR2004 - a weight of the design
    room = area.width() - theme.px(8)
    if theme.text_width(cell.text, style, weight) <= room:
        place = area.adjusted(theme.px(8), 0, 0, 0)
        color = "ink2" if weight == 600 else "ink3"  # noqa: PLR2004 - the same
        text(painter, place, cell.text, style, color, weight=weight)


def _gate(painter: QPainter, gate: PlacedGate, plan: Plan, look: Look) -> None:
    size, (x, y) = plan.sizes.mark, (gate.x, gate.y)
    chosen, lit = gate.gate.path == look.selected, gate.gate.path == look.under
    wide = theme.text_width(gate.text, LABEL, 600)
    icon = theme.px(12)
    if gate.text:
        ground = QRectF(gate.text_at - 3, y - theme.px(9), wide + icon + 10, theme.px(18))
        painter.fillRect(ground, theme.color("surface"))
        area = QRectF(gate.text_at, y - plan.sizes.gate_row / 2, wide + 4, plan.sizes.gate_row)
        text(painter, area, gate.text, LABEL, "ink", weight=600)
        place = QRectF(gate.text_at + wide + 5, y - icon / 2, icon, icon)
        icons.paint(painter, "link", place, "ink3")
    reach = size + (1.5 if chosen or lit else 0)
    points = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
    painter.setPen(pen("surface", 1.5))
    painter.setBrush(theme.color("accent" if chosen else "ink"))
    painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))
    if chosen and look.focus:
        ring = QRectF(x - size - 3, y - size - 3, 2 * size + 6, 2 * size + 6)
        focus_ring(painter, ring, 6)
    if chosen and look.held is not None:
        _pill(painter, exact_dates_told(look.held), x, y + size + theme.px(4), plan)


def _bar(painter: QPainter, bar: PlacedBar, plan: Plan, look: Look) -> None:
    area, tone = _rect(bar.box), plan.tone(bar.item.path)
    chosen = bar.item.path == look.selected
    early = bool(look.board.blockers(bar.item))
    corner = min(_CORNER, area.width() / 2)
    if chosen:
        shadow(painter, area, "lifted")
    painter.setBrush(theme.color("surface"))
    edge = "warn" if early else tone
    width = 2.0 if chosen else 1.7 if early else 1.2
    box(painter, area, corner, f"{tone}Tint", edge, width, dashed=not bar.item.name)
    if bar.item.path == look.under and not chosen:
        box(painter, area.adjusted(1, 1, -1, -1), corner - 1, edge=tone, width=1.4)
    _label(painter, bar, look, early=early)
    if chosen:
        _handles(painter, bar, edge, look)


def _label(painter: QPainter, bar: PlacedBar, look: Look, *, early: bool) -> None:
    wide = theme.text_width(bar.text, LABEL, WEIGHT)
    left = bar.text_at
    if bar.inside:
        left = max(left, min(look.seen_from + theme.px(8), bar.box.right - wide - theme.px(8)))
    area = QRectF(left, bar.box.top, wide + 4, bar.box.height)
    if not bar.inside:
        middle, high = bar.box.middle, theme.px(9)
        ground = QRectF(bar.text_at - 2, middle - high, wide + 4, 2 * high)
        painter.fillRect(ground, theme.color("surface"))
    ink = "ink" if bar.item.name else "ink3"
    text(painter, area, bar.text, LABEL, ink, weight=WEIGHT)
    side = theme.px(14)
    room = bar.box.width - (wide + theme.px(18) if bar.inside else 0)
    if early and room >= side + 6:
        place = QRectF(bar.box.right - side - 6, bar.box.middle - side / 2, side, side)
        icons.paint(painter, "triangle-alert", place, "warn")


def _handles(painter: QPainter, bar: PlacedBar, edge: str, look: Look) -> None:
    area = _rect(bar.box)
    if look.focus:
        box(painter, area.adjusted(-4, -4, 4, 4), _CORNER + 4, edge="accent", width=2)
    high = min(theme.px(14), area.height() - 8)
    for x in (area.left(), area.right()):
        place = QRectF(x - 3.5, area.center().y() - high / 2, 7, high)
        box(painter, place, 3.5, "surface", edge, 1.6)
    x, y = bar.dot
    box(painter, QRectF(x - 5, y - 5, 10, 10), 5, "surface", edge, 1.8)


def _paint_links(painter: QPainter, plan: Plan, look: Look) -> None:
    """Paint what the selected bar depends on, what depends on it, and a link being drawn."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for bar in plan.bars:
        for other in bar.item.after:
            source = plan.bar(other)
            if source is not None and look.selected in (bar.item.path, other):
                late = other in look.board.blockers(bar.item)
                painter.setPen(pen("warn" if late else "ink2", 1.4))
                painter.drawPath(_curve(source.box, bar.box))
    chosen = plan.bar(look.selected)
    if chosen is not None and look.link_to is not None:
        painter.setPen(pen("accent", 1.6, dashed=True))
        painter.drawLine(QPointF(*chosen.dot), QPointF(*look.link_to))


def _curve(source: Box, target: Box) -> QPainterPath:
    """Return the way from the end of a bar to the beginning of another."""
    start, end = QPointF(source.right, source.middle), QPointF(target.left, target.middle)
    bend = max(24.0, abs(end.x() - start.x()) / 3)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
    path.moveTo(end)
    path.lineTo(end + QPointF(-6, -4))
    path.moveTo(end)
    path.lineTo(end + QPointF(-6, 4))
    return path


def _held_dates(painter: QPainter, bar: PlacedBar, plan: Plan, dates: Dates) -> None:
    middle = (bar.box.left + bar.box.right) / 2
    _pill(painter, exact_dates_told(dates), middle, bar.box.bottom + theme.px(9), plan)


def _pill(painter: QPainter, words: str, middle: float, top: float, plan: Plan) -> None:
    wide = theme.text_width(words, "micro", 600) + theme.px(16)
    left = min(max(middle - wide / 2, 2), plan.span.width - wide - 2)
    area = QRectF(left, top, wide, theme.px(20))
    box(painter, area, 6, "ink")
    text(painter, area, words, "micro", "surface", _CENTER, 600)


def _rect(one: Box) -> QRectF:
    return QRectF(one.left, one.top, one.width, one.height)
