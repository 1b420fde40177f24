"""Charts of standing columns: side by side, or stacked with the negative parts below zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.keys import FILLS, several_key, unit_note
from roadmapper.document.plot import (
    END_GAP,
    End,
    Plot,
    categories,
    name_room,
    plot,
    write_ends,
)
from roadmapper.document.scale import ticks, value, values_of, written
from roadmapper.document.scene import Drawing, Rect, Scene
from roadmapper.document.tree import Chart

HEIGHT_SHARE = 0.28  # of the width
LOWEST, HIGHEST = 116.0, 190.0
TOP = 13.0
FILLED = 0.62  # of the room of a category
FILLED_BY_SEVERAL = 0.78
WIDEST = 46.0
LABEL_ROOM = 9.0


def columns(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw columns side by side, each with its value on top where there is room."""
    key = several_key(drawing, chart, width)
    top = unit_note(drawing, chart, width, key, left=True) + TOP
    ends = [(chart.limit.label, "")] if chart.limit else []
    room = name_room(drawing, ends, width)
    right = width - (room + END_GAP if room else 0)
    bottom = top + height_for(width)
    field = plot(chart, drawing, ticks(values_of(chart)), (0, top, right, bottom))
    centers, slot = _centers(field, len(chart.categories))
    drawing.stand(centers, (field.top, field.bottom), slot)
    count = max(1, len(chart.series))
    wide = min(slot * (FILLED if count == 1 else FILLED_BY_SEVERAL) / count, WIDEST)
    texts = [[written(s, i, chart.unit) for i in range(len(centers))] for s in chart.series]
    longest = max((drawing.width_of(t, strong=True) for row in texts for t in row), default=0)
    labelled = longest <= (wide if len(chart.series) > 1 else slot) - 2
    for s, series in enumerate(chart.series):
        for i, center in enumerate(centers):
            x = center + (s - len(chart.series) / 2) * wide
            _column(chart, (s, i), (x, wide), field, drawing)
            number = value(series, i)
            if labelled and number is not None and texts[s][i]:
                color = "warn" if i in chart.emphasised else "ink"
                y = field.scale.at(number) + (LABEL_ROOM if number < 0 else -3)
                at = (x + wide / 2, y)
                drawing.label(at, texts[s][i], color, strong=True, anchor="middle")
    _zero(field, drawing)
    _limit(chart, field, room, drawing, [])
    below = labelled and any(v < 0 for v in values_of(chart))
    bottom = field.bottom + (LABEL_ROOM if below else 0)
    bottom += categories(chart.categories, centers, bottom, drawing, width=width)
    return drawing.scene(width, bottom, chart.alt)


def stacked(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw stacked columns, each part named once, beside the last column."""
    names = [series.name for series in chart.series] if len(chart.series) > 1 else []
    ends = [("", name) for name in names]
    ends += [("", chart.limit.label)] if chart.limit else []
    room = name_room(drawing, ends, width)
    right = width - (room + END_GAP if room else 0)
    top = unit_note(drawing, chart, width, 0, left=True) + TOP
    height = max(height_for(width), 25.0 * len(ends))
    numbers = [Decimal(0), *_totals(chart)] + ([chart.limit.value] if chart.limit else [])
    field = plot(chart, drawing, ticks(numbers), (0, top, right, top + height))
    centers, slot = _centers(field, len(chart.categories))
    drawing.stand(centers, (field.top, field.bottom), slot)
    wide = min(slot * FILLED, WIDEST)
    middles: dict[int, float] = {}
    for i, center in enumerate(centers):
        for part in _parts(chart, i):
            _part(chart, part, (center - wide / 2, wide), field, drawing)
            if part.low != part.high or part.series not in middles:
                middles[part.series] = field.scale.at((part.low + part.high) / 2)
    _zero(field, drawing)
    found = [
        End(middle, "", names[s], FILLS[s % len(FILLS)][1] or FILLS[s % len(FILLS)][0])
        for s, middle in sorted(middles.items())
        if names
    ]
    _limit(chart, field, room, drawing, found)
    bottom = field.bottom + categories(
        chart.categories, centers, field.bottom, drawing, width=width
    )
    return drawing.scene(width, bottom, chart.alt)


def height_for(width: float) -> float:
    """Return how high the field of a column chart of this width is."""
    return min(HIGHEST, max(LOWEST, width * HEIGHT_SHARE))


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a stack: from where to where it reaches."""

    category: int
    series: int
    low: Decimal
    high: Decimal


def _parts(chart: Chart, i: int) -> list[_Part]:
    """Return the parts of one stack: positive ones upwards from zero, negative ones downwards."""
    up, down = Decimal(0), Decimal(0)
    parts = []
    for s, series in enumerate(chart.series):
        number = value(series, i)
        if number is None:
            continue
        if number >= 0:
            parts.append(_Part(i, s, up, up + number))
            up += number
        else:
            parts.append(_Part(i, s, down + number, down))
            down += number
    return parts


def _totals(chart: Chart) -> list[Decimal]:
    return [
        bound
        for i in range(len(chart.categories))
        for part in _parts(chart, i)
        for bound in (part.low, part.high)
    ]


def _centers(field: Plot, count: int) -> tuple[list[float], float]:
    slot = (field.right - field.left) / max(1, count)
    return [field.left + slot * (i + 0.5) for i in range(count)], slot


def _column(
    chart: Chart,
    which: tuple[int, int],
    place: tuple[float, float],
    field: Plot,
    drawing: Drawing,
) -> None:
    s, i = which
    number = value(chart.series[s], i)
    if number is None:
        return
    fill, stroke = ("gold", "") if i in chart.emphasised else FILLS[s % len(FILLS)]
    y, base = field.scale.at(number), field.scale.base
    inset = min(1.0, place[1] * 0.06)
    drawing.add(
        Rect(place[0] + inset, min(y, base), place[1] - 2 * inset, abs(y - base), fill, stroke, 1)
    )


def _part(
    chart: Chart,
    part: _Part,
    place: tuple[float, float],
    field: Plot,
    drawing: Drawing,
) -> None:
    top, bottom = field.scale.at(part.high), field.scale.at(part.low)
    fill, stroke = FILLS[part.series % len(FILLS)]
    high = max(0.2, bottom - top - 1)
    drawing.add(Rect(place[0], top + 0.5, place[1], high, fill, stroke, 0, 0.7))
    series = chart.series[part.series]
    i = part.category
    text = series.labels[i] if i < len(series.labels) else ""
    if text and bottom - top >= drawing.size + 3 and drawing.width_of(text) <= place[1] - 4:
        color = "ink" if stroke else "on_accent"
        middle = (place[0] + place[1] / 2, (top + bottom) / 2 + 2.9)
        drawing.label(middle, text, color, anchor="middle")


def _zero(field: Plot, drawing: Drawing) -> None:
    drawing.line((field.left, field.scale.base), (field.right, field.scale.base), "ink3", 0.9)


def _limit(chart: Chart, field: Plot, room: float, drawing: Drawing, ends: Sequence[End]) -> None:
    """Draw the limit and write its name among the names at the right end."""
    found = list(ends)
    if chart.limit:
        y = field.scale.at(chart.limit.value)
        drawing.line((field.left, y), (field.right + 3, y), "ink", 0.9, dash=True)
        found.append(End(y, "", chart.limit.label, "ink2"))
    write_ends(found, field.right + END_GAP, room, (0, field.bottom), drawing)
