"""What hands need on the page of value: the page, its cells, its menus and its dialog."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.rows_hands import cell_editor
from tests.ui_hands import body_at, click, type_text
from ui.pages.value import ValuePage
from ui.pages.value_model import PARTS, PATH
from ui.pages.value_studies import StudiesSheet
from ui.window import Window


def page_at(window: Window, path: Path) -> ValuePage:
    """Open a proposal at the step and return its page."""
    window.resize(1440, 900)
    page = body_at(window, path, "value", ValuePage)
    QApplication.processEvents()
    return page


def column(page: ValuePage, name: str) -> int:
    """Return the place of a column: "low", "likely", "high" or its own name."""
    ends = {one.rpartition(".")[2]: one for one in PARTS}
    names = [one.id for one in page.drivers.model.columns]
    return names.index(ends.get(name, name))


def click_cell(page: ValuePage, row: int, name: str, *, at_left: int = 0) -> None:
    """Click a cell in its middle, or so many pixels from its left."""
    table = page.drivers.table
    area = table.visualRect(page.drivers.model.index(row, column(page, name)))
    place = QPoint(area.left() + at_left, area.center().y()) if at_left else area.center()
    click(table.viewport(), place)


def type_in(page: ValuePage, words: str) -> None:
    """Type into the current cell: the first letter opens it."""
    type_text(page.drivers.table, words[0])
    type_text(cell_editor(page.drivers), words[1:])


def said(page: ValuePage, row: int, name: str) -> str:
    """Return what a cell says."""
    return str(page.drivers.model.index(row, column(page, name)).data() or "")


def kept(page: ValuePage, row: int, name: str) -> object:
    """Return what is kept of a driver."""
    return page.drivers.opened.value(f"{PATH}[{page.drivers.model.rows[row]}].{name}")


def owners(page: ValuePage) -> QMenu:
    """Return the menu of owners that is open."""
    return next(one for one in page.findChildren(QMenu, "owners") if one.isVisible())


def sheet_of(window: Window) -> StudiesSheet:
    """Return the dialog of published studies."""
    return next(one for one in window.findChildren(StudiesSheet) if one.isVisible())
