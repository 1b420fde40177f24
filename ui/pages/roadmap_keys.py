"""The keys of the timeline."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent

from ui.pages import roadmap_ways
from ui.pages.roadmap_board import Board
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
    dates_asked: SignalInstance
    open_asked: SignalInstance
    remove_asked: SignalInstance
    hand: Hand

    @property
    def dates(self) -> Dates | None:
        """The dates of what is selected."""

    def select(self, place: Place) -> None:
        """Move the selection."""


def take_key(canvas: Keyed, event: QKeyEvent) -> bool:
    """Do what a key asks for; return whether it asked for something here."""
    if event.key() == Qt.Key.Key_Escape:
        return canvas.hand.cancel()
    key = (event.modifiers() & _MODIFIERS, Qt.Key(event.key()))
    if key in _WAYS:
        canvas.select(_WAYS[key](canvas.board, canvas.place))
        return True
    if key in _STEPS:
        _step(canvas, _STEPS[key])
        return True
    if not canvas.place.path or key not in _ACTS:
        return False
    if _ACTS[key] == "open":
        canvas.open_asked.emit(canvas.place.path)
    elif canvas.board.item(canvas.place.path):
        canvas.remove_asked.emit(canvas.place.path)
    return True


def _step(canvas: Keyed, step: tuple[str, int]) -> None:
    dates, (kind, by) = canvas.dates, step
    if dates is None:
        return
    if canvas.board.gate(canvas.place.path):
        day = last(half(dates.end) + by)
        canvas.dates_asked.emit(canvas.place.path, Dates(day, day))
    else:
        now = stepped(dates, by) if kind == "move" else widened(dates, by)
        canvas.dates_asked.emit(canvas.place.path, now)


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
_ACTS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], str] = {
    (_PLAIN, Qt.Key.Key_Return): "open",
    (_PLAIN, Qt.Key.Key_Enter): "open",
    (_PLAIN, Qt.Key.Key_Delete): "remove",
    (_PLAIN, Qt.Key.Key_Backspace): "remove",
}
