"""Paints the timeline: calendar, lanes, gates, bars, and what is held."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QRegion

from ui import icons, theme
from ui.pages.roadmap_board import Board
from ui.pages.roadmap_linking import ASKED
from ui.pages.roadmap_links import Link, curve, links_of
from ui.pages.roadmap_plan import Box, PlacedBar, PlacedGate, PlacedLane, PlacedStake, Plan
from ui.pages.roadmap_regions import bar_reach
from ui.pages.roadmap_time import Cell, Dates, Scale, calendar
from ui.pages.roadmap_told import exact_dates_told
from ui.painting import box, focus_ring, pen, shadow, text
from ui.words import _

LABEL = "caption"
"""The type style of texts on the timeline."""
WEIGHT = 500
_CENTER = Qt.AlignmentFlag.AlignCenter
_TODAY = _("Today")
_CORNER = 7.0
_DARKER = 0.22
"""How much of the color of a lane is laid over what is done."""


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
    waiting: str = ""
    """What waits while one chooses what for."""
    seen_from: float = 0.0
    """Where what is in sight begins; a label stays in sight as long as its bar does."""


def paint(painter: QPainter, plan: Plan, look: Look, region: QRegion) -> None:
    """Paint what lies in a region of the timeline."""
    _paint_ground(painter, plan, look)
    if look.today is not None:
        _paint_today(painter, plan, look.today)
    _paint_gates(painter, plan, look)
    for lane in plan.lanes:
        for stake in lane.stakes:
            _stake(painter, stake, lane, plan, look.seen_from)
    _paint_links(painter, plan, look)
    _paint_bars(painter, plan, look, region)
    _paint_waiting(painter, plan, look)


def _paint_ground(painter: QPainter, plan: Plan, look: Look) -> None:
    """Paint calendar, lanes and lines; everything else stands on them."""
    width, height, head = plan.span.width, plan.height, plan.sizes.head
    upper, lower = calendar(plan.span, look.scale)
    for lane in plan.lanes:
        if lane.lane.id == look.lane and not look.selected:
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
    if painter.clipBoundingRect().top() < head:
        for place, cells in ((0.12, upper), (0.9, lower)):
            weight = 600 if cells is upper else 400
            for cell in cells:
                area = QRectF(cell.left, head / 2 * place, cell.right - cell.left, head / 2)
                _cell(painter, cell, area, weight)


def _stake(
    painter: QPainter, stake: PlacedStake, lane: PlacedLane, plan: Plan, seen_from: float
) -> None:
    """Paint what is at risk in a year: a line with ends, its words above, as long in sight."""
    y = lane.bottom - theme.px(5)
    end = theme.px(3)
    painter.setPen(pen(lane.lane.tone, 1.2))
    painter.drawLine(QPointF(stake.left, y), QPointF(stake.right, y))
    for x in (stake.left, stake.right):
        painter.drawLine(QPointF(x, y - end), QPointF(x, y + end))
    high = plan.sizes.foot - theme.px(7)
    wide = theme.text_width(stake.text, "micro", WEIGHT) + 4
    left = max(stake.left, min(seen_from + theme.px(8), stake.right - wide))
    area = QRectF(left + 2, y - high, wide, high)
    painter.fillRect(area.adjusted(-1, 1, 0, -end), theme.color("surface"))
    text(painter, area, stake.text, "micro", "ink2", weight=WEIGHT)


def _paint_today(painter: QPainter, plan: Plan, x: float) -> None:
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


def _paint_gates(painter: QPainter, plan: Plan, look: Look) -> None:
    """Paint the gates with their lines through the lanes."""
    for gate in plan.gates:
        painter.setPen(pen("ink2", 1.1, dashed=True))
        start = gate.y + plan.sizes.mark
        painter.drawLine(QPointF(gate.x, start), QPointF(gate.x, plan.height))
    for gate in plan.gates:
        _gate(painter, gate, plan, look)


def _paint_bars(painter: QPainter, plan: Plan, look: Look, region: QRegion) -> None:
    """Paint the bars in a region; the selected one lies on top."""
    chosen: tuple[PlacedBar, str] | None = None
    for lane in plan.lanes:
        for bar in lane.bars:
            if bar.item.path == look.selected:
                chosen = bar, lane.lane.tone
            elif region.intersects(bar_reach(bar)):
                _bar(painter, bar, lane.lane.tone, look)
    if chosen is None:
        return
    _bar(painter, *chosen, look)
    if look.held is not None:
        _held_dates(painter, chosen[0], plan, look.held)


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
    if chosen:
        _dot(painter, gate.dot, "accent")
    if chosen and look.held is not None:
        _pill(painter, exact_dates_told(look.held), x, y + size + theme.px(4), plan)


def _bar(painter: QPainter, bar: PlacedBar, tone: str, look: Look) -> None:
    area, item = _rect(bar.box), bar.item
    chosen, early = item.path == look.selected, item.path in look.board.early
    corner = min(_CORNER, area.width() / 2)
    if chosen:
        shadow(painter, area, "lifted")
    edge = "warn" if early else tone
    width = 2.0 if chosen else 1.7 if early else 1.2
    box(painter, area, corner, f"{tone}Tint")
    if item.done:
        _done(painter, area, corner, tone, item.done)
    box(painter, area, corner, edge=edge, width=width, dashed=not item.name)
    if item.path in (look.under, look.waiting) and not chosen:
        box(painter, area.adjusted(1, 1, -1, -1), corner - 1, edge=tone, width=1.4)
    _label(painter, bar, look, early=early)
    if chosen:
        _handles(painter, bar, edge, look)


def _done(painter: QPainter, area: QRectF, corner: float, tone: str, done: int) -> None:
    """Paint the part of a bar whose work is done."""
    shape, part = QPainterPath(), QPainterPath()
    shape.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    part.addRect(QRectF(area.left(), area.top(), area.width() * done / 100, area.height()))
    painter.fillPath(shape.intersected(part), theme.color(tone, _DARKER))


def _label(painter: QPainter, bar: PlacedBar, look: Look, *, early: bool) -> None:
    left, side = bar.text_at, theme.px(12)
    if bar.inside:
        left = max(left, min(look.seen_from + theme.px(8), bar.box.right - bar.wide - theme.px(8)))
    area = QRectF(left, bar.box.top, bar.wide + 4, bar.box.height)
    if not bar.inside:
        middle, high = bar.box.middle, theme.px(9)
        ground = QRectF(bar.text_at - 2, middle - high, bar.wide + 4, 2 * high)
        painter.fillRect(ground, theme.color("surface"))
    text(painter, area, bar.text, LABEL, "ink" if bar.item.name else "ink3", weight=WEIGHT)
    if bar.item.dated is not None and bar.text:
        place = QRectF(left + bar.wide - side - 2, bar.box.middle - side / 2, side, side)
        icons.paint(painter, "link", place, "ink3")
    side = theme.px(14)
    room = bar.box.width - (bar.wide + theme.px(18) if bar.inside else 0)
    if early and room >= side + 6:
        place = QRectF(bar.box.right - side - 6, bar.box.middle - side / 2, side, side)
        icons.paint(painter, "triangle-alert", place, "warn")


def _handles(painter: QPainter, bar: PlacedBar, edge: str, look: Look) -> None:
    area = _rect(bar.box)
    if look.focus:
        box(painter, area.adjusted(-4, -4, 4, 4), _CORNER + 4, edge="accent", width=2)
    if bar.item.dated is not None:
        return
    high = min(theme.px(14), area.height() - 8)
    for x in (area.left(), area.right()):
        place = QRectF(x - 3.5, area.center().y() - high / 2, 7, high)
        box(painter, place, 3.5, "surface", edge, 1.6)
    _dot(painter, bar.dot, edge)


def _dot(painter: QPainter, at: tuple[float, float], edge: str) -> None:
    box(painter, QRectF(at[0] - 5, at[1] - 5, 10, 10), 5, "surface", edge, 1.8)


def _paint_links(painter: QPainter, plan: Plan, look: Look) -> None:
    """Paint what is selected depends on, what depends on it, and a link being drawn."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for link in links_of(look.board, look.selected):
        path = curve(plan, link)
        if path is not None:
            painter.setPen(pen("warn" if link.late else "ink2", 1.4))
            painter.drawPath(path)
    dot = plan.dot(look.selected)
    painter.setPen(pen("accent", 1.6, dashed=True))
    if dot is not None and look.link_to is not None:
        painter.drawLine(QPointF(*dot), QPointF(*look.link_to))


def _paint_waiting(painter: QPainter, plan: Plan, look: Look) -> None:
    """Paint the link that is being chosen with keys, and what to do."""
    waiting = plan.bar(look.waiting)
    if waiting is None:
        return
    drawn = curve(plan, Link(look.waiting, look.selected, late=False))
    if drawn is not None and look.selected != look.waiting:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen("accent", 1.6, dashed=True))
        painter.drawPath(drawn)
    middle = waiting.box.left + waiting.box.width / 2
    _pill(painter, ASKED, middle, waiting.box.bottom + theme.px(4), plan)


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
