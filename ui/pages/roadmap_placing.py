"""Places bars, gates and their labels on the timeline. Pure functions, no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ui.pages.roadmap_board import Board, Gate, Item
from ui.pages.roadmap_plan import Box, Measure, PlacedBar, PlacedGate, PlacedLane, Plan, Sizes
from ui.pages.roadmap_time import Dates, Span

_ELLIPSIS = "…"
_SHORTEST = 3


def plan_of(board: Board, span: Span, sizes: Sizes, width_of: Measure) -> Plan:
    """Return the timeline, placed: what would overlap stands in rows."""
    gates = tuple(_placed_gates(board.gates, span, sizes, width_of))
    top = Plan(span, sizes, gates, ()).top
    lanes = []
    for lane in board.lanes:
        bars = tuple(_placed_bars(board.in_lane(lane.name), span, sizes, width_of))
        rows = 1 + max((bar.row for bar in bars), default=0)
        height = sizes.pitch * (rows - 1) + sizes.bar + sizes.air
        put = tuple(_put(bar, top + sizes.air / 2, sizes) for bar in bars)
        lanes.append(PlacedLane(lane, top, height, put))
        top += height
    return Plan(span, sizes, gates, tuple(lanes))


def held(plan: Plan, path: str, dates: Dates, width_of: Measure) -> Plan:
    """Return the plan while one bar or gate is held: it moves, everything else stays."""
    gates = tuple(
        _moved_gate(one, replace(one.gate, on=dates.end), plan, width_of)
        if one.gate.path == path
        else one
        for one in plan.gates
    )
    lanes = tuple(
        replace(
            lane,
            bars=tuple(
                _moved_bar(bar, dates, plan, width_of) if bar.item.path == path else bar
                for bar in lane.bars
            ),
        )
        for lane in plan.lanes
    )
    return replace(plan, gates=gates, lanes=lanes)


def shortened(text: str, room: float, width_of: Measure) -> str:
    """Return as much of a text as there is room for, with an ellipsis."""
    if width_of(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_of(text[:middle].rstrip() + _ELLIPSIS) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + _ELLIPSIS if low >= _SHORTEST else ""


# --- bars ---------------------------------------------------------------------------------------


def _placed_bars(
    items: Sequence[Item], span: Span, sizes: Sizes, width_of: Measure
) -> Iterator[PlacedBar]:
    rows: list[list[tuple[float, float]]] = []
    for item in items:
        left, width = _across(item.dates, span, sizes)
        box = Box(left, 0, width, sizes.bar)
        labels = list(_labels(item.label, box, span, sizes, width_of))
        bars = [PlacedBar(item, box, 0, *label) for label in labels]
        yield _in_free_row(bars, rows, width_of)


def _in_free_row(
    bars: Sequence[PlacedBar], rows: list[list[tuple[float, float]]], width_of: Measure
) -> PlacedBar:
    """Return the first of these ways to label a bar that finds a row with room, the upper first."""
    for number, taken in enumerate(rows):
        for bar in bars:
            left, right = bar.reach(width_of)
            if all(right <= one[0] or left >= one[1] for one in taken):
                taken.append((left, right))
                return replace(bar, row=number)
    rows.append([bars[0].reach(width_of)])
    return replace(bars[0], row=len(rows) - 1)


def _moved_bar(bar: PlacedBar, dates: Dates, plan: Plan, width_of: Measure) -> PlacedBar:
    item = replace(bar.item, dates=dates)
    left, width = _across(dates, plan.span, plan.sizes)
    box = replace(bar.box, left=left, width=width)
    label = next(_labels(item.label, box, plan.span, plan.sizes, width_of))
    return PlacedBar(item, box, bar.row, *label)


def _across(dates: Dates, span: Span, sizes: Sizes) -> tuple[float, float]:
    left, right = span.x(dates.start) + 1, span.x(dates.end, after=True) - 1
    return left, max(right - left, sizes.least)


def _labels(
    label: str, box: Box, span: Span, sizes: Sizes, width_of: Measure
) -> Iterator[tuple[str, float, bool]]:
    """Yield the ways to write a label, the best first: inside, at right, at left, shortened."""
    wide = width_of(label)
    inside = box.width - 2 * sizes.pad
    if wide <= inside:
        yield label, box.left + sizes.pad, True
        return
    at_right, at_left = box.right + sizes.beside, box.left - sizes.beside - wide
    found = False
    if at_right + wide <= span.width:
        found = True
        yield label, at_right, False
    if at_left >= 0:
        found = True
        yield label, at_left, False
    if not found:
        yield shortened(label, max(inside, 0), width_of), box.left + sizes.pad, True


def _put(bar: PlacedBar, top: float, sizes: Sizes) -> PlacedBar:
    return replace(bar, box=replace(bar.box, top=top + sizes.pitch * bar.row))


# --- gates --------------------------------------------------------------------------------------


def _placed_gates(
    gates: Sequence[Gate], span: Span, sizes: Sizes, width_of: Measure
) -> Iterator[PlacedGate]:
    rows: list[float] = []
    for gate in gates:
        x, text, text_at = _gate_place(gate, span, sizes, width_of)
        left = min(x - sizes.mark, text_at) - sizes.beside
        right = max(x + sizes.mark, text_at + width_of(text) + sizes.icon)
        free = (number for number, taken in enumerate(rows) if left >= taken)
        row = next(free, len(rows))
        rows[row : row + 1] = [right]
        y = sizes.head + sizes.gate_row * (row + 0.5)
        yield PlacedGate(gate, x, y, text, text_at, row)


def _moved_gate(placed: PlacedGate, gate: Gate, plan: Plan, width_of: Measure) -> PlacedGate:
    x, text, text_at = _gate_place(gate, plan.span, plan.sizes, width_of)
    return replace(placed, gate=gate, x=x, text=text, text_at=text_at)


def _gate_place(
    gate: Gate, span: Span, sizes: Sizes, width_of: Measure
) -> tuple[float, str, float]:
    x = (span.x(gate.on) + span.x(gate.on, after=True)) / 2
    beside = sizes.mark + sizes.beside
    wide = width_of(gate.label) + sizes.icon
    if x + beside + wide <= span.width or x - beside - wide < 0:
        text = shortened(gate.label, span.width - x - beside - sizes.icon, width_of)
        return x, text, x + beside
    return x, gate.label, x - beside - wide
