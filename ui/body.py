"""What stands below the heading of a step: a declared form, or a page made by hand."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.template.model import Question
from ui.field import Field

Wanted = Callable[[Question], bool]
"""Which questions to show."""


def everything(_question: Question) -> bool:
    """Want every question."""
    return True


class Body(QWidget):
    """The part of a step that differs from step to step.

    Signals:
        focused: the cursor came into a field; carries its address.
    """

    focused = Signal(str)
    widest = "formMax"
    """The measure of the layout that limits its width; empty if it takes all there is."""

    fields: Mapping[str, Field]
    """The fields on this page by the addresses of their questions."""

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only the questions that are wanted."""
        raise NotImplementedError

    def flush(self) -> None:
        """Keep everything that was typed and not kept yet."""
        raise NotImplementedError

    def take_file(self, _path: Path) -> bool:
        """Take a file that was dropped on the window; return whether it is wanted here."""
        return False

    def focus_first(self) -> None:
        """Put the cursor to where one begins."""
        raise NotImplementedError

    def focus(self, path: str) -> bool:
        """Go to the place of an address; return whether it is here."""
        raise NotImplementedError
