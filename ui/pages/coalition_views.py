"""What holds the views of the coalition, and the button that adds a role."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QStackedWidget, QWidget

from ui import theme
from ui.pages.coalition_people import People
from ui.parts.buttons import Button
from ui.parts.layouts import page_around
from ui.words import _

_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FEW = 6
_NO_LIMIT = 16_777_215
_HIGHEST = 600
"""How high the map grows beside what is written about a role."""
_TOLD_BELOW = 64
"""What is to be seen below the map: what its lines mean, and that it stays private."""


def counted(count: int) -> str:
    """Return a small number in words."""
    return _COUNTS[count] if count < len(_COUNTS) else str(count)


def few(names: Sequence[str]) -> str:
    """Return some names, and how many more there are."""
    more = len(names) - _FEW
    told = ", ".join(names if more <= 1 else names[:_FEW])
    return told if more <= 1 else _("{told} and {more} more").format(told=told, more=more)


class AddRole(Button):
    """Offers the usual roles that are not there yet, and any other.

    Signals:
        asked: a role is to be added; carries what it is called, empty for another one.
        usual_asked: those of the usual first roles that are not there are to be added.
    """

    asked = Signal(str)
    usual_asked = Signal()

    def __init__(self, people: People, parent: QWidget) -> None:
        super().__init__(_("Add role"), "secondary", parent, icon="user-plus")
        self._people = people
        self.clicked.connect(self._offer)

    def menu_of_roles(self) -> QMenu:
        """Return the menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = sum(one.first for one in self._people.offered())
        if first > 1:
            menu.addAction(
                _("Add the usual {counted}").format(counted=counted(first))
            ).triggered.connect(self.usual_asked)
            menu.addSeparator()
        for one in self._people.offered():
            words = one.label if one.label == one.name else f"{one.label}, {one.name}"
            menu.addAction(words).setData(one.label)
        menu.addSeparator()
        menu.addAction(_("Another role")).setData("")
        menu.triggered.connect(self._ask)
        return menu

    def _offer(self) -> None:
        self.menu_of_roles().popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _ask(self, action: QAction) -> None:
        if action.data() is not None:
            self.asked.emit(action.data())


class Views(QStackedWidget):
    """As high as the view that is shown, or as what the screen shows of its page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: QScrollArea | None = None
        self._fits = False

    def fit_to_screen(self, fits: bool) -> None:
        """Be no higher than what can be seen at once, or as high as there is anything to show."""
        self._fits = fits
        self._limit()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the height of the page."""
        super().showEvent(event)
        page = page_around(self)
        if page is not None and page is not self._page:
            self._page = page
            page.viewport().installEventFilter(self)
        self._limit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the page."""
        if event.type() == QEvent.Type.Resize:
            self._limit()
        return super().eventFilter(watched, event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Follow what stands above."""
        super().moveEvent(event)
        self._limit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow what stands above, which is higher where the width is less."""
        super().resizeEvent(event)
        self._limit()

    def _limit(self) -> None:
        around = self._page.widget() if self._page is not None else None
        if not self._fits or self._page is None or around is None:
            self.setMaximumHeight(theme.px(_HIGHEST) if self._fits else _NO_LIMIT)
            return
        above = self.mapTo(around, QPoint(0, 0)).y()
        room = self._page.viewport().height() - above - theme.px(_TOLD_BELOW)
        least = self.minimumSizeHint().height()
        self.setMaximumHeight(max(least, min(room, theme.px(_HIGHEST))))

    def sizeHint(self) -> QSize:
        """Return the room of the view that is shown."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least room of the view that is shown."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


class Across(QScrollArea):
    """Scrolls what is too wide; it is as high as what it holds."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._held = widget
        self.setWidget(widget)
        widget.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of what it holds."""
        if event.type() == QEvent.Type.Resize and watched is self._held:
            self.setFixedHeight(self._held.height() + theme.px(16))
        return super().eventFilter(watched, event)
