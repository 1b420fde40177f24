"""Work beside the window: pure functions over frozen values, the latest of its kind wins."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from itertools import count
from threading import Event
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from roadmapper.errors import RoadmapperError
from ui.words import _

log = logging.getLogger(__name__)

_CLOSING = 3000
"""Milliseconds to wait for running work when the window closes."""
_DONE, _FAILED, _TOLD, _ENDED = "done", "failed", "told", "ended"


class CancelledError(Exception):
    """The person, or newer work of the same kind, ended this work."""


class Work:
    """What a function running beside the window may ask and tell."""

    def __init__(self, tell: Callable[[float, str], None]) -> None:
        self._tell = tell
        self._ended = Event()

    def cancel(self) -> None:
        """Ask the function to end; it ends at its next sign of progress."""
        self._ended.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the function was asked to end."""
        return self._ended.is_set()

    def progress(self, part: float, words: str) -> None:
        """Tell how far the work is.

        Raises:
            CancelledError: Nobody waits for the work any more.
        """
        if self._ended.is_set():
            raise CancelledError
        self._tell(part, words)


class _Teller(QObject):
    """Brings what work says into the thread of the window: its number, what it is, and values."""

    said = Signal(int, str, object)


class _Job(NamedTuple):
    """One piece of work and whom to tell about it."""

    key: str
    work: Work
    heard: Mapping[str, Callable[..., None] | None]

    def hear(self, what: str, values: tuple[Any, ...]) -> None:
        """Tell whoever waits for it, if that is still there and wants to know."""
        callback = self.heard.get(what)
        owner = getattr(callback, "__self__", None)
        is_gone = isinstance(owner, QObject) and not isValid(owner)
        is_wanted = what == _ENDED or not self.work.is_cancelled
        if callback is not None and is_wanted and not is_gone:
            callback(*values)


class Tasks(QObject):
    """Starts work; newer work under the same key ends the older.

    No Qt object belongs to a piece of work alone: one that went with it would go while Qt still
    delivers what it said, or in the thread of the work.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._teller = _Teller()
        self._teller.said.connect(self._hear)
        self._numbers = count()
        self._jobs: dict[int, _Job] = {}
        self._newest: dict[str, int] = {}
        self._closed = False

    def run(
        self,
        key: str,
        function: Callable[[Work], Any],
        done: Callable[[Any], None] | None = None,
        *,
        failed: Callable[[str], None] | None = None,
        told: Callable[[float, str], None] | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Run a function beside the window; `done`, `failed` and `told` are called in its thread.

        So is `ended`, at last, also when the work was ended from outside.
        """
        self.cancel(key)
        if self._closed:
            return
        number, tell = next(self._numbers), self._teller.said.emit
        work = Work(lambda part, words: tell(number, _TOLD, (part, words)))
        heard = {_DONE: done, _FAILED: failed, _TOLD: told, _ENDED: ended}
        self._jobs[number] = _Job(key, work, heard)
        self._newest[key] = number
        self._pool.start(partial(_do, function, work, partial(tell, number)))

    def cancel(self, key: str) -> None:
        """End the work under this key."""
        number = self._newest.pop(key, None)
        if number is not None:
            self._jobs[number].work.cancel()

    def is_running(self, key: str) -> bool:
        """Return whether work under this key is going on."""
        return key in self._newest

    @property
    def is_busy(self) -> bool:
        """Whether anything is going on that somebody waits for."""
        return bool(self._newest)

    @property
    def is_idle(self) -> bool:
        """Whether all work has come to its end, also what was ended from outside."""
        return not self._jobs

    def wait(self, milliseconds: int) -> None:
        """Wait until all work is done, but no longer than this."""
        self._pool.waitForDone(milliseconds)

    def close(self) -> None:
        """End all work and wait for it; what is asked for later is not begun."""
        self._closed = True
        for key in tuple(self._newest):
            self.cancel(key)
        self._pool.clear()
        self._pool.waitForDone(_CLOSING)

    def _hear(self, number: int, what: str, values: tuple[Any, ...]) -> None:
        job = self._jobs[number]
        if what == _ENDED:
            del self._jobs[number]
            if self._newest.get(job.key) == number:
                del self._newest[job.key]
        job.hear(what, values)


def _do(
    function: Callable[[Work], Any], work: Work, say: Callable[[str, tuple[Any, ...]], None]
) -> None:
    """Do the work, in a thread of the pool, and say what came of it."""
    try:
        say(_DONE, (function(work),))
    except CancelledError:
        pass
    except RoadmapperError as error:
        say(_FAILED, (str(error),))
    except Exception:  # The edge of a thread: whatever ends it must reach the person.
        log.exception("Work beside the window failed")
        say(_FAILED, (_("Something went wrong. Your answers are safe."),))
    say(_ENDED, ())
