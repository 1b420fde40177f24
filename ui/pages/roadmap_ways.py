"""Ways over the timeline by keys: to the next bar in time, to the lane above or below. No Qt."""

from dataclasses import dataclass

from ui.pages.roadmap_board import Board

GATE_BAND = ""
"""Stands for the band of the gates, above all lanes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the selection is: a lane, and a bar or gate in it unless the lane is empty."""

    path: str = ""
    lane: str = GATE_BAND


def place_of(board: Board, path: str) -> Place:
    """Return the place of an item or a gate; nowhere if it is not on the board."""
    item = board.item(path)
    if item is not None:
        return Place(path, item.lane)
    return Place(path) if board.gate(path) else Place()


def start_of(board: Board) -> Place:
    """Return where one begins: the earliest bar of the first lane that has one."""
    for lane in board.lanes:
        paths = _paths(board, lane.id)
        if paths:
            return Place(paths[0], lane.id)
    return Place("", board.lanes[0].id)


def along(board: Board, place: Place, by: int) -> Place:
    """Return the place before or after this one in its lane; it stays at the ends."""
    paths = _paths(board, place.lane)
    if not paths:
        return place
    at = paths.index(place.path) + by if place.path in paths else 0
    return Place(paths[min(max(at, 0), len(paths) - 1)], place.lane)


def at_end(board: Board, place: Place, *, last: bool) -> Place:
    """Return the first or the last place of the lane."""
    paths = _paths(board, place.lane)
    return Place(paths[-1 if last else 0], place.lane) if paths else place


def across(board: Board, place: Place, by: int) -> Place:
    """Return the nearest place in time in the lane above or below; gates stand on top."""
    lanes = [lane.id for lane in board.lanes]
    if board.gates:
        lanes.insert(0, GATE_BAND)
    at = lanes.index(place.lane) + by if place.lane in lanes else 0
    lane = lanes[min(max(at, 0), len(lanes) - 1)]
    if lane == place.lane:
        return place
    paths = _paths(board, lane)
    here = _middle(board, place.path)
    if not paths or here is None:
        return Place(paths[0] if paths else "", lane)
    return Place(min(paths, key=lambda path: _distance(board, path, here)), lane)


def after_removal(board: Board, path: str) -> Place:
    """Return where the selection goes when a bar is removed: to its neighbor in the lane."""
    place = place_of(board, path)
    paths = _paths(board, place.lane)
    if path not in paths:
        return start_of(board)
    at = paths.index(path)
    rest = paths[:at] + paths[at + 1 :]
    return Place(rest[min(at, len(rest) - 1)] if rest else "", place.lane)


def _paths(board: Board, lane: str) -> list[str]:
    if lane == GATE_BAND:
        return [gate.path for gate in board.gates]
    return [item.path for item in board.in_lane(lane)]


def _middle(board: Board, path: str) -> int | None:
    found = board.one(path)
    if found is None:
        return None
    return (found.dates.start.toordinal() + found.dates.end.toordinal()) // 2


def _distance(board: Board, path: str, here: int) -> int:
    return abs((_middle(board, path) or 0) - here)
