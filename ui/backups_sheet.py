"""The backups of a proposal: open one as a copy, or go back to it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.parts.buttons import Button
from ui.parts.labels import Label, Rule
from ui.parts.layouts import column, row
from ui.parts.scrolling import fitting, scrolled
from ui.parts.sheet import Dialog
from ui.shown_numbers import shown_amount, shown_size
from ui.shown_times import shown_moment
from ui.words import _, ngettext

if TYPE_CHECKING:
    from roadmapper.store.backups import Backup

_LEAD = _("The ten newest are kept, on this computer only. One is made on every day with changes.")
_NONE = _("There is none yet. The first one is made when a changed proposal is opened.")


class BackupsSheet(Dialog):
    """Lists backups; `may_go_back` offers to go back, which needs the proposal open for changes.

    Signals:
        copy_asked, back_asked: the backup that is meant.
    """

    copy_asked = Signal(object)
    back_asked = Signal(object)

    def __init__(
        self,
        window: QWidget,
        name: str,
        backups: Sequence["Backup"],
        *,
        may_go_back: bool,
    ) -> None:
        super().__init__(window, _("Backups of {name}").format(name=name), _LEAD, width=680)
        self.lines: list[BackupLine] = []
        body = column(spacing=0)
        for backup in backups:
            line = BackupLine(backup, self, may_go_back=may_go_back)
            line.copy.clicked.connect(self._teller(self.copy_asked, backup))
            line.back.clicked.connect(self._teller(self.back_asked, backup))
            self.lines.append(line)
            body.addWidget(line)
        if not backups:
            body.addWidget(Label(_NONE, "cell", "ink2", wrap=True))
        wanted = min(360, 47 * max(1, len(backups)))
        self.set_body(scrolled(body, height=fitting(window, wanted, 215)))
        done = Button(_("Close"), "secondary", self.panel)
        done.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(done)

    def open(self) -> None:
        """Show the dialog with the newest backup in front."""
        super().open()
        if self.lines:
            self.lines[0].copy.setFocus()

    def _teller(self, asked: SignalInstance, backup: "Backup") -> Callable[[], None]:
        def tell() -> None:
            self.leave()
            asked.emit(backup)

        return tell


class BackupLine(QWidget):
    """One backup: when, how much, and what can be done with it."""

    def __init__(self, backup: "Backup", parent: QWidget, *, may_go_back: bool) -> None:
        super().__init__(parent)
        when = shown_moment(backup.at)
        told = f"{_answers(backup.answers)}, {shown_size(backup.size)}"
        words = column(Label(when, "cell", wrap=True), Label(told, "caption", "ink3", wrap=True))
        self.copy = Button(_("Open a copy"), "ghost", self, icon="copy", small=True)
        self.copy.setAccessibleName(_("Open a copy of the backup of {when}").format(when=when))
        self.back = Button(_("Go back to it"), "ghost", self, icon="history", small=True)
        self.back.setAccessibleName(_("Go back to the backup of {when}").format(when=when))
        self.back.setVisible(may_go_back)
        line = row(spacing=8, margins=(0, 7, 8, 7))
        line.addLayout(words, 1)
        line.addWidget(self.copy)
        line.addWidget(self.back)
        self.setLayout(column(line, Rule()))


def _answers(count: int) -> str:
    return ngettext("One answer", "{count} answers", count).format(count=shown_amount(count))
