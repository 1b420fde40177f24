"""One question of theirs: whether it is answered, where, and what may be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.their_questions import TheirQuestion
from ui import theme
from ui.parts.buttons import Button, IconButton
from ui.parts.chips import Chip
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.shown_dates import shown_date
from ui.words import _

_CHIP = 92


class AskedRow(QWidget):
    """A question with its state; a suggestion stays one until it is confirmed.

    Signals:
        confirmed: the suggested place is right.
        place_asked: another place is to be chosen.
        go_asked: the address of the place.
        removed: the question is to go.
    """

    confirmed = Signal()
    place_asked = Signal()
    go_asked = Signal(str)
    removed = Signal()

    def __init__(
        self, asked: TheirQuestion, suggested: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.asked = asked
        self.suggested, label = suggested
        words, kind = (_("Answered"), "pos") if asked.is_answered else (_("Not yet"), "warn")
        chip = holder(row(Chip(words, kind), STRETCH))
        chip.setFixedWidth(theme.px(_CHIP))
        told = column(Label(asked.text, "control", wrap=True), spacing=2)
        told.addWidget(Label(_told(asked, label), "caption", "ink2", wrap=True))
        line = row(chip, spacing=8, margins=(0, 8, 0, 8))
        line.addLayout(told, 1)
        self.stops: tuple[QWidget, ...] = tuple(self._buttons())
        for button in self.stops:
            line.addWidget(button)
        self.setLayout(line)

    def _buttons(self) -> list[QWidget]:
        made: list[QWidget] = []
        if self.suggested:
            yes = self._button(_("Confirm"), "secondary")
            yes.clicked.connect(self.confirmed)
            made.append(yes)
        elif self.asked.where:
            there = self._button(_("Go there"), "ghost")
            there.clicked.connect(self._go)
            made.append(there)
        other = self._button(_("Choose place"), "ghost" if made else "secondary")
        other.clicked.connect(self.place_asked)
        name = _("Take this question out: {question}").format(question=self.asked.text)
        out = IconButton("x", name, self, size=28)
        out.clicked.connect(self.removed)
        return [*made, other, out]

    def _button(self, words: str, kind: str) -> Button:
        button = Button(words, kind, self, small=True, tight=True)
        button.setAccessibleName(f"{words}: {self.asked.text}")
        return button

    def _go(self) -> None:
        self.go_asked.emit(self.asked.where)


def _told(asked: TheirQuestion, suggested: str) -> str:
    if asked.where and asked.is_answered:
        return asked.label
    when = _("We answer by {date}.").format(date=shown_date(asked.by)) if asked.by else ""
    if asked.where:
        told = _("{place} is not answered yet.").format(place=asked.label)
    elif suggested:
        told = _("Suggested: {place}.").format(place=suggested)
    else:
        told = _("No place is chosen.")
    return f"{told} {when}".strip()
