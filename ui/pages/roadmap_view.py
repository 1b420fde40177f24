"""The timeline with the names of its lanes beside it; it scrolls sideways, the names stay."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui import theme
from ui.pages.roadmap_board import Board
from ui.pages.roadmap_canvas import Canvas
from ui.pages.roadmap_time import FARTHER, NEARER, Scale
from ui.pages.roadmap_ways import Place
from ui.painting import box, painting, pen, text
from ui.parts.cards import Card
from ui.parts.layouts import page_around, row
from ui.words import _

_NAMES = 166
_AROUND = 320
"""Height of what stands on a page around the timeline: heading, buttons, the strip below."""
_EDGE = 28
"""Air kept between the selected bar and the edge when the timeline is scrolled."""
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class LaneNames(QWidget):
    """The names of the lanes. A click chooses a lane; the keys do that on the timeline.

    Signals:
        picked: a lane was clicked.
        opened: a lane was clicked twice.
    """

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, canvas: Canvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.setFixedWidth(theme.px(_NAMES))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Be as high as the timeline."""
        return QSize(theme.px(_NAMES), self._canvas.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a lane."""
        lane = self._lane_at(event)
        if lane:
            self.picked.emit(lane)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask to change a lane."""
        lane = self._lane_at(event)
        if lane:
            self.opened.emit(lane)

    def _lane_at(self, event: QMouseEvent) -> str:
        y = event.position().y()
        lanes = self._canvas.plan.lanes
        return next((one.lane.id for one in lanes if one.top <= y < one.bottom), "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint heading, gates, and a mark and a name for each lane."""
        plan, left = self._canvas.plan, float(theme.px(20))
        wide, head = float(self.width()), plan.sizes.head
        with painting(self) as painter:
            painter.setPen(pen("line2"))
            painter.drawLine(
                QRectF(0, head, wide, 0).topLeft(), QRectF(0, head, wide, 0).topRight()
            )
            self._paint_chosen(painter, wide)
            side = QRectF(wide - 0.5, 0, 0, plan.height)
            painter.drawLine(side.topLeft(), side.bottomLeft())
            text(painter, QRectF(left, 0, wide, head), _("Workstream"), "caption", "ink3")
            band = QRectF(left, head, wide, plan.top - head)
            text(painter, band, _("Decision gates"), "caption", "ink2")
            for lane in plan.lanes:
                painter.setPen(pen("line"))
                line = QRectF(0, lane.top, wide - 1, 0)
                painter.drawLine(line.topLeft(), line.topRight())
                middle, high = lane.top + lane.height / 2, theme.px(12)
                mark = QRectF(left, middle - high / 2, theme.px(4), high)
                box(painter, mark, 2, lane.lane.tone)
                start = left + theme.px(14)
                area = QRectF(start, lane.top + 2, wide - start - theme.px(6), lane.height - 4)
                painter.setFont(theme.font("caption", 600))
                painter.setPen(theme.color("ink"))
                painter.drawText(area, _WRAP, lane.lane.name)

    def _paint_chosen(self, painter: QPainter, wide: float) -> None:
        """Paint the ground of a lane that is selected without a bar."""
        place = self._canvas.place
        for lane in self._canvas.plan.lanes:
            if lane.lane.id == place.lane and not place.path:
                area = QRectF(0, lane.top, wide, lane.height)
                painter.fillRect(area, theme.color("hover"))


class _Sideways(QScrollArea):
    """Scrolls sideways only; what the timeline does not want of the wheel is for the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class TimelineView(Card):
    """Names and timeline in a card.

    Signals:
        scaled: the wheel chose another scale.
    """

    scaled = Signal(int)

    def __init__(self, board: Board, today: date, parent: QWidget) -> None:
        line = row()
        super().__init__(line, parent, margins=(1, 1, 1, 1))
        self.area = _Sideways(self)
        self.canvas = Canvas(board, today, self.area)
        self._page: QScrollArea | None = None
        self._bare = True
        self.names = LaneNames(self.canvas, self)
        self.area.setWidget(self.canvas)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.names, 0, top)
        line.addWidget(self.area, 1, top)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.names.picked.connect(self._pick)
        self.names.opened.connect(self.canvas.lanes_asked)
        self.canvas.moved_to.connect(self._show_chosen)
        self.canvas.arranged.connect(self._fit)
        self.canvas.zoom_asked.connect(self._zoom)
        self.canvas.sideways_asked.connect(self._turn)
        self.canvas.seen_asked.connect(self._bring)
        self.area.viewport().installEventFilter(self)
        self.area.horizontalScrollBar().valueChanged.connect(self.canvas.update)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the timeline fill the room there is."""
        if event.type() == QEvent.Type.Resize:
            self._take_room()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the height of the page too."""
        super().showEvent(event)
        page = page_around(self)
        if page is not None and page is not self._page:
            self._page = page
            page.viewport().installEventFilter(self)
            self._take_room()

    def show_scale(self, scale: int) -> None:
        """Show quarters, months or years; the middle stays in the middle."""
        self._scale_around(Scale(scale), self.area.viewport().width() / 2)

    def _show_chosen(self, place: Place) -> None:
        """Show which lane is chosen without a bar, and that none is any more."""
        if self._bare != (not place.path):
            self._bare = not place.path
            self.names.update()
        elif self._bare:
            self.names.update()

    def _take_room(self) -> None:
        high = self._page.viewport().height() - theme.px(_AROUND) if self._page is not None else 0
        self.canvas.fill(self.area.viewport().width(), high)

    def _zoom(self, by: int, x: float) -> None:
        scale = (NEARER if by > 0 else FARTHER)[self.canvas.scale]
        if scale is not self.canvas.scale:
            self._scale_around(scale, x - self.area.horizontalScrollBar().value())
            self.scaled.emit(int(scale))

    def _turn(self, by: int) -> None:
        bar = self.area.horizontalScrollBar()
        bar.setValue(bar.value() - by)

    def _scale_around(self, scale: Scale, x: float) -> None:
        bar = self.area.horizontalScrollBar()
        day = self.canvas.plan.span.day(bar.value() + x)
        self.canvas.show_scale(scale)
        bar.setValue(round(self.canvas.plan.span.x(day) - x))

    def _pick(self, lane: str) -> None:
        there = self.canvas.board.in_lane(lane)
        self.canvas.select(Place(there[0].path if there else "", lane))
        self.canvas.setFocus(Qt.FocusReason.MouseFocusReason)

    def _bring(self, left: float, right: float) -> None:
        """Scroll sideways until a stretch, or its beginning, is in sight."""
        bar, wide = self.area.horizontalScrollBar(), self.area.viewport().width()
        if right + _EDGE > bar.value() + wide:
            bar.setValue(round(min(right + _EDGE - wide, left - _EDGE)))
        if left - _EDGE < bar.value():
            bar.setValue(round(left - _EDGE))

    def _fit(self) -> None:
        bar = self.area.horizontalScrollBar()
        wide = self.canvas.width() > self.area.viewport().width()
        self.area.setFixedHeight(self.canvas.height() + (bar.sizeHint().height() if wide else 0))
        self.names.setFixedHeight(self.area.height())
        self.names.update()
