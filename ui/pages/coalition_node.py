"""A role as a round node that can be dragged, moved with arrows and opened."""

from math import hypot

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui import theme
from ui.pages.coalition_people import Person, color
from ui.painting import painting, pen, text
from ui.parts.tips import plain_tip
from ui.words import _

SIDE = 40
_AIR = 9
_HALO = 4
_EDGE = 3
"""How far inside the disc its edge begins, from where a line is drawn."""
_DOT = 4.5
_CENTER = Qt.AlignmentFlag.AlignCenter
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_STEPS = {
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Home: -999,
    Qt.Key.Key_End: 999,
}
KEYS = _(
    "Arrows change stance and influence. Page Up and Page Down go to "
    "another role. L draws a line to another role. Enter opens what "
    "is written. Delete removes the role."
)


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
        stepped: another role is wanted; carries how many places further.
        hovered: the pointer came, or went.
        line_held, line_dropped: a line is drawn from its edge; carries the pointer on the screen.
        line_asked: a line from it is to be drawn with keys.
        removed: the role is to go.
    """

    dragged = Signal(str, QPoint)
    dropped = Signal(str)
    cancelled = Signal(str)
    picked = Signal(str)
    opened = Signal(str)
    nudged = Signal(str, int, int)
    removed = Signal(str)
    stepped = Signal(str, int)
    hovered = Signal(str, bool)
    line_held = Signal(str, QPoint)
    line_dropped = Signal(str, QPoint)
    line_asked = Signal(str)

    reader_role = QAccessible.Role.ListItem

    def __init__(self, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.is_held = False
        self.is_picked = False
        self.is_aim = False
        self._draws = False
        self._pressed: QPointF | None = None
        self.setObjectName(f"role:{person.row}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        side = theme.px(SIDE) + 2 * _AIR
        self.setFixedSize(side, side)
        self.setAccessibleDescription(KEYS)

    def show_person(self, person: Person) -> None:
        """Show what is answered now."""
        self.person = person
        self.setText(person.short)
        self.setAccessibleName(person.spoken)
        self.setToolTip(plain_tip(person.spoken))
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
        """Take the node in the hand, or begin a line at its edge."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition()
            self._draws = self._is_edge(event.position())
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.picked.emit(self.person.row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the node or the end of the line once the pointer went some way."""
        if self._pressed is None:
            edge = self._is_edge(event.position())
            self.setCursor(Qt.CursorShape.CrossCursor if edge else Qt.CursorShape.OpenHandCursor)
            return
        way = (event.globalPosition() - self._pressed).manhattanLength()
        if not self.is_held and way < QApplication.startDragDistance():
            return
        self.is_held = True
        if self._draws:
            self.line_held.emit(self.person.row, event.globalPosition().toPoint())
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.person.row, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the node or the line go."""
        held, self._pressed = self.is_held, None
        self._rest()
        if held and self._draws:
            self.line_dropped.emit(self.person.row, event.globalPosition().toPoint())
        elif held:
            self.dropped.emit(self.person.row)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show where a line begins."""
        super().enterEvent(event)
        self.hovered.emit(self.person.row, True)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.hovered.emit(self.person.row, False)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open or remove."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.is_held:
            self._pressed = None
            self._rest()
            self.cancelled.emit(self.person.row)
        elif key in _ARROWS:
            self.nudged.emit(self.person.row, *_ARROWS[Qt.Key(key)])
        elif key in _STEPS:
            self.stepped.emit(self.person.row, _STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_L:
            self.line_asked.emit(self.person.row)
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
            disc = QRectF(self.rect()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
            around = disc.adjusted(-_HALO, -_HALO, _HALO, _HALO)
            if self.is_picked or self.is_aim:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(color(self.person.stance), 0.22))
                painter.drawEllipse(around)
            paint_disc(painter, disc, self.person)
            if not self.person.has_answer:
                self._paint_mark(painter, disc)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.hasFocus() or self.is_aim:
                painter.setPen(pen("accent", 2, dashed=self.is_aim))
                painter.drawEllipse(around)
            if (self.hasFocus() or self.underMouse()) and not self.is_held:
                painter.setPen(pen("surface", 1.5))
                painter.setBrush(theme.color("accent"))
                radius = theme.px(_DOT)
                painter.drawEllipse(self.dot, radius, radius)

    @property
    def dot(self) -> QPointF:
        """The dot at the edge from which a line is drawn."""
        return QPointF(self.width() - _AIR, self.height() / 2)

    def set_aim(self, aim: bool) -> None:
        """Show that a line would end here."""
        self.is_aim = aim
        self.update()

    def _is_edge(self, at: QPointF) -> bool:
        way = at - QPointF(self.rect().center())
        far = hypot(way.x(), way.y()) > self.disc.width() / 2 - _EDGE
        return far and self.person.is_placed

    def _paint_mark(self, painter: QPainter, disc: QRectF) -> None:
        side = theme.px(12)
        area = QRectF(disc.right() - side + 2, disc.top() - 2, side, side)
        painter.setPen(pen("surface", 1.5))
        painter.setBrush(theme.color("warn"))
        painter.drawEllipse(area)
        text(painter, area, "?", "micro", "surface", _CENTER, 600)

    def _rest(self) -> None:
        self.is_held = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
