"""Lines under headings, as a model: which of them can be chosen, and what a reader hears."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
"""The role under which the model gives a line itself."""


class GroupedLine(Protocol):
    """A heading, or something to choose below it."""

    @property
    def is_heading(self) -> bool:
        """Whether it stands above others and cannot be chosen."""

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""


L = TypeVar("L", bound=GroupedLine)


class GroupedLines(QAbstractListModel, Generic[L]):
    """The lines that are shown, in order; headings are passed by."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[L, ...] = ()

    def show_lines(self, lines: tuple[L, ...]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, at: int) -> L:
        """Return a line by its place."""
        return self._lines[at]

    def next_to(self, at: int, by: int) -> int | None:
        """Return the next line that can be chosen, going round; None if there is none."""
        count = len(self._lines)
        around = ((at + by * step) % count for step in range(1, count + 1))
        return next((one for one in around if not self._lines[one].is_heading), None)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, or how it is said."""
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let all but headings be chosen."""
        if self._lines[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
