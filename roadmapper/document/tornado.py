"""A tornado: one bar per input, from the result at its low to the result at its high."""

from dataclasses import replace
from decimal import Decimal

from roadmapper.document.keys import Swatch, key_row
from roadmapper.document.row_charts import (
    AXIS_ROOM,
    BAR,
    Rows,
    draw_grid,
    draw_limit,
    draw_names,
    row_places,
)
from roadmapper.document.scale import Scale, value, written
from roadmapper.document.scene import Drawing, Rect, Scene
from roadmapper.document.tree import Chart

LOOKS = (("gold_tint", "gold"), ("accent", ""))
GAP = 4.0
_PASSES = 4  # each end of the scale depends on the other
_LEAST = 0.35  # of the room: bars shorter than that show nothing, so labels are left out instead


def tornado(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw the bars around the limit, the result with all at likely, with labels at their ends."""
    swatches = [
        Swatch("box", fill, series.name, stroke)
        for (fill, stroke), series in zip(LOOKS, chart.series, strict=False)
    ]
    top = key_row(drawing, swatches, width)
    rows = row_places(chart, drawing, (top, width), 0, 1)
    scale = _with_room(rows)
    rows = replace(rows, scale=scale or rows.scale)
    draw_grid(rows)
    draw_names(rows)
    for i, center in enumerate(rows.centers):
        _bar(rows, i, center)
        if scale:
            _labels(rows, i, center)
    draw_limit(rows)
    return drawing.scene(width, rows.bottom + AXIS_ROOM, chart.alt)


def _with_room(rows: Rows) -> Scale | None:
    """Return the scale, drawn in so that labels fit beside the bars; None if it gets too short."""
    first, last = rows.scale.start, rows.width
    start, end = first, rows.scale.end
    whole = Scale(rows.scale.ticks, 0, 1)
    labels = [
        [(whole.at(number), _room(rows, s, i)) for s, number in pair]
        for i in range(len(rows.centers))
        if (pair := _ends(rows.chart, i))
    ]
    for _ in range(_PASSES):
        for places in labels:
            (low, before), (high, after) = places[0], places[-1]
            if low < 1:
                start = max(start, (first + before - low * end) / (1 - low))
            if high > 0:
                end = min(end, start + (last - after - start) / high)
    if end - start < (rows.scale.end - first) * _LEAST:
        return None
    return Scale(rows.scale.ticks, start, end)


def _room(rows: Rows, s: int, i: int) -> float:
    text = written(rows.chart.series[s], i, rows.chart.unit)
    return rows.drawing.width_of(text, strong=True) + GAP


def _ends(chart: Chart, i: int) -> list[tuple[int, Decimal]]:
    """Return the two results of one input, each with its series, the lower first."""
    found = [
        (s, number)
        for s, series in enumerate(chart.series[: len(LOOKS)])
        if (number := value(series, i)) is not None
    ]
    return sorted(found, key=lambda end: end[1])


def _bar(rows: Rows, i: int, center: float) -> None:
    chart = rows.chart
    middle = chart.limit.value if chart.limit else Decimal(0)
    ends = _ends(chart, i)
    base = rows.scale.at(middle)
    for s, number in ends:
        x = rows.scale.at(number)
        fill, stroke = LOOKS[s]
        rows.drawing.add(
            Rect(min(x, base), center - BAR / 2, abs(x - base), BAR, fill, stroke, 1.5)
        )


def _labels(rows: Rows, i: int, center: float) -> None:
    """Write the results at the ends of a bar."""
    chart = rows.chart
    for place, (s, number) in enumerate(_ends(chart, i)):
        text = written(chart.series[s], i, chart.unit)
        _label(rows, text, number, center, place == 0)


def _label(rows: Rows, text: str, number: Decimal, center: float, left: bool) -> None:
    """Write a value beside the end of its bar, inside the drawing."""
    x = rows.scale.at(number)
    wide = rows.drawing.width_of(text, strong=True)
    room = (x - GAP - wide) if left else (x + GAP)
    at = min(max(room, 0), rows.width - wide)
    rows.drawing.label((at, center + 3), text, "ink", strong=True)
