"""Tells where something was taken back or brought again, so that it is not done unseen."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch, Origin
from roadmapper.proposal.path import EVIDENCE, FILES, MARKS
from ui import access
from ui.opened import Opened
from ui.words import _


class Undone(QObject):
    """Listens for undo and redo.

    Signals:
        go_asked: the address of an answer that is as it was before; everything shows it by then.
    """

    _settled = Signal(str)
    go_asked = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self._home = parent
        self._sections = {section.id for section in opened.template.sections}
        opened.bridge.changed.connect(self._take)
        # Not sooner: everything else takes the change first.
        self._settled.connect(self.go_asked, Qt.ConnectionType.QueuedConnection)

    def _take(self, batch: Batch) -> None:
        if batch.origin not in (Origin.UNDO, Origin.REDO):
            return
        words = _("Undone: {label}") if batch.origin is Origin.UNDO else _("Redone: {label}")
        access.announce(self._home, words.format(label=batch.label))
        told = [one.path.removeprefix(f"{EVIDENCE}.") for one in batch.changes]
        told = [one.removeprefix(f"{FILES}.") for one in told]
        paths = [one.removeprefix(f"{MARKS}.") for one in told]
        path = next((one for one in paths if one.partition(".")[0] in self._sections), "")
        if path:
            self._settled.emit(path)
