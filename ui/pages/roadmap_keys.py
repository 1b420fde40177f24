"""The keys of the timeline."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent

from ui.pages import roadmap_ways
from ui.pages.roadmap_board import Board, Item
from ui.pages.roadmap_hand import Hand
from ui.pages.roadmap_time import Dates, half, last, stepped, widened
from ui.pages.roadmap_ways import Place

_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)
_PLAIN = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class Keyed(Protocol):
    """What the keys act on."""

    board: Board
    place: Place
    waiting: str
    stepped: SignalInstance
    link_asked: SignalInstance
    open_asked: SignalInstance
    remove_asked: SignalInstance
    lane_asked: SignalInstance
    lanes_asked: SignalInstance
    hand: Hand

    def select(self, place: Place) -> None:
        """Move the selection."""

    def wait(self, path: str) -> None:
        """Let an item wait while one chooses what for; empty ends that."""


def take_key(canvas: Keyed, event: QKeyEvent) -> bool:
    """Do what a key asks for; return whether it asked for something here."""
    key = (event.modifiers() & _MODIFIERS, Qt.Key(event.key()))
    if key in _WAYS:
        canvas.select(_WAYS[key](canvas.board, canvas.place))
        return True
    if canvas.waiting:
        return _take_linking(canvas, key)
    if event.key() == Qt.Key.Key_Escape:
        return canvas.hand.cancel()
    return _take_change(canvas, key) or _act(canvas, _ACTS.get(key, ""))


def _take_change(canvas: Keyed, key: tuple[Qt.KeyboardModifier, Qt.Key]) -> bool:
    """Move or stretch what is selected, or change its lane."""
    if key in _STEPS:
        _step(canvas, _STEPS[key])
    elif key in _LANES:
        canvas.lane_asked.emit(canvas.place.lane, _LANES[key])
    elif key == _RENAME:
        canvas.lanes_asked.emit(canvas.place.lane)
    return key in _STEPS or key in _LANES or key == _RENAME


def _act(canvas: Keyed, act: str) -> bool:
    item = canvas.board.item(canvas.place.path)
    if not canvas.place.path:
        return False
    match act:
        case "open":
            canvas.open_asked.emit(canvas.place.path)
        case "remove" if item is not None and item.dated is None:
            canvas.remove_asked.emit(canvas.place.path)
        case "link" if item is not None and item.dated is None:
            canvas.wait(canvas.place.path)
    return bool(act)


def _take_linking(canvas: Keyed, key: tuple[Qt.KeyboardModifier, Qt.Key]) -> bool:
    """Choose what the waiting bar waits for, or leave it; other keys do nothing meanwhile."""
    waiting, chosen = canvas.waiting, canvas.place.path
    if _ACTS.get(key) == "open" and chosen and chosen != waiting:
        canvas.wait("")
        canvas.link_asked.emit(waiting, chosen)
    elif key[1] == Qt.Key.Key_Escape or _ACTS.get(key) == "open":
        canvas.wait("")
    return key[1] not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def _step(canvas: Keyed, step: tuple[str, int]) -> None:
    path, (kind, by) = canvas.place.path, step
    item, gate = canvas.board.item(path), canvas.board.gate(path)
    if gate is not None:
        day = last(half(gate.on) + by)
        canvas.stepped.emit(path, Dates(day, day))
    elif item is not None and (kind == "move" or item.dated is None):
        canvas.stepped.emit(path, _stepped(item, by) if kind == "move" else widened(item.dates, by))


def _stepped(item: Item, by: int) -> Dates:
    """Return an item one half month on, or one month or quarter where it is one of these."""
    if item.dated is None or item.is_day:
        return stepped(item.dates, by)
    when = item.dated.when.near(item.dates.start).stepped(by)
    return Dates(when.start, when.end)


_WAYS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Callable[[Board, Place], Place]] = {
    (_PLAIN, Qt.Key.Key_Left): lambda board, place: roadmap_ways.along(board, place, -1),
    (_PLAIN, Qt.Key.Key_Right): lambda board, place: roadmap_ways.along(board, place, 1),
    (_PLAIN, Qt.Key.Key_Up): lambda board, place: roadmap_ways.across(board, place, -1),
    (_PLAIN, Qt.Key.Key_Down): lambda board, place: roadmap_ways.across(board, place, 1),
    (_PLAIN, Qt.Key.Key_Home): lambda board, place: roadmap_ways.at_end(board, place, last=False),
    (_PLAIN, Qt.Key.Key_End): lambda board, place: roadmap_ways.at_end(board, place, last=True),
}
_STEPS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], tuple[str, int]] = {
    (_ALT, Qt.Key.Key_Left): ("move", -1),
    (_ALT, Qt.Key.Key_Right): ("move", 1),
    (_SHIFT, Qt.Key.Key_Left): ("stretch", -1),
    (_SHIFT, Qt.Key.Key_Right): ("stretch", 1),
}
_LANES: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], int] = {
    (_ALT, Qt.Key.Key_Up): -1,
    (_ALT, Qt.Key.Key_Down): 1,
}
_RENAME = (_PLAIN, Qt.Key.Key_F2)
_ACTS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], str] = {
    (_PLAIN, Qt.Key.Key_Return): "open",
    (_PLAIN, Qt.Key.Key_Enter): "open",
    (_PLAIN, Qt.Key.Key_L): "link",
    (_PLAIN, Qt.Key.Key_Delete): "remove",
    (_PLAIN, Qt.Key.Key_Backspace): "remove",
}
