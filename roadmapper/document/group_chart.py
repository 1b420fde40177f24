"""The results of a model by group of patients, as a chart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from roadmapper.document.card import Card
from roadmapper.document.tree import Chart, ChartKind, Limit, Series
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import number

_TABLE = "fairness_metrics"


def group_chart(card: Card) -> Chart | None:
    """Return the chart of the first measure with several groups; None if too few have a value."""
    rows = card.rows(_TABLE)
    metrics = [card.raw(row, "metric") for row in rows]
    first = next((one for one in metrics if metrics.count(one) > 1), "")
    chosen = [row for row, metric in zip(rows, metrics, strict=True) if metric == first and first]
    values = [number(card.raw(row, "value")) for row in chosen]
    if len([one for one in values if one is not None]) > 1:
        return _chart(card, first, chosen, values)
    return None


def group_charts(card: Card) -> Iterator[Chart]:
    """Yield a chart for each measure, with numbers of cases, and intervals if all have one."""
    rows = card.rows(_TABLE)
    for metric in dict.fromkeys(card.raw(row, "metric") for row in rows):
        chosen = [row for row in rows if card.raw(row, "metric") == metric]
        values = [number(card.raw(row, "value")) for row in chosen]
        if metric and len([one for one in values if one is not None]) > 1:
            yield _with_intervals(card, chosen, _chart(card, metric, chosen, values))


def _chart(
    card: Card, metric: str, rows: Sequence[AnswerPath], values: Sequence[Decimal | None]
) -> Chart:
    groups = tuple(card.cell(row, "group") for row in rows)
    labels = tuple(card.measure(row) for row in rows)
    limit = number(card.raw(rows[0], "limit").lstrip("<>=\u2264\u2265 "))
    told = "; ".join(f"{group} {label}" for group, label in zip(groups, labels, strict=True))
    weakest = card.weakest()
    return Chart(
        key=f"groups-{card.row}",
        kind=ChartKind.BARS,
        title=f"{metric} by patient group",
        categories=groups,
        series=(Series(metric, tuple(values), labels),),
        alt=f"{metric} of {card.name} by patient group: {told}.",
        subtitle="The limit is the value that starts an action." if limit is not None else "",
        unit=card.raw(rows[0], "unit"),
        limit=Limit(limit, "Limit") if limit is not None else None,
        emphasised=tuple(
            place
            for place, group in enumerate(groups)
            if weakest and weakest.startswith(f"{group},")
        ),
    )


def _with_intervals(card: Card, rows: Sequence[AnswerPath], chart: Chart) -> Chart:
    """Return a chart that also says how many cases stand behind a result, and how sure it is."""
    (series,) = chart.series
    sizes = [card.shown(row, "n") for row in rows]
    labels = tuple(
        "Not measured" if value is None else f"{label}, n = {size}" if size else label
        for label, size, value in zip(series.labels, sizes, series.values, strict=True)
    )
    ends = [[number(card.raw(row, end)) for row in rows] for end in ("lower", "upper")]
    known = zip(series.values, *ends, strict=True)
    if not all(value is None or None not in (low, high) for value, low, high in known):
        return replace(chart, series=(replace(series, labels=labels),))
    low, high = (Series(series.name, tuple(values)) for values in ends)
    told = (low, replace(series, name="Result", labels=labels), high)
    return replace(chart, kind=ChartKind.RANGE, series=told)
