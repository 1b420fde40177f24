"""What keys, menu and buttons of a table do: a change, and where one stands after it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QMenu

from roadmapper.template.kinds import Kind
from ui import icons, theme
from ui.evidence import EvidencePopover
from ui.fields.rows_edits import RowsEdits
from ui.fields.rows_model import RowsModel
from ui.fields.rows_table import RowsTable
from ui.toasts import offer_undo
from ui.words import _

_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class RowsActions(QObject):
    """Acts on the current row or the selected cells.

    Signals:
        open_asked: the form of the current row is wanted, at a field of it; carries its address,
            empty for that of the current cell.
        told: a sentence about what could not be done; empty if all was.
    """

    open_asked = Signal(str)
    told = Signal(str)

    def __init__(self, table: RowsTable, edits: RowsEdits) -> None:
        super().__init__(table)
        self._table = table
        self._edits = edits
        self._keys: dict[tuple[Qt.KeyboardModifier, int], Callable[[], None]] = {
            (_PLAIN, Qt.Key.Key_Return): self.open_row,
            (_PLAIN, Qt.Key.Key_Enter): self.open_row,
            (_PLAIN, Qt.Key.Key_F2): table.begin_edit,
            (_PLAIN, Qt.Key.Key_Delete): self.clear,
            (_PLAIN, Qt.Key.Key_Backspace): self.clear,
            (_CTRL, Qt.Key.Key_Delete): self.remove,
            (_CTRL, Qt.Key.Key_D): self.duplicate,
            (_CTRL, Qt.Key.Key_C): self.copy,
            (_CTRL, Qt.Key.Key_X): self.cut,
            (_CTRL, Qt.Key.Key_V): self.paste,
            (_CTRL | _SHIFT, Qt.Key.Key_E): self.prove,
            (_ALT, Qt.Key.Key_Up): self.move_up,
            (_ALT, Qt.Key.Key_Down): self.move_down,
        }
        table.key_pressed.connect(self._take_key)
        table.open_asked.connect(self.open_row)
        table.row_moved.connect(self._move)
        table.menu_asked.connect(self.show_menu)
        table.cells.went.connect(self._go_on)

    # --- rows ------------------------------------------------------------------------------------

    def open_row(self) -> None:
        """Open the form of the current row."""
        if self._row() >= 0:
            self.open_asked.emit("")

    def add(self) -> None:
        """Add a row at the end and stand in its first cell."""
        self._table.finish_edit()
        self._stand_in(self._edits.add())

    def duplicate(self) -> None:
        """Add a copy of the current row after it."""
        if self._edits.are_free and self._row() >= 0:
            self._stand_in(self._edits.duplicate(self._row()))

    def remove(self) -> None:
        """Remove the current row; the next one becomes current."""
        row, column = self._row(), self._column()
        if self._edits.are_free and row >= 0:
            pointing = self._edits.pointing(row)
            is_removed = self._edits.remove(row)
            self._table.select(min(row, len(self._table.rows.rows) - 1), column)
            if is_removed:
                offer_undo(self._table, _("Row removed"), self._edits.bridge, line=pointing)

    def move_up(self) -> None:
        """Move the current row up."""
        self._move(self._row(), self._row() - 1)

    def move_down(self) -> None:
        """Move the current row down."""
        self._move(self._row(), self._row() + 1)

    # --- cells -----------------------------------------------------------------------------------

    def clear(self) -> None:
        """Take the answers out of the selected cells."""
        self._edits.clear(self._table.chosen())

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        if self._row() >= 0:
            QGuiApplication.clipboard().setText(self._edits.copy(self._table.chosen()))

    def cut(self) -> None:
        """Put the selected cells on the clipboard and take their answers out."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Fill cells from the current one on with what is on the clipboard."""
        cells = self._table.chosen()
        if cells:
            row, column = (min(one.row() for one in cells), min(one.column() for one in cells))
            text = QGuiApplication.clipboard().text()
            self.told.emit(self._edits.paste(text, row, column, cells).sentence)
            self._table.select(row, column)

    def paste_first(self) -> None:
        """Fill a table that has no rows yet with what is on the clipboard."""
        column = self._edits.first_column
        text = QGuiApplication.clipboard().text()
        self.told.emit(self._edits.paste(text, 0, column).sentence)
        if self._table.rows.rows:
            self._table.setFocus()
            self._table.select(0, column)

    def prove(self) -> None:
        """Choose the sources that stand behind the current cell, or behind a given row."""
        index, model = self._table.currentIndex(), self._table.rows
        if not index.isValid():
            return
        column, path = model.columns[index.column()], model.cell_path(index)
        asked = column if column.id else replace(column, label=model.title(index.row()))
        if model.may_carry(index):
            box = EvidencePopover(asked, path, model.opened, self._table)
            box.setObjectName("sources")
            box.open()

    # --- menu ------------------------------------------------------------------------------------

    def show_menu(self, row: int, place: QPoint) -> None:
        """Show what can be done with a row."""
        self._table.select(row, max(self._column(), 0))
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def menu(self) -> QMenu:
        """Return the menu of the current row."""
        menu = QMenu(self._table)
        menu.setFont(theme.font("cell"))
        row, last = self._row(), len(self._table.rows.rows) - 1
        free = self._edits.are_free
        _add(menu, "maximize", _("Open"), "Enter", self.open_row)
        if free:
            _add(menu, "copy", _("Duplicate"), "Ctrl+D", self.duplicate)
        _add(menu, "arrow-up", _("Move up"), "Alt+Up", self.move_up).setEnabled(row > 0)
        _add(menu, "arrow-down", _("Move down"), "Alt+Down", self.move_down).setEnabled(row < last)
        if self._table.rows.may_carry(self._table.currentIndex()):
            _add(menu, "quote", _("Add evidence"), "Ctrl+Shift+E", self.prove)
        if free:
            menu.addSeparator()
            _add(menu, "trash-2", _("Delete row"), "Ctrl+Del", self.remove)
        return menu

    # --- inside ----------------------------------------------------------------------------------

    def _row(self) -> int:
        return self._table.currentIndex().row()

    def _column(self) -> int:
        return self._table.currentIndex().column()

    def _move(self, row: int, to: int) -> None:
        if row >= 0:
            self._edits.move(row, to)
            # The current cell has moved along with its row; the eye follows it.
            self._table.scrollTo(self._table.currentIndex())

    def _stand_in(self, row: str) -> None:
        rows = self._table.rows.rows
        if row in rows:
            self._table.setFocus()
            self._table.select(rows.index(row), self._edits.first_column)

    def _take_key(self, event: QKeyEvent) -> None:
        act = self._keys.get((event.modifiers() & _MODIFIERS, event.key()))
        if act is not None:
            event.accept()
            act()

    def _go_on(self, way: str) -> None:
        row, column, shown = self._row(), self._column(), self._table.rows.shown
        rows = len(self._table.rows.rows)
        self._table.setFocus()
        if way == "down":
            self._go_down(row, column)
        elif way == "next" and column + 1 < shown:
            self._table.select(row, column + 1)
        elif way == "next" and _unseen(self._table.rows, row):
            self.open_asked.emit(_unseen(self._table.rows, row))
        elif way == "next" and row + 1 < rows:
            self._table.select(row + 1, self._edits.first_column)
        elif way == "back":
            self._table.select(row if column else max(row - 1, 0), (column or shown) - 1)

    def _go_down(self, row: int, column: int) -> None:
        if row + 1 < len(self._table.rows.rows):
            self._table.select(row + 1, column)
        elif self._edits.are_free and self._edits.is_filled(row):
            self._stand_in(self._edits.add())


def _unseen(model: RowsModel, row: int) -> str:
    """Return the first field the table has no room for, if none of those is answered yet."""
    unseen = [one for one in model.columns[model.shown :] if one.kind is not Kind.COMPUTED]
    paths = [f"{model.row_path(row)}.{one.id}" for one in unseen]
    is_new = all(model.opened.value(path) is None for path in paths)
    return paths[0] if paths and is_new else ""


def _add(menu: QMenu, icon: str, words: str, key: str, act: Callable[[], None]) -> QAction:
    action = menu.addAction(icons.icon(icon, "ink2", theme.px(16)), f"{words}\t{key}")
    action.triggered.connect(act)
    return action
