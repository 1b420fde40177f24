"""The flag of a chart: a dotted upright line with its words in a dark label at the top."""

from roadmapper.document.plot import Plot
from roadmapper.document.scene import Circle, Drawing, Rect
from roadmapper.document.tree import Chart

FLAG_ROOM = 17.0
_HIGH, _PAD = 14.0, 5.0


def flag_room(chart: Chart) -> float:
    """Return how much room the label of a flag takes above the field."""
    return FLAG_ROOM if chart.flag else 0


def draw_flag(chart: Chart, x: float, field: Plot, drawing: Drawing) -> None:
    """Draw the flag of a chart at this place, its label inside the drawing."""
    if chart.flag is None:
        return
    text = drawing.shorten(chart.flag.label, field.width - 2 * _PAD, strong=True)
    wide = drawing.width_of(text, strong=True) + 2 * _PAD
    left = min(max(x - wide / 2, 0), field.width - wide)
    top = field.top - FLAG_ROOM
    drawing.line((x, top + _HIGH), (x, field.bottom), "ink", 0.9, dash=True)
    drawing.add(Rect(left, top, wide, _HIGH, "ink", radius=2.5))
    baseline = top + _HIGH / 2 + 2.9
    drawing.label((left + wide / 2, baseline), text, "on_accent", strong=True, anchor="middle")


def draw_spot(x: float, y: float, drawing: Drawing) -> None:
    """Draw the open circle where a line meets its flag."""
    drawing.add(Circle(x, y, 3.2, "on_accent", "ink", 1.5))
