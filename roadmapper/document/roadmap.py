"""The roadmap as a picture in time: lanes of bars, decision gates, and the same in words."""

from collections.abc import Iterator
from datetime import date

from roadmapper.document import formats
from roadmapper.document.rows import Rows
from roadmapper.document.tree import (
    Bar,
    Block,
    Gate,
    Heading,
    Landscape,
    Lane,
    Paragraph,
    Text,
    Timeline,
    Tone,
)
from roadmapper.document.wording import Scope, one_line
from roadmapper.proposal.dated import dated_rows
from roadmapper.proposal.lanes import ITEMS, lane_at, lanes_of
from roadmapper.template.model import BlockRule

DAYS_A_MONTH = 30.44


def timeline(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the roadmap as lanes of bars with decision gates, on a landscape page."""
    del rule
    drawn = tuple(_lanes(scope))
    if not drawn:
        return
    bars = [bar for lane in drawn for bar in lane.bars]
    gates = tuple(sorted(_gates(scope), key=lambda gate: gate.on))
    start = min([bar.start for bar in bars] + [gate.on for gate in gates])
    end = max([bar.end for bar in bars] + [gate.on for gate in gates])
    picture = Timeline("timeline", "Roadmap", start, end, gates, drawn, _told(drawn, gates))
    heading = Heading(_headline(start, end, len(gates)), 2)
    yield Landscape((heading, Paragraph((Text(_lead(len(gates))),)), picture))


def _lanes(scope: Scope) -> Iterator[Lane]:
    """Yield the lanes that have bars; those of other steps stand among them."""
    facts = scope.facts
    bars: dict[str, list[Bar]] = {}
    for lane, bar in (*_bars(scope), *_bars_elsewhere(scope)):
        bars.setdefault(lane, []).append(bar)
    for one in lanes_of(facts.template, facts.answers):
        if one.id in bars:
            found = sorted(bars[one.id], key=lambda bar: (bar.start, bar.end, bar.text))
            yield Lane(one.name, Tone(one.tone), tuple(found))


def _bars(scope: Scope) -> Iterator[tuple[str, Bar]]:
    items = Rows(ITEMS, scope)
    for row in items.ids:
        start, end, name = items.day(row, "from"), items.day(row, "to"), items.text(row, "name")
        if start and end and start <= end and name:
            yield lane_at(scope.facts.answers, row), Bar(name, start, end)


def _bars_elsewhere(scope: Scope) -> Iterator[tuple[str, Bar]]:
    for one in dated_rows(scope.facts.template, scope.facts.answers):
        name = one_line(one.name, scope)
        if name:
            yield one.lane, Bar(name, one.when.start, one.when.end)


def _headline(start: date, end: date, gates: int) -> str:
    months = max(1, round((end - start).days / DAYS_A_MONTH))
    span = "One month" if months == 1 else f"{formats.in_words(months).capitalize()} months"
    return f"{span}, {_gates_told(gates)}" if gates else span


def _gates_told(count: int) -> str:
    return "one gate" if count == 1 else f"{formats.in_words(count)} gates"


def _lead(gates: int) -> str:
    way = "From today’s solution to what you run yourselves."
    return f"{way} At each gate the work goes on, or stops." if gates else way


def _gates(scope: Scope) -> Iterator[Gate]:
    rows = Rows("deploy.gates", scope)
    for row in rows.ids:
        on, name = rows.day(row, "date"), rows.text(row, "gate")
        if on and name:
            yield Gate(name, on)


def _told(lanes: tuple[Lane, ...], gates: tuple[Gate, ...]) -> str:
    """Return the timeline in words, for a reader who cannot see it."""
    said = [
        f"{lane.name}: " + "; ".join(f"{bar.text}, {_months(bar)}" for bar in lane.bars)
        for lane in lanes
    ]
    if gates:
        names = "; ".join(f"{gate.name}, {formats.month_text(gate.on)}" for gate in gates)
        said.append(f"Decision gates: {names}")
    return ". ".join(said) + "."


def _months(bar: Bar) -> str:
    start, end = formats.month_text(bar.start), formats.month_text(bar.end)
    return start if start == end else f"{start} to {end}"
