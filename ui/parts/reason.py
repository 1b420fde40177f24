"""A dialog that asks for a reason, without which it does nothing."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from ui.fields.inputs import LineInput
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.parts.sheet import Dialog
from ui.words import _


class Asked(NamedTuple):
    """The words of a dialog that asks for a reason."""

    title: str
    sentence: str
    label: str
    example: str
    note: str
    yes: str


class ReasonDialog(Dialog):
    """Asks why something may be, and hands the reason on."""

    def __init__(self, window: QWidget, asked: Asked, keep: Callable[[str], None]) -> None:
        super().__init__(window, asked.title, asked.sentence, width=500)
        self._hand_on = keep
        self.reason = LineInput(_("Reason"), self.panel)
        self.reason.setPlaceholderText(asked.example)
        label = Label(asked.label, "label")
        label.setBuddy(self.reason)
        note = Label(asked.note, "caption", "ink3", wrap=True)
        self.set_body(column(label, 6, self.reason, 5, note))
        self.no = Button(_("Not now"), "secondary", self.panel)
        self.yes = Button(asked.yes, "primary", self.panel)
        self.yes.setEnabled(False)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self._keep)
        self.reason.textChanged.connect(self._look)
        self.reason.returnPressed.connect(self.yes.click)

    def _look(self) -> None:
        self.yes.setEnabled(bool(self.reason.text().strip()))

    def _keep(self) -> None:
        reason = self.reason.text().strip()
        self.leave()
        self._hand_on(reason)
