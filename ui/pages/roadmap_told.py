"""The timeline in words: dates, and what a screen reader says. No Qt."""

from roadmapper.document import formats
from ui.pages.roadmap_board import Board, Gate, Item
from ui.pages.roadmap_time import Dates
from ui.shown_dates import shown_date


def dates_told(dates: Dates) -> str:
    """Return dates as they are said: "April 2028 to August 2028"."""
    start, end = formats.month_text(dates.start), formats.month_text(dates.end)
    return start if start == end else f"{start} to {end}"


def exact_dates_told(dates: Dates) -> str:
    """Return dates with their days."""
    start, end = (shown_date(one.isoformat()) for one in (dates.start, dates.end))
    if start == end:
        return start
    if dates.start.year == dates.end.year:
        start = start.rpartition(",")[0]
    return f"{start} to {end}"


def told(board: Board, path: str) -> str:
    """Return what a screen reader says of an item or gate; empty if there is none."""
    gate, item = board.gate(path), board.item(path)
    return _gate_told(gate) if gate else _item_told(board, item) if item else ""


def _gate_told(gate: Gate) -> str:
    on = shown_date(gate.on.isoformat())
    return f"{gate.label}, decision gate, {on}, from the deployment step"


def _item_told(board: Board, item: Item) -> str:
    dates = exact_dates_told(item.dates) if item.is_day else dates_told(item.dates)
    parts = [item.label, small(board.lane(item.lane).name), dates]
    if item.done:
        parts.append(f"{item.done} percent done")
    names = [small(name) for path in item.after if (name := board.name_of(path))]
    if names:
        parts.append(f"depends on {formats.joined(names)}")
    early = [small(board.name_of(path)) for path in board.blockers(item)]
    if early:
        parts.append(f"begins before {formats.joined(early)} is over")
    if item.dated is not None:
        parts.append("kept in another step")
    return ", ".join(parts)


def small(text: str) -> str:
    """Return a name as it stands inside a sentence: initials keep their capitals."""
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]
