"""Charts of lines over ordered categories: plain lines, and areas with a band from low to high.

AREA takes its series by number: one is a filled area; two are the low and the high edge of a band;
three are low, likely and high; further ones are dashed lines for comparison.
"""

from decimal import Decimal

from roadmapper.document.flags import draw_flag, draw_spot, flag_room
from roadmapper.document.keys import LINES, SHAPES, mark, unit_note
from roadmapper.document.plot import END_GAP, End, Plot, categories, name_room, plot, write_ends
from roadmapper.document.scale import ticks, value, values_of, written
from roadmapper.document.scene import Drawing, Point, Polygon, Polyline, Scene
from roadmapper.document.tree import Chart, ChartKind, Series

HEIGHT_SHARE = 0.33  # of the width
LOWEST, HIGHEST = 120.0, 225.0
TOP = 7.0
BAND = 2  # series that make a band
WITH_LIKELY = 3  # series from which the one in the middle is the likely value


def lines(chart: Chart, width: float, drawing: Drawing) -> Scene:
    """Draw lines, each named at its right end; an area lies behind its line."""
    shown = [chart.series[i] for i in line_series(chart)]
    ends = [(_last_text(series, chart.unit), series.name) for series in shown]
    ends += [("", chart.limit.label)] if chart.limit else []
    room = name_room(drawing, ends, width)
    right = width - (room + END_GAP if room else 0)
    height = max(LOWEST, min(HIGHEST, width * HEIGHT_SHARE), 34.0 * len(ends))
    top = unit_note(drawing, chart, width, 0, left=True) + TOP + flag_room(chart)
    numbers = ticks(values_of(chart), zero=chart.kind is ChartKind.AREA)
    field = plot(chart, drawing, numbers, (0, top, right, top + height))
    centers = _centers(field, len(chart.categories))
    points = [_points(series, centers, field) for series in shown]
    pitch = (field.right - field.left) / max(1, len(centers))
    drawing.stand(centers, (field.top, field.bottom), pitch, points)
    _area(chart, centers, field, drawing)
    names = [_line(series, i, points[i], ends[i], drawing) for i, series in enumerate(shown)]
    _flag(chart, centers, field, drawing)
    found = [name for name in names if name]
    if chart.limit:
        y = field.scale.at(chart.limit.value)
        drawing.line((field.left, y), (field.right + 3, y), "ink", 0.9, dash=True)
        found.append(End(y, "", chart.limit.label, "ink2"))
    write_ends(found, field.right + END_GAP, room, (0, field.bottom + 2), drawing)
    bottom = field.bottom + categories(
        chart.categories, centers, field.bottom, drawing, width=width, ordered=True
    )
    return drawing.scene(width, max(bottom, field.bottom + 8), chart.alt)


def line_series(chart: Chart) -> tuple[int, ...]:
    """Return which series are drawn as lines: all of a line chart, all but the edges of a band."""
    count = len(chart.series)
    if band_of(chart) is None:
        return tuple(range(count))
    return (1, *range(WITH_LIKELY, count)) if count >= WITH_LIKELY else ()


def band_of(chart: Chart) -> tuple[int, int] | None:
    """Return which series are the low and the high edge of an area chart's band, if it has one."""
    if chart.kind is not ChartKind.AREA or len(chart.series) < BAND:
        return None
    return 0, (2 if len(chart.series) >= WITH_LIKELY else 1)


def _flag(chart: Chart, centers: list[float], field: Plot, drawing: Drawing) -> None:
    """Draw the flag where it stands, with a spot on the main line."""
    at = int(chart.flag.at) if chart.flag else -1
    if not 0 <= at < len(centers):
        return
    draw_flag(chart, centers[at], field, drawing)
    first = line_series(chart)[:1]
    number = value(chart.series[first[0]], at) if first else None
    if number is not None:
        draw_spot(centers[at], field.scale.at(number), drawing)


def _area(chart: Chart, centers: list[float], field: Plot, drawing: Drawing) -> None:
    if chart.kind is not ChartKind.AREA or not chart.series:
        return
    band = band_of(chart)
    upper = chart.series[band[1] if band else 0]
    lower = chart.series[0] if band else None
    run: list[tuple[Point, Point]] = []
    for i, x in enumerate(centers):
        high = value(upper, i)
        low = value(lower, i) if lower else Decimal(0)
        if high is None or low is None:
            _fill(run, drawing)
            run = []
            continue
        floor = field.scale.at(low) if lower else field.scale.base
        run.append(((x, floor), (x, field.scale.at(high))))
    _fill(run, drawing)


def _fill(run: list[tuple[Point, Point]], drawing: Drawing) -> None:
    if len(run) > 1:
        edge = [high for _, high in run] + [low for low, _ in reversed(run)]
        drawing.add(Polygon(tuple(edge), "accent", opacity=0.14))


def _line(
    series: Series, at: int, points: list[Point | None], end: tuple[str, str], drawing: Drawing
) -> End | None:
    """Draw one line, broken where values are missing, and return what stands at its end."""
    color, dash = LINES[at % len(LINES)]
    run: list[Point] = []
    for point in [*points, None]:
        if point:
            run.append(point)
            continue
        if len(run) > 1:
            drawing.add(Polyline(tuple(run), color, 1.8 if at == 0 else 1.3, dash))
        elif run:
            drawing.add(mark(SHAPES[at % len(SHAPES)], *run[0], 2.4, color))
        run = []
    drawn = [point for point in points if point]
    if not drawn:
        return None
    shape = SHAPES[at % len(SHAPES)]
    drawing.add(mark(shape, *drawn[-1], 4.1 if at == 0 else 3.6, "on_accent"))
    drawing.add(mark(shape, *drawn[-1], 3.0 if at == 0 else 2.5, color))
    return End(drawn[-1][1], end[0], series.name, color)


def _points(series: Series, centers: list[float], field: Plot) -> list[Point | None]:
    found = [value(series, i) for i in range(len(centers))]
    return [
        None if number is None else (x, field.scale.at(number))
        for x, number in zip(centers, found, strict=True)
    ]


def _centers(field: Plot, count: int) -> list[float]:
    left, right = field.left + 4, field.right - 4
    if count < 2:  # noqa: PLR2004  one point stands in the middle
        return [(left + right) / 2] * count
    return [left + (right - left) * i / (count - 1) for i in range(count)]


def _last_text(series: Series, unit: str) -> str:
    known = [i for i, number in enumerate(series.values) if number is not None]
    if not known:
        return ""
    only = Series(series.name, series.values[: known[-1] + 1][-1:], series.labels[known[-1] :])
    return written(only, 0, unit)
