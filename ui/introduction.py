"""Asks once who sits here: a name for the history, a role for what is shown first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.fields.inputs import LineInput
from ui.parts.buttons import Button
from ui.parts.choices import Tile
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.scrolling import Yielding
from ui.parts.sheet import Dialog
from ui.roles import ROLES
from ui.settings import Settings
from ui.words import _

_DOES = {
    "AE": _("Drafts the whole proposal"),
    "SA": _("Fills in models and technical steps"),
    "MGR": _("Reads, reviews and approves"),
}
_ICONS = {"AE": "file-pen-line", "SA": "settings", "MGR": "badge-check"}


class Introduction(Dialog):
    """Name and role. It can be left; both are in the settings too.

    Signals:
        told: the settings with what was said.
    """

    told = Signal(Settings)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(
            window,
            _("Who is at the keyboard?"),
            _(
                "Your name stands beside your changes. Your role shows your "
                "questions first; nothing is locked."
            ),
            width=500,
        )
        self._settings = settings
        self.name = LineInput(_("Your name"), self.panel)
        self.name.setText(settings.name)
        self.tiles = {
            role: Tile(title, _DOES[role], _ICONS[role], self.panel)
            for role, title in ROLES.items()
        }
        head, choice = Label(_("Your name"), "label"), Label(_("Your role"), "label")
        body = column(head, 6, self.name, 16, choice, 8, column(*self.tiles.values(), spacing=8))
        self.set_body(Yielding(body, self.panel))
        self.skip = Button(_("Not now"), "ghost", self.panel)
        self.skip.clicked.connect(self.dismiss)
        self.go_on = Button(_("Keep and go on"), "primary", self.panel)
        self.go_on.clicked.connect(self._tell)
        self.foot.addLayout(row(STRETCH, self.skip, self.go_on, spacing=10))

    def open(self) -> None:
        """Show the dialog with the cursor in the first field."""
        super().open()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, from the name and from a role."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.leave()
        role = next((role for role, tile in self.tiles.items() if tile.isChecked()), "")
        self.told.emit(self._settings._replace(name=self.name.text().strip(), role=role))
