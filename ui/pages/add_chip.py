"""A pill with a plus: what can be added with a click."""

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.painting import box, focus_ring, painting
from ui.words import _

_WIDEST = 400
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class AddChip(QAbstractButton):
    """Something that is not there yet; a click or Enter adds it. Long words take two lines."""

    def __init__(self, words: str, to: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(_("Add {words} to {to}").format(words=words, to=to))
        self.setFont(theme.font("control"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of plus and words."""
        words = self._words_area()
        return QSize(words.width() + theme.px(44), max(words.height() + theme.px(10), theme.px(30)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter as well as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, plus and words."""
        area, side = QRectF(self.rect()), theme.px(14)
        corner = min(area.height() / 2, theme.px(15))
        with painting(self) as painter:
            box(painter, area, corner, "hover" if self.underMouse() else "surface", "line2")
            mark = QRectF(theme.px(11), (self.height() - side) / 2, side, side)
            icons.paint(painter, "plus", mark, "ink2")
            painter.setFont(self.font())
            painter.setPen(theme.color("ink2"))
            words = area.adjusted(theme.px(30), 0, -theme.px(8), 0)
            painter.drawText(words, _LEFT | Qt.TextFlag.TextWordWrap, self.text())
            if self.hasFocus():
                focus_ring(painter, area, corner)

    def _words_area(self) -> QRect:
        room = QRect(0, 0, theme.px(_WIDEST), 10_000)
        found = QFontMetrics(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return QRect(0, 0, ceil(found.width()) + 2, found.height())
