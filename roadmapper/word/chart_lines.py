"""Lines and areas of a native chart: each line is named at its last point."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.keys import LINES, SHAPES
from roadmapper.document.line_charts import line_series
from roadmapper.document.plot import spread
from roadmapper.document.scale import Scale, number_text, ticks, values_of
from roadmapper.document.tree import Chart, ChartKind, Series
from roadmapper.document.waterfall import falls
from roadmapper.word.book_columns import Column
from roadmapper.word.chart_book import Table, clean
from roadmapper.word.chart_xml import (
    DASHES,
    Ink,
    axis_ids,
    label_switches,
    labels,
    moved,
    series,
)
from roadmapper.word.ooxml import attribute

TOP, FIELD = 0.05, 0.8  # where the field begins and how high it is, as shares of the chart
_NAMED = Decimal("0.2")  # of a tornado's width: the room of a label beside its longest bar
LABEL = 0.105  # how high a label of two lines is, as a share of the chart


def line_plots(chart: Chart, table: Table, ink: Ink) -> str:
    """Return areas, if any, and the lines over them."""
    areas = _areas(chart, table, ink)
    moves = _moves(chart)
    lines = []
    for i, at in enumerate(line_series(chart)):
        shown = _Line(i, chart.series[at], table.columns[at], chart, moves.get(at, 0))
        number = len(areas) + i
        middle = _line_look(shown, ink)
        lines.append(series(number, shown.column, table.names, middle, '<c:smooth val="0"/>'))
    if table.limit:
        lines.append(limit_line(len(areas) + len(lines), table, ink, moves.get(-1, 0)))
    return _area_plot(areas) + (line_plot(lines) if lines else "")


def _moves(chart: Chart) -> dict[int, float]:
    """Return how far the name of each line (-1: the limit) moves so that none covers another."""
    scale = Scale(steps_of(chart), TOP + FIELD, TOP)
    ends = {at: _last(chart.series[at].values) for at in line_series(chart)}
    places = {at: scale.at(end[1]) for at, end in ends.items() if end}
    if chart.limit:
        places[-1] = scale.at(chart.limit.value)
    order = sorted(places, key=lambda at: places[at])
    centers = [places[at] for at in order]
    tops = spread(centers, [LABEL] * len(order), (0, 1))
    return {
        at: top + LABEL / 2 - center for at, top, center in zip(order, tops, centers, strict=True)
    }


def _last(values: Sequence[Decimal | None]) -> tuple[int, Decimal] | None:
    """Return the last known value and its place."""
    known = [(i, number) for i, number in enumerate(values) if number is not None]
    return known[-1] if known else None


def _areas(chart: Chart, table: Table, ink: Ink) -> list[str]:
    """Return the filled series: one from zero, or a band stacked on its unseen low edge."""
    if chart.kind is not ChartKind.AREA or not table.columns:
        return []
    if not table.worked:
        return [series(0, table.columns[0], table.names, ink.shape("accent", percent=14))]
    return [
        series(0, table.columns[0], table.names, ink.shape("")),
        series(1, table.worked[0], table.names, ink.shape("accent", percent=14)),
    ]


def _area_plot(areas: Sequence[str]) -> str:
    if not areas:
        return ""
    grouping = "stacked" if len(areas) > 1 else "standard"
    return (
        f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{"".join(areas)}'
        f"{axis_ids()}</c:areaChart>"
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its number among the lines, its series and column, and how far its name moves."""

    number: int
    series: Series
    column: Column
    chart: Chart
    move: float


def _line_look(line: _Line, ink: Ink) -> str:
    """Return line, mark and label: the last point carries the name of the series and its value."""
    color, _ = LINES[line.number % len(LINES)]
    width = 1.8 if line.number == 0 else 1.3
    stroke = ink.stroke(color, width, DASHES[line.number % len(DASHES)])
    look = stroke + '<c:marker><c:symbol val="none"/></c:marker>'
    end = _last(line.column.values)
    if end is None:
        return look
    symbol = SHAPES[line.number % len(SHAPES)]
    mark = f'<c:marker><c:symbol val="{symbol}"/><c:size val="6"/>{ink.shape(color)}</c:marker>'
    point = f'<c:dPt><c:idx val="{end[0]}"/>{mark}<c:bubble3D val="0"/>{stroke}</c:dPt>'
    flag = _flag(line, end[0], ink)
    own = _flag_label(line, ink) if flag else ""
    ended = _end_label(line, end, color, ink)
    return look + flag + point + labels(own + ended, label_switches(value=False))


