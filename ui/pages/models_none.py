"""The answer of a solution that uses no models: a switch, and what that hides."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.cards import Card
from ui.parts.choices import Toggle
from ui.parts.labels import Label
from ui.parts.layouts import column, row
from ui.words import _, ngettext


class NoModels(Card):
    """Says that there is no model to explain; what was written before is kept.

    Signals:
        switched: whether the solution uses no models.
    """

    switched = Signal(bool)

    def __init__(self, label: str, parent: QWidget) -> None:
        self.switch = Toggle(label)
        self._told = Label("", "caption", "ink2", wrap=True)
        title = Label(label, "label", wrap=True)
        title.setBuddy(self.switch)
        line = row(spacing=12)
        line.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(title, self._told, spacing=2), 1)
        super().__init__(line, parent, margins=(16, 12, 16, 12))
        self.switch.clicked.connect(self.switched)

    def show_state(self, *, on: bool, cards: int) -> None:
        """Show whether it is so, and how many cards wait behind it."""
        self.switch.setChecked(on)
        if on and cards:
            told = ngettext(
                "One model card is kept, and comes back when you switch this off.",
                "{count} model cards are kept, and come back when you switch this off.",
                cards,
            ).format(count=cards)
        elif on:
            told = _("One sentence is enough. The step is complete with it.")
        else:
            told = _("Then one sentence answers this step. Simple rules count as models, too.")
        self._told.setText(told)
