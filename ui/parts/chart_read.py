"""What a chart says at one place: its category, and each series with its value. No Qt."""

from collections.abc import Iterator, Sequence

from roadmapper.document.scale import number_text, value, written
from roadmapper.document.tree import Chart, Series


def values_at(chart: Chart, at: int) -> tuple[tuple[str, str], ...]:
    """Return name and value of each series at a category; those without a value say nothing."""
    told = ((_begun(series.name), _written(chart, series, at)) for series in chart.series)
    return tuple((name, text) for name, text in told if text)


def told_at(chart: Chart, at: int) -> str:
    """Return what a screen reader says of a category."""
    told = ((series.name, _written(chart, series, at)) for series in chart.series)
    values = ", ".join(f"{name} {text}".strip() for name, text in told if text)
    return f"{chart.categories[at]}: {values}" if values else chart.categories[at]


def table_of(chart: Chart) -> tuple[Sequence[str], tuple[Sequence[str], ...]]:
    """Return a chart as a table: its head, and a row for each category."""
    head = ("", *(_begun(series.name) for series in chart.series))
    return head, tuple(_rows(chart))


def _rows(chart: Chart) -> Iterator[Sequence[str]]:
    for at, name in enumerate(chart.categories):
        yield name, *(_written(chart, series, at) for series in chart.series)


def _begun(name: str) -> str:
    """Return a name as it begins a line; beside its number in the chart it stands in the middle."""
    return f"{name[:1].upper()}{name[1:]}"


def _written(chart: Chart, series: Series, at: int) -> str:
    """Return a value with as many decimals as its chart has them."""
    number = value(series, at)
    has_label = at < len(series.labels) and series.labels[at]
    if has_label or number is None or chart.places is None:
        return written(series, at, chart.unit)
    return number_text(number, chart.unit, chart.places)
