"""The field of a standing chart: value axis at left, categories below, names at the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from roadmapper.document.scale import Scale, number_text
from roadmapper.document.scene import Drawing
from roadmapper.document.tree import Chart

LINE = 10.0
END_GAP = 7.5
TOP = 8.0
NAME_SHARE = 0.24
AXIS_SHARE = 0.2
AIR = 5.0  # between two names
BLOCK_AIR = 2.0
LONGEST_WORD = 64.0
STEPS = (1, 2, 3, 4, 6, 12, 24)


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the field lies, and its value scale."""

    left: float
    right: float
    top: float
    bottom: float
    scale: Scale
    width: float


@dataclass(frozen=True, slots=True)
class End:
    """What stands at the right end of a series: its value and its name, in its color."""

    y: float
    value: str
    name: str
    color: str


def plot(
    chart: Chart,
    drawing: Drawing,
    ticks: tuple[Decimal, ...],
    box: tuple[float, float, float, float],
) -> Plot:
    """Draw grid, axis and zero line in the box (left, top, right, bottom) and return the field."""
    left, top, right, bottom = box
    numbers = [number_text(tick, chart.unit) for tick in ticks]
    widest = max(drawing.width_of(number) for number in numbers)
    room = min(widest, (right - left) * AXIS_SHARE)
    field = Plot(left + room + 7, right, top, bottom, Scale(ticks, bottom, top), right)
    for tick, number in zip(ticks, numbers, strict=True):
        y = field.scale.at(tick)
        zero = tick == 0
        drawing.line(
            (field.left, y), (field.right, y), "ink3" if zero else "line", 0.9 if zero else 0.75
        )
        text = drawing.shorten(number, room + 0.01)
        drawing.label((left + room, y + 2.9), text, "ink3", anchor="end")
    return field


def categories(
    names: Sequence[str],
    centers: Sequence[float],
    top: float,
    drawing: Drawing,
    *,
    width: float,
    ordered: bool = False,
) -> float:
    """Write the names below their places, some left out where they would touch; return the room."""
    shown = [(name, x) for name, x in zip(names, centers, strict=True) if name.strip()]
    step = _step(shown, drawing, ordered)
    kept = shown[::step]
    room = min((b[1] - a[1] for a, b in pairwise(kept)), default=width) - AIR
    deepest = 0
    for name, center in kept:
        lines = drawing.wrap(name, room, 3)
        deepest = max(deepest, len(lines))
        for n, line in enumerate(lines):
            half = drawing.width_of(line) / 2
            x = min(max(center, half), width - half)
            drawing.label((x, top + 12 + n * LINE), line, "ink3", anchor="middle")
    return 6 + LINE * deepest


def _step(shown: Sequence[tuple[str, float]], drawing: Drawing, whole: bool) -> int:
    """Return 1 if every name can be shown, 2 for every second, and so on: no word is cut."""
    words = [
        drawing.width_of(word) for name, _ in shown for word in ([name] if whole else name.split())
    ]
    need = min(max(words, default=0), LONGEST_WORD) + AIR
    slot = min((b[1] - a[1] for a, b in pairwise(shown)), default=need)
    return next((step for step in STEPS if slot * step >= need), STEPS[-1])


def name_room(drawing: Drawing, ends: Sequence[tuple[str, str]], width: float) -> float:
    """Return how wide the column of values and names at the right end has to be."""
    widest = max(
        (max(drawing.width_of(v, strong=True), drawing.width_of(n)) for v, n in ends), default=0
    )
    return min(widest, width * NAME_SHARE)


def write_ends(
    ends: Sequence[End], x: float, room: float, span: tuple[float, float], drawing: Drawing
) -> None:
    """Write values and names at the right end, moved apart where they would touch."""
    blocks = sorted(ends, key=lambda end: end.y)
    texts = [_end_lines(end, room, drawing) for end in blocks]
    tops = spread(
        [end.y for end in blocks], [LINE * len(lines) + BLOCK_AIR for lines in texts], span
    )
    for top, lines in zip(tops, texts, strict=True):
        for n, (text, color, strong) in enumerate(lines):
            drawing.label((x, top + LINE * n + 8.6), text, color, strong=strong)


def spread(
    centers: Sequence[float], heights: Sequence[float], span: tuple[float, float]
) -> list[float]:
    """Return the top of each block: near its center, none over another, inside the span."""
    tops: list[float] = []
    y = span[0]
    for center, height in zip(centers, heights, strict=True):
        y = max(y, center - height / 2)
        tops.append(y)
        y += height
    limit = span[1]
    for i in reversed(range(len(tops))):
        tops[i] = min(tops[i], limit - heights[i])
        limit = tops[i]
    return tops


def _end_lines(end: End, room: float, drawing: Drawing) -> list[tuple[str, str, bool]]:
    lines = []
    if end.value:
        lines.append((drawing.shorten(end.value, room + 0.01, strong=True), end.color, True))
    color = "ink3" if end.value else end.color
    lines += [(line, color, False) for line in drawing.wrap(end.name, room + 0.01, 2)]
    return [line for line in lines if line[0]]
