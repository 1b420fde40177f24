"""A waterfall: from step to step, what is added and what is taken away, to a total."""

from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.column_charts import height_for
from roadmapper.document.keys import unit_note
from roadmapper.document.plot import Plot, categories, plot
from roadmapper.document.scale import ticks, value, written
from roadmapper.document.scene import Drawing, Rect, Scene
from roadmapper.document.tree import Chart

TOP = 13.0
FILLED = 0.66
WIDEST = 46.0
LABEL_ROOM = 9.0


@dataclass(frozen=True, slots=True)
class Fall:
    """One column of a waterfall: where it starts and ends; a total starts at zero."""

    at: int
    start: Decimal
    end: Decimal
    total: bool


def falls(chart: Chart) -> list[Fall]:
    """Return the columns of a waterfall; a step without a number is left out."""
    found: list[Fall] = []
    level = Decimal(0)
    for i in range(len(chart.categories)):
        number = value(chart.series[0], i) if chart.series else None
        if number is None:
            continue
        total = i in chart.emphasised
        start = Decimal(0) if total else level
        level = start + number
        found.append(Fall(i, start, level, total))
    return found


def waterfall(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw the columns, each with its amount, joined by thin lines."""
    top = unit_note(drawing, chart, width, 0, left=True) + TOP
    steps = falls(chart)
    bounds = [bound for one in steps for bound in (one.start, one.end)]
    field = plot(chart, drawing, ticks(bounds), (0, top, width, top + height_for(width)))
    slot = (field.right - field.left) / max(1, len(chart.categories))
    centers = [field.left + slot * (i + 0.5) for i in range(len(chart.categories))]
    drawing.stand(centers, (field.top, field.bottom), slot)
    wide = min(slot * FILLED, WIDEST)
    texts = [written(chart.series[0], one.at, chart.unit) for one in steps]
    labelled = all(drawing.width_of(text, strong=True) <= slot - 2 for text in texts)
    for n, one in enumerate(steps):
        _column(one, (centers[one.at], wide), texts[n] if labelled else "", field, drawing)
        if n + 1 < len(steps):
            y = field.scale.at(one.end)
            after = centers[steps[n + 1].at] - wide / 2
            drawing.line((centers[one.at] + wide / 2, y), (after, y), "ink3", 0.6)
    base = field.scale.base
    drawing.line((field.left, base), (field.right, base), "ink3", 0.9)
    low = any(one.end < one.start or one.end < 0 for one in steps)
    bottom = field.bottom + (LABEL_ROOM if low else 0)
    bottom += categories(chart.categories, centers, bottom, drawing, width=width)
    return drawing.scene(width, bottom, chart.alt)


def _column(
    one: Fall, place: tuple[float, float], text: str, field: Plot, drawing: Drawing
) -> None:
    center, wide = place
    high = field.scale.at(max(one.start, one.end))
    low = field.scale.at(min(one.start, one.end))
    fill, stroke = look_of(one)
    drawing.add(Rect(center - wide / 2, high, wide, max(low - high, 0.5), fill, stroke, 1))
    below = one.end < one.start and not low < field.scale.base < low + LABEL_ROOM
    y = low + LABEL_ROOM if below else high - 3
    if text:
        drawing.label((center, y), text, "ink", strong=True, anchor="middle")


def look_of(one: Fall) -> tuple[str, str]:
    """Return fill and stroke: dark what is added, outlined what is taken, darkest a total."""
    if one.total:
        return ("ink2", "")
    return ("accent", "") if one.end >= one.start else ("gold_tint", "gold")
