"""The dialog that renames a proposal: its name on the cover, and its file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.fields.inputs import LineInput, set_state
from ui.file_names import file_name
from ui.home.entries import SUFFIX
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.parts.sheet import Dialog
from ui.words import _


class Rename(Dialog):
    """Asks for both names; each may stay as it is.

    Signals:
        renamed: the name on the cover and the name of the file, without its ending.
    """

    renamed = Signal(str, str)

    def __init__(self, window: QWidget, path: Path, client: str, name: str) -> None:
        told = _("For {client}.").format(client=client) if client else ""
        super().__init__(window, _("Rename the proposal"), told, width=520)
        self._path = path
        self.name = self._input(_("Proposal name"), name)
        self.file = self._input(_("File name"), path.stem)
        self._error = Label("", "caption", "neg", wrap=True, weight=500)
        self._error.hide()
        self.set_body(
            column(
                Label(_("Proposal name"), "label"),
                6,
                self.name,
                5,
                Label(_("Printed on the cover."), "caption", "ink3", wrap=True),
                16,
                Label(_("File name"), "label"),
                6,
                self.file,
                5,
                self._error,
                Label(
                    _("The file stays in {parent}.").format(parent=path.parent),
                    "caption",
                    "ink3",
                    wrap=True,
                ),
            )
        )
        cancel = Button(_("Cancel"), "ghost", self.panel)
        cancel.clicked.connect(self.dismiss)
        self.agree = Button(_("Rename"), "primary", self.panel)
        self.agree.clicked.connect(self._agree)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.agree)

    def open(self) -> None:
        """Show the dialog with the first name chosen, ready to be typed over."""
        super().open()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    # --- inside ----------------------------------------------------------------------------------

    def _input(self, label: str, text: str) -> LineInput:
        made = LineInput(label, self.panel)
        made.setFixedHeight(theme.measure("control", "inputHeightDialog"))
        made.setText(text)
        made.returnPressed.connect(self._agree)
        made.textEdited.connect(self._clear_error)
        return made

    def _clear_error(self) -> None:
        set_state(self.file, "")
        self._error.hide()
        self.arrange()

    def _agree(self) -> None:
        typed = self.file.text().strip().removesuffix(SUFFIX)
        stem = file_name(typed) if typed else ""
        trouble = _trouble(self._path, stem)
        if trouble:
            set_state(self.file, "error")
            self._error.setText(trouble)
            self._error.show()
            self.file.setFocus()
            self.arrange()
            return
        self.leave()
        self.renamed.emit(self.name.text().strip(), stem)


def _trouble(path: Path, stem: str) -> str:
    if not stem:
        return _("Enter a name for the file.")
    target = path.with_name(f"{stem}{SUFFIX}")
    if target.exists() and not target.samefile(path):
        return _("There is a file “{name}” already. Choose another name.").format(name=target.name)
    return ""
