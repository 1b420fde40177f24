"""Blocks that need more than a rule: the timeline, charts, training tiers, sources, assumptions. Named in a template by `function`."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from roadmapper.document import formats, markup
from roadmapper.document.blocks import Maker
from roadmapper.document.models import models
from roadmapper.document.tables import REGISTER, source_key
from roadmapper.document.tree import (
    Bar,
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Gate,
    Landscape,
    Lane,
    Line,
    Link,
    Row,
    Series,
    Source,
    SourceEntry,
    Sources,
    Step,
    Steps,
    Table,
    Text,
    Tier,
    Tiers,
    Timeline,
    Tone,
)
from roadmapper.document.wording import Scope
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value, day, number
from roadmapper.template.model import BlockRule

_TONES = (Tone.ACCENT, Tone.PLUM, Tone.SLATE, Tone.GOLD, Tone.SAGE, Tone.CLAY)
_SOFT = "soft"


class _Rows:
    """The filled rows of one rows answer, read as text."""

    def __init__(self, path: str, scope: Scope) -> None:
        self._path, self._scope = AnswerPath.parse(path), scope
        self._question = scope.facts.template.find(path)
        self.ids = scope.facts.filled_rows(path) if self._question else ()

    def text(self, row: str, column: str) -> str:
        """Return a cell as it is printed, on one line."""
        found = self._question.column(column) if self._question else None
        if found is None or found.internal:
            return ""
        value = self.value(row, column)
        return " ".join(markup.clean(formats.value_text(found, value, cell=True)).split())

    def value(self, row: str, column: str) -> Value:
        """Return a cell as it is kept."""
        return self._scope.facts.answers.value(str(self._path.row(row).column(column)))

    def day(self, row: str, column: str) -> date | None:
        """Return a cell as a date."""
        value = self.value(row, column)
        return day(value) if isinstance(value, str) else None

    def number(self, row: str, column: str) -> Decimal | None:
        """Return a cell as a number."""
        value = self.value(row, column)
        return number(value) if isinstance(value, str) else None


def timeline(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the roadmap as lanes of bars with decision gates, on a landscape page."""
    del rule
    items = _Rows("roadmap.items", scope)
    lanes: dict[str, list[Bar]] = {}
    for row in items.ids:
        start, end = items.day(row, "from"), items.day(row, "to")
        lane, name = items.text(row, "lane"), items.text(row, "name")
        if start and end and start <= end and name:
            lanes.setdefault(lane or "Other", []).append(Bar(name, start, end))
    if not lanes:
        return
    bars = [bar for one in lanes.values() for bar in one]
    gates = tuple(sorted(_gates(scope), key=lambda gate: gate.on))
    start = min([bar.start for bar in bars] + [gate.on for gate in gates])
    end = max([bar.end for bar in bars] + [gate.on for gate in gates])
    drawn = tuple(
        Lane(
            name, _TONES[place % len(_TONES)], tuple(sorted(lanes[name], key=lambda bar: bar.start))
        )
        for place, name in enumerate(_lane_order(scope, lanes))
    )
    yield Landscape(
        (Timeline("timeline", "Roadmap", start, end, gates, drawn, _told(drawn, gates)),)
    )


def _lane_order(scope: Scope, lanes: Mapping[str, list[Bar]]) -> list[str]:
    question = scope.facts.template.question("roadmap", "items", ("lane",))
    known = [option.label for option in question.options]
    return [name for name in known if name in lanes] + [name for name in lanes if name not in known]


def _gates(scope: Scope) -> Iterator[Gate]:
    rows = _Rows("deploy.gates", scope)
    for row in rows.ids:
        on, name = rows.day(row, "on"), rows.text(row, "gate")
        if on and name:
            yield Gate(name, on)


def _told(lanes: tuple[Lane, ...], gates: tuple[Gate, ...]) -> str:
    """Return the timeline in words, for a reader who cannot see it."""
    said = [
        f"{lane.name}: "
        + "; ".join(
            f"{bar.text}, {formats.month_text(bar.start)} to {formats.month_text(bar.end)}"
            for bar in lane.bars
        )
        for lane in lanes
    ]
    if gates:
        names = "; ".join(f"{gate.name}, {formats.month_text(gate.on)}" for gate in gates)
        said.append(f"Decision gates: {names}")
    return ". ".join(said) + "."


