"""A proposal that is open for reading only: everything is seen, nothing is changed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.bridge import ReadingBridge
from ui.parts.cards import Notice
from ui.parts.layouts import column, holder
from ui.toasts import Toast, Toasts
from ui.words import _

if TYPE_CHECKING:
    from ui.wizard import Wizard


class Reading(QObject):
    """Keeps an open proposal from being changed, and says so.

    Signals:
        acted: the button of the notice was clicked.
    """

    acted = Signal()

    def __init__(self, wizard: "Wizard", toasts: Toasts, action: str) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._toasts = toasts
        self._toast: Toast | None = None
        self.notice = Notice("info", wizard.opened.reading, action=action)
        self.notice.acted.connect(self.acted)
        wizard.show_above(holder(column(self.notice, margins=(20, 10, 20, 0))))
        if isinstance(wizard.opened.bridge, ReadingBridge):
            wizard.opened.bridge.refused_all.connect(self._tell)
        wizard.opened.closed.connect(self._end)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._protect)
            # The first field has the focus before there is anybody to look at it.
            self._protect(None, app.focusWidget())

    def _protect(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Let what takes the focus be read and copied from, and not be typed into."""
        if now is None or not any(
            part.isAncestorOf(now) for part in (self._wizard.stack, self._wizard.guidance)
        ):
            return
        if isinstance(now, QLineEdit | QTextEdit | QPlainTextEdit):
            now.setReadOnly(True)
        elif isinstance(now, QAbstractItemView):
            now.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def _tell(self) -> None:
        if self._toast is None:
            self._toast = self._toasts.say(
                _("Open for reading only"),
                _("This was not changed. The line above says what you can do."),
                icon="lock",
                color="ink2",
            )
            self._toast.gone.connect(self._forget)

    def _end(self) -> None:
        if self._toast is not None:
            self._toast.go()

    def _forget(self) -> None:
        self._toast = None
