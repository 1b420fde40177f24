"""Who answers for a driver: the roles of the coalition to choose from."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui import icons, theme
from ui.opened import Opened
from ui.pages.coalition_people import PATH as PEOPLE
from ui.pages.coalition_people import cell
from ui.pages.value_model import OWNER
from ui.pages.value_table import DriversTable
from ui.words import _


class Owners(QObject):
    """Asks who answers for the driver of the current row, and keeps it."""

    def __init__(self, table: DriversTable, opened: Opened) -> None:
        super().__init__(table)
        self._table, self._opened = table, opened
        table.owner_asked.connect(self.ask)

    def roles(self) -> tuple[str, ...]:
        """Return the roles of the coalition by their names."""
        rows = self._opened.answers.rows(PEOPLE)
        named = (self._opened.text(cell(row, "role")).strip() for row in rows)
        return tuple(dict.fromkeys(role for role in named if role))

    def ask(self) -> None:
        """Show the roles below the cell."""
        table = self._table
        column = table.drivers.place_of(OWNER)
        table.select(table.currentIndex().row(), column)
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        place = table.visualRect(table.currentIndex()).bottomLeft()
        menu.popup(table.viewport().mapToGlobal(place + QPoint(theme.px(8), 0)))
        menu.setActiveAction(menu.actions()[0])

    def menu(self) -> QMenu:
        """Return the roles to choose from, and the way to somebody else."""
        menu = QMenu(self._table)
        menu.setObjectName("owners")
        menu.setFont(theme.font("cell"))
        roles = self.roles()
        for role in roles:
            _add(menu, "users-round", role, self._choose).setData(role)
        if roles:
            menu.addSeparator()
        _add(menu, "pencil", _("Type another role"), self._type)
        _add(menu, "arrow-right", _("Open the coalition"), self._go)
        return menu

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            index = self._table.currentIndex()
            self._table.drivers.keep(index, str(action.data()))
            self._table.setFocus()

    def _type(self) -> None:
        self._table.setFocus()
        self._table.type_here()

    def _go(self) -> None:
        self._opened.go_asked.emit(PEOPLE)


def _add(menu: QMenu, icon: str, words: str, act: Callable[[], None]) -> QAction:
    action = menu.addAction(icons.icon(icon, "ink2", theme.px(16)), words.replace("&", "&&"))
    action.triggered.connect(act)
    return action
