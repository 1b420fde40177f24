"""What is told about a selected item or gate: dates, what both sides bring, what it waits for."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.document import formats, markup
from roadmapper.proposal.facts import Facts
from ui.opened import Opened
from ui.pages.roadmap_board import (
    GATES,
    STAGES,
    Board,
    Gate,
    Item,
    exact_dates_told,
)
from ui.pages.roadmap_time import Dates, length_told
from ui.shown_dates import shown_date
from ui.shown_values import shown_money

_NEEDS = "roadmap.codev_items"
_MONEY_LANE = "Value and risk"
_AT_RISK = "pricing.fee_at_risk"
_LONGEST = 130


@dataclass(frozen=True, slots=True)
class Details:
    """Words about what is selected; `told` are headings with their texts."""

    where: str
    tone: str
    title: str
    dates: str
    told: tuple[tuple[str, str], ...] = ()
    waits_for: tuple[tuple[str, str], ...] = ()
    """Names with the look of their chips."""
    early: str = ""
    """What is wrong with its beginning."""


def details_of(opened: Opened, board: Board, path: str, facts: Facts | None) -> Details | None:
    """Return what is told about an item or a gate; None if there is none."""
    item, gate = board.item(path), board.gate(path)
    if gate is not None:
        return _of_gate(opened, gate)
    return _of_item(opened, board, item, facts) if item is not None else None


def _of_gate(opened: Opened, gate: Gate) -> Details:
    asked = (("What is measured", "metric"), ("Go if", "go"), ("Stop if", "stop"))
    told = [(head, _text(opened, f"{gate.path}.{name}")) for head, name in asked]
    decides = _text(opened, f"{gate.path}.decided_by")
    on = shown_date(gate.on.isoformat())
    return Details(
        "Decision gate, from Deployment",
        "ink3",
        gate.label,
        f"{on}, decided by {decides}" if decides else on,
        tuple(pair for pair in told if pair[1]),
    )


def _of_item(opened: Opened, board: Board, item: Item, facts: Facts | None) -> Details:
    lane = board.lane(item.lane)
    told = [*_from_needs(opened, item)] or [*_from_stage(opened, item.lane)]
    if item.lane == _MONEY_LANE and facts is not None and _AT_RISK in facts.figures:
        money = shown_money(facts.figures[_AT_RISK].value)
        told.append(("Money at risk", f"{money} of our yearly fee"))
    early = [board.name_of(path) for path in board.blockers(item)]
    return Details(
        item.lane,
        lane.tone,
        item.label,
        _dates(item.dates),
        tuple(told),
        tuple(_chips(board, item)),
        f"{item.label} begins before {formats.joined(early)} is over." if early else "",
    )


def _dates(dates: Dates) -> str:
    return f"{exact_dates_told(dates)}\n{length_told(dates)}"


def _from_needs(opened: Opened, item: Item) -> Iterator[tuple[str, str]]:
    paths = [f"{_NEEDS}[{row}]" for row in opened.answers.rows(f"{item.path}.needs")]
    get = [_text(opened, f"{path}.need") for path in paths]
    brings = ("We", "vendor_brings"), ("They", "system_brings")
    put = [
        f"{who}: {text}"
        for path in paths
        for who, name in brings
        if (text := _text(opened, f"{path}.{name}"))
    ]
    yield from _both(get, put)


def _from_stage(opened: Opened, lane: str) -> Iterator[tuple[str, str]]:
    """Yield what the stage says that has the name of the lane."""
    stages = opened.template.find(STAGES)
    rows = (row.id for row in (stages.fixed if stages else ()) if row.label == lane)
    for row in rows:
        path = f"{STAGES}[{row}]"
        does = ("We", "vendor_does"), ("They", "system_does")
        put = [f"{who}: {text}" for who, name in does if (text := _text(opened, f"{path}.{name}"))]
        yield from _both([_text(opened, f"{path}.goal")], put)


def _both(get: list[str], put: list[str]) -> Iterator[tuple[str, str]]:
    for head, texts in (("What they get", get), ("What we both put in", put)):
        text = "\n".join(one for one in texts if one)
        if text:
            yield head, text


def _chips(board: Board, item: Item) -> Iterator[tuple[str, str]]:
    for path in item.after:
        name, other = board.name_of(path), board.item(path)
        if name:
            yield name, board.lane(other.lane).tone if other else "dark"


def _text(opened: Opened, path: str) -> str:
    """Return an answer as it reads on one line, cut where it gets long."""
    text = " ".join(markup.clean(opened.text(path)).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"


def undated_told(opened: Opened, board: Board) -> str:
    """Return which rows are not on the timeline, and why; empty if all are."""
    names = [opened.text(f"{path}.name") or "A row without a name" for path in board.undated]
    if not names:
        return ""
    shown = names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
    verb = "is" if len(names) == 1 else "are"
    return f"{shown} {verb} not on the timeline: give a first day and a last day after it."


def gate_count_told(board: Board) -> str:
    """Return how many gates there are."""
    count = len(board.gates)
    return "1 gate" if count == 1 else f"{count} gates"


def item_count_told(board: Board) -> str:
    """Return how many items there are."""
    count = len(board.items)
    return "1 item" if count == 1 else f"{count} items"


def step_of(path: str) -> str:
    """Return the address to go to for what belongs to another step; empty for what is here."""
    return path if path.startswith(f"{GATES}[") else ""
