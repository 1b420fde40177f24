"""What could not be written: told in one sentence, kept, and not lost by closing."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.shown_dates import shown_time
from ui.toasts import Toast
from ui.words import _

if TYPE_CHECKING:
    from ui.opened import Opened
    from ui.window import Window


class Unsaved(QObject):
    """Tells when the open proposal cannot be written, and offers a way out."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._toast: Toast | None = None

    def tell(self, sentence: str) -> None:
        """Say what stands in the way; the message stays until everything is kept."""
        self.end()
        toast = self._window.toasts.warn(_("Not saved"), sentence)
        toast.add_action(_("Retry")).clicked.connect(self._retry)
        toast.add_action(_("Save a copy")).clicked.connect(self._window.menu.rescue)
        toast.gone.connect(self._forget)
        self._toast = toast

    def tell_recovered(self, opened: "Opened") -> None:
        """Say that all is there after the program was ended by force."""
        last = opened.session.history.undoable
        toast = self._window.toasts.say(
            _("Recovered after an unexpected close"),
            _("Nothing was lost. Last change at {time}.").format(time=shown_time(last[-1].at))
            if last
            else _("Nothing was lost."),
            action=_("See changes"),
            stays=True,
        )
        left = opened.file.left
        toast.acted.connect(toast.go)
        toast.acted.connect(partial(self._window.menu.show_recovered, left.since if left else None))
        opened.closed.connect(toast.go)

    def end(self) -> None:
        """Take the message away."""
        toast, self._toast = self._toast, None
        if toast is not None:
            toast.go()

    def may_leave(self, again: Callable[[], object]) -> bool:
        """Return whether nothing is lost by closing; else ask, and `again` closes if wanted."""
        wizard = self._window.wizard
        if wizard is None:
            return True
        wizard.flush()
        bridge = wizard.opened.bridge
        if not bridge.waiting or bridge.retry():
            return True
        # Loaded late: a dialog is rarely needed here.
        from ui.last_answers import LastAnswers  # noqa: PLC0415

        question = LastAnswers(self._window, wizard.opened.path.name)
        question.agreed.connect(self._window.menu.rescue)
        question.given_up.connect(bridge.give_up)
        question.given_up.connect(again)
        question.open()
        return False

    def _retry(self) -> None:
        if self._window.wizard is not None:
            self._window.wizard.opened.bridge.retry()

    def _forget(self) -> None:
        self._toast = None
