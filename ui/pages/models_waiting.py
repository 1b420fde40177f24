"""Long work with a model card is told after a moment, with how far it is and a way to end it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.tasks import Tasks
from ui.toasts import Toast, toasts_of
from ui.words import _

PATIENCE = 1000
"""Milliseconds after which work is told."""


class Waiting(QObject):
    """Tells of one piece of work at a time."""

    def __init__(self, page: QWidget, tasks: Tasks, key: str) -> None:
        super().__init__(page)
        self._page, self._tasks, self._key = page, tasks, key
        self._toast: Toast | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)

    def begin(self, words: str) -> None:
        """Tell what is done, if it takes its time."""
        self.end()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(partial(self.tell, words))
        self._patience.start()

    def tell(self, words: str) -> None:
        """Tell what is done, with a way to end it."""
        toasts = toasts_of(self._page)
        if toasts is not None and self._tasks.is_running(self._key):
            self._toast = toasts.say(
                words, icon="info", color="info", action=_("Cancel"), stays=True
            )
            self._toast.acted.connect(self._cancel)

    def show_progress(self, part: float, words: str) -> None:
        """Show how far the work is, once it is told."""
        if self._toast is not None:
            self._toast.show_progress(part, words)

    def end(self) -> None:
        """Tell no more."""
        self._patience.stop()
        toast, self._toast = self._toast, None
        if toast is not None:
            toast.go()

    def _cancel(self) -> None:
        self._tasks.cancel(self._key)
        self.end()
