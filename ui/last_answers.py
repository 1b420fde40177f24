"""Asks what becomes of answers that could not be written before they are given up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.messages import Question
from ui.parts.buttons import Button
from ui.words import _


class LastAnswers(Question):
    """Asks what becomes of the last answers, which could not be written.

    Signals:
        given_up: the person closes without them.
    """

    given_up = Signal()

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(
            window,
            _("Close without your last answers?"),
            _(
                "What you typed last could not be written to {name}. A copy in "
                "another folder keeps all of it."
            ).format(name=name),
            _("Save a copy"),
            _("Go back"),
        )
        self.give_up = Button(_("Close without them"), "ghost", self.panel)
        self.give_up.clicked.connect(self._give_up)
        self.foot.insertWidget(0, self.give_up)

    def _give_up(self) -> None:
        self.leave()
        self.given_up.emit()