def _flag(line: _Line, last: int, ink: Ink) -> str:
    """Return the open circle on the main line where its flag stands, empty if it has none."""
    flag = line.chart.flag
    if line.number or flag is None or not 0 <= flag.at < last:
        return ""
    hollow = f'<c:marker><c:symbol val="circle"/><c:size val="8"/>{ink.shape("on_accent", "ink")}'
    color = LINES[0][0]
    return (
        f'<c:dPt><c:idx val="{int(flag.at)}"/>{hollow}</c:marker><c:bubble3D val="0"/>'
        f"{ink.stroke(color, 1.8)}</c:dPt>"
    )


def _flag_label(line: _Line, ink: Ink) -> str:
    flag = line.chart.flag
    if flag is None:
        return ""
    return (
        f'<c:dLbl><c:idx val="{int(flag.at)}"/>{ink.rich(clean(flag.label), "ink")}'
        f'<c:dLblPos val="t"/>{label_switches(value=True)}</c:dLbl>'
    )


def _end_label(line: _Line, end: tuple[int, Decimal], color: str, ink: Ink) -> str:
    at, number = end
    given = line.series.labels[at] if at < len(line.series.labels) else ""
    own = given if given != number_text(number, line.chart.unit, line.chart.places) else ""
    rich = ink.rich(f"{line.column.name}, {clean(own)}", color) if own else ""
    code = attribute(line.column.code)
    look = rich or f'<c:numFmt formatCode="{code}" sourceLinked="0"/>{ink.text(color, strong=True)}'
    return (
        f'<c:dLbl><c:idx val="{at}"/>{moved(line.move)}{look}'
        f'<c:dLblPos val="r"/>{label_switches(value=True, name=True)}'
        "<c:separator>, </c:separator></c:dLbl>"
    )


def limit_line(number: int, table: Table, ink: Ink, move: float | None = None) -> str:
    """Return the limit as a dotted line, named at its last point if it is told how far to move."""
    if table.limit is None or not table.names:
        return ""
    look = f'{ink.stroke("ink", 0.9, "sysDot")}<c:marker><c:symbol val="none"/></c:marker>'
    if move is not None:
        end = (
            f'<c:dLbl><c:idx val="{len(table.names) - 1}"/>{moved(move)}{ink.text("ink2")}'
            f'<c:dLblPos val="r"/>{label_switches(value=False, name=True)}</c:dLbl>'
        )
        look += labels(end, label_switches(value=False))
    return series(number, table.limit, table.names, look, '<c:smooth val="0"/>')


def line_plot(parts: Sequence[str]) -> str:
    """Return the plot that holds these series of lines."""
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(parts)}'
        f'<c:marker val="1"/>{axis_ids()}</c:lineChart>'
    )


def steps_of(chart: Chart) -> tuple[Decimal, ...]:
    """Return the ticks of the value axis."""
    return ticks(_bounds(chart), zero=chart.kind is not ChartKind.LINE)


def _bounds(chart: Chart) -> list[Decimal]:
    """Return the numbers that the value axis has to hold."""
    if chart.kind is ChartKind.WATERFALL:
        return [bound for one in falls(chart) for bound in (one.start, one.end)] or [Decimal(0)]
    found = values_of(chart) or [Decimal(0)]
    if chart.kind is ChartKind.TORNADO:
        room = (max(found) - min(found)) * _NAMED
        found += [min(found) - room, max(found) + room]
    return [*found, *stack_ends(chart)]


def stack_ends(chart: Chart) -> list[Decimal]:
    """Return how far the stacks of a chart reach, upwards and downwards."""
    found: list[Decimal] = []
    if chart.kind is not ChartKind.STACKED:
        return found
    for i in range(len(chart.categories)):
        numbers = [s.values[i] for s in chart.series if i < len(s.values)]
        known = [number for number in numbers if number is not None]
        found.append(sum((n for n in known if n > 0), Decimal(0)))
        found.append(sum((n for n in known if n < 0), Decimal(0)))
    return found
