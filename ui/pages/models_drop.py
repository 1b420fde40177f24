"""A file that is dropped on the page of the model cards is read as a card."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.home.entries import SUFFIX
from ui.toasts import toasts_of
from ui.words import _


class CardDrop(QObject):
    """Takes files that are dropped on a page; proposals are left to the window.

    Signals:
        dropped: a file came; carries its path.
    """

    dropped = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a file; leave everything else to the window."""
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if not _files(event.mimeData()):
                event.ignore()
                return True
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            files = _files(event.mimeData())
            if files:
                event.acceptProposedAction()
                self._take(files)
            return True
        return False

    def _take(self, files: list[Path]) -> None:
        self.dropped.emit(files[0])
        toasts = toasts_of(self._page)
        if len(files) > 1 and toasts is not None:
            line = _("“{name}” is read. Drop the others after it.").format(name=files[0].name)
            toasts.say(_("One card at a time"), line, icon="info", color="info")


def _files(data: QMimeData) -> list[Path]:
    """Return the files that may be cards; a proposal among them makes it none."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [] if any(one.suffix.lower() == SUFFIX for one in files) else files
