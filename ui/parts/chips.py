"""Pills: choices that can be clicked, and words on a tint that cannot."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.painting import box, focus_ring, painting, text

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChoiceChip(QAbstractButton):
    """A choice as a pill: filled with a check when chosen.

    With an icon it is a switch on a bar: an outline with the icon where the check will be.
    """

    def __init__(self, label: str, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(label)
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setFont(theme.font("control"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of text and check, so that choosing moves nothing."""
        width = ceil(theme.text_width(self.text(), "control", 600))
        return QSize(width + theme.px(42), theme.px(30))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter as well as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, check and text."""
        area, on = QRectF(self.rect()), self.isChecked()
        rest, lit = ("surface", "hover") if self._icon else ("press", "line2")
        fill = "accent" if on else lit if self.underMouse() else rest
        drawing, ink = "check" if on else self._icon, "onAccent" if on else "ink"
        width = theme.text_width(self.text(), "control", 600 if on else 500)
        side, gap = theme.px(14), theme.px(5)
        left = (self.width() - width - (side + gap if drawing else 0)) / 2
        with painting(self) as painter:
            edge = "line2" if self._icon and not on else ""
            box(painter, area, area.height() / 2, fill, edge)
            if drawing:
                place = QRectF(left, (self.height() - side) / 2, side, side)
                icons.paint(painter, drawing, place, ink)
                left += side + gap
            words = QRectF(left, 0, self.width(), self.height())
            text(painter, words, self.text(), "control", ink, _LEFT, 600 if on else 500)
            if self.hasFocus():
                focus_ring(painter, area, area.height() / 2)
                if on:
                    inner = area.adjusted(2, 2, -2, -2)
                    box(painter, inner, inner.height() / 2, edge="surface", width=1.5)


_CHIP_LOOKS = {
    "neutral": ("press", "ink2", ""),
    "accent": ("accentTint", "accent", ""),
    "pos": ("posTint", "pos", ""),
    "warn": ("warnTint", "warn", ""),
    "neg": ("negTint", "neg", ""),
    "info": ("infoTint", "info", ""),
    "outline": ("surface", "ink2", "line2"),
    "dark": ("ink", "surface", ""),
    "plum": ("plumTint", "plum", ""),
    "slate": ("slateTint", "slate", ""),
    "gold": ("goldTint", "gold", ""),
    "clay": ("clayTint", "clay", ""),
    "sage": ("sageTint", "sage", ""),
}


class Chip(QWidget):
    """A word or two on a tint, such as a status; it is no button."""

    def __init__(
        self, words: str, kind: str = "neutral", parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        super().__init__(parent)
        self._words, self._kind, self._icon = words, kind, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)

    def say(self, words: str, kind: str, icon: str = "") -> None:
        """Show other words in another look."""
        self._words, self._kind, self._icon = words, kind, icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the words."""
        width = theme.text_width(self._words, "micro") + theme.px(18)
        return QSize(ceil(width + (theme.px(17) if self._icon else 0)), theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tint and words."""
        fill, ink, edge = _CHIP_LOOKS[self._kind]
        area, left = QRectF(self.rect()), theme.px(9)
        with painting(self) as painter:
            box(painter, area, area.height() / 2, fill, edge)
            if self._icon:
                side = theme.px(12)
                place = QRectF(left, (self.height() - side) / 2, side, side)
                icons.paint(painter, self._icon, place, ink)
                left += theme.px(17)
            words = QRectF(left, 0, self.width(), self.height())
            text(painter, words, self._words, "micro", ink, _LEFT)
