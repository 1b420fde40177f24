"""How far the offer serves a priority, as three bars and a word."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.painting import box, painting, text
from ui.words import _

_BARS = 3
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WORDS = (_("Fit not said"), _("Not served"), _("Indirectly"), _("Directly"))
"""Words it keeps room for, so that a click moves nothing."""


class FitBars(QWidget):
    """Three bars to click; the bar that is already the last one takes itself back.

    Signals:
        chosen: another fit was clicked, 0 to 3.
    """

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._fit: int | None = None
        self._word = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_fit(self, fit: int | None, word: str) -> None:
        """Show a fit and its word; None if nobody said it."""
        self._fit, self._word = fit, word
        self.setAccessibleName(_("{name}: our fit, {word}").format(name=self._name, word=word))
        self.setToolTip(_("Our fit: {word}. Click a bar, or press 0 to 3.").format(word=word))
        self.updateGeometry()
        self.update()

    def bar(self, number: int) -> QRectF:
        """Return where a bar stands, counted from 1."""
        wide, high, gap = theme.px(18), theme.px(7), theme.px(4)
        left = self.width() - (_BARS - number + 1) * wide - (_BARS - number) * gap - 2
        return QRectF(left, self.height() / 2 - high - theme.px(1), wide, high)

    def sizeHint(self) -> QSize:
        """Return the room of bars and word."""
        widest = max(theme.text_width(word, "micro") for word in (*_WORDS, self._word))
        return QSize(max(ceil(widest) + 4, theme.px(66)), theme.px(44))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the bar that was clicked."""
        number = next(
            (n for n in range(1, _BARS + 1) if event.position().x() <= self.bar(n).right() + 2),
            _BARS,
        )
        self.chosen.emit(number - 1 if number == self._fit else number)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars and word."""
        with painting(self) as painter:
            for number in range(1, _BARS + 1):
                area = self.bar(number)
                if self._fit is None:
                    box(painter, area, area.height() / 2, "surface", "line2")
                else:
                    filled = number <= self._fit
                    box(painter, area, area.height() / 2, "accent" if filled else "track")
            color = "ink3" if self._fit is not None else "warn"
            below = QRectF(0, self.height() / 2 + theme.px(3), self.width() - 2, theme.px(16))
            text(painter, below, self._word, "micro", color, _RIGHT)
