"""Where one stands in a table after a cell is done or a row came."""

from PySide6.QtCore import QObject, Signal

from roadmapper.template.kinds import Kind
from ui.fields.rows_edits import RowsEdits
from ui.fields.rows_model import RowsModel
from ui.fields.rows_table import RowsTable


class RowsWay(QObject):
    """Goes on to the cell below, the next or the one before when an editor closes.

    Signals:
        open_asked: behind the last cell of a new row, the first field the table has no room for.
    """

    open_asked = Signal(str)

    def __init__(self, table: RowsTable, edits: RowsEdits) -> None:
        super().__init__(table)
        self._table, self._edits = table, edits
        table.cells.went.connect(self._go_on)

    def stand_in(self, row: str) -> None:
        """Stand in the first cell of a row."""
        rows = self._table.rows.rows
        if row in rows:
            self._table.setFocus()
            self._table.select(rows.index(row), self._edits.first_column)

    def _go_on(self, way: str) -> None:
        index, shown = self._table.currentIndex(), self._table.rows.shown
        row, column = index.row(), index.column()
        self._table.setFocus()
        if way == "down":
            self._go_down(row, column)
        elif way == "next" and column + 1 < shown:
            self._table.select(row, column + 1)
        elif way == "next" and (unseen := _unseen(self._table.rows, row)):
            self.open_asked.emit(unseen)
        elif way == "next" and row + 1 < len(self._table.rows.rows):
            self._table.select(row + 1, self._edits.first_column)
        elif way == "back":
            self._table.select(row if column else max(row - 1, 0), (column or shown) - 1)

    def _go_down(self, row: int, column: int) -> None:
        if row + 1 < len(self._table.rows.rows):
            self._table.select(row + 1, column)
        elif self._edits.are_free and self._edits.is_filled(row):
            self.stand_in(self._edits.add())


def _unseen(model: RowsModel, row: int) -> str:
    """Return the first field the table has no room for, if none of those is answered yet."""
    unseen = [one for one in model.columns[model.shown :] if one.kind is not Kind.COMPUTED]
    paths = [f"{model.row_path(row)}.{one.id}" for one in unseen]
    is_new = all(model.opened.value(path) is None for path in paths)
    return paths[0] if paths and is_new else ""
