"""The headings of a table's columns, and the grips by which its rows are moved."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from roadmapper.template.kinds import NUMBER_KINDS
from ui import icons, theme
from ui.fields.rows_cells import Cells
from ui.fields.rows_model import RowsModel
from ui.fields.rows_text import heading
from ui.painting import lines
from ui.words import _


class Heads(QHeaderView):
    """Column headings in caption style; private columns carry a sign."""

    def __init__(self, model: RowsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setFixedHeight(theme.px(42))
        self.setAccessibleName(_("Columns of {label}").format(label=model.question.label))

    def paintSection(self, painter: QPainter, area: QRect, place: int) -> None:
        """Paint a heading and the rule under it."""
        column = self._rows.columns[place]
        side = theme.px(8)
        room = QRectF(area).adjusted(side, theme.px(4), -side, -theme.px(4))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        right = column.kind in NUMBER_KINDS
        if column.internal and not self._rows.question.internal:
            mark, gap = theme.px(13), theme.px(5)
            room.setLeft(room.left() + mark + gap)
            width = min(theme.text_width(heading(column), "caption", 600), room.width())
            left = (room.right() - width if right else room.left()) - mark - gap
            sign = QRectF(left, room.center().y() - mark / 2, mark, mark)
            icons.paint(painter, "eye-off", sign, "ink3")
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        lines(painter, room, heading(column), "caption", "ink3", align, 600)
        painter.restore()

    def paintEvent(self, event: object) -> None:
        """Paint the headings and a rule over the whole width."""
        super().paintEvent(event)  # type: ignore[arg-type]
        painter = QPainter(self.viewport())
        rule = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(rule, theme.color("line2"))
        painter.end()


class Grips(QHeaderView):
    """A grip before every row. A row is dragged by it to another place.

    Signals:
        dragged: a row is being dragged; carries it and where the pointer is.
        dropped: it was let go; carries it and the gap it fell into.
        let_be: the drag was given up.
    """

    dragged = Signal(int, int)
    dropped = Signal(int, int)
    let_be = Signal()

    def __init__(self, model: RowsModel, cells: Cells, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._rows = model
        self._cells = cells
        self._held = -1
        self._start = 0
        self._moving = False
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(theme.measure("control", "rowHeight"))
        self.setFixedWidth(theme.px(22))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(_("Rows of {label}").format(label=model.question.label))
        self.setToolTip(_("Drag to move the row, or press Alt+Up and Alt+Down"))

    @property
    def is_dragging(self) -> bool:
        """Whether a row is off its place."""
        return self._moving

    def sizeHint(self) -> QSize:
        """Return the room of a grip."""
        return QSize(theme.px(22), 0)

    def gap_at(self, y: int) -> int:
        """Return the gap between rows that is nearest to a height: 0 is before the first."""
        high = max(self.defaultSectionSize(), 1)
        return max(0, min(round((y + self.offset()) / high), self.count()))

    def give_up(self) -> None:
        """End a drag and leave the row where it was."""
        self._held, moving, self._moving = -1, self._moving, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if moving:
            self.let_be.emit()

    def paintSection(self, painter: QPainter, area: QRect, place: int) -> None:
        """Paint a grip."""
        if not self._rows.rows:
            return
        ground = self._cells.ground(self._rows, place)
        if ground:
            painter.fillRect(area, theme.color(ground))
        rule = QRect(area.left(), area.bottom(), area.width(), 1)
        painter.fillRect(rule, theme.color("line"))
        side = theme.px(14)
        center = QRectF(area).center()
        mark = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
        icons.paint(painter, "grip-vertical", mark, "ink2" if place == self._held else "faint")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a row."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = self.logicalIndexAt(event.position().toPoint())
            self._start = event.position().toPoint().y()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it."""
        y = event.position().toPoint().y()
        if self._held < 0:
            return
        if self._moving or abs(y - self._start) > theme.px(4):
            self._moving = True
            self.dragged.emit(self._held, y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        held, moving = self._held, self._moving
        self.give_up()
        if held >= 0 and moving:
            self.dropped.emit(held, self.gap_at(event.position().toPoint().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the table."""
        event.ignore()
