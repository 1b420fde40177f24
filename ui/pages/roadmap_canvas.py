"""The timeline as a widget: it shows a board, and says what a person wants to do with it."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import access, theme
from ui.pages import roadmap_paint, roadmap_ways
from ui.pages.roadmap_board import Board, told
from ui.pages.roadmap_hand import Drag, Hand
from ui.pages.roadmap_keys import take_key
from ui.pages.roadmap_placing import aired, held, plan_of
from ui.pages.roadmap_plan import Hit, Plan, Sizes
from ui.pages.roadmap_time import Dates, Scale, Span, span_of
from ui.pages.roadmap_ways import Place
from ui.painting import focus_ring, painting

_CURSORS = {
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "bar": Qt.CursorShape.OpenHandCursor,
    "gate": Qt.CursorShape.OpenHandCursor,
    "dot": Qt.CursorShape.CrossCursor,
}
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Canvas(QWidget):
    """Bars and gates over time. One stop of the Tab key; arrows move the selection.

    Signals:
        moved_to: the selection moved; carries the new place.
        dates_asked: an item or gate shall have other dates; carries address and dates.
        link_asked: an item shall depend on another; carries both addresses.
        open_asked: all fields of an item or gate are wanted.
        remove_asked: an item shall be removed.
        zoom_asked: nearer (1) or farther (-1) is wanted; carries that and the place of the pointer.
        sideways_asked: the wheel was turned sideways; carries how far.
        seen_asked: this stretch shall be in sight; carries left and right.
        arranged: everything has found its place anew.
    """

    moved_to = Signal(Place)
    dates_asked = Signal(str, Dates)
    link_asked = Signal(str, str)
    open_asked = Signal(str)
    remove_asked = Signal(str)
    zoom_asked = Signal(int, float)
    sideways_asked = Signal(int)
    seen_asked = Signal(float, float)
    arranged = Signal()

    reader_role = QAccessible.Role.List

    def __init__(self, board: Board, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install()
        self.setObjectName("canvas:timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        metrics = QFontMetricsF(theme.font(roadmap_paint.LABEL, roadmap_paint.WEIGHT))
        self._width_of = metrics.horizontalAdvance
        self.today = today
        self._room = (0, 0)
        self.under = ""
        self.board = board
        self.scale = Scale.QUARTERS
        self.place = Place("", board.lanes[0].name)
        self.plan = self._plan()
        self.hand = Hand(self, self)
        self._connect()
        _name(self)

    # --- for the page ----------------------------------------------------------------------------

    @property
    def dates(self) -> Dates | None:
        """The dates of what is selected."""
        item, gate = self.board.item(self.place.path), self.board.gate(self.place.path)
        return item.dates if item else Dates(gate.on, gate.on) if gate else None

    def hit(self, at: QPointF) -> Hit:
        """Return what is at a place."""
        return self.plan.hit(at.x(), at.y(), self.place.path)

    def show_board(self, board: Board) -> None:
        """Show what stands on the timeline now; what is held is let go."""
        self.hand.cancel()
        self.board = board
        if self.place.path:
            here = roadmap_ways.place_of(board, self.place.path)
            self.place = here if here.path else Place("", self.place.lane or board.lanes[0].name)
        self._arrange()

    def show_scale(self, scale: Scale) -> None:
        """Show quarters, months or years."""
        self.scale = scale
        self._arrange()

    def fill(self, width: int, height: int) -> None:
        """Take at least this width, and let lanes breathe as far as the height allows."""
        if (width, height) != self._room:
            self._room = (width, height)
            self._arrange()

    def select(self, place: Place) -> None:
        """Move the selection and bring it into sight."""
        changed = place != self.place
        self.place = place
        bar, gate = self.plan.bar(place.path), self.plan.gate(place.path)
        if bar is not None:
            self.seen_asked.emit(bar.box.left, bar.box.right)
        elif gate is not None:
            self.seen_asked.emit(gate.x, gate.x)
        if changed:
            _name(self)
            self.update()
            self.moved_to.emit(place)

    # --- for Qt ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size of the whole timeline."""
        return QSize(round(self.plan.span.width), round(self.plan.height) + 1)

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys with Alt and Shift, which windows and menus want too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            held_now = event.key() == Qt.Key.Key_Escape and self.hand.drag is not None
            if held_now or event.key() in _ARROWS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the timeline."""
        if not take_key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first bar."""
        super().focusInEvent(event)
        if not self.place.path and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.select(roadmap_ways.start_of(self.board))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of what is held."""
        super().focusOutEvent(event)
        self.hand.cancel()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll sideways with Shift; anything else is for the page."""
        turn, modifiers = event.angleDelta(), event.modifiers()
        by = turn.y() or turn.x()
        if by and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.zoom_asked.emit(1 if by > 0 else -1, event.position().x())
        elif modifiers & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            self.sideways_asked.emit(turn.x() or turn.y())
        else:
            event.ignore()
            return
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything."""
        look = _look(self)
        with painting(self) as painter:
            painter.setClipRect(event.rect())
            roadmap_paint.paint_ground(painter, self.plan, look)
            if look.today is not None:
                roadmap_paint.paint_today(painter, self.plan, look.today)
            roadmap_paint.paint_gates(painter, self.plan, look)
            roadmap_paint.paint_bars(painter, self.plan, look)
            if look.focus and not look.selected and not look.lane:
                focus_ring(painter, self.rect().toRectF(), theme.radius("card"))

    # --- inside ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.hand.pressed.connect(self._take_press)
        self.hand.hovered.connect(self._light)
        self.hand.held.connect(self._show_held)
        self.hand.put.connect(self.dates_asked)
        self.hand.linked.connect(self.link_asked)
        self.hand.opened.connect(self.open_asked)

    def _take_press(self, hit: Hit) -> None:
        self.select(Place(hit.path, hit.lane))

    def _light(self, hit: Hit) -> None:
        self.under = hit.path
        self.setCursor(_CURSORS.get(hit.part, Qt.CursorShape.ArrowCursor))
        self.setToolTip(told(self.board, hit.path))
        self.update()

    def _show_held(self, drag: Drag | None) -> None:
        if drag is None:
            self._arrange()
            return
        if not drag.is_link:
            self.plan = held(self.plan, drag.hit.path, drag.now, self._width_of)
        self.seen_asked.emit(drag.at.x(), drag.at.x())
        self.update()

    def _plan(self) -> Plan:
        days = [*self.board.days] or [self.today]
        width, height = self._room
        span = span_of(days, self.scale, width, theme.scale())
        today, sizes = _today_in(span, self.today), Sizes().scaled(theme.scale())
        taken = roadmap_paint.today_reach(today, span.width) if today is not None else None
        return aired(plan_of(self.board, span, sizes, self._width_of, taken), height)

    def _arrange(self) -> None:
        self.plan = self._plan()
        _name(self)
        self.setFixedSize(self.sizeHint())
        self.update()
        self.arranged.emit()


def _today_in(span: Span, today: date) -> float | None:
    """Return where today is; None if it is not on the timeline."""
    return span.x(today) if span.start <= today <= span.end else None


def _look(canvas: Canvas) -> roadmap_paint.Look:
    """Return what is singled out at the moment."""
    drag = canvas.hand.drag if canvas.hand.drag is not None and canvas.hand.drag.begun else None
    return roadmap_paint.Look(
        board=canvas.board,
        scale=canvas.scale,
        selected=canvas.place.path,
        lane=canvas.place.lane,
        under=canvas.under,
        focus=canvas.hasFocus(),
        seen_from=canvas.visibleRegion().boundingRect().left(),
        today=_today_in(canvas.plan.span, canvas.today),
        held=drag.now if drag is not None and not drag.is_link else None,
        link_to=(drag.at.x(), drag.at.y()) if drag is not None and drag.is_link else None,
    )


def _name(canvas: Canvas) -> None:
    """Say what is selected to a screen reader."""
    words = told(canvas.board, canvas.place.path)
    if not words:
        lane = f"{canvas.place.lane}, nothing selected" if canvas.board.items else "no bars yet"
        words = f"Timeline, {lane}"
    if words != canvas.accessibleName():
        canvas.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.NameChanged))
