"""Moves made with keys: shown at once, kept together when a person pauses."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.fields.base import SETTLE
from ui.pages.roadmap_board import Board
from ui.pages.roadmap_time import Dates


class Moves(QObject):
    """Holds the newest dates of what is being moved until they are kept.

    Signals:
        settled: these dates shall be kept; carries address and dates.
        ended: nothing waits any more.
    """

    settled = Signal(str, Dates)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, Dates] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SETTLE)
        self._pause.timeout.connect(self.flush)

    def add(self, path: str, dates: Dates) -> None:
        """Note other dates; they are kept when a person pauses."""
        self._waiting[path] = dates
        self._pause.start()

    def over(self, board: Board) -> Board:
        """Return the board with the moves that are not kept yet."""
        for path, dates in self._waiting.items():
            board = board.with_dates(path, dates)
        return board

    def flush(self) -> None:
        """Keep all moves now."""
        self._pause.stop()
        if not self._waiting:
            return
        while self._waiting:
            path = next(iter(self._waiting))
            self.settled.emit(path, self._waiting.pop(path))
        self.ended.emit()
