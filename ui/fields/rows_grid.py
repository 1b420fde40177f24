"""Where the cells of a table stand, what the pointer lights up, and rows that are dragged."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from ui import icons, theme
from ui.fields.rows_cells import Cells
from ui.fields.rows_heads import Grips, Heads
from ui.fields.rows_model import RowsModel
from ui.fields.rows_widths import shared
from ui.painting import painting, shadow

MOST_ROWS = 12
"""Rows that a table shows at once; a longer one scrolls inside."""
BUTTONS = 68
"""Pixels at the end of each row that are left for its buttons."""


class RowsGrid(QTableView):
    """Cells with grips before them and room for buttons behind.

    Signals:
        row_moved: a row was dragged; carries it and the place it goes to.
        hovered: another row is under the pointer; -1 for none.
        placed: rows stand elsewhere than before.
    """

    row_moved = Signal(int, int)
    hovered = Signal(int)
    placed = Signal()

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._lifted: tuple[QPixmap, int] | None = None
        self._gap = -1
        self.cells = self.make_cells()
        self.grips = Grips(model, self.cells, self)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(Heads(model, self))
        self.setVerticalHeader(self.grips)
        self.setModel(model)
        self._set_looks()
        self.grips.dragged.connect(self._drag)
        self.grips.dropped.connect(self._drop)
        self.grips.let_be.connect(self._let_be)
        for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved, model.modelReset):
            signal.connect(self.fit)

    def make_cells(self) -> Cells:
        """Return what paints and edits the cells."""
        return Cells(self)

    def share(self, room: int) -> tuple[int, ...]:
        """Return the widths of the first columns that fit."""
        return shared(self.rows.columns, room, theme.scale())

    def fit(self) -> None:
        """Share the width out among columns, and be as high as the rows, up to a few."""
        room = self.viewport().width() - theme.px(BUTTONS)
        widths = self.share(max(room, 1))
        self.rows.shown = len(widths)
        for at in range(len(self.rows.columns)):
            self.setColumnHidden(at, at >= len(widths))
            if at < len(widths):
                self.setColumnWidth(at, widths[at])
        rows = min(max(self.rows.rowCount(), 1), MOST_ROWS)
        high = self.horizontalHeader().height() + rows * self.grips.defaultSectionSize()
        if self.height() != high:
            self.setFixedHeight(high)
        self.placed.emit()

    def select(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        index = self.rows.index(row, min(max(column, 0), self.rows.shown - 1))
        if index.isValid():
            way = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, way)

    def row_rect(self, row: int) -> QRect:
        """Return where a row stands in the viewport."""
        top = self.rowViewportPosition(row)
        return QRect(0, top, self.viewport().width(), self.rowHeight(row))

    def repaint_rows(self) -> None:
        """Paint rows and grips again."""
        self.viewport().update()
        self.grips.viewport().update()

    # --- for Qt ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns."""
        super().resizeEvent(event)
        self.fit()

    def scrollContentsBy(self, x: int, y: int) -> None:
        """Take the buttons along."""
        super().scrollContentsBy(x, y)
        self.placed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint cells, the ends of rows, and a row that is dragged."""
        super().paintEvent(event)
        with painting(self.viewport()) as painter:
            self._paint_ends(painter, event.rect())
            if self._lifted is not None:
                self._paint_drag(painter, *self._lifted)

    # --- inside ----------------------------------------------------------------------------------

    def _set_looks(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setMinimumWidth(theme.px(240))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        wanted = QAbstractItemView.EditTrigger
        self.setEditTriggers(wanted.EditKeyPressed | wanted.AnyKeyPressed | wanted.DoubleClicked)
        self.fit()

    def _hover(self, row: int) -> None:
        if row != self.cells.hovered:
            self.cells.hovered = row
            self.repaint_rows()
            self.hovered.emit(row)

    def _paint_ends(self, painter: QPainter, dirty: QRect) -> None:
        """Paint ground, rule and a quiet sign where a row has its buttons."""
        left = sum(self.columnWidth(at) for at in range(self.rows.shown))
        side = theme.px(16)
        for row in range(max(self.rowAt(dirty.top()), 0), len(self.rows.rows)):
            area = self.row_rect(row)
            if area.top() > dirty.bottom():
                break
            area.setLeft(left)
            ground = self.cells.ground(self.rows, row)
            if ground:
                painter.fillRect(area, theme.color(ground))
            x = area.right() - theme.px(8) - side
            sign = QRectF(x, area.center().y() - side / 2, side, side)
            icons.paint(painter, "ellipsis-vertical", sign, "ink3")
            rule = QRect(area.left(), area.bottom(), area.width(), 1)
            painter.fillRect(rule, theme.color("line"))

    # --- dragging --------------------------------------------------------------------------------

    def _drag(self, row: int, y: int) -> None:
        if self._lifted is None:
            self.setFocus()
            self.select(row, max(self.currentIndex().column(), 0))
            self._lifted = (self.viewport().grab(self.row_rect(row)), y)
        self._lifted = (self._lifted[0], y)
        self._gap = self.grips.gap_at(y)
        if not 0 <= y <= self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-12 if y < 0 else 12))
        self.viewport().update()

    def _drop(self, row: int, gap: int) -> None:
        self.row_moved.emit(row, gap - 1 if gap > row else gap)

    def _let_be(self) -> None:
        self._lifted, self._gap = None, -1
        self.viewport().update()

    def _paint_drag(self, painter: QPainter, picture: QPixmap, y: int) -> None:
        high = self.grips.defaultSectionSize()
        gap = self._gap * high - self.grips.offset()
        painter.fillRect(QRect(0, gap - 1, self.viewport().width(), 2), theme.color("accent"))
        place = QRectF(0, y - high / 2, self.viewport().width(), high)
        shadow(painter, place, "lifted")
        painter.fillRect(place, theme.color("surface"))
        painter.drawPixmap(place.topLeft(), picture)
