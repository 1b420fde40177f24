"""What Home shows when the search or the filter finds nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.buttons import Button
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row


class Nothing(QWidget):
    """Says why the list is empty, and how to see it all again.

    Signals:
        cleared: the search and the filter are to be cleared.
    """

    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label("", "body", "ink2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.clear = Button("Show all proposals", "secondary")
        self.clear.clicked.connect(self.cleared)
        line = row(STRETCH, Icon("search", 26, "accent"), STRETCH)
        button = row(STRETCH, self.clear, STRETCH)
        self.setLayout(column(STRETCH, line, 12, self._words, 14, button, STRETCH, STRETCH))

    def explain(self, search: str, status: str) -> None:
        """Say what was looked for."""
        if search.strip():
            self._words.setText(f"No client or opportunity matches “{search.strip()}”.")
        else:
            self._words.setText(f"No proposal is {status.lower()} yet.")
