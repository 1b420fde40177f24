"""Rows and values as they are kept, compared so that views learn of what differs and no more."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from roadmapper.template.kinds import Value
from roadmapper.template.model import Question
from ui.opened import Opened

Index = QModelIndex | QPersistentModelIndex


class SyncedRows(QAbstractTableModel):
    """What is kept under a rows question, cell by cell. It holds no truth: `sync` compares."""

    def __init__(
        self,
        columns: tuple[Question, ...],
        path: str,
        opened: Opened,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self.path = path
        self.opened = opened
        self._rows: list[str] = list(self._kept())
        self._values = {row: self.read(row) for row in self._rows}

    @property
    def rows(self) -> tuple[str, ...]:
        """The ids of the rows, in order."""
        return tuple(self._rows)

    def row_path(self, place: int) -> str:
        """Return the address of a row."""
        return f"{self.path}[{self._rows[place]}]"

    def value(self, index: Index) -> Value:
        """Return what is kept in a cell."""
        return self._values[self._rows[index.row()]][index.column()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def sync(self) -> None:
        """Compare with what is kept now and tell views what differs, no more."""
        self._sync_rows(list(self._kept()))
        for place, row in enumerate(self._rows):
            before, now = self._values[row], self.read(row)
            if before != now:
                self._values[row] = now
                differ = [at for at, one in enumerate(now) if one != before[at]]
                differ += self._in_unit_of(differ)
                self.dataChanged.emit(
                    self.index(place, min(differ)), self.index(place, max(differ))
                )

    def show_path(self, path: str) -> None:
        """Show the rows at another address."""
        self.beginResetModel()
        self.path = path
        self._rows = list(self._kept())
        self._values = {row: self.read(row) for row in self._rows}
        self.endResetModel()

    # --- inside ----------------------------------------------------------------------------------

    def _in_unit_of(self, places: Sequence[int]) -> list[int]:
        """Return the columns that read otherwise because another one names their unit."""
        units = {self.columns[at].id for at in places} - {""}
        return [at for at, one in enumerate(self.columns) if one.unit_from in units]

    def _kept(self) -> Sequence[str]:
        return self.opened.session.rows(self.path)

    def read(self, row: str) -> tuple[Value, ...]:
        """Return what is kept in the cells of a row."""
        value, start = self.opened.value, f"{self.path}[{row}]."
        return tuple(value(start + column.id) if column.id else None for column in self.columns)

    def _sync_rows(self, wanted: list[str]) -> None:
        if wanted == self._rows:
            return
        self._remove_all_but(frozenset(wanted))
        known = frozenset(self._rows)
        place = 0
        while place < len(wanted):
            row = wanted[place]
            if place < len(self._rows) and self._rows[place] == row:
                place += 1
            elif row in known:
                self._move(self._rows.index(row), place)
            else:
                run = place
                while run < len(wanted) and wanted[run] not in known:
                    run += 1
                self._insert(place, wanted[place:run])
                place = run

    def _remove_all_but(self, stay: frozenset[str]) -> None:
        last = len(self._rows) - 1
        while last >= 0:
            first = last
            while first >= 0 and self._rows[first] not in stay:
                first -= 1
            if first < last:
                self.beginRemoveRows(QModelIndex(), first + 1, last)
                for row in self._rows[first + 1 : last + 1]:
                    del self._values[row]
                del self._rows[first + 1 : last + 1]
                self.endRemoveRows()
            last = first - 1

    def _insert(self, place: int, rows: Sequence[str]) -> None:
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self._rows[place:place] = rows
        fresh: dict[str, tuple[Value, ...]] = {row: self.read(row) for row in rows}
        self._values |= fresh
        self.endInsertRows()

    def _move(self, start: int, to: int) -> None:
        self.beginMoveRows(QModelIndex(), start, start, QModelIndex(), to)
        self._rows.insert(to, self._rows.pop(start))
        self.endMoveRows()
