"""Pages on a desk: placed, scrolled, enlarged and painted."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui import theme
from ui.painting import focus_ring, shadow
from ui.preview.images import Images
from ui.preview.placing import GAP, LEAST, MOST, STEPS, Placed, Zoom, place

_PAPER = QSizeF(612, 792)
"""What stands for the first page until it is laid out."""
_NEAR = 200
"""Pixels beyond the edge whose pages are drawn too."""


class Papers(QAbstractScrollArea):
    """Shows the pages of `images`; only those that are seen are drawn.

    Signals:
        page_changed: another page (from 1) is the one that is read.
        zoom_changed: pages are of another size.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
    gap = GAP
    """Pixels around and between pages."""

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = Zoom()
        self.columns = 1
        self.page = 0
        self._images = images
        self._placed = Placed((), 0, 0, 1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        images.opened.connect(self._take_pages)
        images.drawn.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.horizontalScrollBar().valueChanged.connect(self._look)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._images.sizes)

    @property
    def part(self) -> float:
        """The part of their true size that pages have."""
        return self._placed.part

    def go(self, page: int) -> None:
        """Scroll to a page (from 1)."""
        if not self._images.sizes:
            return
        if len(self._placed.areas) != len(self._images.sizes):
            self._arrange()
        at = min(max(page, 1), len(self._placed.areas)) - 1
        self.verticalScrollBar().setValue(round(self._placed.areas[at].top() - self.gap))
        self._turn(at + 1)

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages of another size; what is read stays in sight."""
        self.zoom = zoom
        self._arrange()
        self.zoom_changed.emit()

    def step_zoom(self, by: int) -> None:
        """Show pages larger (1) or smaller (-1)."""
        now = self.part
        larger = [one for one in STEPS if one > now + 0.005]
        smaller = [one for one in STEPS if one < now - 0.005]
        wanted = (larger[0] if larger else MOST) if by > 0 else (smaller[-1] if smaller else LEAST)
        self.set_zoom(Zoom("part", wanted))

    def set_columns(self, columns: int) -> None:
        """Show one or two pages beside each other."""
        self.columns = columns
        page = self.page
        self._arrange()
        self.go(page)

    def paint_over(self, painter: QPainter, at: int, area: QRectF) -> None:
        """Paint over a page, by its place; nothing unless a subclass does."""

    # --- events ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is read in sight."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Wish for what is seen."""
        super().showEvent(event)
        self._wish()

    def hideEvent(self, event: QHideEvent) -> None:
        """Wish for nothing."""
        super().hideEvent(event)
        self._images.wish(self, ())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the desk, and the pages that are seen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), theme.color("press"))
        painter.translate(-self._corner())
        for at in self._seen():
            self._paint_page(painter, at)
        painter.resetTransform()
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            focus_ring(painter, QRectF(self.viewport().rect()), 0)
        painter.end()

    # --- inside ----------------------------------------------------------------------------------

    def _take_pages(self) -> None:
        self._arrange()
        self._turn(self.page or 1)

    def _arrange(self) -> None:
        """Place all pages anew; the height that was in the middle stays there."""
        before, bar, view = self._placed, self.verticalScrollBar(), self.viewport().size()
        at = before.at(bar.value(), view.height()) if before.areas else 0
        above, inside = 0.0, 0.0
        if before.areas:
            area = before.areas[at]
            above = min(bar.value() - area.top(), 0)
            inside = max(bar.value() - area.top(), 0) / max(area.height(), 1)
        sizes = self._images.sizes or (_PAPER,)
        self._placed = place(sizes, self.zoom, self.columns, QSizeF(view), self.gap)
        bar.setPageStep(view.height())
        bar.setSingleStep(theme.px(40))
        bar.setRange(0, max(0, round(self._placed.height - view.height())))
        across = self.horizontalScrollBar()
        across.setPageStep(view.width())
        across.setRange(0, max(0, round(self._placed.width - view.width())))
        if before.areas:
            area = self._placed.areas[min(at, len(self._placed.areas) - 1)]
            bar.setValue(round(area.top() + above + inside * area.height()))
        self._look()

    def _look(self) -> None:
        """Note which page is read, and wish for what is seen."""
        if self._images.sizes:
            bar = self.verticalScrollBar()
            at = self._placed.at(bar.value(), self.viewport().height())
            row = at // self.columns * self.columns
            if (self.page - 1) // self.columns * self.columns != row:
                self._turn(at + 1)
        self._wish()
        self.viewport().update()

    def _wish(self) -> None:
        ratio = self.devicePixelRatioF()
        near = self._seen(_NEAR) if self.isVisible() and self._images.sizes else ()
        wishes = [(at, round(self._placed.areas[at].width() * ratio)) for at in near]
        wishes.sort(key=lambda one: one[0] != self.page - 1)
        self._images.wish(self, wishes)

    def _turn(self, page: int) -> None:
        self.page = min(max(page, 1), max(self.count, 1))
        self.page_changed.emit(self.page)

    def _corner(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _seen(self, beyond: int = 0) -> Sequence[int]:
        top = self.verticalScrollBar().value()
        return tuple(self._placed.shown(top - beyond, top + self.viewport().height() + beyond))

    def _paint_page(self, painter: QPainter, at: int) -> None:
        area = self._placed.areas[at]
        shadow(painter, area, "page")
        painter.fillRect(area, Qt.GlobalColor.white)
        width = round(area.width() * self.devicePixelRatioF())
        image = self._images.image(at, width) or self._images.any_image(at)
        if image is not None:
            painter.drawImage(area, image)
        self.paint_over(painter, at, area)
