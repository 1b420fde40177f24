"""How often a limit of a stability index is crossed by chance, beside the table of signals."""

from PySide6.QtWidgets import QWidget

from roadmapper.cards import psi
from roadmapper.plans import SIGNALS
from roadmapper.template.kinds import number
from ui.opened import Opened
from ui.parts.labels import Label

ASKED = SIGNALS
"""The table it stands below."""


class Chance(Label):
    """One sentence for each stability index, from the numbers of cases in its row."""

    def __init__(self, path: str, opened: Opened, parent: QWidget) -> None:
        super().__init__("", "caption", "ink3", parent, wrap=True)
        self._opened = opened
        self.show_path(path)

    def show_path(self, path: str) -> None:
        """Tell of the table at another address."""
        self._path = path
        self.refresh()

    def refresh(self) -> None:
        """Tell what holds now; nothing without an index that has its cases."""
        told = [self._told(f"{self._path}[{row}]") for row in self._opened.answers.rows(self._path)]
        self.setText("\n".join(filter(None, told)))
        self.setVisible(bool(self.text()))

    def _told(self, row: str) -> str:
        answers = self._opened.answers
        signal = answers.text(f"{row}.signal")
        cases, baseline = (
            number(answers.text(f"{row}.{name}")) for name in ("minimum_n", "baseline_n")
        )
        if not psi.is_psi(signal) or not cases or cases < 1:
            return ""
        return f"{signal}: {psi.told(int(cases), int(baseline) if baseline else None)}"
