"""A column that scrolls inside a sheet or a panel."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

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


def scrolled(
    layout: QLayout, parent: QWidget | None = None, *, height: int = 0, centered: bool = False
) -> QScrollArea:
    """Return a scroll area around a layout, of a fixed height if one is given.

    A layout that is lower than the area stands at its top, or in its middle if it is centered.
    """
    area = QScrollArea(parent)
    if height:
        area.setFixedHeight(theme.px(height))
    _fill(area, column(STRETCH, layout, STRETCH) if centered else column(layout, STRETCH))
    return area


class FittingArea(QScrollArea):
    """A scroll area that is as high as what it shows, and lower only where there is no room."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = _fill(self, column(layout, STRETCH))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of what it shows."""
        follows = self._inner.hasHeightForWidth()
        return self._inner.heightForWidth(width) if follows else self._inner.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """Never ask for more height than a few lines."""
        return QSize(self._inner.minimumSizeHint().width(), theme.px(80))


def _fill(area: QScrollArea, layout: QLayout) -> QWidget:
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = Scrolled(layout)
    area.setWidget(inner)
    # Qt fills what is put into a scroll area; only after that can it be told not to.
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return inner
