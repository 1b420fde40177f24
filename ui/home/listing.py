"""The list of proposals as a model, searched, filtered and sorted; five hundred in a blink."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.home.entries import Entry, Status, as_seen
from ui.parts.tips import plain_tip
from ui.shown_dates import shown_date
from ui.words import _

if TYPE_CHECKING:
    from ui.home.looked import Look

_Index = QModelIndex | QPersistentModelIndex

_KEYS: Mapping[str, Callable[[Entry], tuple[float | str, str]]] = {
    _("Last edited"): lambda entry: (-entry.changed.timestamp(), entry.client.lower()),
    _("Client"): lambda entry: (entry.client.lower(), entry.line),
    _("Decision date"): lambda entry: (entry.decision or "9999", entry.client.lower()),
    _("Completeness"): lambda entry: (-entry.part, entry.client.lower()),
}
SORTS = tuple(_KEYS)


class Listing(QAbstractListModel):
    """The proposals that match the search and the filter, in the chosen order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sorted: list[tuple[Entry, str]] = []
        """All entries in the chosen order, each with the words a search looks through."""
        self._shown: list[Entry] = []
        self._words: tuple[str, ...] = ()
        self._status: Status | None = None
        self._sort = SORTS[0]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, shown or not."""
        return tuple(entry for entry, _rest in self._sorted)

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._arrange(entries)
        self._shown = self._found()
        self.endResetModel()

    def take_look(self, look: "Look") -> bool:
        """Show what was found out about one proposal; return whether that changes its card."""
        for at, (entry, _rest) in enumerate(self._sorted):
            seen = as_seen(entry, look) if entry.path == look.path else entry
            if seen is not entry and seen != entry:
                self._sorted[at] = (seen, seen.words)
                self._show_again(seen)
                return True
        return False

    def search(self, text: str) -> None:
        """Show what contains all of these words."""
        self._words = tuple(text.lower().split())
        self._change()

    def show_status(self, status: Status | None) -> None:
        """Show one status only, or all."""
        self._status = status
        self._change()

    def order_by(self, sort: int) -> None:
        """Order by a place in `SORTS`."""
        self._sort = SORTS[sort]
        self._arrange(self.entries)
        self._change()

    def entry(self, row: int) -> Entry:
        """Return the entry at a row as shown."""
        return self._shown[row]

    def row_of(self, path: Path) -> int:
        """Return the row of a file, -1 if it is not shown."""
        return next((row for row, entry in enumerate(self._shown) if entry.path == path), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a screen reader says of an entry, or its tooltip."""
        entry = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return told(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join(filter(None, (entry.client, _line(entry), str(entry.path)))))
        return None

    def _show_again(self, entry: Entry) -> None:
        """Show one card anew; with a filter by status it may come or go."""
        row = self.row_of(entry.path)
        if self._status is not None:
            self._change()
        elif row >= 0:
            self._shown[row] = entry
            self.dataChanged.emit(self.index(row), self.index(row))

    def _arrange(self, entries: Iterable[Entry]) -> None:
        ordered = sorted(entries, key=_KEYS[self._sort])
        self._sorted = [(entry, entry.words) for entry in ordered]

    def _found(self) -> list[Entry]:
        return [
            entry
            for entry, words in self._sorted
            if self._status in (None, entry.status) and all(one in words for one in self._words)
        ]

    def _change(self) -> None:
        """Show what is found now; what is current stays current, if it is still shown."""
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        paths = [self._shown[index.row()].path for index in held]
        self._shown = self._found()
        self.changePersistentIndexList(held, [self.index(self.row_of(path)) for path in paths])
        self.layoutChanged.emit()


def told(entry: Entry) -> str:
    """Return what a screen reader says of a card."""
    if entry.problem:
        return f"{entry.client}, {entry.problem}"
    percent = 100 if entry.part >= 1 else min(99, round(entry.part * 100))
    parts = [
        entry.client,
        entry.line,
        _("{percent} percent complete").format(percent=percent),
        str(entry.status),
    ]
    if entry.decision:
        parts.append(_("decision {shown_date}").format(shown_date=shown_date(entry.decision)))
    return ", ".join(one for one in parts if one)


def _line(entry: Entry) -> str:
    decision = (
        _("Decision {shown_date}").format(shown_date=shown_date(entry.decision))
        if entry.decision
        else ""
    )
    return entry.problem or ". ".join(one for one in (entry.line, decision) if one)
