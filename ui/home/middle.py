"""The part of Home that scrolls: what to go on with, the filter, the proposals."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.parts.layouts import holder, row
from ui.parts.scrolling import Scrolled

WIDEST = 1400


class Middle(QScrollArea):
    """Scrolls its column; the bar takes its place from the margin, so that nothing moves."""

    def __init__(self, parts: QVBoxLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Asked for a viewport of its own making, Qt for Python first loads every kind of widget.
        self._ground = QWidget(self)
        self.setViewport(self._ground)
        self._ground.setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._margins = (36, 36)
        self._line = centered(parts)
        self._inner = Scrolled(self._line)
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self.verticalScrollBar().installEventFilter(self)

    def set_margins(self, left: int, right: int) -> None:
        """Keep this far from both sides."""
        self._margins = (left, right)
        self._fit()

    def show_part(self, widget: QWidget, area: QRect) -> None:
        """Scroll so that a part of something inside can be seen."""
        top = widget.mapTo(self._inner, area.topLeft()).y()
        high = min(area.height(), self._ground.height())
        self.ensureVisible(0, top + high, 0, theme.px(8))
        self.ensureVisible(0, top, 0, theme.px(8))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Give back the place of the bar when it comes or goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margins."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        left, right = self._margins
        bar = self.width() - self._ground.width()
        self._line.setContentsMargins(left, 0, max(0, right - bar), 0)


def centered(parts: QVBoxLayout, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a line that shows a column in its middle, never too wide."""
    content = holder(parts)
    content.setMaximumWidth(theme.px(WIDEST))
    line = row(margins=margins)
    line.addStretch(1)
    line.addWidget(content, 1000)
    line.addStretch(1)
    return line
