"""All pages as small pictures, to go to one by click or key."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui import theme
from ui.painting import box, focus_ring, shadow, text
from ui.preview.images import Images
from ui.words import _

_SIDE = 66
"""Pixels of the width of a picture."""
_GAP = 16
_NUMBER = 20
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class Thumbs(QAbstractScrollArea):
    """A column of small pages; the one that is read has an edge.

    Signals:
        chosen: a page (from 1) to go to.
    """

    chosen = Signal(int)

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = images
        self._page = 0
        self._areas: tuple[QRectF, ...] = ()
        self.setObjectName("thumbs")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(theme.px(_SIDE + 46))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        images.opened.connect(self._arrange)
        images.drawn.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._wish)
        self.show_page(1)

    def show_page(self, page: int) -> None:
        """Mark the page that is read and bring it into sight."""
        self._page = page
        count = len(self._images.sizes)
        self.setAccessibleName(
            _("Page pictures, page {page} of {count}").format(page=page, count=count)
        )
        if 0 < page <= len(self._areas):
            area, bar = self._areas[page - 1], self.verticalScrollBar()
            high = self.viewport().height()
            if area.top() - _GAP < bar.value():
                bar.setValue(round(area.top() - _GAP))
            elif area.bottom() + _NUMBER > bar.value() + high:
                bar.setValue(round(area.bottom() + theme.px(_NUMBER + 8) - high))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page before or after, the first or the last."""
        last = len(self._areas)
        goals = {
            Qt.Key.Key_Down: self._page + 1,
            Qt.Key.Key_Up: self._page - 1,
            Qt.Key.Key_PageDown: self._page + 5,
            Qt.Key.Key_PageUp: self._page - 5,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: last,
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None or not last:
            super().keyPressEvent(event)
            return
        self.chosen.emit(min(max(goal, 1), last))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the page that was clicked."""
        place = event.position() + QPoint(0, self.verticalScrollBar().value())
        for at, area in enumerate(self._areas):
            if area.adjusted(-_GAP, -4, _GAP, theme.px(_NUMBER)).contains(place):
                self.chosen.emit(at + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the pictures anew."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wish for nothing."""
        super().hideEvent(event)
        self._images.wish(self, ())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictures that are seen, and their numbers."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.viewport().rect(), theme.color("canvas"))
        painter.translate(0, -self.verticalScrollBar().value())
        for at in self._seen():
            self._paint(painter, at)
        painter.resetTransform()
        if self.hasFocus():
            focus_ring(painter, QRectF(self.viewport().rect()), 0)
        painter.end()

    def _arrange(self) -> None:
        side, top, areas = theme.px(_SIDE), float(theme.px(_GAP)), []
        left = (self.viewport().width() - side) / 2
        for size in self._images.sizes:
            high = round(side * size.height() / max(size.width(), 1))
            areas.append(QRectF(round(left), top, side, high))
            top += high + theme.px(_NUMBER + _GAP)
        self._areas = tuple(areas)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme.px(60))
        bar.setRange(0, max(0, round(top - self.viewport().height())))
        self._wish()
        self.viewport().update()

    def _seen(self) -> tuple[int, ...]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return tuple(
            at
            for at, area in enumerate(self._areas)
            if area.bottom() + _NUMBER >= top and area.top() <= bottom
        )

    def _wish(self) -> None:
        if self.isVisible():
            width = round(theme.px(_SIDE) * self.devicePixelRatioF())
            self._images.wish(self, [(at, width) for at in self._seen()])

    def _paint(self, painter: QPainter, at: int) -> None:
        area, current = self._areas[at], at + 1 == self._page
        if current:
            box(painter, area.adjusted(-4, -4, 4, 4), 5, "accentTint", "accent", 2)
        else:
            shadow(painter, area.adjusted(4, 4, -4, -4), "lifted")
        painter.fillRect(area, Qt.GlobalColor.white)
        width = round(area.width() * self.devicePixelRatioF())
        image = self._images.image(at, width) or self._images.any_image(at)
        if image is not None:
            painter.drawImage(area, image)
        below = QRectF(0, area.bottom() + theme.px(4), self.viewport().width(), theme.px(_NUMBER))
        color, weight = ("accent", 600) if current else ("ink2", 400)
        text(painter, below, str(at + 1), "caption", color, _CENTER, weight)
