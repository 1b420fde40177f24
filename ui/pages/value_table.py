"""The table of the drivers: two lines for a driver, and a red chip where nobody answers for it."""

from math import ceil

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from ui import icons, theme
from ui.fields.rows_cells import Cells
from ui.fields.rows_model import RowsModel
from ui.fields.rows_sync import Index
from ui.fields.rows_table import RowsTable
from ui.pages.value_model import OWNER, PARTS, DriversModel
from ui.painting import box, cut, lines, text
from ui.words import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NAME_OWNER = _("Name an owner")
_LEAST = {"driver": 150, "unit": 96, OWNER: 148}
_LEAST_NUMBER = 66
_PART = {"driver": 10, "unit": 5, OWNER: 6}
_PART_NUMBER = 2
_SHOWN = 7
"""Columns of the table; the others stand in the form of a row."""


def chip_width() -> int:
    """Return the width of the chip that asks for an owner."""
    return ceil(theme.text_width(_NAME_OWNER, "micro")) + theme.px(36)


class DriverCells(Cells):
    """Paints the cells of drivers."""

    def paint_text(self, painter: QPainter, area: QRectF, index: Index, model: RowsModel) -> None:
        """Paint what a cell says."""
        name = model.columns[index.column()].id
        if not isinstance(model, DriversModel):
            super().paint_text(painter, area, index, model)
        elif name == "driver" and model.says_kind(index.row()):
            self._paint_driver(painter, area, index, model)
        elif name == OWNER and model.lacks_owner(index.row()):
            self._paint_chip(painter, area)
        elif name in (PARTS[1], OWNER):
            room = area.adjusted(theme.px(8), 0, -theme.px(8), -1)
            right = Qt.AlignmentFlag.AlignRight if name != OWNER else Qt.AlignmentFlag.AlignLeft
            lines(painter, room, str(index.data() or ""), "cell", "ink", right, 600)
        else:
            super().paint_text(painter, area, index, model)

    def _paint_driver(
        self, painter: QPainter, area: QRectF, index: Index, model: DriversModel
    ) -> None:
        """Paint the name of a driver, and below it what it is worth and where."""
        middle = area.center().y() - 0.5
        left, width = area.left() + theme.px(8), area.width() - theme.px(16)
        upper = QRectF(left, middle - theme.px(19), width, theme.px(20))
        lower = QRectF(left, middle + theme.px(1), width, theme.px(17))
        name = cut(str(index.data() or ""), width, "cell", 600)
        text(painter, upper, name, "cell", "ink", _LEFT, 600)
        words = cut(model.says_kind(index.row()), width, "caption")
        text(painter, lower, words, "caption", "ink2", _LEFT)

    @staticmethod
    def _paint_chip(painter: QPainter, area: QRectF) -> None:
        high, side = theme.px(24), theme.px(13)
        left, width = area.left() + theme.px(8), min(chip_width(), int(area.width()) - theme.px(12))
        place = QRectF(left, area.center().y() - 0.5 - high / 2, width, high)
        box(painter, place, high / 2, "negTint")
        mark = QRectF(place.left() + theme.px(9), place.center().y() - side / 2, side, side)
        icons.paint(painter, "user-plus", mark, "neg")
        words = QRectF(mark.right() + theme.px(6), place.top(), 0, high)
        words.setRight(place.right() - theme.px(4))
        text(painter, words, _NAME_OWNER, "micro", "neg", _LEFT)


class DriversTable(RowsTable):
    """The table of drivers.

    Signals:
        owner_asked: somebody is to be named for the driver of the current row.
    """

    owner_asked = Signal()

    def __init__(self, model: DriversModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.drivers = model

    def make_cells(self) -> Cells:
        """Return what paints and edits the cells."""
        return DriverCells(self)

    def share(self, room: int) -> tuple[int, ...]:
        """Return the widths of the columns that fit; numbers take little."""
        unit = theme.px(100) / 100
        named = [one.id for one in self.rows.columns[:_SHOWN]]
        least = [round(_LEAST.get(name, _LEAST_NUMBER) * unit) for name in named]
        while len(least) > 1 and sum(least) > room:
            least.pop()
        left = max(room - sum(least), 0)
        parts = [_PART.get(name, _PART_NUMBER) for name in named[: len(least)]]
        widths = [one + left * part // sum(parts) for one, part in zip(least, parts, strict=True)]
        widths[0] += room - sum(widths)
        return tuple(widths)

    def begin_edit(self) -> None:
        """Edit the current cell; where an owner is missing, choose one."""
        index = self.currentIndex()
        if self._asks_owner(index):
            self.owner_asked.emit()
        else:
            super().begin_edit()

    def type_here(self) -> None:
        """Type into the current cell, also where an owner is missing."""
        super().begin_edit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Name an owner with one click on the chip."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        by_left = event.button() is Qt.MouseButton.LeftButton
        on_chip = place.x() <= self.visualRect(index).left() + theme.px(8) + chip_width()
        if by_left and on_chip and self._asks_owner(index) and index == self.currentIndex():
            self.owner_asked.emit()
            return
        super().mouseReleaseEvent(event)

    def _asks_owner(self, index: Index) -> bool:
        is_owner = index.isValid() and self.rows.columns[index.column()].id == OWNER
        return is_owner and self.drivers.lacks_owner(index.row())
