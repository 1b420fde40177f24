"""Findings set aside: the reason is asked for, kept in the proposal, and can be taken back."""

from PySide6.QtWidgets import QWidget

from roadmapper.proposal.aside import set_aside
from roadmapper.proposal.facts import Finding
from ui.opened import Opened
from ui.reason_sheet import ReasonSheet
from ui.words import _


def bring_back(opened: Opened, finding: Finding) -> None:
    """Put a finding on the list again."""
    values = set_aside(opened.answers, finding, "")
    opened.bridge.change(values, _("Bring back a finding"))


class SetAside(ReasonSheet):
    """Asks why a finding may stay as it is."""

    def __init__(self, window: QWidget, opened: Opened, finding: Finding, sentence: str) -> None:
        super().__init__(window, _("Set this aside?"), sentence)
        self._opened, self._finding = opened, finding
        self.say(
            _("Why it may stay as it is"),
            _("Such as: their counsel wants it so"),
            _("It stays in this proposal until the answer changes. It is never printed."),
            _("Set aside"),
        )
        self.given.connect(self._keep)

    def _keep(self, reason: str) -> None:
        values = set_aside(self._opened.answers, self._finding, reason)
        self._opened.bridge.change(values, _("Set a finding aside"))
