"""Controls to choose with: segments, check boxes, chips, switches, tiles."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ui import icons, theme
from ui.painting import box, focus_ring, painting, text
from ui.parts.reading import keep_one_stop

_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Segment(QRadioButton):
    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.setFont(theme.font("control"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = theme.text_width(self.text(), "control", 600)
        return QSize(ceil(width) + theme.px(26), theme.measure("control", "segmentHeight") - 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _place: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        on = self.isChecked()
        with painting(self) as painter:
            if on:
                box(painter, area, 6, "raised" if theme.is_dark() else "surface", "line2")
            ink = "faint" if not self.isEnabled() else "ink" if on else "ink2"
            text(painter, area, self.text(), "control", ink, _CENTER, 600 if on else 500)
            if self.hasFocus():
                focus_ring(painter, area, 6)


class Segments(QWidget):
    """Two to four choices side by side; arrows move between them. `chosen` tells which."""

    chosen = Signal(int)

    def __init__(
        self, labels: Sequence[str], name: str, parent: QWidget | None = None, *, index: int = 0
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(3, 3, 3, 3)
        line.setSpacing(0)
        for place, label in enumerate(labels):
            button = _Segment(label, self)
            button.setAccessibleName(f"{name}: {label}")
            button.setChecked(place == index)
            self._group.addButton(button, place)
            line.addWidget(button)
        self._group.idToggled.connect(self._keep_stop)
        self._group.idClicked.connect(self.chosen)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keep_stop()

    @property
    def index(self) -> int:
        """The place of the choice in force."""
        return self._group.checkedId()

    def button(self, index: int) -> QAbstractButton:
        """Return the button at a place."""
        return self._group.button(index)

    def choose(self, index: int) -> None:
        """Show another choice, without telling anybody."""
        self._group.button(index).setChecked(True)

    def _keep_stop(self) -> None:
        keep_one_stop(self._group.buttons(), self._group.checkedButton())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track."""
        with painting(self) as painter:
            box(painter, QRectF(self.rect()), 8, "press", "line")


class Check(QCheckBox):
    """A check box with a text beside it; `strong` makes the text bold while it is checked."""

    def __init__(
        self, label: str = "", parent: QWidget | None = None, *, strong: bool = False
    ) -> None:
        super().__init__(label, parent)
        self._strong = strong
        self.setFont(theme.font("cell"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room that box and text need."""
        width = theme.px(18)
        if self.text():
            width += theme.px(10) + ceil(theme.text_width(self.text(), "cell", 600))
        return QSize(width + 4, max(theme.px(28), self.fontMetrics().height() + 4))

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return self.sizeHint()

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, mark and text."""
        side = theme.px(18)
        mark = QRectF(2, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        with painting(self) as painter:
            if on:
                box(painter, mark, 4.5, "accent" if self.isEnabled() else "faint")
                icons.paint(painter, "check", mark.adjusted(3, 3, -3, -3), "onAccent")
            else:
                box(painter, mark, 4.5, "surface", "field", 1.4)
            area = QRectF(mark.right() + theme.px(10), 0, self.width(), self.height())
            weight = 600 if on and self._strong else None
            text(painter, area, self.text(), "cell", "ink" if on else "ink2", _LEFT, weight)
            if self.hasFocus():
                focus_ring(painter, mark.adjusted(-2, -2, 2, 2), 6)


class Toggle(QCheckBox):
    """A switch; `name` is what it switches."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(theme.px(40), theme.px(28))

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and knob."""
        wide, high, on = theme.px(36), theme.px(20), self.isChecked()
        track = QRectF(2, (self.height() - high) / 2, wide, high)
        knob = high - 6
        x = track.right() - knob - 3 if on else track.left() + 3
        with painting(self) as painter:
            box(painter, track, high / 2, "accent" if on else "field")
            area = QRectF(x, track.top() + 3, knob, knob)
            box(painter, area, knob / 2, "onAccent" if on else "surface")
            if self.hasFocus():
                focus_ring(painter, track.adjusted(-2, -2, 2, 2), high / 2 + 2)


class Tile(QRadioButton):
    """A choice as a tile with an icon, a title and a line."""

    def __init__(
        self, title: str, line: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._line, self._icon = title, line, icon
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of title and line."""
        width = max(theme.text_width(self._title, "label"), theme.text_width(self._line, "caption"))
        return QSize(ceil(width) + theme.px(76 if self._icon else 46), theme.px(56))

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return self.sizeHint()

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tile, icon, title and line."""
        area, on, left = QRectF(self.rect()), self.isChecked(), float(theme.px(14))
        with painting(self) as painter:
            fill, edge = ("accentTint", "accent") if on else ("surface", "line2")
            box(painter, area, theme.radius("tile"), fill, edge, 1.6 if on else 1)
            if self._icon:
                side = theme.px(18)
                place = QRectF(left, (self.height() - side) / 2, side, side)
                icons.paint(painter, self._icon, place, "accent" if on else "ink2")
                left += side + theme.px(12)
            middle = self.height() / 2
            upper = QRectF(left, middle - theme.px(19), self.width(), theme.px(18))
            text(painter, upper, self._title, "label")
            lower = QRectF(left, middle + theme.px(1), self.width(), theme.px(17))
            text(painter, lower, self._line, "caption", "ink3")
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))
