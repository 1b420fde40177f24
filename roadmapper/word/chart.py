"""Charts that Word can edit: the chart part and the workbook behind it, with the numbers of the tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.keys import FILLS, LINES, SHAPES
from roadmapper.document.line_charts import line_series
from roadmapper.document.scale import values_of
from roadmapper.document.style import Style
from roadmapper.document.tree import Chart, ChartKind, Series
from roadmapper.word.chart_book import Column, Table, clean, table_of, workbook
from roadmapper.word.chart_xml import (
    CATEGORY_AXIS,
    DASHES,
    VALUE_AXIS,
    Ink,
    category_axis,
    inner_layout,
    label_switches,
    labels,
    series,
    value_axis,
)
from roadmapper.word.ooxml import DECLARATION, NAMESPACES, attribute

NATIVE_KINDS = frozenset(
    {ChartKind.BARS, ChartKind.COLUMNS, ChartKind.STACKED, ChartKind.LINE, ChartKind.AREA}
)
LABELLED_COLUMNS = 16  # with more columns their values would touch
NAMES_ON_AXIS = 8


@dataclass(frozen=True, slots=True)
class ChartParts:
    """The parts of a native chart; inside the chart the workbook is known as rId1."""

    xml: bytes
    workbook: bytes


def chart_parts(chart: Chart, style: Style) -> ChartParts:
    """Return the chart part and its workbook for a kind that Word has."""
    table = table_of(chart)
    return ChartParts(_chart_xml(chart, table, style), workbook(table))


def _chart_xml(chart: Chart, table: Table, style: Style) -> bytes:
    ink = Ink(style)
    across = chart.kind is ChartKind.BARS
    lines = chart.kind in {ChartKind.LINE, ChartKind.AREA}
    plots = _line_plots(chart, table, ink) if lines else _bar_plots(chart, table, ink)
    layout = inner_layout(0.1, 0.05, 0.68, 0.8) if lines else "<c:layout/>"
    skip = -(-len(table.names) // NAMES_ON_AXIS) if lines and all(table.names) else 1
    axes = category_axis(ink, across, skip)
    axes += value_axis(ink, _bounds(chart), chart.unit, across, middle=lines)
    body = (
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{layout}{plots}{axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'{_legend(chart, ink)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{ink.text('ink')}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    )
    return f"{DECLARATION}<c:chartSpace {NAMESPACES}>{body}</c:chartSpace>".encode()


def _bounds(chart: Chart) -> list[Decimal]:
    """Return the numbers that the value axis has to hold."""
    found = values_of(chart) or [Decimal(0)]
    if chart.kind is not ChartKind.STACKED:
        return found
    for i in range(len(chart.categories)):
        numbers = [s.values[i] for s in chart.series if i < len(s.values)]
        known = [number for number in numbers if number is not None]
        found.append(sum((n for n in known if n > 0), Decimal(0)))
        found.append(sum((n for n in known if n < 0), Decimal(0)))
    return found


# --- bars and columns -------------------------------------------------------------------------------------------------


def _bar_plots(chart: Chart, table: Table, ink: Ink) -> str:
    """Return bars or columns; a limit is a line over columns, a grey bar behind a single row of bars."""
    across = chart.kind is ChartKind.BARS
    behind = across and table.limit is not None and len(table.columns) == 1
    stacked = chart.kind is ChartKind.STACKED
    parts = []
    if table.limit and across:
        parts.append(series(0, table.limit, table.names, _bar_look(ink, "line2", "")))
    for i, column in enumerate(table.columns):
        fill, stroke = FILLS[i % len(FILLS)]
        middle = (
            _bar_look(ink, fill, stroke) + _gold(chart, ink) + _bar_labels(chart, i, column, ink)
        )
        parts.append(series(len(parts), column, table.names, middle))
    overlap = 100 if stacked or behind else -8
    gap = 60 if len(chart.categories) < LABELLED_COLUMNS else 30
    bars = (
        f'<c:barChart><c:barDir val="{"bar" if across else "col"}"/><c:grouping'
        f' val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{"".join(parts)}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{_axis_ids()}</c:barChart>'
    )
    if table.limit and not across:
        bars += _lines([_limit_line(len(parts), table, ink)])
    return bars


def _bar_look(ink: Ink, fill: str, stroke: str) -> str:
    return f'{ink.shape(fill, stroke)}<c:invertIfNegative val="0"/>'


def _gold(chart: Chart, ink: Ink) -> str:
    points = sorted(i for i in set(chart.emphasised) if 0 <= i < len(chart.categories))
    if chart.kind is ChartKind.STACKED:
        return ""
    return "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{ink.shape('gold')}</c:dPt>"
        for i in points
    )


def _bar_labels(chart: Chart, number: int, column: Column, ink: Ink) -> str:
    given = chart.series[number].labels
    stacked = chart.kind is ChartKind.STACKED
    crowded = len(chart.categories) * len(chart.series) > LABELLED_COLUMNS
    if (stacked and not given) or (chart.kind is ChartKind.COLUMNS and crowded):
        return ""
    color = "ink" if FILLS[number % len(FILLS)][1] or not stacked else "on_accent"
    place = "ctr" if stacked else "outEnd"
    own = "".join(
        f'<c:dLbl><c:idx val="{i}"/>{ink.rich(clean(text), color)}'
        f'<c:dLblPos val="{place}"/>{label_switches(value=True)}</c:dLbl>'
        for i, text in enumerate(given[: len(column.values)])
        if text and column.values[i] is not None
    )
    common = (
        f"{_code(column)}{ink.text(color, strong=True)}"
        f'<c:dLblPos val="{place}"/>{label_switches(value=not stacked)}'
    )
    return labels(own, common)


# --- lines and areas --------------------------------------------------------------------------------------------------


def _line_plots(chart: Chart, table: Table, ink: Ink) -> str:
    areas = _areas(chart, table, ink)
    lines = []
    for i, at in enumerate(line_series(chart)):
        middle = _line_look(i, chart.series[at], table.columns[at], ink)
        number = len(areas) + i
        lines.append(series(number, table.columns[at], table.names, middle, '<c:smooth val="0"/>'))
    if table.limit:
        lines.append(_limit_line(len(areas) + len(lines), table, ink))
    return _area_plot(areas) + (_lines(lines) if lines else "")


def _areas(chart: Chart, table: Table, ink: Ink) -> list[str]:
    """Return the filled series: one from zero, or a see-through low edge with the band stacked on it."""
    if chart.kind is not ChartKind.AREA or not table.columns:
        return []
    if table.span is None:
        return [series(0, table.columns[0], table.names, ink.shape("accent", percent=14))]
    return [
        series(0, table.columns[0], table.names, ink.shape("")),
        series(1, table.span.column, table.names, ink.shape("accent", percent=14)),
    ]


def _area_plot(areas: Sequence[str]) -> str:
    if not areas:
        return ""
    grouping = "stacked" if len(areas) > 1 else "standard"
    return (
        f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{"".join(areas)}'
        f"{_axis_ids()}</c:areaChart>"
    )


def _line_look(number: int, shown: Series, column: Column, ink: Ink) -> str:
    """Return line, mark and label: the last point carries the name of the series and its value."""
    color, _ = LINES[number % len(LINES)]
    width = 1.8 if number == 0 else 1.3
    look = ink.stroke(color, width, DASHES[number % len(DASHES)])
    look += '<c:marker><c:symbol val="none"/></c:marker>'
    known = [i for i, value in enumerate(column.values) if value is not None]
    if not known:
        return look
    symbol = SHAPES[number % len(SHAPES)]
    mark = f'<c:marker><c:symbol val="{symbol}"/><c:size val="6"/>{ink.shape(color)}</c:marker>'
    line = ink.stroke(color, width, DASHES[number % len(DASHES)])
    point = f'<c:dPt><c:idx val="{known[-1]}"/>{mark}<c:bubble3D val="0"/>{line}</c:dPt>'
    return look + point + _end_label(known[-1], shown, column, color, ink)


def _end_label(at: int, shown: Series, column: Column, color: str, ink: Ink) -> str:
    text = shown.labels[at] if at < len(shown.labels) else ""
    rich = ink.rich(f"{column.name}, {clean(text)}", color) if text else ""
    font = "" if rich else f"{_code(column)}{ink.text(color, strong=True)}"
    switches = label_switches(value=True, name=True)
    own = (
        f'<c:dLbl><c:idx val="{at}"/>{rich}{font}<c:dLblPos val="r"/>{switches}'
        "<c:separator>, </c:separator></c:dLbl>"
    )
    return labels(own, label_switches(value=False))


def _limit_line(number: int, table: Table, ink: Ink) -> str:
    """Return the limit as a dotted line named at its last point."""
    if table.limit is None or not table.names:
        return ""
    end = (
        f'<c:dLbl><c:idx val="{len(table.names) - 1}"/>{ink.text("ink2")}<c:dLblPos val="r"/>'
        f"{label_switches(value=False, name=True)}</c:dLbl>"
    )
    look = f'{ink.stroke("ink", 0.9, "sysDot")}<c:marker><c:symbol val="none"/></c:marker>'
    middle = look + labels(end, label_switches(value=False))
    return series(number, table.limit, table.names, middle, '<c:smooth val="0"/>')


def _lines(parts: Sequence[str]) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(parts)}'
        f'<c:marker val="1"/>{_axis_ids()}</c:lineChart>'
    )


# --- shared -----------------------------------------------------------------------------------------------------------


def _legend(chart: Chart, ink: Ink) -> str:
    """Return a key for filled series, which Word cannot name at their ends."""
    bars = chart.kind in {ChartKind.BARS, ChartKind.COLUMNS, ChartKind.STACKED}
    several = len(chart.series) > 1 or (chart.kind is ChartKind.BARS and chart.limit)
    if not (bars and several):
        return ""
    place = "r" if chart.kind is ChartKind.STACKED else "t"
    return (
        f'<c:legend><c:legendPos val="{place}"/><c:overlay val="0"/>{ink.text("ink2")}</c:legend>'
    )


def _axis_ids() -> str:
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def _code(column: Column) -> str:
    return f'<c:numFmt formatCode="{attribute(column.code)}" sourceLinked="0"/>'
