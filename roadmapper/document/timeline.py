"""The timeline: quarters on top, decision gates, lanes of bars; overlapping bars stand below each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from roadmapper.document.art import tone_colors
from roadmapper.document.calendar_cells import cells
from roadmapper.document.measure import Measure
from roadmapper.document.scene import Drawing, Polygon, Rect, Scene, drawing
from roadmapper.document.style import Style
from roadmapper.document.tree import Bar, Gate, Lane, Timeline

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
BESIDE = 5.0  # between a bar and its text beside it


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


def timeline_scene(
    timeline: Timeline, width: float, height: float, style: Style, measure: Measure | None = None
) -> Scene:
    """Return the timeline in the given size; what lies before its start or after its end is left out."""
    board = drawing(style, measure)
    start, end = sorted((timeline.start, timeline.end))
    label_room = _label_room(timeline, width, board)
    days = Days(start, end, label_room, width)
    gates = _placed_gates(timeline.gates, days, board)
    gate_rows = 1 + max((gate.row for gate in gates), default=-1)
    top = HEAD + gate_rows * GATE_ROW
    lanes = [_placed_bars(lane, days, board) for lane in timeline.lanes]
    deep = [1 + max((bar.row for bar in bars), default=0) for bars in lanes]
    _head(days, height, gate_rows, board)
    _gates(gates, height, board)
    weights = [ROW * rows + LANE_AIR for rows in deep]
    y, unit = top, max(0, height - 0.5 - top) / max(1, sum(weights))
    for lane, bars, weight in zip(timeline.lanes, lanes, weights, strict=True):
        _lane(lane, bars, (y, unit * weight), days, board)
        y += unit * weight
    board.line((0, height - 0.5), (width, height - 0.5), "line")
    return board.scene(width, height, timeline.alt)


def _label_room(timeline: Timeline, width: float, board: Drawing) -> float:
    names = [board.width_of(lane.name, strong=True) + NAME_INDENT for lane in timeline.lanes]
    names += [board.width_of("Decision gates")] if timeline.gates else []
    return min(max(names, default=0) + 12, width * NAME_SHARE)


def _head(days: Days, height: float, gate_rows: int, board: Drawing) -> None:
    for cell in cells(days.start, days.end, days.right - days.left, board.width_of):
        left, right = days.at(cell.start), days.at(cell.end + timedelta(days=1))
        board.line((left, 0), (left, height - 0.5), "line")
        if board.width_of(cell.text, strong=True) + 8 <= right - left:
            board.label((left + 5.5, 13), cell.text, "ink2", strong=True)
    board.line((0, HEAD), (days.right, HEAD), "ink", 0.9)
    if gate_rows:
        text = board.shorten("Decision gates", days.left - 6)
        board.label((0, HEAD + GATE_ROW / 2 + 3), text, "ink2")


def _gates(gates: Sequence[Placed], height: float, board: Drawing) -> None:
    for gate in gates:
        x, y = gate.left, HEAD + GATE_ROW * (gate.row + 0.5)
        board.line((x, y + DIAMOND), (x, height - 1), "ink", 0.9, dash=True)
    for gate in gates:
        x, y = gate.left, HEAD + GATE_ROW * (gate.row + 0.5)
        _backing(gate, y, 8, board)
        board.add(
            Polygon(((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y)), "ink")
        )
        if gate.text:
            board.label((gate.text_at, y + 3), gate.text, strong=True)


def _lane(
    lane: Lane, bars: Sequence[Placed], place: tuple[float, float], days: Days, board: Drawing
) -> None:
    top, height = place
    color, tint = tone_colors(lane.tone)
    middle = top + height / 2
    tag = min(10.5, height - 2)
    board.line((0, top), (days.right, top), "line")
    board.add(Rect(0, middle - tag / 2, 3, tag, color, radius=1.5))
    for text, y in _name_lines(lane.name, middle, height, days.left, board):
        board.label((NAME_INDENT, y), text, strong=True)
    rows = 1 + max((bar.row for bar in bars), default=0)
    pitch = min(ROW, height / rows)
    first = middle - pitch * rows / 2
    for bar in bars:
        y = first + pitch * (bar.row + 0.5)
        thick = pitch * BAR_SHARE
        _backing(bar, y, min(thick, 11), board)
        wide = max(1.5, bar.right - bar.left)
        radius = min(3.75, wide / 2, thick / 2)
        board.add(Rect(bar.left, y - thick / 2, wide, thick, tint, color, radius, 0.8))
        if bar.text:
            board.label((bar.text_at, y + 2.9), bar.text)


def _name_lines(
    name: str, middle: float, height: float, room: float, board: Drawing
) -> list[tuple[str, float]]:
    most = 1 if height < 22 else 2  # noqa: PLR2004  two lines need that much
    lines = board.measure.wrap(name, board.strong, board.size, room - NAME_INDENT - 6, most)
    first = middle + 3 - 5 * (len(lines) - 1)
    return [(line, first + 10 * i) for i, line in enumerate(lines)]


def _placed_gates(gates: Sequence[Gate], days: Days, board: Drawing) -> list[Placed]:
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for gate in sorted(gates, key=lambda gate: (gate.on, gate.name)):
        if not days.start <= gate.on <= days.end:
            continue
        noon = (days.at(gate.on) + days.at(gate.on + timedelta(days=1))) / 2
        x = min(max(noon, days.left + DIAMOND), days.right - DIAMOND)
        reach = DIAMOND + BESIDE
        text, at = _beside(gate.name, x - reach, x + reach, days, board, strong=True)
        wide = board.width_of(text, strong=True)
        span = (min(x - reach, at), max(x + reach, at + wide))
        placed.append(Placed(x, x, text, at, _row(rows, span), beside=True))
    return placed


def _placed_bars(lane: Lane, days: Days, board: Drawing) -> list[Placed]:
    rows: list[list[tuple[float, float]]] = []
    placed = []
    for bar in sorted(lane.bars, key=lambda bar: (bar.start, bar.end, bar.text)):
        start, end = sorted((bar.start, bar.end))
        if end < days.start or start > days.end:
            continue
        placed.append(_placed_bar(bar, start, end, days, rows, board))
    return placed


def _placed_bar(
    bar: Bar,
    start: date,
    end: date,
    days: Days,
    rows: list[list[tuple[float, float]]],
    board: Drawing,
) -> Placed:
    left, right = days.at(start) + 1, days.at(end + timedelta(days=1)) - 1
    right = max(right, left + 1.5)
    text = " ".join(bar.text.split())
    inside = right - left - 2 * TIGHT
    if board.width_of(text) <= inside:
        pad = min(PAD, (right - left - board.width_of(text)) / 2)
        return Placed(left, right, text, left + pad, _row(rows, (left, right)))
    shown, at = _beside(text, left - BESIDE, right + BESIDE, days, board)
    if board.width_of(shown) < inside:
        shown = board.shorten(text, inside)
        return Placed(left, right, shown, left + TIGHT, _row(rows, (left, right)))
    span = (min(left, at), max(right, at + board.width_of(shown)))
    return Placed(left, right, shown, at, _row(rows, span), beside=True)


def _beside(
    text: str, left: float, right: float, days: Days, board: Drawing, strong: bool = False
) -> tuple[str, float]:
    """Return the text and where it begins: at right if it fits, else at left, else where there is more room."""
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


def _backing(placed: Placed, y: float, high: float, board: Drawing) -> None:
    """Keep grid and gate lines away from a text that stands beside its bar."""
    if placed.beside and placed.text:
        wide = board.width_of(placed.text, strong=placed.left == placed.right)
        board.add(Rect(placed.text_at - 1.5, y - high / 2, wide + 3, high, "on_accent"))
