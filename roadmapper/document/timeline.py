"""The timeline: quarters on top, decision gates, lanes; overlapping bars stand in rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from roadmapper.document.art import tone_colors
from roadmapper.document.calendar_cells import cells
from roadmapper.document.crowd import Shown, thinned
from roadmapper.document.measure import Measure
from roadmapper.document.scene import Drawing, Polygon, Rect, Scene, drawing
from roadmapper.document.style import Style
from roadmapper.document.tree import Gate, Lane, Timeline

HEAD = 22.0
GATE_ROW = 20.0
NAME_SHARE = 0.16
NAME_INDENT = 10.0
ROW = 28.0  # of a bar with the air around it, where there is room
BAR_SHARE = 0.72
DIAMOND = 5.3
PAD = 7.0  # before the text inside a bar
TIGHT = 4.0  # the least air around a text inside a bar
LANE_AIR = 20.0
GATES = "Decision gates"
GATE_ROW_SHARE = 2.44  # of the size of its text
NAME_LINES = 22.0  # height from which the name of a lane may have two lines
DROP = 0.36  # from the middle of a text to its base line, as a share of its size
TEXT_ROOM = 1.35  # height of a row for its text, as a share of its size
SMALLER, SMALLEST = 0.88, 2.5
BESIDE = 5.0  # between a bar and its text beside it
LINE = 10.0  # from one line of the name of a lane to the next


@dataclass(frozen=True, slots=True)
class Days:
    """The field of time: which days it spans and where they lie."""

    start: date
    end: date
    left: float
    right: float

    def at(self, day: date) -> float:
        """Return where a day begins, clipped to the field."""
        span = max(1, (self.end - self.start).days + 1)
        share = (day - self.start).days / span
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar or gate with its text: where both begin and end, and in which row they stand."""

    left: float
    right: float
    text: str
    text_at: float
    row: int
    beside: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything of a timeline stands, at one size of text."""

    days: Days
    gates: tuple[Placed, ...]
    gate_row: float
    lanes: tuple[tuple[Placed, ...], ...]
    heights: tuple[float, ...]

    @property
    def top(self) -> float:
        """Where the first lane begins."""
        return HEAD + self.gate_row * _rows(self.gates)

    @property
    def pitch(self) -> float:
        """The least distance from one row of bars to the next."""
        pairs = zip(self.heights, self.lanes, strict=True)
        return min((height / max(1, _rows(bars)) for height, bars in pairs), default=ROW)


def timeline_scene(
    timeline: Timeline, width: float, height: float, style: Style, measure: Measure | None = None
) -> Scene:
    """Return the timeline in the given size; what lies outside its span is left out.

    Where there are more rows than the height holds, texts become smaller.
    """
    board = drawing(style, measure)
    shown = thinned(timeline)
    plan = _plan(shown, width, height, board)
    while plan.pitch < board.size * TEXT_ROOM and board.size > SMALLEST:
        board.size *= SMALLER
        plan = _plan(shown, width, height, board)
    _head(plan, shown.gates_left, height, board)
    _gates(plan, height, board)
    y = plan.top
    lanes = zip(shown.lanes, shown.bars_left, plan.lanes, plan.heights, strict=True)
    for lane, more, bars, high in lanes:
        _lane(lane, bars, (y, high), plan.days, board)
        _name(lane.name, more, (y, high), plan.days, board)
        y += high
    board.line((0, height - 0.5), (width, height - 0.5), "line")
    return board.scene(width, height, timeline.alt)


def _plan(shown: Shown, width: float, height: float, board: Drawing) -> _Plan:
    days = Days(shown.start, shown.end, _label_room(shown, width, board), width)
    gates = _placed_gates(shown.gates, days, board)
    gate_row = min(GATE_ROW, board.size * GATE_ROW_SHARE)
    lanes = tuple(_placed_bars(lane, days, board) for lane in shown.lanes)
    weights = [ROW * max(1, _rows(bars)) + LANE_AIR for bars in lanes]
    room = max(1.0, height - 0.5 - HEAD - gate_row * _rows(gates))
    heights = tuple(room * weight / fsum(weights) for weight in weights)
    return _Plan(days, gates, gate_row, lanes, heights)


def _rows(placed: Sequence[Placed]) -> int:
    return 1 + max((each.row for each in placed), default=-1)


def _label_room(shown: Shown, width: float, board: Drawing) -> float:
    names = [board.width_of(lane.name, strong=True) + NAME_INDENT for lane in shown.lanes]
    names += [board.width_of(_more(count)) + NAME_INDENT for count in shown.bars_left if count]
    names += [board.width_of(_gates_name(shown.gates_left))] if shown.gates else []
    return min(max(names, default=0) + 12, width * NAME_SHARE)


def _gates_name(left: int) -> str:
    return f"{GATES}, {left} more" if left else GATES


def _head(plan: _Plan, gates_left: int, height: float, board: Drawing) -> None:
    days = plan.days
    for cell in cells(days.start, days.end, days.right - days.left, board.width_of):
        left, right = days.at(cell.start), days.at(_next(cell.end))
        board.line((left, 0), (left, height - 0.5), "line")
        if board.width_of(cell.text, strong=True) + 8 <= right - left:
            board.label((left + 5.5, 13), cell.text, "ink2", strong=True)
    board.line((0, HEAD), (days.right, HEAD), "ink", 0.9)
    if plan.gates:
        text = board.shorten(_gates_name(gates_left), days.left - 6)
        board.label((0, HEAD + plan.gate_row / 2 + board.size * DROP), text, "ink2")


def _gates(plan: _Plan, height: float, board: Drawing) -> None:
    middles = [HEAD + plan.gate_row * (gate.row + 0.5) for gate in plan.gates]
    for gate, y in zip(plan.gates, middles, strict=True):
        board.line((gate.left, y + DIAMOND), (gate.left, height - 1), "ink", 0.9, dash=True)
    r = min(DIAMOND, plan.gate_row / 2)
    for gate, y in zip(plan.gates, middles, strict=True):
        x = gate.left
        _backing(gate, y, board, strong=True)
        board.add(Polygon(((x, y - r), (x + r, y), (x, y + r), (x - r, y)), "ink"))
        if gate.text:
            board.label((gate.text_at, y + board.size * DROP), gate.text, strong=True)


def _lane(
    lane: Lane, bars: Sequence[Placed], place: tuple[float, float], days: Days, board: Drawing
) -> None:
    top, height = place
    color, tint = tone_colors(lane.tone)
    middle = top + height / 2
    tag = min(10.5, height - 2)
    board.line((0, top), (days.right, top), "line")
    board.add(Rect(0, middle - tag / 2, 3, tag, color, radius=1.5))
    rows = max(1, _rows(bars))
    pitch = min(ROW, height / rows)
    first = middle - pitch * rows / 2
    for bar in bars:
        y = first + pitch * (bar.row + 0.5)
        thick = min(pitch * 0.92, max(pitch * BAR_SHARE, board.size * TEXT_ROOM))
        _backing(bar, y, board)
        wide = max(1.5, bar.right - bar.left)
        radius = min(3.75, wide / 2, thick / 2)
        board.add(Rect(bar.left, y - thick / 2, wide, thick, tint, color, radius, 0.8))
        if bar.text:
            board.label((bar.text_at, y + board.size * DROP), bar.text)


def _name(name: str, more: int, place: tuple[float, float], days: Days, board: Drawing) -> None:
    """Write the name of a lane, and under it how many of its bars found no room."""
    top, height = place
    room = days.left - NAME_INDENT - 6
    tail = _more(more) if height >= NAME_LINES else ""
    if more and not tail:
        name = f"{more} more in {name}"
    most = 1 if tail or height < NAME_LINES else 2
    lines = board.measure.wrap(name, board.strong, board.size, room, most)
    count = len(lines) + bool(tail)
    first = top + height / 2 + board.size * DROP - LINE / 2 * (count - 1)
    for number, line in enumerate(lines):
        board.label((NAME_INDENT, first + LINE * number), line, strong=True)
    if tail:
        y = first + LINE * len(lines)
        board.label((NAME_INDENT, y), board.shorten(tail, room), "ink2")


def _more(count: int) -> str:
    return f"and {count} more" if count else ""


def _placed_gates(gates: Sequence[Gate], days: Days, board: Drawing) -> tuple[Placed, ...]:
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for gate in gates:
        noon = (days.at(gate.on) + days.at(_next(gate.on))) / 2
        x = min(max(noon, days.left + DIAMOND), days.right - DIAMOND)
        reach = DIAMOND + BESIDE
        text, at = _beside(gate.name, (x - reach, x + reach), days, board, strong=True)
        wide = board.width_of(text, strong=True)
        span = (min(x - reach, at), max(x + reach, at + wide))
        placed.append(Placed(x, x, text, at, _row(rows, span), beside=True))
    return tuple(placed)


def _next(day: date) -> date:
    """Return the day after, the last one of all for itself."""
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def _placed_bars(lane: Lane, days: Days, board: Drawing) -> tuple[Placed, ...]:
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for bar in lane.bars:
        start, end = sorted((bar.start, bar.end))
        place = (days.at(start) + 1, days.at(_next(end)) - 1)
        placed.append(_placed_bar(bar.text, place, days, rows, board))
    return tuple(placed)


def _placed_bar(
    name: str,
    place: tuple[float, float],
    days: Days,
    rows: list[list[tuple[float, float]]],
    board: Drawing,
) -> Placed:
    """Return a bar with its text inside if it fits, else beside it, in the first free row."""
    left, right = place[0], max(place[1], place[0] + 1.5)
    text = " ".join(name.split())
    inside = right - left - 2 * TIGHT
    if board.width_of(text) <= inside:
        pad = min(PAD, (right - left - board.width_of(text)) / 2)
        return Placed(left, right, text, left + pad, _row(rows, (left, right)))
    shown, at = _beside(text, (left - BESIDE, right + BESIDE), days, board)
    if board.width_of(shown) < inside:
        shown = board.shorten(text, inside)
        return Placed(left, right, shown, left + TIGHT, _row(rows, (left, right)))
    span = (min(left, at), max(right, at + board.width_of(shown)))
    return Placed(left, right, shown, at, _row(rows, span), beside=True)


def _beside(
    text: str, edges: tuple[float, float], days: Days, board: Drawing, strong: bool = False
) -> tuple[str, float]:
    """Return the text and where it begins: at right if it fits, else at left, else in more room."""
    left, right = edges
    text = " ".join(text.split())
    wide = board.width_of(text, strong)
    at_right, at_left = days.right - right, left - days.left
    if wide <= at_right or (wide > at_left and at_right >= at_left):
        return board.shorten(text, at_right, strong), right
    shown = board.shorten(text, at_left, strong)
    return shown, left - board.width_of(shown, strong)


def _row(rows: list[list[tuple[float, float]]], span: tuple[float, float]) -> int:
    """Return the first row where the span is free, and take it there."""
    for number, taken in enumerate(rows):
        if all(span[1] <= left or span[0] >= right for left, right in taken):
            taken.append(span)
            return number
    rows.append([span])
    return len(rows) - 1


def _backing(placed: Placed, y: float, board: Drawing, strong: bool = False) -> None:
    """Keep grid and gate lines away from a text that stands beside its bar."""
    if placed.beside and placed.text:
        wide, high = board.width_of(placed.text, strong), board.size * 1.3
        board.add(Rect(placed.text_at - 1.5, y - high / 2, wide + 3, high, "on_accent"))
