"""The menu of a row of a table."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui import icons, theme
from ui.fields.rows_table import RowsTable
from ui.words import _

if TYPE_CHECKING:
    from ui.fields.rows_actions import RowsActions


class RowsMenu(QMenu):
    """What can be done with the current row; rows that are not `free` neither come nor go."""

    def __init__(
        self,
        table: RowsTable,
        actions: "RowsActions",
        *,
        free: bool,
        own: Sequence[tuple[str, str, Callable[[], None]]] = (),
    ) -> None:
        super().__init__(table)
        self.setFont(theme.font("cell"))
        index, last = table.currentIndex(), len(table.rows.rows) - 1
        self._add("maximize", _("Open"), "Enter", actions.open_row)
        if free:
            self._add("copy", _("Duplicate"), "Ctrl+D", actions.duplicate)
        up = self._add("arrow-up", _("Move up"), "Alt+Up", actions.move_up)
        up.setEnabled(index.row() > 0)
        down = self._add("arrow-down", _("Move down"), "Alt+Down", actions.move_down)
        down.setEnabled(index.row() < last)
        if table.rows.may_carry(index):
            self._add("quote", _("Add evidence"), "Ctrl+Shift+E", actions.prove)
        for icon, words, act in own:
            self._add(icon, words, "", act)
        if free:
            self.addSeparator()
            self._add("trash-2", _("Delete row"), "Ctrl+Del", actions.remove)

    def _add(self, icon: str, words: str, key: str, act: Callable[[], None]) -> QAction:
        told = f"{words}\t{key}" if key else words
        action = self.addAction(icons.icon(icon, "ink2", theme.px(16)), told)
        action.triggered.connect(act)
        return action
