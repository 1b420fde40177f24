"""The roadmap as a picture in time: lanes of bars, decision gates, and the same in words."""

from collections.abc import Iterator, Mapping
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
from roadmapper.document.wording import Scope
from roadmapper.template.model import BlockRule

DAYS_A_MONTH = 30.44
_TONES = (Tone.ACCENT, Tone.PLUM, Tone.SLATE, Tone.GOLD, Tone.SAGE, Tone.CLAY)


def timeline(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the roadmap as lanes of bars with decision gates, on a landscape page."""
    del rule
    items = Rows("roadmap.items", scope)
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
        if name in lanes
    )
    picture = Timeline("timeline", "Roadmap", start, end, gates, drawn, _told(drawn, gates))
    heading = Heading(_headline(start, end, len(gates)), 2)
    yield Landscape((heading, Paragraph((Text(_lead(len(gates))),)), picture))


def _headline(start: date, end: date, gates: int) -> str:
    months = max(1, round((end - start).days / DAYS_A_MONTH))
    span = "One month" if months == 1 else f"{formats.in_words(months).capitalize()} months"
    return f"{span}, {_gates_told(gates)}" if gates else span


def _gates_told(count: int) -> str:
    return "one gate" if count == 1 else f"{formats.in_words(count)} gates"


def _lead(gates: int) -> str:
    way = "From today’s solution to what you run yourselves."
    return f"{way} At each gate the work goes on, or stops." if gates else way


def _lane_order(scope: Scope, lanes: Mapping[str, list[Bar]]) -> list[str]:
    """Return all lanes in order, also empty ones: a lane keeps its color whatever else is there."""
    items = scope.facts.template.find("roadmap.items")
    lane = items.column("lane") if items else None
    known = [option.label for option in lane.options] if lane else []
    return known + [name for name in lanes if name not in known]


def _gates(scope: Scope) -> Iterator[Gate]:
    rows = Rows("deploy.gates", scope)
    for row in rows.ids:
        on, name = rows.day(row, "date"), rows.text(row, "gate")
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
