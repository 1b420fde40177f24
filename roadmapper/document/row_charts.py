"""Charts with one row per category: bars, ranges from low to high, pairs of marks."""

from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.keys import FILLS, MARKS, Swatch, key_row, mark, several_key, unit_note
from roadmapper.document.scale import Scale, number_text, ticks, value, values_of, written
from roadmapper.document.scene import Drawing, Polyline, Rect, Scene
from roadmapper.document.tree import Chart, ChartKind, Series

PITCH = 22.5  # from row to row
BAR = 9.75
LINE = 10.0  # from base line to base line of a wrapped name
GAP = 11.0
LIMIT_ROOM = 13.0
AXIS_ROOM = 14.0
NAME_SHARE = 0.36
VALUE_SHARE = 0.26


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows of a chart stand: names at left, a scale in the middle, values at right."""

    chart: Chart
    drawing: Drawing
    names: tuple[tuple[str, ...], ...]
    centers: tuple[float, ...]
    scale: Scale
    top: float
    bottom: float
    width: float
    room: float


def bars(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw horizontal bars on a track, each with its value at right; an emphasised bar is gold."""
    top = several_key(drawing, chart, width)
    names = range(len(chart.categories))
    values = [[written(series, i, chart.unit) for i in names] for series in chart.series]
    room = _value_room(drawing, [text for texts in values for text in texts], width)
    rows = row_places(chart, drawing, (top, width), room, max(1, len(chart.series)))
    draw_names(rows)
    for i, center in enumerate(rows.centers):
        for s in range(len(chart.series)):
            middle = center + (s - (len(chart.series) - 1) / 2) * (BAR + 2)
            _bar(rows, s, i, middle)
            _value(rows, i, values[s][i], middle)
    if rows.scale.ticks[0] < 0:
        drawing.line((rows.scale.base, rows.top), (rows.scale.base, rows.bottom), "ink3", 1)
    draw_limit(rows)
    return drawing.scene(width, rows.bottom, chart.alt)


