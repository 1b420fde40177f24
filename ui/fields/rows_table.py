"""The table of a rows question: focus, clicks, and editing in place."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from ui import theme
from ui.fields.rows_cells import is_edited_here
from ui.fields.rows_editors import CellChoice
from ui.fields.rows_grid import RowsGrid
from ui.fields.rows_model import RowsModel
from ui.fields.rows_sync import Index
from ui.parts.layouts import page_around

_TRIGGER = QAbstractItemView.EditTrigger


class RowsTable(RowsGrid):
    """What keys do to rows is decided by whoever listens to `key_pressed`.

    Signals:
        focused: the focus came into the table.
        current_moved: another cell is the current one.
        open_asked: a cell wants the form of its row.
        menu_asked: the menu of a row is wanted; carries the row and where, on the screen.
        key_pressed: a key; whoever has a use for it accepts it.
    """

    focused = Signal()
    current_moved = Signal()
    open_asked = Signal()
    menu_asked = Signal(int, QPoint)
    key_pressed = Signal(QKeyEvent)

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._pressed = QPersistentModelIndex()
        self._by_click = False
        self.setObjectName(f"tbl:{model.path}")
        self.setAccessibleName(model.question.label)
        self.setAccessibleDescription(model.question.help)

    def chosen(self) -> list[Index]:
        """Return the selected cells that are in sight, the current one if none is."""
        shown = self.rows.shown
        found: list[Index] = [one for one in self.selectedIndexes() if one.column() < shown]
        return found or [one for one in (self.currentIndex(),) if one.isValid()]

    def begin_edit(self) -> None:
        """Edit the current cell, the cursor behind its text or the list of choices open."""
        index = self.currentIndex()
        self.edit(index, _TRIGGER.EditKeyPressed, None)
        editor = self.indexWidget(index)
        if isinstance(editor, QLineEdit):
            editor.end(False)
        elif isinstance(editor, CellChoice):
            editor.showPopup()

    def finish_edit(self) -> None:
        """Keep what is being typed in a cell."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None and self.state() is QAbstractItemView.State.EditingState:
            self.cells.finish(editor)

    # --- for Qt ----------------------------------------------------------------------------------

    def edit(self, index: Index, trigger: object = None, event: object = None) -> bool:  # type: ignore[override]
        """Edit a cell in place, or ask for the form of its row if it takes more room."""
        wanted = isinstance(trigger, _TRIGGER) and bool(trigger & self.editTriggers())
        if wanted and index.isValid():
            column = self.rows.columns[index.column()]
            if not is_edited_here(column, self.rows.value(index), self.rows):
                self.open_asked.emit()
                return True
        return bool(super().edit(index, trigger, event))  # type: ignore[call-overload]

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell it, and bring the cell into sight on the page."""
        super().currentChanged(current, previous)
        self.current_moved.emit()
        if current.isValid() and self.hasFocus():
            self.bring_up()

    def bring_up(self) -> None:
        """Scroll the page so that the current cell is in sight."""
        page = page_around(self)
        inner = page.widget() if page is not None else None
        if page is not None and inner is not None:
            cell = self.visualRect(self.currentIndex()).center()
            place = self.viewport().mapTo(inner, cell)
            page.ensureVisible(place.x(), place.y(), 0, theme.px(48))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a current cell as soon as there is focus."""
        super().focusInEvent(event)
        self._by_click = event.reason() is Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid() and not self._by_click:
            self.select(0, 0)
        self.focused.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move across the row with Tab; at its end leave the table."""
        index = self.currentIndex()
        column = index.column() + (1 if forward else -1)
        if index.isValid() and 0 <= column < self.rows.shown:
            self.select(index.row(), column)
            return True
        return bool(super().focusNextPrevChild(forward))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the key to whoever listens, then to Qt."""
        event.ignore()
        if event.key() == Qt.Key.Key_Escape and self.grips.is_dragging:
            self.grips.give_up()
            event.accept()
        else:
            self.key_pressed.emit(event)
        if not event.isAccepted():
            # Qt hands the key on to a cell; one that was ignored would come back from there.
            event.accept()
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was current, so that a second click edits."""
        place = event.position().toPoint()
        now = QModelIndex() if self._by_click else self.currentIndex()
        self._pressed, self._by_click = QPersistentModelIndex(now), False
        if not self.indexAt(place).isValid() and self.rowAt(place.y()) >= 0:
            self.select(self.rowAt(place.y()), self.rows.shown - 1)
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Edit on the second click."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() is Qt.MouseButton.LeftButton
        same = index.isValid() and self._pressed == index
        if left and plain and same and len(self.selectedIndexes()) == 1:
            self.begin_edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer, or of the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        row = self.currentIndex().row() if by_key else self.rowAt(event.pos().y())
        if row >= 0:
            cell = self.visualRect(self.currentIndex())
            place = cell.bottomLeft() if by_key else event.pos()
            self.menu_asked.emit(row, self.viewport().mapToGlobal(place))
