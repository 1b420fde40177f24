"""Places bars, gates and their labels on the timeline. Pure functions, no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ui.pages.roadmap_board import Board, Gate, Item, Stake
from ui.pages.roadmap_plan import (
    Box,
    Measure,
    PlacedBar,
    PlacedGate,
    PlacedLane,
    PlacedStake,
    Plan,
    Sizes,
)
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
        bars = tuple(_placed_bars(board.in_lane(lane.id), span, sizes, width_of))
        stakes = board.stakes if lane.id == board.stakes_in else ()
        placed = tuple(_placed_stakes(stakes, span, sizes, width_of))
        foot = sizes.foot if placed else 0
        height = _rows_height(bars, sizes) + sizes.air + foot
        lanes.append(_settled(PlacedLane(lane, top, height, bars, placed), sizes))
        top += height
    return Plan(span, sizes, gates, tuple(lanes))


def replanned(plan: Plan, board: Board, lane: str, width_of: Measure) -> Plan | None:
    """Return the plan with the bars of one lane placed anew; None if all has to be."""
    lanes = []
    for one in plan.lanes:
        if one.lane.id != lane:
            lanes.append(one)
            continue
        bars = tuple(_placed_bars(board.in_lane(lane), plan.span, plan.sizes, width_of))
        if _rows_height(bars, plan.sizes) != _rows_height(one.bars, plan.sizes):
            return None
        lanes.append(_settled(replace(one, bars=bars), plan.sizes))
    return replace(plan, lanes=tuple(lanes))


def regated(plan: Plan, board: Board, width_of: Measure, taken: Stretch | None) -> Plan | None:
    """Return the plan with the gates placed anew; None if all has to be."""
    gates = tuple(_placed_gates(board.gates, plan.span, plan.sizes, width_of, taken))
    now = replace(plan, gates=gates)
    return now if now.top == plan.top else None


def aired(plan: Plan, height: float) -> Plan:
    """Return the plan with more air in its lanes, as far as the height and good looks allow."""
    spare = (height - plan.height) / max(1, len(plan.lanes))
    more = min(max(spare, 0.0), plan.sizes.most_air - plan.sizes.air)
    if more <= 0:
        return plan
    lanes = (
        _settled(replace(lane, top=lane.top + more * place, height=lane.height + more), plan.sizes)
        for place, lane in enumerate(plan.lanes)
    )
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
        left, width = _across(item, span, sizes)
        box = Box(left, 0, width, sizes.bar)
        bars = [PlacedBar(item, box, 0, *one) for one in _labels(item, box, span, sizes, width_of)]
        yield _in_free_row(bars, rows)


def _in_free_row(bars: Sequence[PlacedBar], rows: list[list[Stretch]]) -> PlacedBar:
    """Return the first of these ways to label a bar that finds a row with room, the upper first."""
    ways = [(bar, bar.reach) for bar in bars]
    for number, taken in enumerate(rows):
        for bar, reach in ways:
            if _is_free(reach, taken):
                taken.append(reach)
                return replace(bar, row=number)
    rows.append([ways[0][1]])
    return replace(bars[0], row=len(rows) - 1)


def _moved_bar(bar: PlacedBar, dates: Dates, plan: Plan, width_of: Measure) -> PlacedBar:
    item = bar.item.put(dates)
    left, width = _across(item, plan.span, plan.sizes)
    box = replace(bar.box, left=left, width=width)
    label = next(_labels(item, box, plan.span, plan.sizes, width_of))
    return PlacedBar(item, box, bar.row, *label)


def _across(item: Item, span: Span, sizes: Sizes) -> tuple[float, float]:
    left, right = span.x(item.dates.start) + 1, span.x(item.dates.end, after=True) - 1
    if item.is_day:
        return max((left + right - sizes.day) / 2, 0), sizes.day
    return left, max(right - left, sizes.least)


def _labels(
    item: Item, box: Box, span: Span, sizes: Sizes, width_of: Measure
) -> Iterator[tuple[str, float, bool, float]]:
    """Yield the ways to write a label, the best first: inside, at right, at left, shortened."""
    label, icon = item.label, sizes.icon if item.dated is not None else 0
    wide = width_of(label) + icon
    inside = box.width - 2 * sizes.tight
    if wide <= inside:
        yield label, box.left + min(sizes.pad, (box.width - wide) / 2), True, wide
        return
    at_right, at_left = box.right + sizes.beside, box.left - sizes.beside - wide
    found = False
    if at_right + wide <= span.width:
        found = True
        yield label, at_right, False, wide
    if at_left >= 0:
        found = True
        yield label, at_left, False, wide
    if not found:
        short = shortened(label, max(inside - icon, 0), width_of)
        yield short, box.left + sizes.tight, True, width_of(short)


def _rows_height(bars: Sequence[PlacedBar], sizes: Sizes) -> float:
    return sizes.pitch * max((bar.row for bar in bars), default=0) + sizes.bar


def _settled(lane: PlacedLane, sizes: Sizes) -> PlacedLane:
    """Return a lane with its rows of bars in its middle, above what is at its foot."""
    foot = sizes.foot if lane.stakes else 0
    top = lane.top + (lane.height - foot - _rows_height(lane.bars, sizes)) / 2
    return replace(lane, bars=tuple(_put(bar, top, sizes) for bar in lane.bars))


def _placed_stakes(
    stakes: Sequence[Stake], span: Span, sizes: Sizes, width_of: Measure
) -> Iterator[PlacedStake]:
    for stake in stakes:
        left = max(span.x(stake.dates.start), 0.0) + 2
        right = min(span.x(stake.dates.end, after=True), span.width) - 2
        if right - left > sizes.pad:
            yield PlacedStake(left, right, shortened(stake.told, right - left, width_of))


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
                return _gate_in_row(gate, x, text, text_at, number, sizes)
    x, text, text_at, reach = places[0]
    rows.append([reach])
    return _gate_in_row(gate, x, text, text_at, len(rows) - 1, sizes)


def _gate_in_row(  # noqa: PLR0917 - the mark, its label, its row
    gate: Gate, x: float, text: str, text_at: float, row: int, sizes: Sizes
) -> PlacedGate:
    y = _band(sizes, row)
    return PlacedGate(gate, x, y, text, text_at, row, y + sizes.mark + sizes.dot)


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
    """Return whether nothing is there; what came last is looked at first, as it lies nearest."""
    left, right = reach
    for start, end in reversed(taken):  # noqa: SIM110 - this runs for every bar and every row
        if right > start and left < end:
            return False
    return True
