"""The keyboard map: every command with its keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.commands import Command
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.scrolling import scrolled
from ui.parts.sheet import Dialog
from ui.words import _

_MORE = (
    ("Alt Up, Alt Down", _("Move a row, or a lane of the roadmap")),
    ("Alt Left, Alt Right", _("Move a bar of the roadmap")),
    ("Shift Left, Shift Right", _("Stretch a bar")),
    ("L", _("Choose with the arrows what a bar waits for, Enter to link")),
    ("Ctrl Shift E", _("Choose the evidence behind an answer or a cell")),
    ("Ctrl D", _("Duplicate a row")),
    ("Ctrl Delete", _("Delete a row")),
    ("F2", _("Edit a cell")),
    (_("Arrows"), _("Move among choices, the space bar chooses")),
    ("Esc", _("Close the topmost thing")),
)


class KeyboardMap(Dialog):
    """Lists the keys."""

    def __init__(self, window: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(window, _("Keyboard"), width=560)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        listed = [(one.shortcut, one.label) for one in commands if one.shortcut]
        for at, (keys, label) in enumerate((*listed, *_MORE)):
            grid.addWidget(Label(keys, "label"), at, 0)
            grid.addWidget(Label(label, "cell", "ink2", wrap=True), at, 1)
        self.set_body(scrolled(grid, self.panel, height=420))
        done = Button(_("Close"), "primary", self.panel)
        done.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(done)
