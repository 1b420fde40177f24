"""Tabs: words with a line under the one in force; they break into lines where there is no room."""

from collections.abc import Sequence
from math import ceil, fsum

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QSizePolicy, QWidget

from ui import theme
from ui.painting import focus_ring, painting, text
from ui.parts.layouts import Flow
from ui.parts.reading import keep_one_stop

_MOST_AIR, _LEAST_AIR = 28, 11
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Tab(QRadioButton):
    """One tab; a dot after its name says that something in it needs a look."""

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(label, parent)
        self.dot = ""
        self.air = _MOST_AIR
        """The pixels around the name, dot included."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of name and dot, so that a dot moves nothing."""
        width = theme.text_width(self.text(), "control", 600)
        return QSize(ceil(width) + theme.px(self.air), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """Never cut the name."""
        return self.sizeHint()

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere."""
        return True

    @property
    def _side(self) -> int:
        """The pixels before the name; what is after it has room for a dot."""
        return min(8, self.air // 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, dot and line."""
        on, side = self.isChecked(), theme.px(self._side)
        area = QRectF(self.rect())
        with painting(self) as painter:
            ink = "ink" if on or self.underMouse() else "ink2"
            weight = 600 if on else 500
            text(painter, area.adjusted(side, 0, 0, 0), self.text(), "control", ink, _LEFT, weight)
            if self.dot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(self.dot))
                x = side + theme.text_width(self.text(), "control", weight) + theme.px(3)
                painter.drawEllipse(QRectF(x, area.center().y() - 3, 6, 6))
            if on:
                wide = theme.text_width(self.text(), "control", 600)
                line = QRectF(side, area.height() - 2, wide, 2)
                painter.fillRect(line, theme.color("accent"))
            if self.hasFocus():
                focus_ring(painter, area.adjusted(0, 1, 0, -3), 6)


class Tabs(QWidget):
    """Names of parts of which one is shown; arrows move between them. `chosen` tells which."""

    chosen = Signal(int)

    def __init__(self, labels: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        flow = Flow(self, gap=0)
        for place, label in enumerate(labels):
            tab = _Tab(label, self)
            tab.setAccessibleName(f"{name}: {label}")
            self._group.addButton(tab, place)
            flow.addWidget(tab)
        self.choose(0)
        self._group.idClicked.connect(self.chosen)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names less air, if that is what keeps them on one line."""
        super().resizeEvent(event)
        tabs = [one for one in self._group.buttons() if isinstance(one, _Tab)]
        names = fsum(ceil(theme.text_width(one.text(), "control", 600)) for one in tabs)
        air = int((self.width() - names) / theme.px(len(tabs)))
        fitted = max(_LEAST_AIR, min(_MOST_AIR, air))
        if any(one.air != fitted for one in tabs):
            for one in tabs:
                one.air = fitted
                one.updateGeometry()

    @property
    def index(self) -> int:
        """The place of the tab in force."""
        return self._group.checkedId()

    def button(self, index: int) -> QAbstractButton:
        """Return the tab at a place."""
        return self._group.button(index)

    def choose(self, index: int) -> None:
        """Show another tab, without telling anybody."""
        self._group.button(index).setChecked(True)
        # Qt lets the Tab key come to the one that was added or clicked last.
        keep_one_stop(self._group.buttons(), self._group.button(index))

    def mark(self, index: int, color: str) -> None:
        """Put a dot after a name, or take it away with an empty color."""
        tab = self._group.button(index)
        if isinstance(tab, _Tab) and tab.dot != color:
            tab.dot = color
            tab.update()
