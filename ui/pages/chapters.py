"""The chapters of the document as a list: switched on and off, put in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QSizePolicy, QWidget

from ui import icons, theme
from ui.painting import box, focus_ring, painting, text
from ui.parts.layouts import column
from ui.words import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter as the list shows it; `told` is its page, or why it has none."""

    key: str
    title: str
    told: str
    printed: bool


class ChapterList(QWidget):
    """All chapters in order. A row is dragged, or moved with Alt and the arrow keys.

    Signals:
        switched: a chapter and whether it is printed now.
        moved: the keys in their new order, and which of them was moved.
    """

    switched = Signal(str, bool)
    moved = Signal(tuple, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Sections of the document"))
        self.rows: list[ChapterRow] = []
        self._line = column(spacing=0)
        self.setLayout(self._line)

    @property
    def keys(self) -> tuple[str, ...]:
        """The chapters in the order they are shown in."""
        return tuple(one.line.key for one in self.rows)

    def show_lines(self, lines: Sequence[ChapterLine]) -> None:
        """Show these chapters."""
        known = {one.line.key: one for one in self.rows}
        if any(one.is_dragged for one in self.rows):
            return
        if set(known) != {line.key for line in lines}:
            for row in self.rows:
                self._line.removeWidget(row)
                row.deleteLater()
            known = {line.key: ChapterRow(line, self) for line in lines}
        self.rows = [known[line.key] for line in lines]
        self._place()
        for at, (row, line) in enumerate(zip(self.rows, lines, strict=True)):
            row.show_line(line, at + 1, len(lines))

    def move_row(self, row: "ChapterRow", by: int) -> None:
        """Move a row up or down by so many places and say so."""
        if self.shift(row, self.rows.index(row) + by):
            self.moved.emit(self.keys, row.line.key)

    def shift(self, row: "ChapterRow", to: int) -> bool:
        """Show a row at another place; return whether it moved."""
        at = self.rows.index(row)
        to = min(max(to, 0), len(self.rows) - 1)
        if at == to:
            return False
        self.rows.insert(to, self.rows.pop(at))
        self._place()
        self._line.activate()
        return True

    def _place(self) -> None:
        for at, row in enumerate(self.rows):
            if self._line.indexOf(row) != at:
                self._line.insertWidget(at, row)


class ChapterRow(QCheckBox):
    """One chapter: a grip, a check, its title, its page."""

    def __init__(self, line: ChapterLine, parent: ChapterList) -> None:
        super().__init__(parent)
        self.line = line
        self.is_dragged = False
        self._list = parent
        self._pressed: QPointF | None = None
        self._before: tuple[str, ...] = ()
        self.setObjectName(f"chapter:{line.key}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def show_line(self, line: ChapterLine, place: int, count: int) -> None:
        """Show what is known of the chapter now."""
        self.line = line
        self.setChecked(line.printed)
        told = (
            _("page {told}").format(told=line.told) if line.told.isdecimal() else line.told.lower()
        )
        self.setAccessibleName(", ".join(one for one in (line.title, told) if one))
        self.setAccessibleDescription(
            _("{place} of {count}. Alt and arrow keys move it.").format(place=place, count=count)
        )
        self.setToolTip(_("Drag to move, or Alt+Up and Alt+Down"))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of one line."""
        return QSize(theme.px(220), theme.px(28))

    def hitButton(self, _place: QPoint) -> bool:
        """Take a click anywhere."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and the arrows, go up and down with the arrows alone."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._list.move_row(self, by)
        else:
            rows = self._list.rows
            rows[(rows.index(self) + by) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag would begin."""
        self._pressed = event.position()
        self._before = self._list.keys
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move with the pointer."""
        if self._pressed is None or not event.buttons():
            return
        far = (event.position() - self._pressed).manhattanLength()
        if not self.is_dragged and far < QApplication.startDragDistance():
            return
        self.is_dragged = True
        self.setDown(False)
        place = self.mapTo(self._list, event.position().toPoint())
        self._list.shift(self, place.y() // max(self.height(), 1))
        self.raise_()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or switch the chapter."""
        self._pressed = None
        if not self.is_dragged:
            super().mouseReleaseEvent(event)
            return
        self.is_dragged = False
        self.update()
        if self._list.keys != self._before:
            self._list.moved.emit(self._list.keys, self.line.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint grip, check, title and page."""
        area, side = QRectF(self.rect()), theme.px(18)
        with painting(self) as painter:
            if self.is_dragged:
                box(painter, area, 6, "surface", "accent")
            elif self.underMouse():
                box(painter, area, 6, "hover")
            grip = theme.px(14)
            place = QRectF(2, (self.height() - grip) / 2, grip, grip)
            icons.paint(painter, "grip-vertical", place, "faint")
            self._paint_check(painter, QRectF(theme.px(22), (self.height() - side) / 2, side, side))
            self._paint_words(painter, theme.px(50))
            if self.hasFocus():
                focus_ring(painter, area, 6)

    def _paint_check(self, painter: QPainter, mark: QRectF) -> None:
        if self.isChecked():
            box(painter, mark, 4.5, "accent")
            icons.paint(painter, "check", mark.adjusted(3, 3, -3, -3), "onAccent")
        else:
            box(painter, mark, 4.5, "surface", "field", 1.4)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        room = theme.text_width(self.line.told, "cell") + theme.px(14)
        area = QRectF(left, 0, self.width() - left - room, self.height())
        painter.setFont(theme.font("cell"))
        shown = painter.fontMetrics().elidedText(
            self.line.title, Qt.TextElideMode.ElideRight, int(area.width())
        )
        text(painter, area, shown, "cell", "ink" if self.isChecked() else "ink2", _LEFT)
        right = QRectF(0, 0, self.width() - theme.px(6), self.height())
        text(painter, right, self.line.told, "cell", "ink2", _RIGHT)

    def _tell(self) -> None:
        self._list.switched.emit(self.line.key, self.isChecked())
