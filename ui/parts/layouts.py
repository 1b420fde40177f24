"""Rows, columns and flowing lines of widgets."""

from typing import TypeVar

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

Part = QWidget | QLayout | int
"""What stands in a row or column: a widget, a layout, or an empty space of so many pixels."""
STRETCH = -1
"""The space that takes all that is left."""
_NONE = (0, 0, 0, 0)
_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


def column(
    *parts: Part, spacing: int = 0, margins: tuple[int, int, int, int] = _NONE
) -> QVBoxLayout:
    """Return parts from top to bottom."""
    made = QVBoxLayout()
    return _filled(made, parts, spacing, margins)


def row(*parts: Part, spacing: int = 0, margins: tuple[int, int, int, int] = _NONE) -> QHBoxLayout:
    """Return parts from left to right."""
    made = QHBoxLayout()
    return _filled(made, parts, spacing, margins)


def _filled(
    made: _Box, parts: tuple[Part, ...], spacing: int, margins: tuple[int, int, int, int]
) -> _Box:
    made.setSpacing(spacing)
    made.setContentsMargins(*margins)
    for part in parts:
        match part:
            case QWidget():
                made.addWidget(part)
            case QLayout():
                made.addLayout(part)
            case _ if part == STRETCH:
                made.addStretch(1)
            case _:
                made.addSpacing(part)
    return made


def holder(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """Return a plain widget that holds a layout."""
    made = QWidget(parent)
    made.setLayout(layout)
    return made


def page_around(widget: QWidget) -> QScrollArea | None:
    """Return the page that scrolls around a widget."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


class Flow(QLayout):
    """Widgets side by side, broken into lines like words."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._taken: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins())

    def addWidget(self, widget: QWidget) -> None:
        """Take one more widget.

        The item is made here: one that Qt makes may come to the address of one it has deleted, and
        PySide would take it for that.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more item."""
        self._taken = []
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up the item at a place."""
        if not 0 <= index < len(self._items):
            return None
        # Qt frees what it takes; Python must not do it first.
        self._taken.append(self._items.pop(index))
        return self._taken[-1]

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Place all items."""
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of all items on one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, area: QRect, *, move: bool) -> int:
        x, y, line = area.x(), area.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            if x > area.x() and x + hint.width() > area.x() + area.width():
                x, y, line = area.x(), y + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self._gap
            line = max(line, hint.height())
        return y + line - area.y()