def value_chart(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the yearly value of each driver that counts as money, as a range from low to high at full ramp."""
    del rule
    rows = _Rows("value.drivers", scope)
    told = [(row, spread) for row in rows.ids if (spread := _spread(rows, row))]
    if not told:
        return
    told.sort(key=lambda pair: pair[1][1], reverse=True)
    names = tuple(rows.text(row, "driver") for row, _ in told)
    series = tuple(
        Series(
            name,
            tuple(spread[place] for _, spread in told),
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
        subtitle="From low to high, with the likely value marked. A full year, after the share that becomes money.",
        unit="USD",
    )


def _spread(rows: _Rows, row: str) -> tuple[Decimal, ...]:
    """Return low, likely and high of a driver in dollars a year; empty if it is soft or incomplete."""
    if rows.value(row, "class") == _SOFT:
        return ()
    factors = [rows.number(row, name) for name in ("volume", "unit_value", "realization")]
    improvement = rows.value(row, "improvement")
    if not isinstance(improvement, tuple) or None in factors:
        return ()
    steps = [number(one) for one in improvement]
    volume, price, share = (one or Decimal(0) for one in factors)
    amounts = [step * volume * price * share / 100 for step in steps if step is not None]
    return tuple(sorted(amounts)) if len(amounts) == 3 else ()  # noqa: PLR2004 - low, likely, high


def tiers(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the tiers of training, with the hours they take in all."""
    del rule
    rows = _Rows("workforce.training", scope)
    items = tuple(_tier(rows, row) for row in rows.ids if rows.text(row, "tier"))
    hours = scope.facts.figures.get("workforce.training_hours")
    total = f"{formats.plain_number(hours.value)} hours away from care in total" if hours else ""
    if items:
        yield Tiers(items, (total,) if total else ())


def _tier(rows: _Rows, row: str) -> Tier:
    people = rows.text(row, "people")
    told = (f"{people} people" if people else "", rows.text(row, "when"))
    return Tier(
        name=rows.text(row, "tier"),
        who=rows.text(row, "roles"),
        detail=rows.text(row, "content") or rows.text(row, "mode"),
        amount=_time(rows.number(row, "hours")),
        facts=tuple(one for one in told if one),
    )


def _time(hours: Decimal | None) -> str:
    if hours is None:
        return ""
    if hours < 1:
        return f"{formats.plain_number((hours * 60).quantize(Decimal(1)))} min"
    return f"{formats.plain_number(hours)} {'hour' if hours == 1 else 'hours'}"


def sentiment(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield how each group feels about the change, from -2 (worried) to 2 (confident)."""
    del rule
    rows = _Rows("workforce.groups", scope)
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
        kind=ChartKind.COLUMNS,
        title="Where people stand today",
        categories=tuple(role for role, _ in told),
        series=(Series("Sentiment", values, labels),),
        alt=f"Sentiment by group, from minus two (worried) to two (confident): {said}.",
        subtitle="From \u22122, worried, to 2, confident.",
    )


def _signed(value: Decimal) -> str:
    text = formats.plain_number(value)
    return f"+{text}" if value > 0 else text


def sources(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the evidence register as numbered sources with design, size, funding and date."""
    del rule
    rows = _Rows(REGISTER, scope)
    entries = tuple(
        SourceEntry(
            source_key(row), place, _entry(rows, row), Source(f"{REGISTER}[{row}].reference")
        )
        for place, row in enumerate(rows.ids, 1)
    )
    if entries:
        yield Sources(entries)


def _entry(rows: _Rows, row: str) -> Line:
    size = rows.text(row, "n")
    told = [
        rows.text(row, "design"),
        f"n = {size}" if size else "",
        rows.text(row, "setting"),
        rows.text(row, "effect"),
        rows.text(row, "funding"),
    ]
    as_of = rows.text(row, "as_of")
    body = " ".join(_sentence(one) for one in told if one)
    parts: list[Text | Link] = [
        Text(_sentence(rows.text(row, "reference")), bold=True),
        Text(f" {body}"),
    ]
    if as_of:
        parts.append(Text(f" As of {as_of}."))
    url = rows.text(row, "url")
    if url.startswith(("https://", "http://")):
        parts += [Text(" "), Link(url, url)]
    return tuple(parts)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) or not text else f"{text}."


def assumptions(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield every default that stands in for an answer, to be confirmed by the health system."""
    del rule
    facts = scope.facts
    rows = []
    for path, question in facts.template.addresses():
        default = facts.defaults.get(path)
        text = formats.value_text(question, default, cell=True)
        if not question.internal and text and path in _ASSUMED:
            shown = (
                formats.with_unit(text, question.unit) if question.unit in ("%", "years") else text
            )
            label = Cell(((Text(question.label),),), bold=True)
            rows.append(Row((label, Cell(((Text(shown),),)), Cell(((Text(_ASSUMED[path]),),)))))
    if rows:
        columns = (
            Column("Assumption", weight=1.1),
            Column("Value used", weight=1),
            Column("What it changes", weight=2),
        )
        yield Table("assumptions", "Assumed until you confirm them", columns, tuple(rows))


_ASSUMED = {
    "deal.term_years": "The years over which fees are added up",
    "deal.fiscal_year_start": "The budget year in which a benefit is shown",
    "value.discount_rate": "What a later dollar is worth today",
    "pricing.at_risk_pct": "The part of the fee that waits for results",
}


def ask(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the decisions we ask for as steps: the decision, who makes it, by when."""
    del rule
    rows = _Rows("review.asks", scope)
    steps = []
    for row in rows.ids:
        who, by = rows.text(row, "who"), rows.text(row, "by")
        detail = ", ".join(one for one in (who, f"by {by}" if by else "") if one)
        if rows.text(row, "decision"):
            steps.append(Step(rows.text(row, "decision"), detail))
    if steps:
        yield Steps(tuple(steps))


def _nothing(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield nothing: the matrix is filled in once all chapters are known."""
    del rule, scope
    yield from ()


FUNCTIONS: Mapping[str, Maker] = {
    "models": models,
    "timeline": timeline,
    "value_chart": value_chart,
    "tiers": tiers,
    "sentiment": sentiment,
    "sources": sources,
    "assumptions": assumptions,
    "ask": ask,
    "matrix": _nothing,
}
