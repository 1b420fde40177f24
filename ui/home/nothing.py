"""What Home shows when the search or the filter finds nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.home.entries import Status
from ui.parts.buttons import Button
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.words import _

_EMPTY = {
    Status.IN_PROGRESS: (
        _("No proposals are in progress"),
        _("What you begin stands here until it is ready or was delivered."),
    ),
    Status.READY: (
        _("No proposals are ready yet"),
        _("A proposal is ready when every essential answer is in and nothing must be fixed."),
    ),
    Status.DELIVERED: (
        _("No proposals were delivered yet"),
        _("Mark one as delivered from its menu once the client has it."),
    ),
}


class Nothing(QWidget):
    """Says why the list is empty, and how to see it all again.

    Signals:
        cleared: the search and the filter are to be cleared.
    """

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon("search", 26, "accent")
        self._title = Label("", "heading", wrap=True)
        self._words = Label("", "body", "ink2", wrap=True)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.clear = Button(_("Clear search"), "secondary")
        self.clear.clicked.connect(self.cleared)
        line, button = row(STRETCH, self._icon, STRETCH), row(STRETCH, self.clear, STRETCH)
        self.setLayout(column(40, line, 12, self._title, 4, self._words, 16, button, 40))

    @property
    def told(self) -> str:
        """What it says."""
        return f"{self._title.text()}. {self._words.text()}"

    def explain(self, search: str, status: Status | None) -> None:
        """Say what was looked for."""
        looked = " ".join(search.split())
        if looked:
            where = f" in “{status}”" if status else ""
            title = _("No client or opportunity matches “{looked}”{where}.").format(
                looked=looked, where=where
            )
            words = _("Look for fewer words, or for another part of the name.")
        else:
            title, words = _EMPTY[status or Status.IN_PROGRESS]
        self._icon.show_icon("search" if looked else "folder-open", "accent")
        self._title.setText(title)
        self._words.setText(words)
        self.clear.setText(_("Clear search") if looked else _("Show all proposals"))
        self.clear.updateGeometry()
