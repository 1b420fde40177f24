"""What a chart says at one place: its category, and each series with its value. No Qt."""

from collections.abc import Iterator, Sequence

from roadmapper.document.scale import written
from roadmapper.document.tree import Chart


def values_at(chart: Chart, at: int) -> tuple[tuple[str, str], ...]:
    """Return name and value of each series at a category; those without a value say nothing."""
    told = ((series.name, written(series, at, chart.unit)) for series in chart.series)
    return tuple((name, text) for name, text in told if text)


def told_at(chart: Chart, at: int) -> str:
    """Return what a screen reader says of a category."""
    values = ", ".join(f"{name} {text}".strip() for name, text in values_at(chart, at))
    return f"{chart.categories[at]}: {values}" if values else chart.categories[at]


def table_of(chart: Chart) -> tuple[Sequence[str], tuple[Sequence[str], ...]]:
    """Return a chart as a table: its head, and a row for each category."""
    head = ("", *(series.name for series in chart.series))
    return head, tuple(_rows(chart))


def _rows(chart: Chart) -> Iterator[Sequence[str]]:
    for at, name in enumerate(chart.categories):
        yield name, *(written(series, at, chart.unit) for series in chart.series)
