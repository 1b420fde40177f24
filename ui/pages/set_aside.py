"""Findings set aside: the reason is asked for, kept in the proposal, and can be taken back."""

from PySide6.QtWidgets import QWidget

from roadmapper.proposal.aside import set_aside
from roadmapper.proposal.facts import Finding
from ui.opened import Opened
from ui.parts.reason import Asked, ReasonDialog
from ui.words import _


def bring_back(opened: Opened, finding: Finding) -> None:
    """Put a finding on the list again."""
    values = set_aside(opened.answers, finding, "")
    opened.bridge.change(values, _("Bring back a finding"))


class SetAside(ReasonDialog):
    """Asks why a finding may stay as it is."""

    def __init__(self, window: QWidget, opened: Opened, finding: Finding, sentence: str) -> None:
        asked = Asked(
            title=_("Set this aside?"),
            sentence=sentence,
            label=_("Why it may stay as it is"),
            example=_("Such as: their counsel wants it so"),
            note=_("It stays in this proposal until the answer changes. It is never printed."),
            yes=_("Set aside"),
        )
        super().__init__(window, asked, self._set_aside)
        self._opened, self._finding = opened, finding

    def _set_aside(self, reason: str) -> None:
        values = set_aside(self._opened.answers, self._finding, reason)
        self._opened.bridge.change(values, _("Set a finding aside"))
