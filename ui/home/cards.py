"""Proposals painted as cards in a grid, or as rows."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.home.covers import paint_cover
from ui.home.entries import Entry, Status, ago
from ui.home.listing import ENTRY
from ui.painting import box, focus_ring, text
from ui.parts.rings import paint_ring

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
GAP = 16
"""Between two cards, to the right and below."""
_LOOKS = {
    Status.IN_PROGRESS: ("press", "ink2"),
    Status.COMPLETE: ("posTint", "pos"),
    Status.DELIVERED: ("infoTint", "info"),
    Status.UNREADABLE: ("negTint", "neg"),
}


class CardPainter(QStyledItemDelegate):
    """Paints one proposal."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.size = QSize(300, 214)
        self.as_rows = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a card with the gap around it."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a card or a row."""
        entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = 1 if self.as_rows else theme.px(GAP)
        area = QRectF(option.rect).adjusted(0, 0, -gap, -gap)
        hovered, focused = _touched(option)
        if entry.problem:
            painter.setOpacity(0.7)
        if self.as_rows:
            self._paint_row(painter, area, entry, hovered=hovered)
        else:
            self._paint_card(painter, area, entry, hovered=hovered)
        if focused:
            focus_ring(painter, area, theme.radius("card"))
        painter.restore()

    def _paint_card(self, painter: QPainter, area: QRectF, entry: Entry, *, hovered: bool) -> None:
        corner, top = theme.radius("card"), theme.px(108)
        box(painter, area, corner, "surface")
        painter.save()
        whole = QPainterPath()
        whole.addRoundedRect(area, corner, corner)
        painter.setClipPath(whole)
        stage = QRectF(area.x(), area.y(), area.width(), top)
        painter.fillRect(stage, theme.color("rail"))
        painter.setClipRect(stage, Qt.ClipOperation.IntersectClip)
        wide = theme.px(94)
        cover = QRectF(area.center().x() - wide / 2, area.y() + theme.px(20), wide, wide * 1.29)
        paint_cover(painter, cover, entry.client)
        painter.restore()
        box(painter, area, corner, edge="line2" if hovered else "line")
        self._paint_words(painter, area.adjusted(theme.px(16), top, -theme.px(16), 0), entry)

    def _paint_words(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        ring = theme.px(34)
        room = area.width() - ring - theme.px(10)
        y = area.y() + theme.px(12)
        title = QRectF(area.x(), y, room, theme.px(20))
        text(painter, title, _cut(entry.client, room, "cardHeading"), "cardHeading")
        line = QRectF(area.x(), y + theme.px(20), room, theme.px(18))
        shown = entry.problem or entry.line
        text(painter, line, _cut(shown, room, "caption"), "caption", "ink3")
        place = QRectF(area.right() - ring, y + theme.px(2), ring, ring)
        self._paint_ring(painter, place, entry)
        low = QRectF(area.x(), area.bottom() - theme.px(36), area.width(), theme.px(22))
        self._paint_chip(painter, low, entry.status)
        text(painter, low, self._when(entry), "caption", "ink3", _RIGHT)

    def _paint_row(self, painter: QPainter, area: QRectF, entry: Entry, *, hovered: bool) -> None:
        box(painter, area, theme.radius("item"), "hover" if hovered else "surface", "line")
        unit = area.width() / 100
        ring = theme.px(26)
        place = QRectF(area.x() + theme.px(14), area.center().y() - ring / 2, ring, ring)
        self._paint_ring(painter, place, entry, small=True)
        left = place.right() + theme.px(14)
        for words, start, end, style, ink in (
            (entry.client, left, area.x() + unit * 34, "label", "ink"),
            (
                entry.problem or entry.line,
                area.x() + unit * 35,
                area.x() + unit * 66,
                "cell",
                "ink2",
            ),
        ):
            room = QRectF(start, area.y(), end - start, area.height())
            text(painter, room, _cut(words, room.width(), style), style, ink)
        chip = QRectF(
            area.x() + unit * 68, area.center().y() - theme.px(11), unit * 14, theme.px(22)
        )
        self._paint_chip(painter, chip, entry.status)
        right = area.adjusted(0, 0, -theme.px(16), 0)
        text(painter, right, self._when(entry), "caption", "ink3", _RIGHT)

    def _paint_ring(
        self, painter: QPainter, place: QRectF, entry: Entry, *, small: bool = False
    ) -> None:
        paint_ring(painter, place, entry.part, 2.4 if small else 3.2)
        if entry.part < 1:
            percent = f"{min(99, round(entry.part * 100))}"
            painter.save()
            text(painter, place, percent, "micro", "ink", _CENTER, 600)
            painter.restore()

    def _paint_chip(self, painter: QPainter, place: QRectF, status: Status) -> None:
        fill, ink = _LOOKS[status]
        wide = theme.text_width(status, "micro") + theme.px(18)
        area = QRectF(place.x(), place.y(), wide, place.height())
        box(painter, area, area.height() / 2, fill)
        text(painter, area, status, "micro", ink, _CENTER)

    def _when(self, entry: Entry) -> str:
        return "" if entry.problem else ago(entry.changed, self._clock())


def _touched(option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Return whether the pointer is over a card, and whether it has the focus."""
    view: QWidget = option.widget
    if not (view.underMouse() or view.hasFocus()):
        return False, False
    # Loaded late: it takes Qt for Python a moment, and Home is painted before it is touched.
    from PySide6.QtWidgets import QStyle  # noqa: PLC0415

    state, flags = option.state, QStyle.StateFlag
    return bool(state & flags.State_MouseOver), bool(state & flags.State_HasFocus)


def _cut(words: str, room: float, style: str) -> str:
    metrics = QFontMetricsF(theme.font(style))
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
