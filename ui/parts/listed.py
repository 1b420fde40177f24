"""Things in one place that are a list: one stop of the Tab key, items for a screen reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QWidget

from ui import access
from ui.parts.reading import keep_one_stop, put_around_in_order


@dataclass(frozen=True, slots=True)
class Painted:
    """Something a canvas paints: what a screen reader says of it, and where it is."""

    name: str
    area: QRect
    help: str = ""


class PaintedItem(QWidget):
    """Stands over something painted. The mouse passes through it; keys go on to the canvas.

    Signals:
        came: the focus came here; carries the key of the item.
    """

    came = Signal(str)

    reader_role = QAccessible.Role.ListItem

    def __init__(self, key: str, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.key = key
        self.setObjectName(f"item:{key}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_painted(self, painted: Painted) -> None:
        """Stand there, under that name."""
        self.setGeometry(painted.area)
        if self.accessibleName() != painted.name:
            self.setAccessibleName(painted.name)
        self.setAccessibleDescription(painted.help)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it, and let the canvas paint where the focus is."""
        super().focusInEvent(event)
        self._canvas.update()
        self.came.emit(self.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the canvas take the ring away."""
        super().focusOutEvent(event)
        self._canvas.update()


class PaintedList(QObject):
    """The items of a canvas. The canvas has the focus through the one that is chosen.

    `canvas.hasFocus()` and `canvas.setFocus()` work on that item; without items, on the canvas.
    The canvas says `reader_role = QAccessible.Role.List`.

    Signals:
        came: the focus came to an item; carries its key.
    """

    came = Signal(str)

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        access.install()
        self._canvas = canvas
        self._chosen = ""
        self.items: dict[str, PaintedItem] = {}

    def show_items(self, painted: Mapping[str, Painted]) -> None:
        """Have an item for each of these, in this order."""
        had_focus, before = self._canvas.hasFocus(), tuple(self.items)
        for key in [key for key in self.items if key not in painted]:
            self._remove(self.items.pop(key))
        for key, one in painted.items():
            if key not in self.items:
                self._add(key)
            self.items[key].show_painted(one)
        self.items = {key: self.items[key] for key in painted}
        if before != tuple(self.items):
            self._put_in_order()
        self._settle(had_focus)
        if before != tuple(self.items):
            put_around_in_order(self._canvas)

    def choose(self, key: str) -> None:
        """Make an item the stop of the Tab key; the focus goes with it if it is on the canvas."""
        had_focus = self._canvas.hasFocus()
        self._chosen = key
        self._settle(had_focus)

    # --- inside ----------------------------------------------------------------------------------

    def _add(self, key: str) -> None:
        made = PaintedItem(key, self._canvas)
        made.came.connect(self._come)
        self.items[key] = made
        made.show()

    @staticmethod
    def _remove(gone: PaintedItem) -> None:
        gone.hide()
        gone.deleteLater()

    def _put_in_order(self) -> None:
        """Have the Tab key come to the items where it comes to the canvas."""
        self._canvas.setFocusProxy(None)  # type: ignore[arg-type]
        for before, after in pairwise((self._canvas, *self.items.values())):
            QWidget.setTabOrder(before, after)

    def _settle(self, had_focus: bool) -> None:
        first = next(iter(self.items.values()), None)
        stop = self.items.get(self._chosen, first)
        keep_one_stop(self.items.values(), stop)
        self._canvas.setFocusProxy(stop)  # type: ignore[arg-type]
        if had_focus and not self._canvas.hasFocus():
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _come(self, key: str) -> None:
        if key != self._chosen:
            self.choose(key)
        self.came.emit(key)
