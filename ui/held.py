"""Asks what to do with a proposal that is open in another window or on another computer."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.store.lock import Claim, Holder
from ui.parts.buttons import Button
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.sheet import Dialog
from ui.shown_times import shown_moment
from ui.words import _


class Held(Dialog):
    """Says who has a proposal open, and offers to read it, to copy it and to take it over.

    Signals say what was clicked.
    """

    read_asked = Signal()
    copy_asked = Signal()
    take_over_asked = Signal()

    def __init__(self, window: QWidget, path: Path, claim: Claim, now: datetime) -> None:
        super().__init__(window, held_words(claim, now), path.name, width=560)
        self.read = Button(_("Open read-only"), "primary", self.panel)
        self.copy = Button(_("Open a copy"), "secondary", self.panel)
        self.take_over = Button(_("Take over"), "ghost", self.panel)
        for button, asked in (
            (self.read, self.read_asked),
            (self.copy, self.copy_asked),
            (self.take_over, self.take_over_asked),
        ):
            button.clicked.connect(self.leave)
            button.clicked.connect(asked)
        who = _("The other window") if is_here(claim) else claim.holder.user or claim.holder.machine
        over = _(
            "Take over: only if nobody types there any more. {who} is told "
            "at the next change and can save a copy; a backup is kept."
        ).format(who=who)
        ways = column(spacing=12)
        for icon, words in (
            ("eye", _("Read-only: see, search and export all of it. Nothing is changed.")),
            ("copy", _("A copy: work now, and bring your changes home when it is free.")),
            ("move-right", over),
        ):
            line = row(column(1, Icon(icon, 16, "ink3"), STRETCH), spacing=10)
            line.addWidget(Label(words, "cell", "ink2", wrap=True), 1)
            ways.addLayout(line)
        self.set_body(ways)
        self.foot.addWidget(self.take_over)
        self.foot.addStretch(1)
        self.foot.addWidget(self.copy)
        self.foot.addWidget(self.read)

    def open(self) -> None:
        """Show the dialog with the harmless way first."""
        super().open()
        self.read.setFocus()


def is_here(claim: Claim) -> bool:
    """Return whether the same person has it open on this computer."""
    here = Holder.this()
    return (claim.holder.machine, claim.holder.user) == (here.machine, here.user)


def held_words(claim: Claim, now: datetime) -> str:
    """Return who has a proposal open: "Open in another window since 2:02 PM."."""
    since = shown_moment(claim.since, now)
    if is_here(claim):
        return _("Open in another window since {since}.").format(since=since)
    user, machine = claim.holder.user, claim.holder.machine
    who = _("{user} on {machine}").format(user=user, machine=machine) if user else machine
    return _("Open by {who} since {since}.").format(who=who, since=since)
