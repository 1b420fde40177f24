"""Findings set aside: the reason is asked for, kept in the proposal, and can be taken back."""

from PySide6.QtWidgets import QWidget

from roadmapper.proposal.aside import set_aside
from roadmapper.proposal.facts import Finding
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.parts.sheet import Dialog
from ui.words import _


def bring_back(opened: Opened, finding: Finding) -> None:
    """Put a finding on the list again."""
    values = set_aside(opened.answers, finding, "")
    opened.bridge.change(values, _("Bring back a finding"))


class SetAside(Dialog):
    """Asks why a finding may stay as it is."""

    def __init__(self, window: QWidget, opened: Opened, finding: Finding, sentence: str) -> None:
        super().__init__(window, _("Set this aside?"), sentence, width=500)
        self._opened, self._finding = opened, finding
        self.reason = LineInput(_("Reason"), self.panel)
        self.reason.setPlaceholderText(_("Such as: their counsel wants it so"))
        note = _("It stays in this proposal until the answer changes. It is never printed.")
        label = Label(_("Why it may stay as it is"), "label")
        label.setBuddy(self.reason)
        self.set_body(column(label, 6, self.reason, 5, Label(note, "caption", "ink3", wrap=True)))
        self.no = Button(_("Not now"), "secondary", self.panel)
        self.yes = Button(_("Set aside"), "primary", self.panel)
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
        finding, reason = self._finding, self.reason.text().strip()
        values = set_aside(self._opened.answers, finding, reason)
        self.leave()
        self._opened.bridge.change(values, _("Set a finding aside"))
