"""What hands need for tables: a field on its page, and clicks and keys in its cells."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui_hands import click, press
from ui.fields.rows import RowsField
from ui.window import Window
from ui.wizard import Wizard

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(window: Window, path: Path, question: str) -> RowsField:
    """Open a proposal at the step of a question and return its table."""
    if window.wizard is None:
        window.open_proposal(path)
    wizard = wizard_of(window)
    wizard.go(question.partition(".")[0])
    QApplication.processEvents()
    field = wizard.page.body.fields[question].editor
    assert isinstance(field, RowsField)
    return field


def wizard_of(window: Window) -> Wizard:
    """Return the wizard of a window in which a proposal is open."""
    assert window.wizard is not None
    return window.wizard


def place_of(field: RowsField, row: int, column: int) -> QPoint:
    """Return the middle of a cell in the viewport."""
    return field.table.visualRect(field.model.index(row, column)).center()


def click_cell(field: RowsField, row: int, column: int) -> None:
    """Click a cell once."""
    click(field.table.viewport(), place_of(field, row, column))


def cell_editor(field: RowsField) -> QWidget:
    """Return the widget that edits the current cell."""
    editor = field.table.indexWidget(field.table.currentIndex())
    assert editor is not None
    return editor


def is_editing(field: RowsField) -> bool:
    """Return whether a cell is being edited."""
    return field.table.indexWidget(field.table.currentIndex()) is not None


def press_in(field: RowsField, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key in the table."""
    press(field.table, key, modifier or Qt.KeyboardModifier.NoModifier)


def at(field: RowsField) -> tuple[int, int]:
    """Return row and column of the current cell."""
    index = field.table.currentIndex()
    return index.row(), index.column()


def texts(field: RowsField, column: int = 0) -> list[str]:
    """Return what a column says, row by row."""
    model = field.model
    return [str(model.data(model.index(row, column))) for row in range(len(model.rows))]


def add_first(field: RowsField) -> QWidget:
    """Add the first row with the button that stands in place of the table, and return that."""
    button = field.focusProxy()
    assert button is not None
    click(button)
    QApplication.processEvents()
    return button


def focus() -> QWidget:
    """Return the widget with the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def clip(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)
