"""What tells series apart, in color and in grey: fills, dashes, marks, and the key to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from roadmapper.document.scale import is_long
from roadmapper.document.scene import Circle, Drawing, Mark, Polygon, Polyline, Rect
from roadmapper.document.tree import Chart

FILLS = (
    ("accent", ""),
    ("gold_tint", "gold"),
    ("plum", ""),
    ("slate_tint", "slate"),
    ("clay", ""),
    ("sage_tint", "sage"),
)  # dark and light in turn, so that neighbours differ in grey too
LINES: tuple[tuple[str, tuple[float, ...]], ...] = (
    ("accent", ()),
    ("clay", (3, 2.25)),
    ("plum", (6, 2, 1, 2)),
    ("slate", (1, 1.8)),
    ("gold", (7, 2.5)),
    ("sage", (4, 1.5, 1, 1.5, 1, 1.5)),
)
MARKS = (
    ("circle", "plum"),
    ("square", "accent"),
    ("diamond", "clay"),
    ("triangle", "slate"),
)
SHAPES = ("circle", "square", "diamond", "triangle")
KEY_LINE = 14.0
UNIT_LINE = 12.0


@dataclass(frozen=True, slots=True)
class Swatch:
    """One entry of a key: a small shape and the name beside it."""

    shape: str
    color: str
    name: str
    stroke: str = ""


def key_row(drawing: Drawing, swatches: Sequence[Swatch], width: float) -> float:
    """Draw named swatches from the upper left, wrapped to the width; return the room they take."""
    x, y, used = 0.0, KEY_LINE / 2, False
    for swatch in swatches:
        name = drawing.shorten(swatch.name, width - 14)
        if not name:
            continue
        need = 13 + drawing.width_of(name)
        if used and x + need > width:
            x, y = 0.0, y + KEY_LINE
        drawing.add(*_swatch(swatch, x + 4.5, y))
        drawing.label((x + 13, y + 3), name, "ink2")
        x, used = x + need + 12, True
    return y + KEY_LINE / 2 + 3 if used else 0


def unit_note(drawing: Drawing, chart: Chart, width: float, top: float, left: bool) -> float:
    """Write a unit too long for every number once, above the numbers; return the new top."""
    if not is_long(chart.unit):
        return top
    text = drawing.shorten(chart.unit, width)
    drawing.label((0 if left else width, top + 8), text, "ink3", anchor="start" if left else "end")
    return top + UNIT_LINE


def several_key(drawing: Drawing, chart: Chart, width: float) -> float:
    """Draw the key of filled series, if there are several; return the room it takes."""
    if len(chart.series) < 2:  # noqa: PLR2004  one series needs no key
        return 0
    fills = [FILLS[i % len(FILLS)] for i in range(len(chart.series))]
    swatches = [
        Swatch("box", fill, series.name, stroke)
        for (fill, stroke), series in zip(fills, chart.series, strict=True)
    ]
    return key_row(drawing, swatches, width)


def mark(shape: str, x: float, y: float, radius: float, color: str) -> Mark:
    """Return a data mark of this shape around a point."""
    match shape:
        case "square":
            side = radius * 1.8
            return Rect(x - side / 2, y - side / 2, side, side, color, radius=1)
        case "diamond":
            r = radius * 1.2
            return Polygon(((x, y - r), (x + r, y), (x, y + r), (x - r, y)), color)
        case "triangle":
            r = radius * 1.15
            return Polygon(((x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)), color)
        case _:
            return Circle(x, y, radius, color)


def _swatch(swatch: Swatch, x: float, y: float) -> tuple[Mark, ...]:
    match swatch.shape:
        case "box":
            return (Rect(x - 4, y - 4, 8, 8, swatch.color, swatch.stroke, 1.5),)
        case "band":
            return (Rect(x - 4.5, y - 3.5, 9, 7, "accent_line", "accent", 1.5),)
        case "tick":
            return (Polyline(((x, y - 5), (x, y + 5)), swatch.color, 2),)
        case shape:
            return (mark(shape, x, y, 3.6, swatch.color),)
