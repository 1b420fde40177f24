"""A waterfall of a native chart: stacked columns on an unseen foot, named by an unseen line."""

from roadmapper.document.scale import written
from roadmapper.document.tree import Chart
from roadmapper.document.waterfall import falls, look_of
from roadmapper.word.book_columns import Column
from roadmapper.word.chart_book import Table, clean
from roadmapper.word.chart_lines import line_plot
from roadmapper.word.chart_xml import Ink, axis_ids, label_switches, labels, series

_LEVEL, _FOOT, _ABOVE, _BELOW, _TOP = range(5)


def waterfall_plots(chart: Chart, table: Table, ink: Ink) -> str:
    """Return the columns of a waterfall, and the line that carries their amounts."""
    if not table.worked:
        return f'<c:barChart><c:barDir val="col"/><c:varyColors val="0"/>{axis_ids()}</c:barChart>'
    unseen = f'{ink.shape("")}<c:invertIfNegative val="0"/>'
    looks = f'{ink.shape("accent")}<c:invertIfNegative val="0"/>{_points(chart, ink)}'
    parts = [
        series(0, table.worked[_FOOT], table.names, unseen),
        series(1, table.worked[_ABOVE], table.names, looks),
        series(2, table.worked[_BELOW], table.names, looks),
    ]
    bars = (
        '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{"".join(parts)}<c:gapWidth val="50"/><c:overlap val="100"/>{axis_ids()}</c:barChart>'
    )
    return bars + line_plot([_amounts(chart, table.worked[_TOP], table, ink)])


def _points(chart: Chart, ink: Ink) -> str:
    """Return the look of each column: what is added, what is taken, a total."""
    return "".join(
        f'<c:dPt><c:idx val="{one.at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{ink.shape(*look_of(one))}</c:dPt>"
        for one in falls(chart)
    )


def _amounts(chart: Chart, top: Column, table: Table, ink: Ink) -> str:
    """Return the unseen line over the columns whose labels say the amounts."""
    own = "".join(
        f'<c:dLbl><c:idx val="{one.at}"/>'
        f"{ink.rich(clean(written(chart.series[0], one.at, chart.unit)), 'ink')}"
        f'<c:dLblPos val="t"/>{label_switches(value=True)}</c:dLbl>'
        for one in falls(chart)
    )
    look = ink.stroke("", 0) + '<c:marker><c:symbol val="none"/></c:marker>'
    said = labels(own, label_switches(value=False))
    return series(3, top, table.names, look + said, '<c:smooth val="0"/>')
