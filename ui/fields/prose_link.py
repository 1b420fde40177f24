"""The box in which a link is made, changed or taken away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.document.markup import link_target
from ui.fields.inputs import LineInput, set_state
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.popover import Popover
from ui.words import _


class LinkPopover(Popover):
    """Text and address of a link.

    Signals:
        told: text and address to use; an empty address takes the link away.
    """

    told = Signal(str, str)

    def __init__(self, anchor: QWidget, text: str, target: str) -> None:
        super().__init__(_("Link"), anchor, width=340)
        self.text = LineInput(_("Text of the link"), self)
        self.text.setText(text)
        self.address = LineInput(_("Address of the link"), self)
        self.address.setText(target)
        self.address.setPlaceholderText("https://")
        self.wrong = Label("", "caption", "neg", wrap=True, weight=500)
        self.wrong.hide()
        self.save = Button(_("Change link") if target else _("Add link"), "primary", small=True)
        self.remove = Button(_("Remove link"), "ghost", small=True)
        self.save.setDefault(True)
        buttons = row(self.save, STRETCH, spacing=8)
        if target:
            buttons.insertWidget(1, self.remove)
        self.fill(
            column(
                Label(_("Text"), "label"), self.text, 4, Label(_("Address"), "label"), self.address,
                self.wrong, 6, buttons, spacing=5,
            )
        )  # fmt: skip
        self.remove.setVisible(bool(target))
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.text.returnPressed.connect(self._save)
        self.address.returnPressed.connect(self._save)
        self.address.textEdited.connect(self._forgive)

    def open(self) -> None:
        """Show the box with the cursor where something is missing."""
        super().open()
        (self.address if self.text.text() else self.text).setFocus()

    def _save(self) -> None:
        target = _target(self.address.text())
        if not target:
            self.wrong.setText(_("Enter a web or mail address, such as https://example.org."))
            self.wrong.show()
            set_state(self.address, "error")
            self.adjustSize()
            return
        self.told.emit(self.text.text().strip() or self.address.text().strip(), target)
        self.close()

    def _remove(self) -> None:
        self.told.emit(self.text.text().strip(), "")
        self.close()

    def _forgive(self) -> None:
        self.wrong.hide()
        set_state(self.address, "")


def _target(typed: str) -> str:
    """Return an address; what looks like one without its beginning gets it."""
    typed = typed.strip()
    if ":" not in typed and " " not in typed and "." in typed:
        typed = f"mailto:{typed}" if "@" in typed else f"https://{typed}"
    return link_target(typed)
