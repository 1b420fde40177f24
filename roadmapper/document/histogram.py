"""A histogram: columns that touch, those below zero in gold, the zero line upright."""

from collections.abc import Sequence

from roadmapper.document.column_charts import height_for
from roadmapper.document.flags import draw_flag, flag_room
from roadmapper.document.keys import unit_note
from roadmapper.document.plot import Plot, categories, plot
from roadmapper.document.scale import ticks, value, values_of
from roadmapper.document.scene import Drawing, Rect, Scene
from roadmapper.document.tree import Chart

TOP = 7.0
AIR = 1.0  # between two columns


def histogram(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw the columns of the first series, each name below the left edge of its column."""
    top = unit_note(drawing, chart, width, 0, left=True) + TOP + flag_room(chart)
    series = chart.series[:1]
    numbers = values_of(chart) if series else []
    field = plot(chart, drawing, ticks(numbers), (0, top, width, top + height_for(width)))
    count = len(chart.categories)
    slot = (field.right - field.left) / max(1, count)
    edges = [field.left + slot * i for i in range(count)]
    drawing.stand([edge + slot / 2 for edge in edges], (field.top, field.bottom), slot)
    for i, x in enumerate(edges):
        number = value(series[0], i) if series else None
        if number is not None:
            _column(chart, i, (x, slot, field.scale.at(number)), field, drawing)
    base = field.scale.base
    drawing.line((field.left, base), (field.right, base), "ink3", 0.9)
    if chart.flag:
        draw_flag(chart, _clamped(field.left + slot * float(chart.flag.at), field), field, drawing)
    bottom = field.bottom + _names(chart.categories, edges, field, drawing)
    return drawing.scene(width, bottom, chart.alt)


def _column(
    chart: Chart, i: int, place: tuple[float, float, float], field: Plot, drawing: Drawing
) -> None:
    x, slot, y = place
    base = field.scale.base
    fill, stroke = ("gold_tint", "gold") if i in chart.emphasised else ("accent", "")
    wide = max(slot - AIR, slot * 0.6)
    drawing.add(Rect(x + (slot - wide) / 2, min(y, base), wide, abs(y - base), fill, stroke))


def _names(names: Sequence[str], edges: list[float], field: Plot, drawing: Drawing) -> float:
    return categories(names, edges, field.bottom, drawing, width=field.width, ordered=True)


def _clamped(x: float, field: Plot) -> float:
    return min(max(x, field.left), field.right)
