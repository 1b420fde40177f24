"""Everything that can be done from the keyboard or the palette, by name."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done. `in_proposal` says that it needs an open proposal."""

    label: str
    act: Callable[[], None]
    keys: tuple[str, ...] = ()
    icon: str = "arrow-right"
    in_proposal: bool = True

    @property
    def shortcut(self) -> str:
        """The first of its keys, as one reads it."""
        if not self.keys:
            return ""
        keys = QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        return keys.replace("+", " ")


def add_keys(window: QWidget, commands: tuple[Command, ...]) -> None:
    """Let the window obey the keys of all commands."""
    for command in commands:
        if command.keys:
            action = QAction(command.label, window)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.triggered.connect(command.act)
            window.addAction(action)
