"""The timeline in words: dates, and what a screen reader says. No Qt."""

from roadmapper.document import formats
from ui.pages.roadmap_board import Board, Gate, Item
from ui.pages.roadmap_time import Dates
from ui.shown_dates import shown_date, shown_month, shown_span
from ui.words import _


def dates_told(dates: Dates) -> str:
    """Return dates as they are said: "April 2028 to August 2028"."""
    start, end = shown_month(dates.start), shown_month(dates.end)
    return start if start == end else _("{start} to {end}").format(start=start, end=end)


def exact_dates_told(dates: Dates) -> str:
    """Return dates with their days."""
    return shown_span(dates.start, dates.end)


def told(board: Board, path: str) -> str:
    """Return what a screen reader says of an item or gate; empty if there is none."""
    gate, item = board.gate(path), board.item(path)
    return _gate_told(gate) if gate else _item_told(board, item) if item else ""


def _gate_told(gate: Gate) -> str:
    on = shown_date(gate.on.isoformat())
    return _("{label}, decision gate, {on}, from the deployment step").format(
        label=gate.label, on=on
    )


def _item_told(board: Board, item: Item) -> str:
    dates = exact_dates_told(item.dates) if item.is_day else dates_told(item.dates)
    parts = [item.label, small(board.lane(item.lane).name), dates]
    if item.done:
        parts.append(_("{done} percent done").format(done=item.done))
    names = [small(name) for path in item.after if (name := board.name_of(path))]
    if names:
        parts.append(_("depends on {joined}").format(joined=formats.joined(names)))
    early = [small(board.name_of(path)) for path in board.blockers(item)]
    if early:
        parts.append(_("begins before {joined} is over").format(joined=formats.joined(early)))
    if item.dated is not None:
        parts.append(_("kept in another step"))
    return ", ".join(parts)


def small(text: str) -> str:
    """Return a name as it stands inside a sentence: initials keep their capitals."""
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]
