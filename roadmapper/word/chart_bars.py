"""Bars, columns and stacks of a native chart."""

from decimal import Decimal

from roadmapper.document.keys import FILLS
from roadmapper.document.money_charts import NET_LOSS
from roadmapper.document.scale import decimals_of, number_text, values_of
from roadmapper.document.tree import Chart, ChartKind
from roadmapper.word.book_columns import Column
from roadmapper.word.chart_book import Table, clean
from roadmapper.word.chart_lines import limit_line, line_plot, stack_ends
from roadmapper.word.chart_xml import Ink, axis_ids, label_switches, labels, series
from roadmapper.word.ooxml import attribute

_ALMOST_NONE = 0.01  # percent of the limit: how long the error bar is whose end is the tick
_HOLDS_LABEL = Decimal("0.3")  # of the longest bar: how long one is that holds its label
LABELLED_COLUMNS = 16  # with more columns their values would touch
ACROSS = frozenset({ChartKind.BARS, ChartKind.TORNADO})
_UNLABELLED = Decimal("0.08")  # of the highest stack: a part too low for its value


def bar_plots(chart: Chart, table: Table, ink: Ink) -> str:
    """Return bars or columns; a limit is a line over columns, a tick on each bar that lies."""
    across = chart.kind in ACROSS
    stacked = chart.kind is ChartKind.STACKED
    parts = [
        series(i, column, table.names, _look(chart, i, column, ink))
        for i, column in enumerate(table.columns)
    ]
    over = across and table.limit is not None and len(table.columns) == 1
    line = ""
    if table.limit and chart.kind is ChartKind.BARS:
        parts.append(series(len(parts), table.limit, table.names, _tick(table, ink)))
    elif table.limit and not across:
        line = line_plot([limit_line(len(parts), table, ink)])
    together = stacked or over or chart.kind is ChartKind.TORNADO
    return (
        f'<c:barChart><c:barDir val="{"bar" if across else "col"}"/><c:grouping'
        f' val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{"".join(parts)}'
        f'<c:gapWidth val="{_gap(chart)}"/><c:overlap val="{100 if together else -8}"/>'
        f"{axis_ids()}</c:barChart>{line}"
    )


def _gap(chart: Chart) -> int:
    """Return the room between columns in percent of one; those of a histogram touch."""
    if chart.kind is ChartKind.HISTOGRAM:
        return 4
    return 60 if len(chart.categories) < LABELLED_COLUMNS else 30


def _tick(table: Table, ink: Ink) -> str:
    """Return the look of a limit over bars: the end of an unseen bar's error bar, named once.

    Neither Word nor LibreOffice draws an upright line over bars that lie.
    """
    named = (
        f'<c:dLbl><c:idx val="{_freest(table)}"/>{ink.text("ink2")}<c:dLblPos val="outEnd"/>'
        f"{label_switches(value=False, name=True)}</c:dLbl>"
    )
    error_bar = (
        '<c:errBars><c:errBarType val="plus"/><c:errValType val="percentage"/>'
        f'<c:noEndCap val="0"/><c:val val="{_ALMOST_NONE}"/>{ink.stroke("ink", 1.5)}</c:errBars>'
    )
    return _bar_look(ink, "", "") + labels(named, label_switches(value=False)) + error_bar


def _freest(table: Table) -> int:
    """Return the bar that leaves most room for the limit's name: none, or the shortest."""
    lengths = [
        max((value for value in row if value is not None), default=Decimal("-Infinity"))
        for row in zip(*(column.values for column in table.columns), strict=True)
    ]
    return lengths.index(min(lengths)) if lengths else 0


def _look(chart: Chart, at: int, column: Column, ink: Ink) -> str:
    fill, stroke = _fill(chart, at)
    return _bar_look(ink, fill, stroke) + _gold(chart, ink) + _bar_labels(chart, at, column, ink)


def _fill(chart: Chart, at: int) -> tuple[str, str]:
    """Return fill and stroke of a series; the low end of a tornado is the light one."""
    if chart.kind is ChartKind.TORNADO:
        return FILLS[(at + 1) % 2]
    return FILLS[at % len(FILLS)]


