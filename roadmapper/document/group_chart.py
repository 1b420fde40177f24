"""The results of a model by group of patients as a chart: how sure, on how many, on which data."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from roadmapper.document.card import Card
from roadmapper.document.tree import Chart, ChartKind, Limit, Series
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import number

_TABLE = "fairness_metrics"
_MISSING = "Not measured"
_BRACKETS = "Cases in brackets"
_PAST = "past the limit we act"
_LIMIT = "The limit is the value that starts an action."


def group_chart(card: Card) -> Chart | None:
    """Return the first chart, narrow enough for half a page: numbers of cases are in brackets."""
    found = next(_measures(card), None)
    if found is None:
        return None
    rows, values = found
    chart = _chart(card, rows, values)
    groups = zip(rows, chart.categories, values, strict=True)
    sizes = [card.shown(row, "n") if value is not None else "" for row, _, value in groups]
    told = zip(chart.categories, sizes, strict=True)
    names = tuple(f"{group} ({size})" if size else group for group, size in told)
    notes = (_BRACKETS if any(sizes) else "", _PAST if chart.limit else "")
    note = "; ".join(filter(None, notes))
    note = f"{note[:1].upper()}{note[1:]}." if note else ""
    subtitle = " ".join(filter(None, (_tested_on(card, rows), note)))
    return _with_intervals(card, rows, replace(chart, categories=names, subtitle=subtitle))


def chart_names(card: Card) -> tuple[str, ...]:
    """Return what each chart of `group_charts` is told apart by: its measure, or also its data."""
    first = [rows[0] for rows, _ in _measures(card)]
    measures = [card.raw(row, "metric") for row in first]
    return tuple(
        name
        if measures.count(name) == 1
        else ", ".join(filter(None, (name, card.option(row, "data_role"))))
        for name, row in zip(measures, first, strict=True)
    )


def group_charts(card: Card) -> Iterator[Chart]:
    """Yield a chart for each measure, with numbers of cases, and intervals if all have one."""
    for rows, values in _measures(card):
        chart = _chart(card, rows, values)
        (series,) = chart.series
        told = zip(series.labels, _sizes(card, rows, values), strict=True)
        labels = tuple(f"{label}, {size}" if size else label for label, size in told)
        yield _with_intervals(card, rows, replace(chart, series=(replace(series, labels=labels),)))


_Values = tuple[Decimal | None, ...]


def _measures(card: Card) -> Iterator[tuple[list[AnswerPath], _Values]]:
    """Yield the rows of each measure on each kind of data, if two groups or more have a value."""
    rows = card.rows(_TABLE)
    kinds = [(card.raw(row, "metric"), card.raw(row, "data_role")) for row in rows]
    for kind in dict.fromkeys(kinds):
        chosen = [row for row, one in zip(rows, kinds, strict=True) if one == kind]
        values = tuple(number(card.raw(row, "value")) for row in chosen)
        if kind[0] and len([one for one in values if one is not None]) > 1:
            yield chosen, values


def _chart(card: Card, rows: Sequence[AnswerPath], values: _Values) -> Chart:
    metric = card.raw(rows[0], "metric")
    groups = tuple(card.cell(row, "group") for row in rows)
    pairs = zip(rows, values, strict=True)
    labels = tuple(_MISSING if value is None else card.measure(row) for row, value in pairs)
    limit = number(card.raw(rows[0], "limit").lstrip("<>=\u2264\u2265 "))
    weakest = card.weakest()
    return Chart(
        key=f"groups-{card.row}",
        kind=ChartKind.BARS,
        title=f"{metric} by patient group",
        categories=groups,
        series=(Series(metric, values, labels),),
        alt=f"{metric} of {card.name} by patient group: {'; '.join(_said(card, rows, values))}.",
        subtitle=" ".join(filter(None, (_tested_on(card, rows), _LIMIT if limit else ""))),
        unit=card.raw(rows[0], "unit"),
        limit=Limit(limit, "Limit") if limit is not None else None,
        emphasised=tuple(
            place
            for place, group in enumerate(groups)
            if weakest and weakest.startswith(f"{group},")
        ),
    )


def _tested_on(card: Card, rows: Sequence[AnswerPath]) -> str:
    """Return on which data, and when, as far as it is told."""
    role = card.raw(rows[0], "data_role")
    results = card.rows("performance_metrics")
    named = (one for one in results if card.raw(one, "data_role") == role and role)
    data = card.shown(next(named, None), "data_set") or card.option(rows[0], "data_role")
    date = card.shown(rows[0], "date")
    return f"Tested on {data}{f', {date}' if date else ''}." if data else ""


def _said(card: Card, rows: Sequence[AnswerPath], values: _Values) -> Iterator[str]:
    """Yield each result in words, with its interval and its count."""
    for row, value, size in zip(rows, values, _sizes(card, rows, values), strict=True):
        low, high = card.shown(row, "lower"), card.shown(row, "upper")
        more = ", ".join(filter(None, (f"{low} to {high}" if low and high else "", size)))
        told = f"{card.measure(row)}{f' ({more})' if more else ''}"
        yield f"{card.cell(row, 'group')} {_MISSING.lower() if value is None else told}"


def _sizes(card: Card, rows: Sequence[AnswerPath], values: _Values) -> list[str]:
    """Return the number of cases behind each result; empty where nothing was measured."""
    sizes = [card.shown(row, "n") for row in rows]
    return [
        f"n = {size}" if size and value is not None else ""
        for size, value in zip(sizes, values, strict=True)
    ]


def _with_intervals(card: Card, rows: Sequence[AnswerPath], chart: Chart) -> Chart:
    """Return a chart that also says how sure a result is, if all of them say so."""
    (series,) = chart.series
    ends = [[number(card.raw(row, end)) for row in rows] for end in ("lower", "upper")]
    known = zip(series.values, *ends, strict=True)
    if not all(value is None or None not in (low, high) for value, low, high in known):
        return chart
    levels = {card.shown(row, "level") for row in rows} - {""}
    name = f"{levels.pop()} interval" if len(levels) == 1 else "Interval"
    low, high = (Series(name, tuple(values)) for values in ends)
    told = (low, replace(series, name="Result"), high)
    return replace(chart, kind=ChartKind.RANGE, series=told)
