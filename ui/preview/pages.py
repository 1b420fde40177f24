"""The preview of the document: pages turned by keys, searched, read by a screen reader."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.preview.images import Hit, Images
from ui.preview.leads import Leads
from ui.preview.placing import Zoom
from ui.words import _


class PagesView(Leads):
    """Pages with the keys of the preview and with marks where a text was found.

    Signals:
        find_asked: Ctrl+F was pressed.
    """

    find_asked = Signal()

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(images, parent)
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self._chapter = ""
        self.setObjectName("pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page_changed.connect(self._say)
        self._say()

    def show_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Mark where a text stands; the current place is brought into sight."""
        self._hits, self._hit = tuple(hits), current
        if 0 <= current < len(self._hits):
            hit = self._hits[current]
            self.reveal(hit.page + 1, hit.parts[0].top() if hit.parts else 0)
        self.viewport().update()

    def name_chapter(self, chapter: str) -> None:
        """Take the chapter to which the page belongs, for screen readers."""
        self._chapter = chapter
        self._say()

    def paint_over(self, painter: QPainter, at: int, area: QRectF) -> None:
        """Mark where a text stands on a page."""
        super().paint_over(painter, at, area)
        for number, hit in enumerate(self._hits):
            if hit.page == at:
                color = theme.color("accent" if number == self._hit else "gold", 0.35)
                for part in hit.parts:
                    painter.fillRect(_within(area, part), color)

    # --- events ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the preview before the window takes them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.meant(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, enlarge, search."""
        match self.meant(event):
            case "next":
                self.go(self.page + self.columns)
            case "back":
                self.go(self.page - self.columns)
            case "first":
                self.go(1)
            case "last":
                self.go(self.count)
            case "larger":
                self.step_zoom(1)
            case "smaller":
                self.step_zoom(-1)
            case "fit":
                self.set_zoom(Zoom())
            case "find":
                self.find_asked.emit()
            case "open":
                self._open()
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or enlarge with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def meant(self, event: QKeyEvent) -> str:
        """Return what a key means here; empty for keys of others."""
        plain = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        held = event.modifiers() & plain
        return _KEYS.get((Qt.Key(event.key()), held == plain, bool(held)), "")

    # --- inside ----------------------------------------------------------------------------------

    def _say(self) -> None:
        words = (
            _("Page {page} of {count}").format(page=self.page, count=self.count)
            if self.count
            else _("Pages are being laid out")
        )
        self.setAccessibleName(f"{words}, {self._chapter}" if self._chapter else words)

    def _open(self) -> None:
        """Lead to the question of the place that was found, or of the first answer in sight."""
        spot = self.first_seen()
        if 0 <= self._hit < len(self._hits):
            hit = self._hits[self._hit]
            spot = self.spot_on(hit.page + 1, hit.parts[0].center()) if hit.parts else None
        if spot is not None:
            self.picked.emit(spot.path)


_KEYS = {
    (Qt.Key.Key_PageDown, False, False): "next",
    (Qt.Key.Key_PageUp, False, False): "back",
    (Qt.Key.Key_Home, False, False): "first",
    (Qt.Key.Key_End, False, False): "last",
    (Qt.Key.Key_Plus, False, True): "larger",
    (Qt.Key.Key_Equal, False, True): "larger",
    (Qt.Key.Key_Minus, False, True): "smaller",
    (Qt.Key.Key_0, True, True): "fit",
    (Qt.Key.Key_F, False, True): "find",
    (Qt.Key.Key_Return, False, False): "open",
    (Qt.Key.Key_Enter, False, False): "open",
}
"""What a key means, by whether Ctrl and Alt, or any of them, are held."""


def _within(area: QRectF, part: QRectF) -> QRectF:
    return QRectF(
        area.left() + part.left() * area.width(),
        area.top() + part.top() * area.height(),
        part.width() * area.width(),
        part.height() * area.height(),
    ).adjusted(-1, -1, 1, 1)
