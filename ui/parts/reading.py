"""The order in which one reads: Tab goes from top to bottom and from left to right."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Protocol, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSplitter,
    QWidget,
)

from ui.parts.layouts import page_around

_BACKWARD = (QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop)


class Ordered(Protocol):
    """A widget whose parts stand freely and have an order of their own."""

    def in_reading_order(self) -> Iterable[QWidget]:
        """Return the parts as one reads them."""


def put_in_order(container: QWidget, after: QWidget | None = None) -> None:
    """Have Tab go through a part of the window as its layouts are read.

    It begins behind `after`, or else where the first of its stops stands now.
    """
    # Qt's own chain is not walked: PySide takes each widget in it for the owner of the next.
    stops = (*((after,) if after else ()), *in_order(container))
    proxies = {one: goal for one in stops if (goal := one.focusProxy()) is not None}
    # Qt would move all that lies between a canvas and the item it leads to.
    for one in proxies:
        one.setFocusProxy(None)
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)
    for one, goal in proxies.items():
        one.setFocusProxy(goal)


def put_around_in_order(widget: QWidget) -> None:
    """Have Tab go through the page around a widget as one reads; it has new parts.

    That is done once, however many parts are new, when the page has been shown.
    """
    page = None
    around = page_around(widget)
    while around is not None:
        page, around = around, page_around(around)
    if page is not None:
        _order_soon(page)


def keep_one_stop(items: Iterable[QWidget], stop: QWidget | None) -> None:
    """Let the Tab key stop at one of these widgets only; the others take clicks and `setFocus`."""
    for one in items:
        policy = Qt.FocusPolicy.StrongFocus if one is stop else Qt.FocusPolicy.ClickFocus
        one.setFocusPolicy(policy)


def _order_soon(page: QWidget) -> None:
    timer = page.findChild(_Soon, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (timer or _Soon(page)).start()


class _Soon(QTimer):
    """Puts a page in order after what is going on now."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, singleShot=True, interval=0)
        self._page = page
        self.timeout.connect(self._order)

    def _order(self) -> None:
        put_in_order(self._page)


def in_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield what can take the focus in a part of the window, as one reads."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    placed = tuple(_placed(widget))
    known = set(placed)
    for child in (*placed, *(one for one in _children(widget) if one not in known)):
        yield from in_order(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    """Yield what stands in a widget, the bars of one that scrolls left out."""
    if isinstance(widget, QScrollArea):
        return
    inner = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    for one in inner.children():
        if isinstance(one, QWidget) and not one.isWindow():
            yield one


def _placed(widget: QWidget) -> Iterator[QWidget]:
    """Yield the parts of a widget whose place is known, as they are read."""
    layout = widget.layout()
    parts: Iterable[QWidget | None] = ()
    if hasattr(widget, "in_reading_order"):  # a check of the protocol takes ten times as long
        parts = cast("Ordered", widget).in_reading_order()
    elif isinstance(widget, QScrollArea):
        parts = (widget.widget(),)
    elif isinstance(widget, QSplitter):
        parts = (widget.widget(at) for at in range(widget.count()))
    elif layout is not None:
        parts = _in_layout(layout)
    yield from (part for part in parts if part is not None)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _in_layout(inner)


def _items(layout: QLayout) -> list[QLayoutItem]:
    items = [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
    if isinstance(layout, QGridLayout):
        cells = [layout.getItemPosition(at)[:2] for at in range(len(items))]  # type: ignore[index]
        order = sorted(range(len(items)), key=cells.__getitem__)
        return [items[at] for at in order]
    if isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARD:
        items.reverse()
    return items
