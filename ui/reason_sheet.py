"""Asks for the reason of a choice, which is kept in the proposal and never printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.fields.inputs import LineInput
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.parts.sheet import Dialog
from ui.words import _


class ReasonSheet(Dialog):
    """Asks for a reason in one line; without one there is no yes.

    Signals:
        given: the reason, once the sheet is gone.
    """

    given = Signal(str)

    def __init__(self, window: QWidget, title: str, line: str) -> None:
        super().__init__(window, title, line, width=500)
        self.reason = LineInput(_("Reason"), self.panel)
        self.no = Button(_("Not now"), "secondary", self.panel)
        self.yes = Button("", "primary", self.panel)
        self.yes.setEnabled(False)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self._give)
        self.reason.textChanged.connect(self._look)
        self.reason.returnPressed.connect(self.yes.click)

    def say(self, label: str, example: str, note: str, yes: str) -> None:
        """Say what is asked for, an example of it, what becomes of it, and what the button does."""
        self.reason.setPlaceholderText(example)
        self.yes.setText(yes)
        shown = Label(label, "label")
        shown.setBuddy(self.reason)
        self.set_body(column(shown, 6, self.reason, 5, Label(note, "caption", "ink3", wrap=True)))

    def _look(self) -> None:
        self.yes.setEnabled(bool(self.reason.text().strip()))

    def _give(self) -> None:
        reason = self.reason.text().strip()
        self.leave()
        self.given.emit(reason)
