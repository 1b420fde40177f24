"""A role as a round node that can be dragged, moved with arrows and opened."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui import theme
from ui.pages.coalition_people import Person, color
from ui.painting import painting, pen, text

SIDE = 40
_AIR = 5
_CENTER = Qt.AlignmentFlag.AlignCenter
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
KEYS = "Arrows change stance and influence. Enter opens what is written. Delete removes the role."


def paint_disc(painter: QPainter, area: QRectF, person: Person) -> None:
    """Paint the disc of a role in the color of its stance, with its letters."""
    ink = color(person.stance)
    painter.setPen(pen(ink, 2, dashed=person.stance is None))
    painter.setBrush(theme.color(f"{ink}Tint"))
    painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    text(painter, area, person.short, "micro", ink, _CENTER, 600)


class RoleNode(QAbstractButton):
    """One role on the map.

    Signals:
        dragged: the pointer moved with the node held; carries the pointer on the screen.
        dropped, cancelled: the drag ended, or was given up.
        picked: it was clicked or got the focus; opened: what is written about it is wanted.
        nudged: an arrow was pressed; carries the steps of stance and of influence.
        removed: the role is to go.
    """

    dragged = Signal(str, QPoint)
    dropped = Signal(str)
    cancelled = Signal(str)
    picked = Signal(str)
    opened = Signal(str)
    nudged = Signal(str, int, int)
    removed = Signal(str)

    reader_role = QAccessible.Role.ListItem

    def __init__(self, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.is_held = False
        self.is_picked = False
        self._pressed: QPointF | None = None
        self.setObjectName(f"role:{person.row}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        side = theme.px(SIDE) + 2 * _AIR
        self.setFixedSize(side, side)
        self.setAccessibleDescription(KEYS)

    def show_person(self, person: Person) -> None:
        """Show what is answered now."""
        self.person = person
        self.setText(person.short)
        self.setAccessibleName(person.spoken)
        self.setToolTip(person.spoken)
        self.update()

    def set_picked(self, picked: bool) -> None:
        """Show that this is the role that is looked at."""
        self.is_picked = picked
        self.update()

    @property
    def disc(self) -> QRectF:
        """The disc, in the coordinates of the map."""
        return QRectF(self.geometry()).adjusted(_AIR, _AIR, -_AIR, -_AIR)

    def center_on(self, point: QPointF) -> None:
        """Stand with the middle at a point."""
        half = self.width() / 2
        self.move(round(point.x() - half), round(point.y() - half))

    def sizeHint(self) -> QSize:
        """Return its fixed size."""
        return self.size()

    # --- mouse and keys --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the node in the hand."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.picked.emit(self.person.row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the node once the pointer went some way."""
        if self._pressed is None:
            return
        way = (event.globalPosition() - self._pressed).manhattanLength()
        if self.is_held or way >= QApplication.startDragDistance():
            self.is_held = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.person.row, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the node go."""
        held, self._pressed = self.is_held, None
        self._rest()
        if held:
            self.dropped.emit(self.person.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open or remove."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.is_held:
            self._pressed = None
            self._rest()
            self.cancelled.emit(self.person.row)
        elif key in _ARROWS:
            self.nudged.emit(self.person.row, *_ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.person.row)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(self.person.row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be looked at."""
        super().focusInEvent(event)
        self.raise_()
        self.picked.emit(self.person.row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint halo, disc, and a mark if there is no answer yet."""
        with painting(self) as painter:
            whole = QRectF(self.rect())
            if self.is_picked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(color(self.person.stance), 0.22))
                painter.drawEllipse(whole)
            paint_disc(painter, whole.adjusted(_AIR, _AIR, -_AIR, -_AIR), self.person)
            if not self.person.has_answer:
                self._paint_mark(painter)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(pen("accent", 2))
                painter.drawEllipse(whole.adjusted(1, 1, -1, -1))

    def _paint_mark(self, painter: QPainter) -> None:
        side = theme.px(12)
        area = QRectF(self.width() - side - 3, 3, side, side)
        painter.setPen(pen("surface", 1.5))
        painter.setBrush(theme.color("warn"))
        painter.drawEllipse(area)
        text(painter, area, "?", "micro", "surface", _CENTER, 600)

    def _rest(self) -> None:
        self.is_held = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
