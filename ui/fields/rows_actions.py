"""What keys, menu and buttons of a table do: a change, and where one stands after it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from ui.evidence import EvidencePopover
from ui.fields.rows_edits import RowsEdits
from ui.fields.rows_menu import RowsMenu
from ui.fields.rows_table import RowsTable
from ui.fields.rows_way import RowsWay
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
        self.own: list[tuple[str, str, Callable[[], None]]] = []
        """What only this table can do with a row: icon, words, and the act."""
        self._way = RowsWay(table, edits)
        self._way.open_asked.connect(self.open_asked)
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

    # --- rows ------------------------------------------------------------------------------------

    def open_row(self) -> None:
        """Open the form of the current row."""
        if self._row() >= 0:
            self.open_asked.emit("")

    def add(self) -> None:
        """Add a row at the end and stand in its first cell."""
        self._table.finish_edit()
        self._way.stand_in(self._edits.add())

    def duplicate(self) -> None:
        """Add a copy of the current row after it."""
        if self._edits.are_free and self._row() >= 0:
            self._way.stand_in(self._edits.duplicate(self._row()))

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

    def menu(self) -> RowsMenu:
        """Return the menu of the current row."""
        return RowsMenu(self._table, self, free=self._edits.are_free, own=self.own)

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

    def _take_key(self, event: QKeyEvent) -> None:
        act = self._keys.get((event.modifiers() & _MODIFIERS, event.key()))
        if act is not None:
            event.accept()
            act()
