"""What the field of a table is made of; tables of their own kind make some of it otherwise."""

from PySide6.QtWidgets import QLayout, QWidget

from ui.fields.base import Editor
from ui.fields.rows_actions import RowsActions
from ui.fields.rows_buttons import EmptyRows, Start
from ui.fields.rows_edits import RowsEdits
from ui.fields.rows_model import RowsModel
from ui.fields.rows_table import RowsTable
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, row


class RowsMaking(Editor):
    """Makes the parts of the field of a table."""

    def make_table(self, parent: QWidget) -> RowsTable:
        """Return the table, over a model of the rows."""
        return RowsTable(RowsModel(self.question, self.path, self.opened, self), parent)

    def make_edits(self, model: RowsModel) -> RowsEdits:
        """Return what changes the rows."""
        return RowsEdits(model)

    def make_empty(self, acts: RowsActions) -> Start:
        """Return what stands in place of a table without rows."""
        return EmptyRows(self.question, acts, self)

    def foot(self, add: Button, hint: "Hint") -> QLayout:
        """Return what stands below the table: the button that adds a row, and what is told."""
        return row(add, STRETCH, hint, margins=(0, 6, 0, 0))


class Hint(Label):
    """The line below a table: which keys help, or what a paste could not do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "caption", "ink3", parent)
        self._keys = ""
        self._sentence = ""

    def show_keys(self, keys: str) -> None:
        """Say which keys help while there is nothing else to tell."""
        if keys != self._keys:
            self._keys = keys
            self.tell(self._sentence)

    def tell(self, sentence: str) -> None:
        """Say something; nothing brings the keys back."""
        self._sentence = sentence
        self.setText(sentence or self._keys)
        self.set_color("warn" if sentence else "ink3")
