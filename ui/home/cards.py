"""Proposals painted as cards in a grid, or as rows."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, theme
from ui.home.covers import height_of, paint_kept_cover
from ui.home.entries import Entry, Status, ago
from ui.home.listing import Listing
from ui.painting import box, focus_ring, text
from ui.parts.rings import paint_ring
from ui.shown_dates import shown_date
from ui.words import _

_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
GAP = 16
"""Between two cards, beside and below."""
_NARROW = 900
"""Below this width a row has two lines at its left."""
_LOOKS = {
    Status.IN_PROGRESS: ("press", "ink2"),
    Status.READY: ("accentTint", "accent"),
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
        self.columns = 1
        self.room = 300

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a card with the gap around it."""
        return self.size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a card or a row."""
        entry = cast("Listing", index.model()).entry(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area(QRectF(option.rect))
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

    def _area(self, cell: QRectF) -> QRectF:
        """Return what a card takes of its cell: the outer cards reach to the edges of the list."""
        if self.as_rows:
            return QRectF(0, cell.y(), self.room, cell.height() - theme.px(6))
        gap = theme.px(GAP)
        wide = (self.room - gap * (self.columns - 1)) / self.columns
        at = round(cell.x() / self.size.width())
        return QRectF(at * (wide + gap), cell.y(), wide, cell.height() - gap)

    def _paint_card(self, painter: QPainter, area: QRectF, entry: Entry, *, hovered: bool) -> None:
        corner, top = theme.radius("card"), theme.px(108)
        box(painter, area, corner, "surface")
        painter.save()
        whole = QPainterPath()
        whole.addRoundedRect(area, corner, corner)
        painter.setClipPath(whole)
        stage = QRectF(area.x(), area.y(), area.width(), top)
        painter.fillRect(stage, theme.color("rail"))
        painter.setClipRect(stage)
        wide = theme.px(94)
        left = round(area.center().x() - wide / 2)
        cover = QRectF(left, round(area.y()) + theme.px(20), wide, height_of(wide))
        paint_kept_cover(painter, cover, entry.client, painter.device().devicePixelRatioF())
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
        ring = theme.px(28)
        place = QRectF(area.x() + theme.px(14), area.center().y() - ring / 2, ring, ring)
        self._paint_ring(painter, place, entry, small=True)
        left, line = place.right() + theme.px(14), entry.problem or entry.line
        unit = (area.right() - left) / 100
        decision = (
            _("Decision {shown_date}").format(shown_date=shown_date(entry.decision))
            if entry.decision
            else ""
        )
        if area.width() < theme.px(_NARROW):
            half, inset = area.height() / 2, theme.px(5)
            top = QRectF(left, area.y() + inset, unit * 52, half - inset)
            _write(painter, top, entry.client, "label", "ink")
            both = ". ".join(one for one in (line, decision) if one)
            _write(painter, top.translated(0, top.height()), both, "caption", "ink3")
            chip = left + unit * 55
        else:
            _write(painter, _strip(area, left, unit * 27), entry.client, "label", "ink")
            _write(painter, _strip(area, left + unit * 29, unit * 26), line, "cell", "ink2")
            when = _strip(area, left + unit * 57, unit * 19)
            _write(painter, when, decision, "caption", "ink2")
            chip = left + unit * 77
        high = theme.px(22)
        self._paint_chip(painter, QRectF(chip, area.center().y() - high / 2, 0, high), entry.status)
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
        words = _("Ready to present") if status is Status.READY else str(status)
        side = theme.px(12) if status is Status.READY else 0
        wide = theme.text_width(words, "micro") + theme.px(18) + (side and side + theme.px(5))
        area = QRectF(place.x(), place.y(), wide, place.height())
        box(painter, area, area.height() / 2, fill)
        if side:
            mark = QRectF(
                area.x() + theme.px(8), area.center().y() - side / 2, float(side), float(side)
            )
            icons.paint(painter, "badge-check", mark, ink)
        words_at = area.adjusted(side and side + theme.px(4), 0, 0, 0)
        text(painter, words_at, words, "micro", ink, _CENTER)

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


def _strip(area: QRectF, left: float, width: float) -> QRectF:
    return QRectF(left, area.y(), width, area.height())


def _write(painter: QPainter, room: QRectF, words: str, style: str, ink: str) -> None:
    text(painter, room, _cut(words, room.width(), style), style, ink)


def _cut(words: str, room: float, style: str) -> str:
    metrics = QFontMetricsF(theme.font(style))
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