def _bar_look(ink: Ink, fill: str, stroke: str) -> str:
    return f'{ink.shape(fill, stroke)}<c:invertIfNegative val="0"/>'


def _gold(chart: Chart, ink: Ink) -> str:
    points = sorted(i for i in set(chart.emphasised) if 0 <= i < len(chart.categories))
    if chart.kind in {ChartKind.STACKED, ChartKind.TORNADO}:
        return ""
    look = ("gold_tint", "gold") if chart.kind is ChartKind.HISTOGRAM else ("gold", "")
    return "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{ink.shape(*look)}</c:dPt>"
        for i in points
    )


def _bar_labels(chart: Chart, at: int, column: Column, ink: Ink) -> str:
    given = chart.series[at].labels
    stacked = chart.kind is ChartKind.STACKED
    crowded = len(chart.categories) * len(chart.series) > LABELLED_COLUMNS
    many = crowded and chart.kind is ChartKind.COLUMNS
    if (stacked and not given) or many or chart.kind is ChartKind.HISTOGRAM:
        return ""
    if chart.kind is ChartKind.TORNADO:
        return _end_labels(chart, column, ink)
    color = "ink" if _fill(chart, at)[1] or not stacked else "on_accent"
    place = "ctr" if stacked else "outEnd"
    inside, base = _inside(chart, column)
    decimals = decimals_of(chart, column.values)
    least = _least_labelled(chart)
    own = ""
    for i, number in enumerate(column.values):
        text = given[i] if i < len(given) and number is not None else ""
        plain = number is not None and text == number_text(number, chart.unit, decimals)
        if stacked and number is not None and abs(number) < least:
            continue
        if plain and stacked:
            own += _own_label(ink, i, "", _code(column), (color, place))
        elif plain:
            continue
        elif i in inside:
            own += _own_label(ink, i, text, _code(column), ("on_accent", base))
        elif text:
            own += _own_label(ink, i, text, "", (color, place))
    common = (
        f"{_code(column)}{ink.text(color, strong=True)}"
        f'<c:dLblPos val="{place}"/>{label_switches(value=not stacked)}'
    )
    return labels(own, common)


def _end_labels(chart: Chart, column: Column, ink: Ink) -> str:
    """Return the results at the ends of a tornado; what is no bar says nothing, a loss says so."""
    middle = chart.limit.value if chart.limit else None
    none = "".join(
        f'<c:dLbl><c:idx val="{i}"/><c:delete val="1"/></c:dLbl>'
        for i, number in enumerate(column.values)
        if number is not None and number == middle
    )
    positive, negative, *rest = column.code.split(";")
    code = attribute(";".join((positive, f'{negative}" {NET_LOSS}"', *rest)))
    common = (
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/>{ink.text("ink", strong=True)}'
        f'<c:dLblPos val="outEnd"/>{label_switches(value=True)}'
    )
    return labels(none, common)


def _least_labelled(chart: Chart) -> Decimal:
    """Return how high a part of a stack has to be so that its value fits."""
    highest = max((abs(one) for one in stack_ends(chart)), default=Decimal(0))
    return highest * _UNLABELLED


def _own_label(ink: Ink, at: int, text: str, code: str, look: tuple[str, str]) -> str:
    """Return the label of one bar: a text, or its number in this format."""
    color, place = look
    said = ink.rich(clean(text), color) if text else code + ink.text(color, strong=True)
    return (
        f'<c:dLbl><c:idx val="{at}"/>{said}'
        f'<c:dLblPos val="{place}"/>{label_switches(value=True)}</c:dLbl>'
    )


def _inside(chart: Chart, column: Column) -> tuple[set[int], str]:
    """Return the bars that hold their label, and where, so that no limit's tick stands on it."""
    only = chart.kind is ChartKind.BARS and len(chart.series) == 1
    if not (only and chart.limit):
        return set(), ""
    longest = max((one for one in values_of(chart) if one > 0), default=Decimal(0))
    least = longest * _HOLDS_LABEL
    held = {i for i, one in enumerate(column.values) if one is not None and 0 < least <= one}
    return held, "inBase" if chart.limit.value >= least else "inEnd"


def _code(column: Column) -> str:
    return f'<c:numFmt formatCode="{attribute(column.code)}" sourceLinked="0"/>'
