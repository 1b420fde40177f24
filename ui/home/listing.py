"""The list of proposals as a model, searched, filtered and sorted; five hundred in a blink."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from ui.home.entries import Entry, Status

ENTRY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex

SORTS = ("Last edited", "Client", "Decision date", "Completeness")


class Entries(QAbstractListModel):
    """All known proposals."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries."""
        return tuple(self._entries)

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the entry, or what a screen reader says of it."""
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{entry.client}, {entry.line}, {entry.status}, {entry.part:.0%} complete"
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.problem or str(entry.path)
        return None


class Listing(QSortFilterProxyModel):
    """The proposals that match the search and the filter, in the chosen order."""

    def __init__(self, source: Entries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._status: Status | None = None
        self._sort = 0
        self.setSourceModel(source)
        self.sort(0)

    def search(self, text: str) -> None:
        """Show what contains all of these words."""
        self._words = tuple(text.lower().split())
        self.invalidate()

    def show_status(self, status: Status | None) -> None:
        """Show one status only, or all."""
        self._status = status
        self.invalidate()

    def order_by(self, sort: int) -> None:
        """Order by a place in `SORTS`."""
        self._sort = sort
        self.invalidate()
        self.sort(0)

    def entry(self, row: int) -> Entry:
        """Return the entry at a row as shown."""
        found = self.index(row, 0).data(ENTRY)
        if not isinstance(found, Entry):
            raise TypeError(row)
        return found

    def row_of(self, path: Path) -> int:
        """Return the row of a file, -1 if it is not shown."""
        rows = range(self.rowCount())
        return next((row for row in rows if self.entry(row).path == path), -1)

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Return whether an entry matches."""
        entry = self.sourceModel().index(row, 0, parent).data(ENTRY)
        if self._status is not None and entry.status is not self._status:
            return False
        return all(word in entry.words for word in self._words)

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Return whether one entry stands before another."""
        return self._key(left.data(ENTRY)) < self._key(right.data(ENTRY))

    def _key(self, entry: Entry) -> tuple[float | str, str]:
        name = entry.client.lower()
        match SORTS[self._sort]:
            case "Client":
                return name, entry.line
            case "Decision date":
                return entry.decision or "9999", name
            case "Completeness":
                return -entry.part, name
            case _:
                return (datetime.now(UTC) - entry.changed).total_seconds(), name
