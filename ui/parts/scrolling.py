"""A column that scrolls inside a sheet or a panel."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from ui import theme
from ui.parts.layouts import STRETCH, column


class Scrolled(QWidget):
    """What a scroll area shows: as high as its texts are at the width it has.

    Qt alone would take the height that they have at their narrowest, which leaves an empty end.
    """

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width only; the height follows from it."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0) if self.hasHeightForWidth() else hint


def fitting(window: QWidget, wanted: int, rest: int) -> int:
    """Return a height that leaves the rest of a dialog its room; both in pixels at 100 %."""
    unit = theme.px(100) / 100
    return max(120, min(wanted, int(window.height() / unit) - rest))


def scrolled(
    layout: QLayout, parent: QWidget | None = None, *, height: int = 0, centered: bool = False
) -> QScrollArea:
    """Return a scroll area around a layout, of a fixed height if one is given.

    A layout that is lower than the area stands at its top, or in its middle if it is centered.
    """
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if height:
        area.setFixedHeight(theme.px(height))
    inner = Scrolled(column(STRETCH, layout, STRETCH) if centered else column(layout, STRETCH))
    area.setWidget(inner)
    # Qt fills what is put into a scroll area; only after that can it be told not to.
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


class Yielding(QScrollArea):
    """As high as what it shows, and scrolls only where it is given less than that."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = Scrolled(layout)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWidget(self._inner)
        # Qt fills what is put into a scroll area; only after that can it be told not to.
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when something inside came or went."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all that is inside, also beside a bar: so none is needed."""
        layout = self._inner.layout()
        if layout is not None and layout.hasHeightForWidth():
            beside = width - self.verticalScrollBar().sizeHint().width()
            return max(layout.totalHeightForWidth(width), layout.totalHeightForWidth(beside))
        return self._inner.sizeHint().height()

    def sizeHint(self) -> QSize:
        """Ask for the room of all that is inside."""
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never cut the width; be content with little height."""
        hint = self._inner.minimumSizeHint()
        return QSize(hint.width(), min(self._inner.sizeHint().height(), theme.px(80)))
