"""Charts that Word can edit: the chart part and the workbook behind it, from the tree's numbers."""

from dataclasses import dataclass

from roadmapper.document.plot import STEPS
from roadmapper.document.style import Style
from roadmapper.document.tree import Chart, ChartKind
from roadmapper.word.chart_bars import ACROSS, bar_plots
from roadmapper.word.chart_book import Table, table_of
from roadmapper.word.chart_lines import FIELD, TOP, line_plots, steps_of
from roadmapper.word.chart_waterfall import waterfall_plots
from roadmapper.word.chart_xml import Ink, category_axis, inner_layout, value_axis
from roadmapper.word.ooxml import DECLARATION, NAMESPACES
from roadmapper.word.workbook import workbook

NATIVE_KINDS = frozenset(ChartKind) - {ChartKind.RANGE, ChartKind.DUMBBELL}
_KEYED = frozenset({ChartKind.BARS, ChartKind.COLUMNS, ChartKind.STACKED, ChartKind.TORNADO})
NAMES_ON_AXIS = 8
CROWDED = 12  # names on an axis


@dataclass(frozen=True, slots=True)
class ChartParts:
    """The parts of a native chart; inside the chart the workbook is known as rId1."""

    xml: bytes
    workbook: bytes


def chart_parts(chart: Chart, style: Style) -> ChartParts:
    """Return the chart part and its workbook for a kind that Word has."""
    table = table_of(chart)
    return ChartParts(_chart_xml(chart, table, style), workbook(table, style))


def _chart_xml(chart: Chart, table: Table, style: Style) -> bytes:
    ink = Ink(style)
    across = chart.kind in ACROSS
    lines = chart.kind in {ChartKind.LINE, ChartKind.AREA}
    plots = _plots(chart, table, ink)
    layout = inner_layout(0.1, TOP, 0.68, FIELD) if lines else "<c:layout/>"
    ordered = lines or chart.kind is ChartKind.HISTOGRAM
    skip = _skip(len(table.names)) if ordered and all(table.names) else 1
    crosses = chart.limit.value if chart.limit and chart.kind is ChartKind.TORNADO else None
    axes = category_axis(ink, across, len(table.names) > CROWDED, skip, crosses)
    fixed = chart.kind in {ChartKind.LINE, ChartKind.TORNADO}
    steps = steps_of(chart)
    axes += value_axis(ink, steps, chart.unit, across=across, lines=lines, fixed=fixed)
    body = (
        '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{layout}{plots}{axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'{_legend(chart, ink)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{ink.text('ink')}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
    )
    return f"{DECLARATION}<c:chartSpace {NAMESPACES}>{body}</c:chartSpace>".encode()


def _plots(chart: Chart, table: Table, ink: Ink) -> str:
    match chart.kind:
        case ChartKind.LINE | ChartKind.AREA:
            return line_plots(chart, table, ink)
        case ChartKind.WATERFALL:
            return waterfall_plots(chart, table, ink)
        case _:
            return bar_plots(chart, table, ink)


def _skip(names: int) -> int:
    """Return of how many names one is shown, so that quarters, halves and years fall on a name."""
    return next((step for step in STEPS if names <= NAMES_ON_AXIS * step), STEPS[-1])


def _legend(chart: Chart, ink: Ink) -> str:
    """Return a key for filled series, which Word cannot name at their ends."""
    bars = chart.kind in _KEYED
    # The limit of horizontal bars is named beside a tick; that of a tornado is where bars begin.
    limited = chart.limit and chart.kind not in ACROSS
    several = len(chart.series) > 1 or limited
    if not (bars and several):
        return ""
    place = "r" if chart.kind is ChartKind.STACKED else "t"
    unseen = (
        f'<c:legendEntry><c:idx val="{len(chart.series)}"/><c:delete val="1"/></c:legendEntry>'
        if chart.limit and chart.kind is ChartKind.BARS
        else ""
    )
    return (
        f'<c:legend><c:legendPos val="{place}"/>{unseen}<c:overlay val="0"/>'
        f"{ink.text('ink2')}</c:legend>"
    )
