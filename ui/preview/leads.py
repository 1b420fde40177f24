"""Pages on which a click on an answer leads to its question, and a question to its answer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from roadmapper.document.spot import Spot
from ui import theme
from ui.preview.images import Images
from ui.preview.papers import Papers

_AIR = 3.0
"""Pixels around a text that is marked."""


class Leads(Papers):
    """Pages whose answers are lit up under the pointer and can be clicked.

    Signals:
        picked: the address of the answer that was clicked.
    """

    picked = Signal(str)

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(images, parent)
        self._spots: Mapping[int, Sequence[Spot]] = {}
        self._hovered: Spot | None = None
        self._pressed: QPointF | None = None
        self._at_home = ""
        self.viewport().setMouseTracking(True)

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Take where answers stand."""
        found: defaultdict[int, list[Spot]] = defaultdict(list)
        for one in spots:
            found[one.page].append(one)
        self._spots = found
        self._hover(None)

    def show_home(self, path: str) -> None:
        """Mark the answer of the field one is in."""
        self._at_home = path
        self.viewport().update()

    def shows(self, path: str) -> bool:
        """Return whether an answer is in sight."""
        view = QRectF(self.viewport().rect()).translated(QPointF(self._corner()))
        seen = (one for at in self._seen() for one in self._spots.get(at + 1, ()))
        return any(one.path == path and view.contains(self._area(one)) for one in seen)

    def reveal(self, page: int, top: float) -> None:
        """Bring a place (a share of its page, from 1) into sight."""
        if not 0 < page <= len(self._placed.areas):
            return
        area = self._placed.areas[page - 1]
        place = area.top() + top * area.height()
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + self.gap < place < bar.value() + high - self.gap * 2:
            bar.setValue(round(place - high / 3))
        self._turn(page)

    def first_seen(self) -> Spot | None:
        """Return the first answer that is wholly in sight, in the order of reading."""
        view = QRectF(self.viewport().rect()).translated(QPointF(self._corner()))
        on_pages = (spot for at in self._seen() for spot in self._spots.get(at + 1, ()))
        return next((one for one in on_pages if view.contains(self._area(one))), None)

    def spot_on(self, page: int, place: QPointF) -> Spot | None:
        """Return the smallest answer at a place of a page (from 1): a cell before its row."""
        here = [
            one
            for one in self._spots.get(page, ())
            if one.left <= place.x() <= one.right and one.top <= place.y() <= one.bottom
        ]
        return min(here, key=lambda one: one.bottom - one.top, default=None)

    def paint_over(self, painter: QPainter, at: int, area: QRectF) -> None:
        """Light up the answer under the pointer, and mark that of the field one is in."""
        super().paint_over(painter, at, area)
        for one in self._spots.get(at + 1, ()):
            place = self._area(one).adjusted(-_AIR, -_AIR, _AIR, _AIR)
            if one == self._hovered:
                painter.fillRect(place, theme.color("accent", 0.14))
            if self._at_home and one.path == self._at_home:
                side = QRectF(place.left() - _AIR, place.top(), _AIR, place.height())
                painter.fillRect(side, theme.color("accent"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self._spot_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a click begins."""
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position() if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the question of the answer that was clicked."""
        super().mouseReleaseEvent(event)
        before, self._pressed = self._pressed, None
        spot = self._spot_at(event.position())
        if before is None or spot is None:
            return
        if (event.position() - before).manhattanLength() < QApplication.startDragDistance():
            self.picked.emit(spot.path)

    def viewportEvent(self, event: QEvent) -> bool:
        """Light up nothing when the pointer is gone."""
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    # --- inside ----------------------------------------------------------------------------------

    def _hover(self, spot: Spot | None) -> None:
        if spot == self._hovered:
            return
        self._hovered = spot
        shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()

    def _spot_at(self, place: QPointF) -> Spot | None:
        """Return the answer at a place of the viewport."""
        there = place + QPointF(self._corner())
        for at in self._seen() if self._images.sizes else ():
            area = self._placed.areas[at]
            if area.contains(there):
                inside = there - area.topLeft()
                share = QPointF(inside.x() / area.width(), inside.y() / area.height())
                return self.spot_on(at + 1, share)
        return None

    def _area(self, spot: Spot) -> QRectF:
        """Return where a spot stands among the placed pages."""
        page = self._placed.areas[spot.page - 1]
        start = QPointF(
            page.left() + spot.left * page.width(), page.top() + spot.top * page.height()
        )
        wide, high = spot.right - spot.left, spot.bottom - spot.top
        return QRectF(start.x(), start.y(), wide * page.width(), high * page.height())
