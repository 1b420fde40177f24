"""Places bars, gates and their labels on the timeline. Pure functions, no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ui.pages.roadmap_board import Board, Gate, Item
from ui.pages.roadmap_plan import Box, Measure, PlacedBar, PlacedGate, PlacedLane, Plan, Sizes
from ui.pages.roadmap_time import Dates, Span

Stretch = tuple[float, float]
"""From where to where something reaches."""
_GatePlace = tuple[float, str, float, Stretch]
"""Where the mark is, the label, where that begins, and how far both reach."""
_ELLIPSIS = "…"
_SHORTEST = 3


def plan_of(
    board: Board, span: Span, sizes: Sizes, width_of: Measure, taken: Stretch | None = None
) -> Plan:
    """Return the timeline, placed: what would overlap stands in rows.

    `taken` is a stretch of the first row of gates that something else needs.
    """
    gates = tuple(_placed_gates(board.gates, span, sizes, width_of, taken))
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


def aired(plan: Plan, height: float) -> Plan:
    """Return the plan with more air in its lanes, as far as the height and good looks allow."""
    spare = (height - plan.height) / max(1, len(plan.lanes))
    more = min(max(spare, 0.0), plan.sizes.most_air - plan.sizes.air)
    if more <= 0:
        return plan
    lanes = []
    for place, lane in enumerate(plan.lanes):
        by = more * (place + 0.5)
        bars = tuple(replace(bar, box=replace(bar.box, top=bar.box.top + by)) for bar in lane.bars)
        lanes.append(PlacedLane(lane.lane, lane.top + more * place, lane.height + more, bars))
    return replace(plan, lanes=tuple(lanes))


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
    rows: list[list[Stretch]] = []
    for item in items:
        left, width = _across(item.dates, span, sizes)
        box = Box(left, 0, width, sizes.bar)
        labels = list(_labels(item.label, box, span, sizes, width_of))
        bars = [PlacedBar(item, box, 0, *label) for label in labels]
        yield _in_free_row(bars, rows, width_of)


def _in_free_row(
    bars: Sequence[PlacedBar], rows: list[list[Stretch]], width_of: Measure
) -> PlacedBar:
    """Return the first of these ways to label a bar that finds a row with room, the upper first."""
    for number, taken in enumerate(rows):
        for bar in bars:
            if _is_free(bar.reach(width_of), taken):
                taken.append(bar.reach(width_of))
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
    inside = box.width - 2 * sizes.tight
    if wide <= inside:
        yield label, box.left + min(sizes.pad, (box.width - wide) / 2), True
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
        yield shortened(label, max(inside, 0), width_of), box.left + sizes.tight, True


def _put(bar: PlacedBar, top: float, sizes: Sizes) -> PlacedBar:
    return replace(bar, box=replace(bar.box, top=top + sizes.pitch * bar.row))


# --- gates --------------------------------------------------------------------------------------


def _placed_gates(
    gates: Sequence[Gate], span: Span, sizes: Sizes, width_of: Measure, taken: Stretch | None
) -> Iterator[PlacedGate]:
    rows: list[list[Stretch]] = [[taken]] if taken else []
    for gate in gates:
        places = list(_gate_places(gate, span, sizes, width_of))
        yield _gate_in_free_row(gate, places, rows, sizes)


def _gate_in_free_row(
    gate: Gate, places: Sequence[_GatePlace], rows: list[list[Stretch]], sizes: Sizes
) -> PlacedGate:
    for number, taken in enumerate(rows):
        for x, text, text_at, reach in places:
            if _is_free(reach, taken):
                taken.append(reach)
                return PlacedGate(gate, x, _band(sizes, number), text, text_at, number)
    x, text, text_at, reach = places[0]
    rows.append([reach])
    return PlacedGate(gate, x, _band(sizes, len(rows) - 1), text, text_at, len(rows) - 1)


def _band(sizes: Sizes, row: int) -> float:
    return sizes.head + sizes.gate_row * (row + 0.5)


def _moved_gate(placed: PlacedGate, gate: Gate, plan: Plan, width_of: Measure) -> PlacedGate:
    x, text, text_at, _ = next(_gate_places(gate, plan.span, plan.sizes, width_of))
    return replace(placed, gate=gate, x=x, text=text, text_at=text_at)


def _gate_places(gate: Gate, span: Span, sizes: Sizes, width_of: Measure) -> Iterator[_GatePlace]:
    """Yield the ways to place a gate: its label at right, at left, or shortened at right."""
    x = (span.x(gate.on) + span.x(gate.on, after=True)) / 2
    wide = width_of(gate.label) + sizes.icon
    at_right = x + sizes.mark + sizes.beside
    at_left = x - sizes.mark - sizes.beside - wide
    found = False
    if at_right + wide <= span.width:
        found = True
        yield x, gate.label, at_right, (x - sizes.mark, at_right + wide + sizes.beside)
    if at_left >= 0:
        found = True
        yield x, gate.label, at_left, (at_left - sizes.beside, x + sizes.mark)
    if not found:
        text = shortened(gate.label, span.width - at_right - sizes.icon, width_of)
        yield x, text, at_right, (x - sizes.mark, span.width)


def _is_free(reach: Stretch, taken: Sequence[Stretch]) -> bool:
    return all(reach[1] <= one[0] or reach[0] >= one[1] for one in taken)
