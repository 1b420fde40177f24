"""Charts made from answers: what drivers are worth, how people feel."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from roadmapper.document import formats
from roadmapper.document.rows import Rows
from roadmapper.document.tree import Block, Chart, ChartKind, Series
from roadmapper.document.wording import Scope
from roadmapper.proposal.facts import Figure
from roadmapper.template.model import BlockRule

_MILLION = Decimal(1_000_000)


def value_chart(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield what each driver that counts as money is worth in a full year, from low to high."""
    del rule
    rows = Rows("value.drivers", scope)
    told = [
        (row, spread)
        for row in rows.ids
        if rows.text(row, "driver") and (spread := _spread(scope.facts.figures, row))
    ]
    if not told:
        return
    told.sort(key=lambda pair: pair[1][1], reverse=True)
    names = tuple(rows.text(row, "driver") for row, _ in told)
    series = tuple(
        Series(
            name,
            tuple(spread[place] / _MILLION for _, spread in told),
            tuple(formats.short_money(spread[place]) for _, spread in told),
        )
        for place, name in enumerate(("Low", "Likely", "High"))
    )
    said = "; ".join(
        f"{name} {formats.short_money(spread[0])} to {formats.short_money(spread[2])}"
        for name, (_, spread) in zip(names, told, strict=True)
    )
    yield Chart(
        key="value-drivers",
        kind=ChartKind.RANGE,
        title="What each driver is worth in a year",
        categories=names,
        series=series,
        alt=f"Yearly value by driver, low to high: {said}.",
        subtitle=(
            "From low to high, with the likely value marked. "
            "A full year, after the share that becomes money."
        ),
        unit="$M",
    )


def _spread(figures: Mapping[str, Figure], row: str) -> tuple[Decimal, ...]:
    """Return low, likely and high in dollars a year; empty if there are no such figures of it."""
    names = [f"value.driver.{row}.{case}" for case in ("low", "likely", "high")]
    if not all(name in figures for name in names):
        return ()
    return tuple(sorted(figures[name].value for name in names))


def sentiment(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield how each group feels about the change, from -2 (worried) to 2 (confident)."""
    del rule
    rows = Rows("workforce.groups", scope)
    told = [
        (rows.text(row, "role"), value)
        for row in rows.ids
        if (value := rows.number(row, "sentiment")) is not None and rows.text(row, "role")
    ]
    if len(told) < 2:  # noqa: PLR2004 - one group is no comparison
        return
    values = tuple(value for _, value in told)
    labels = tuple(_signed(value) for value in values)
    said = "; ".join(f"{role} {label}" for (role, _), label in zip(told, labels, strict=True))
    yield Chart(
        key="sentiment",
        kind=ChartKind.BARS,
        title="Where people stand today",
        categories=tuple(role for role, _ in told),
        series=(Series("Sentiment", values, labels),),
        alt=f"Sentiment by group, from minus two (worried) to two (confident): {said}.",
        subtitle="From \u22122, worried, to 2, confident.",
    )


def _signed(value: Decimal) -> str:
    text = formats.plain_number(value)
    return f"+{text}" if value > 0 else text