def ranges(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw each range as a bar from low to high with a tick at the likely value."""
    band = _name(chart, 0) if _name(chart, 0) == _name(chart, 2) else "Low to high"
    swatches = (Swatch("band", "accent", band), Swatch("tick", "ink", _name(chart, 1)))
    top = key_row(drawing, swatches, width)
    likely = chart.series[1] if len(chart.series) > 1 else Series("", ())
    values = [written(likely, i, chart.unit) for i in range(len(chart.categories))]
    room = _value_room(drawing, values, width)
    rows = row_places(chart, drawing, (top, width), room, 1)
    draw_grid(rows)
    draw_names(rows)
    for i, center in enumerate(rows.centers):
        _range(rows, i, center)
        _value(rows, i, values[i], center)
    draw_limit(rows)
    return drawing.scene(width, rows.bottom + AXIS_ROOM, chart.alt)


def dumbbells(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw two marks per row, a circle and a square, joined by a line: the gap is the message."""
    swatches = [Swatch(shape, color, _name(chart, i)) for i, (shape, color) in enumerate(MARKS[:2])]
    top = key_row(drawing, swatches, width)
    rows = row_places(chart, drawing, (top, width), 0, 1)
    draw_grid(rows)
    draw_names(rows)
    for i, center in enumerate(rows.centers):
        found = [value(series, i) for series in chart.series[:2]]
        places = [None if v is None else rows.scale.at(v) for v in found]
        if len(places) == 2 and places[0] is not None and places[1] is not None:  # noqa: PLR2004  a pair
            ends = ((places[0], center), (places[1], center))
            drawing.add(Polyline(ends, "line2", 2.25))
        for (shape, color), place in zip(MARKS, places, strict=False):
            if place is not None:
                drawing.add(mark(shape, place, center, 4, color))
    draw_limit(rows)
    return drawing.scene(width, rows.bottom + AXIS_ROOM, chart.alt)


def row_places(
    chart: Chart, drawing: Drawing, place: tuple[float, float], room: float, deep: int
) -> Rows:
    """Return where the rows of a chart stand below the place's top, `deep` bars to a row."""
    top, width = place
    widest = max((drawing.width_of(" ".join(c.split())) for c in chart.categories), default=0)
    name_room = min(widest, width * NAME_SHARE)
    names = tuple(drawing.wrap(name, name_room + 0.01, 3) for name in chart.categories)
    top = unit_note(drawing, chart, width, top, left=False)
    if chart.limit:
        top += LIMIT_ROOM
    centers: list[float] = []
    y = top
    for lines in names:
        high = max(PITCH, LINE * len(lines) + 7, (BAR + 2) * deep + 8)
        centers.append(y + high / 2)
        y += high
    inset = 5.0 if chart.kind is ChartKind.DUMBBELL else 0.0
    end = width - (room + GAP if room else 0) - inset
    scale = Scale(_ticks(chart), name_room + GAP + inset, end)
    if chart.kind is not ChartKind.BARS:
        scale = _room_for_ticks(chart, scale, width, drawing)
    bottom = max(y, top + 1)
    drawing.lie(centers, (top, bottom), width)
    return Rows(chart, drawing, names, tuple(centers), scale, top, bottom, width, room)


def _ticks(chart: Chart) -> tuple[Decimal, ...]:
    return ticks(values_of(chart), zero=chart.kind is not ChartKind.DUMBBELL)


def _room_for_ticks(chart: Chart, scale: Scale, width: float, drawing: Drawing) -> Scale:
    """Return the scale, shortened at its right end where its last number would leave the scene."""
    last = drawing.width_of(number_text(scale.ticks[-1], chart.unit))
    return Scale(scale.ticks, scale.start, min(scale.end, width - last / 2 - 0.5))


def draw_grid(rows: Rows) -> None:
    """Draw the grid with its numbers, the zero line stronger."""
    drawing, unit = rows.drawing, rows.chart.unit
    right = 0.0
    for tick in rows.scale.ticks:
        x = rows.scale.at(tick)
        drawing.line((x, rows.top), (x, rows.bottom), "ink3" if tick == 0 else "line", 0.75)
        text = number_text(tick, unit)
        wide = drawing.width_of(text)
        if x - wide / 2 >= right and x + wide / 2 <= rows.width:
            drawing.label((x, rows.bottom + 11), text, "ink3", anchor="middle")
            right = x + wide / 2 + 4


def draw_names(rows: Rows) -> None:
    """Write the names of the rows."""
    for lines, center in zip(rows.names, rows.centers, strict=True):
        first = center + 3 - LINE * (len(lines) - 1) / 2
        for i, line in enumerate(lines):
            rows.drawing.label((0, first + LINE * i), line)


def _bar(rows: Rows, s: int, i: int, middle: float) -> None:
    chart, drawing = rows.chart, rows.drawing
    top, radius = middle - BAR / 2, 1.5
    start, end = rows.scale.start, rows.scale.end
    drawing.add(Rect(start, top, end - start, BAR, "track", radius=radius))
    number = value(chart.series[s], i)
    if number is None:
        return
    fill, stroke = ("gold", "") if i in chart.emphasised else FILLS[s % len(FILLS)]
    x, base = rows.scale.at(number), rows.scale.base
    drawing.add(Rect(min(x, base), top, abs(x - base), BAR, fill, stroke, radius))


def _range(rows: Rows, i: int, center: float) -> None:
    chart, drawing = rows.chart, rows.drawing
    low, likely, high = (*(value(series, i) for series in chart.series[:3]), None, None, None)[:3]
    gold = i in chart.emphasised
    if low is not None and high is not None:
        left, right = sorted((rows.scale.at(low), rows.scale.at(high)))
        fill, stroke = ("gold_tint", "gold") if gold else ("accent_line", "accent")
        drawing.add(Rect(left, center - BAR / 2, right - left, BAR, fill, stroke, 1.5))
    if likely is not None:
        x = rows.scale.at(likely)
        drawing.add(Polyline(((x, center - BAR / 2 - 2), (x, center + BAR / 2 + 2)), "ink", 2))


def _value(rows: Rows, i: int, text: str, y: float) -> None:
    color = "warn" if i in rows.chart.emphasised else "ink"
    shown = rows.drawing.shorten(text, rows.room, strong=True)
    if shown:
        rows.drawing.label((rows.width, y + 3), shown, color, strong=True, anchor="end")


def _value_room(drawing: Drawing, texts: list[str], width: float) -> float:
    widest = max((drawing.width_of(text, strong=True) for text in texts), default=0)
    return min(widest, width * VALUE_SHARE)


def draw_limit(rows: Rows) -> None:
    """Draw the limit with its name above the rows."""
    chart, drawing = rows.chart, rows.drawing
    if chart.limit is None:
        return
    x = rows.scale.at(chart.limit.value)
    drawing.line((x, rows.top - 2.5), (x, rows.bottom), "ink", 0.9, dash=True)
    text = drawing.shorten(chart.limit.label, rows.width)
    half = drawing.width_of(text) / 2
    middle = min(max(x, half), rows.width - half)
    drawing.label((middle, rows.top - 6.4), text, "ink2", anchor="middle")


def _name(chart: Chart, at: int) -> str:
    return chart.series[at].name if at < len(chart.series) else ""
