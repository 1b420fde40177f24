"""Work beside the window: pure functions over frozen values, the latest of its kind wins."""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from roadmapper.errors import RoadmapperError
from ui.words import _

log = logging.getLogger(__name__)

_CLOSING = 3000
"""Milliseconds to wait for running work when the window closes."""


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


class _Signals(QObject):
    done = Signal(object)
    failed = Signal(str)
    told = Signal(float, str)
    ended = Signal()


class Task(QRunnable):
    """One piece of work. Its signals arrive in the thread of the window.

    Signals (on `signals`): done(result), failed(sentence), told(part, words), ended().
    """

    def __init__(self, function: Callable[[Work], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.signals = _Signals()
        self.work = Work(self.signals.told.emit)
        self._function = function

    def cancel(self) -> None:
        """Ask the work to end; its result is dropped."""
        self.work.cancel()

    @Slot()
    def run(self) -> None:
        """Do the work, in a thread of the pool."""
        try:
            result = self._function(self.work)
        except CancelledError:
            pass
        except RoadmapperError as error:
            self._say(self.signals.failed, str(error))
        except Exception:  # The edge of a thread: whatever ends it must reach the person.
            log.exception("Work beside the window failed")
            self._say(self.signals.failed, _("Something went wrong. Your answers are safe."))
        else:
            self._say(self.signals.done, result)
        self.signals.ended.emit()

    def _say(self, signal: Any, value: object) -> None:
        if not self.work.is_cancelled:
            signal.emit(value)


class Tasks(QObject):
    """Starts work; newer work under the same key ends the older."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._running: dict[str, Task] = {}
        self._ending: set[Task] = set()
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
    ) -> Task:
        """Run a function beside the window; `done`, `failed` and `told` are called in its thread.

        So is `ended`, at last, also when the work was ended from outside. They are connected
        before the work starts: short work ends before `run` returns.
        """
        self.cancel(key)
        task = Task(function)
        if done is not None:
            task.signals.done.connect(done)
        if failed is not None:
            task.signals.failed.connect(failed)
        if told is not None:
            task.signals.told.connect(told)
        if ended is not None:
            task.signals.ended.connect(ended)
        if self._closed:
            return task
        self._running[key] = task
        # A task must live until its last signal was delivered.
        self._ending.add(task)
        task.signals.ended.connect(lambda: self._forget(key, task))
        self._pool.start(task)
        return task

    def cancel(self, key: str) -> None:
        """End the work under this key."""
        task = self._running.pop(key, None)
        if task is not None:
            task.cancel()

    def is_running(self, key: str) -> bool:
        """Return whether work under this key is going on."""
        return key in self._running

    @property
    def is_busy(self) -> bool:
        """Whether anything is going on."""
        return bool(self._running)

    def wait(self, milliseconds: int) -> None:
        """Wait until all work is done, but no longer than this."""
        self._pool.waitForDone(milliseconds)

    def close(self) -> None:
        """End all work and wait for it; what is asked for later is not begun."""
        self._closed = True
        for key in tuple(self._running):
            self.cancel(key)
        self._pool.clear()
        self._pool.waitForDone(_CLOSING)

    def _forget(self, key: str, task: Task) -> None:
        if self._running.get(key) is task:
            del self._running[key]
        self._ending.discard(task)
