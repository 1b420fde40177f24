"""Bars, columns and stacks of a native chart."""

from roadmapper.document.keys import FILLS
from roadmapper.document.scale import number_text, places
from roadmapper.document.tree import Chart, ChartKind
from roadmapper.word.chart_book import Column, Table, clean
from roadmapper.word.chart_lines import limit_line, line_plot
from roadmapper.word.chart_xml import Ink, axis_ids, label_switches, labels, series
from roadmapper.word.ooxml import attribute

LABELLED_COLUMNS = 16  # with more columns their values would touch


def bar_plots(chart: Chart, table: Table, ink: Ink) -> str:
    """Return bars or columns; a limit is a line over columns, a grey bar with bars."""
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
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{axis_ids()}</c:barChart>'
    )
    if table.limit and not across:
        bars += line_plot([limit_line(len(parts), table, ink)])
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


def _bar_labels(chart: Chart, at: int, column: Column, ink: Ink) -> str:
    given = chart.series[at].labels
    stacked = chart.kind is ChartKind.STACKED
    crowded = len(chart.categories) * len(chart.series) > LABELLED_COLUMNS
    if (stacked and not given) or (chart.kind is ChartKind.COLUMNS and crowded):
        return ""
    color = "ink" if FILLS[at % len(FILLS)][1] or not stacked else "on_accent"
    place = "ctr" if stacked else "outEnd"
    decimals = places(column.values)
    own = "".join(
        f'<c:dLbl><c:idx val="{i}"/>{ink.rich(clean(text), color)}'
        f'<c:dLblPos val="{place}"/>{label_switches(value=True)}</c:dLbl>'
        for i, (text, number) in enumerate(zip(given, column.values, strict=False))
        if text
        and number is not None
        and (stacked or text != number_text(number, chart.unit, decimals))
    )
    common = (
        f"{_code(column)}{ink.text(color, strong=True)}"
        f'<c:dLblPos val="{place}"/>{label_switches(value=not stacked)}'
    )
    return labels(own, common)


def _code(column: Column) -> str:
    return f'<c:numFmt formatCode="{attribute(column.code)}" sourceLinked="0"/>'
