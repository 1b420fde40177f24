"""What is told about a selected item or gate: dates, what both sides bring, what it waits for."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.document import formats, markup
from ui.opened import Opened
from ui.pages.roadmap_board import STAGES, Board, Gate, Item
from ui.pages.roadmap_time import Dates, length_told
from ui.pages.roadmap_told import exact_dates_told
from ui.shown_dates import shown_date
from ui.words import _, ngettext

_NEEDS = "roadmap.codev_items"
_PAIRS = 3
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
    step: str = ""
    """The step it comes from, if that is another one."""


def details_of(opened: Opened, board: Board, path: str) -> Details | None:
    """Return what is told about an item or a gate; None if there is none."""
    item, gate = board.item(path), board.gate(path)
    if gate is not None:
        return _of_gate(opened, gate)
    if item is None:
        return None
    return (
        _of_dated(opened, board, item) if item.dated is not None else _of_item(opened, board, item)
    )


def _of_gate(opened: Opened, gate: Gate) -> Details:
    asked = ((_("What is measured"), "metric"), (_("Go if"), "go"), (_("Stop if"), "stop"))
    told = [(head, _text(opened, f"{gate.path}.{name}")) for head, name in asked]
    decides = _text(opened, f"{gate.path}.decided_by")
    on = shown_date(gate.on.isoformat())
    return Details(
        _("Decision gate, from {step_title}").format(step_title=step_title(opened, gate.path)),
        "ink3",
        gate.label,
        _("{on}, decided by {decides}").format(on=on, decides=decides) if decides else on,
        tuple(pair for pair in told if pair[1]),
        step=step_title(opened, gate.path),
    )


def _of_dated(opened: Opened, board: Board, item: Item) -> Details:
    lane = board.lane(item.lane)
    asked = opened.question(item.path.partition("[")[0])
    told = [(one.label, _text(opened, f"{item.path}.{one.id}")) for one in asked.columns]
    return Details(
        _("{name}, from {step_title}").format(
            name=lane.name, step_title=step_title(opened, item.path)
        ),
        lane.tone,
        item.label,
        _dates(item.dates),
        tuple([pair for pair in told if pair[1]][:_PAIRS]),
        step=step_title(opened, item.path),
    )


def _of_item(opened: Opened, board: Board, item: Item) -> Details:
    lane = board.lane(item.lane)
    told = [*_from_needs(opened, item)] or [*_from_stage(opened, item.lane)]
    if item.lane == board.stakes_in:
        told += [(_("Money at risk"), text) for text in [_stakes(board, item)] if text]
    early = [board.name_of(path) for path in board.blockers(item)]
    done = f"\n{item.done} percent done" if item.done else ""
    return Details(
        lane.name,
        lane.tone,
        item.label,
        f"{_dates(item.dates)}{done}",
        tuple(told),
        tuple(_chips(board, item)),
        _("{label} begins before {joined} is over.").format(
            label=item.label, joined=formats.joined(early)
        )
        if early
        else "",
    )


def _stakes(board: Board, item: Item) -> str:
    """Return what is at risk in the years an item lies in."""
    dates = item.dates
    within = [
        one.told
        for one in board.stakes
        if one.dates.start <= dates.end and dates.start <= one.dates.end
    ]
    return "\n".join(within)


def step_title(opened: Opened, path: str) -> str:
    """Return what the step is called in which an address lies."""
    section = opened.template.section(path.partition(".")[0])
    return section.title if section else ""


def _dates(dates: Dates) -> str:
    return f"{exact_dates_told(dates)}\n{length_told(dates)}"


def _from_needs(opened: Opened, item: Item) -> Iterator[tuple[str, str]]:
    paths = [f"{_NEEDS}[{row}]" for row in opened.answers.rows(f"{item.path}.needs")]
    get = [_text(opened, f"{path}.need") for path in paths]
    brings = (_("We"), "vendor_brings"), (_("They"), "system_brings")
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
        does = (_("We"), "vendor_does"), (_("They"), "system_does")
        put = [f"{who}: {text}" for who, name in does if (text := _text(opened, f"{path}.{name}"))]
        yield from _both([_text(opened, f"{path}.goal")], put)


def _both(get: list[str], put: list[str]) -> Iterator[tuple[str, str]]:
    for head, texts in ((_("What they get"), get), (_("What we both put in"), put)):
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
    names = [opened.text(f"{path}.name") or _("A row without a name") for path in board.undated]
    if not names:
        return ""
    shown = (
        names[0]
        if len(names) == 1
        else _("{names} and {number} more").format(names=names[0], number=len(names) - 1)
    )
    return ngettext(
        "{shown} is not on the timeline: give a first day and a last day after it.",
        "{shown} are not on the timeline: give a first day and a last day after it.",
        len(names),
    ).format(shown=shown)


def gate_count_told(board: Board) -> str:
    """Return how many gates there are."""
    count = len(board.gates)
    return ngettext("1 gate", "{count} gates", count).format(count=count)


def item_count_told(board: Board) -> str:
    """Return how many items there are."""
    count = len(board.own)
    return ngettext("1 item", "{count} items", count).format(count=count)
