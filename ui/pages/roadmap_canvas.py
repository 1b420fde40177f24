"""The timeline as a widget: it shows a board, and says what a person wants to do with it."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui import access, theme
from ui.pages import roadmap_linking, roadmap_paint, roadmap_ways
from ui.pages.roadmap_board import Board
from ui.pages.roadmap_hand import Drag, Hand
from ui.pages.roadmap_keys import take_key
from ui.pages.roadmap_layout import Layout
from ui.pages.roadmap_plan import Hit
from ui.pages.roadmap_regions import listed_items, painted_item, reach_of
from ui.pages.roadmap_time import Dates, Scale
from ui.pages.roadmap_told import told
from ui.pages.roadmap_ways import Place
from ui.painting import focus_ring, painting
from ui.parts.listed import PaintedList
from ui.parts.tips import plain_tip
from ui.words import _

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
        dates_asked: an item or gate was put down on other dates; carries address and dates.
        stepped: a key moved or stretched an item or gate; carries address and dates.
        link_asked: an item shall depend on another; carries both addresses.
        open_asked: all fields of an item or gate are wanted.
        remove_asked: an item shall be removed.
        lane_asked: a lane shall go up (-1) or down (1); carries the lane and that.
        lanes_asked: the lanes shall be changed; carries the selected one.
        zoom_asked: nearer (1) or farther (-1) is wanted; carries that and the place of the pointer.
        sideways_asked: the wheel was turned sideways; carries how far.
        seen_asked: this stretch shall be in sight; carries left and right.
        arranged: everything has found its place anew.
    """

    moved_to = Signal(Place)
    dates_asked = Signal(str, Dates)
    stepped = Signal(str, Dates)
    link_asked = Signal(str, str)
    open_asked = Signal(str)
    remove_asked = Signal(str)
    lane_asked = Signal(str, int)
    lanes_asked = Signal(str)
    zoom_asked = Signal(int, float)
    sideways_asked = Signal(int)
    seen_asked = Signal(float, float)
    arranged = Signal()

    reader_role = QAccessible.Role.List

    def __init__(self, board: Board, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas:timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.placing = Layout(today)
        self.under = ""
        self.waiting = self.moving = ""
        self._arranging = False
        self.board = board
        self.scale = Scale.QUARTERS
        self.place = Place("", board.lanes[0].id)
        self.plan = self.placing.plan(board, self.scale)
        self.hand = Hand(self, self)
        self.listed = PaintedList(self)
        self._connect()
        self._arrange()

    # --- for the page ----------------------------------------------------------------------------

    def hit(self, at: QPointF) -> Hit:
        """Return what is at a place."""
        return self.plan.hit(at.x(), at.y(), self.place.path)

    def show_board(self, board: Board) -> None:
        """Show what stands on the timeline now; what is held is let go."""
        self.hand.cancel()
        if board == self.board:
            return
        self.board = board
        if self.place.path:
            here = roadmap_ways.place_of(board, self.place.path)
            self.place = here if here.path else Place("", self.place.lane or board.lanes[0].id)
        self._arrange()

    def show_moved(self, board: Board, path: str) -> None:
        """Show that one item or gate moved; everything else stays where it is if it can."""
        plan = self.placing.moved(self.plan, board, path, self.scale)
        before, self.board, self.moving = self.plan, board, path
        if plan is None:
            self._arrange()
        else:
            self.plan = plan
            for one in (before, plan):
                self.update(reach_of(one, board, path, whole_lane=True))
            self.listed.items[path].show_painted(painted_item(plan, board, path))
        _bring(self, path)

    def show_still(self) -> None:
        """Show that nothing is being moved any more."""
        self.moving = ""
        self.update()

    def show_scale(self, scale: Scale) -> None:
        """Show quarters, months or years."""
        self.scale = scale
        self._arrange()

    def fill(self, width: int, height: int) -> None:
        """Take at least this width, and let lanes breathe as far as the height allows."""
        if (width, height) != self.placing.room:
            self.placing.room = (width, height)
            self._arrange()

    def select(self, place: Place) -> None:
        """Move the selection and bring it into sight."""
        before, self.place = self.place, place
        _bring(self, place.path)
        if before == place:
            return
        if place.path:
            self.listed.choose(place.path)
        else:
            access.announce(
                self, _("{name}, nothing in it yet").format(name=self.board.lane(place.lane).name)
            )
        if before.path and place.path and not self.waiting:
            for path in (before.path, place.path):
                self.update(reach_of(self.plan, self.board, path))
        else:
            self.update()
        self.moved_to.emit(place)

    def wait(self, path: str) -> None:
        """Let an item wait while one chooses what for; empty ends that and goes back to it."""
        waited, self.waiting = self.waiting, path
        if path:
            access.announce(self, roadmap_linking.ASKED)
        else:
            self.select(roadmap_ways.place_of(self.board, waited))
        self.update()

    # --- for Qt ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys with Alt and Shift, which windows and menus want too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            held_now = self.hand.drag is not None or bool(self.waiting)
            mine = (*_ARROWS, Qt.Key.Key_L, Qt.Key.Key_F2)
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if (held_now and event.key() == Qt.Key.Key_Escape) or (plain and event.key() in mine):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the timeline."""
        if not take_key(self, event):
            super().keyPressEvent(event)

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
        """Paint what has changed."""
        look = _look(self)
        with painting(self) as painter:
            painter.setClipRegion(event.region())
            roadmap_paint.paint(painter, self.plan, look, event.region())
            if look.focus and not look.selected and not look.lane:
                focus_ring(painter, self.rect().toRectF(), theme.radius("card"))

    def in_reading_order(self) -> Iterable[QWidget]:
        """Return the bars and gates in the order of their lanes."""
        return self.listed.items.values()

    # --- inside ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.hand.pressed.connect(self._take_press)
        self.hand.hovered.connect(self._light)
        self.hand.held.connect(self._show_held)
        self.hand.put.connect(self.dates_asked)
        self.hand.linked.connect(self.link_asked)
        self.hand.opened.connect(self.open_asked)
        self.listed.came.connect(self._come)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._let_go)

    def _come(self, path: str) -> None:
        """Select what the focus came to."""
        if path != self.place.path and not self._arranging:
            self.select(roadmap_ways.place_of(self.board, path))

    def _let_go(self) -> None:
        """Let go of what is held when the focus leaves."""
        if not self.hasFocus():
            self.hand.cancel()
            if self.waiting:
                self.wait("")

    def _take_press(self, hit: Hit) -> None:
        self.waiting = ""
        self.select(Place(hit.path, hit.lane))

    def _light(self, hit: Hit) -> None:
        for path in (self.under, hit.path):
            self.update(reach_of(self.plan, self.board, path))
        self.under = hit.path
        self.setCursor(_CURSORS.get(hit.part, Qt.CursorShape.ArrowCursor))
        self.setToolTip(plain_tip(told(self.board, hit.path)))

    def _show_held(self, drag: Drag | None) -> None:
        if drag is None:
            self._arrange()
            return
        if not drag.is_link:
            self.plan = self.placing.held(self.plan, drag.hit.path, drag.now)
        self.seen_asked.emit(drag.at.x(), drag.at.x())
        self.update()

    def _arrange(self) -> None:
        self.plan = self.placing.plan(self.board, self.scale)
        self._arranging = True
        self.listed.show_items(listed_items(self.plan, self.board))
        self._arranging = False
        if self.place.path:
            self.listed.choose(self.place.path)
        self.setAccessibleName(_("Timeline, {count} bars").format(count=len(self.board.items)))
        self.setFixedSize(round(self.plan.span.width), round(self.plan.height) + 1)
        self.update()
        self.arranged.emit()


def _bring(canvas: Canvas, path: str) -> None:
    """Ask that something be in sight."""
    bar, gate = canvas.plan.bar(path), canvas.plan.gate(path)
    if bar is not None:
        canvas.seen_asked.emit(bar.box.left, bar.box.right)
    elif gate is not None:
        canvas.seen_asked.emit(gate.x, gate.x)


def _held(canvas: Canvas, drag: Drag | None) -> Dates | None:
    """Return the dates of what is being moved, by the pointer or by keys."""
    if drag is not None:
        return None if drag.is_link else drag.now
    found = canvas.board.one(canvas.place.path)
    return found.dates if found is not None and found.path == canvas.moving else None


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
        today=canvas.placing.today_in(canvas.plan.span),
        held=_held(canvas, drag),
        link_to=(drag.at.x(), drag.at.y()) if drag is not None and drag.is_link else None,
        waiting=canvas.waiting,
    )
