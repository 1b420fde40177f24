"""Looks at proposals beside the window, once Home is painted: the one to go on with first."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.home.entries import Entry, last_edited
from ui.tasks import Tasks, Work

if TYPE_CHECKING:
    from ui.home.looked import Look

_REST = 400
"""Milliseconds for which the list stands before anything is looked at."""
_BREATH = 30
"""Milliseconds between two proposals, in which the window has the computer to itself."""


class Looker(QObject):
    """Finds out which complete proposals are ready; what it saw holds until a file changes.

    Signals:
        looked: the `Look` at one proposal.
        failed: the file that could not be looked at.
    """

    looked = Signal(object)
    failed = Signal(Path)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._seen: dict[Path, Look] = {}
        self._waiting: list[Entry] = []
        self._now: Entry | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._next)

    def seen(self, entry: Entry) -> "Look | None":
        """Return what was seen of a proposal, None if it was changed since."""
        look = self._seen.get(entry.path)
        return look if look is not None and look.changed == entry.changed else None

    def look(self, entries: Iterable[Entry]) -> None:
        """Look at what was not seen yet: the last one edited, then all that may be ready."""
        told = tuple(entries)
        first = last_edited(told)
        newest = sorted(told, key=lambda one: one.changed, reverse=True)
        wanted = [one for one in newest if one.is_complete or one is first]
        wanted.sort(key=lambda one: one is not first)
        self._waiting = [one for one in wanted if self.seen(one) is None]
        self._pause.start(_REST)

    def wait(self) -> None:
        """Let a person who types have the computer, and go on after that."""
        if self._waiting:
            self._pause.start(_REST)

    def rest(self) -> None:
        """Look at nothing more: a person works on one of them."""
        self._waiting = []
        self._pause.stop()

    def _next(self) -> None:
        if self._waiting:
            self._now = self._waiting.pop(0)
            self._tasks.run("look", partial(_look, self._now), self._take, failed=self._miss)

    def _take(self, look: "Look") -> None:
        self._seen[look.path] = look
        self.looked.emit(look)
        self._go_on()

    def _miss(self, _sentence: str) -> None:
        if self._now is not None:
            self.failed.emit(self._now.path)
        self._go_on()

    def _go_on(self) -> None:
        if not self._pause.isActive():
            self._pause.start(_BREATH)


def _look(entry: Entry, _work: Work) -> "Look":
    # Loaded late, beside the window: the checks are most of the program.
    from ui.home.looks import look_at  # noqa: PLC0415

    return look_at(entry)
