"""Says that a file of the list cannot be read or is gone, and what can be done."""

from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.home.entries import MISSING, UNREADABLE
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.sheet import Dialog
from ui.words import _

_HAVE = _("There are backups of it on this computer.")
_NONE = _("There is no backup of it on this computer.")


class Lost(Dialog):
    """A file that cannot be opened. The first button is the most helpful one.

    Signals say what was clicked.
    """

    backup_asked = Signal()
    find_asked = Signal()
    folder_asked = Signal()
    forget_asked = Signal()

    def __init__(self, window: QWidget, path: Path, sentence: str, *, has_backup: bool) -> None:
        missing = not path.exists()
        title = MISSING if missing else UNREADABLE
        known = _HAVE if has_backup else _NONE
        words = (
            _("It was in {parent}.").format(parent=path.parent)
            if missing
            else f"{sentence.partition('. ')[0]}."
        )
        super().__init__(window, title, path.name, width=540)
        self.set_body(Label(f"{words} {known}", "cell", "ink2", wrap=True))
        self.buttons: dict[str, Button] = {}
        self._add(_("Remove from list"), "ghost", self.forget_asked)
        self.foot.addStretch(1)
        if not missing:
            self._add(_("Show in folder"), "secondary", self.folder_asked)
        if has_backup:
            self._add(_("Try a backup"), "secondary" if missing else "primary", self.backup_asked)
        if missing:
            self._add(_("Find it"), "primary", self.find_asked)

    def open(self) -> None:
        """Show the dialog with the most helpful way first."""
        super().open()
        list(self.buttons.values())[-1].setFocus()

    def _add(self, label: str, look: str, asked: SignalInstance) -> None:
        button = Button(label, look, self.panel)
        button.clicked.connect(self.leave)
        button.clicked.connect(asked)
        self.foot.addWidget(button)
        self.buttons[label] = button
