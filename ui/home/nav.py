"""The left side of Home: the name, the sample, the settings."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui import theme
from ui.parts.buttons import Button, IconButton
from ui.parts.cards import Card, Panel
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.mark import Mark
from ui.words import _

_SAMPLE = _("A complete sample for a fictional health system. Copy anything you like from it.")


class Nav(Panel):
    """Mark and name, the way to the sample until it is hidden, and the settings.

    Signals:
        sample_asked, settings_asked: what was clicked.
        tip_hidden: the sample is to be shown here no more.
    """

    sample_asked = Signal()
    settings_asked = Signal()
    tip_hidden = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent, fill="rail", lines="r")
        self._mark = Mark(26, self)
        self._name = Label("Roadmapper", "heading", parent=self)
        self._lock = Icon("lock", 14, "ink3", self)
        self._promise = Label(_("Kept on this computer only"), "caption", "ink3", self)
        self._has_tip, self._compact = True, False
        self.tip = Tip(self)
        self.tip.sample.clicked.connect(self.sample_asked)
        self.tip.hidden.connect(self.tip_hidden)
        self.short_sample = IconButton("book-open", _("Open the sample"), self, size=36)
        self.short_sample.clicked.connect(self.sample_asked)
        self.settings = IconButton("settings", _("Settings"), self, size=28)
        self.settings.clicked.connect(self.settings_asked)
        self._head = row(self._mark, 9, self._name, STRETCH)
        self._foot = row(self._lock, 7, self._promise, STRETCH, self.settings)
        self._body = column(self._head, STRETCH, self.tip)
        self._body.addWidget(holder(row(STRETCH, self.short_sample, STRETCH), self))
        self._body.addSpacing(14)
        self._body.addLayout(self._foot)
        self.setLayout(self._body)
        self.set_compact(True)

    def show_tip(self, shown: bool) -> None:
        """Show the way to the sample, or not."""
        self._has_tip = shown
        self.set_compact(self._compact)

    def set_compact(self, compact: bool) -> None:
        """Show drawings only."""
        self._compact = compact
        self.setFixedWidth(theme.measure("layout", "railCompact" if compact else "homeNav"))
        for part in (self._name, self._lock, self._promise):
            part.setVisible(not compact)
        self.tip.setVisible(self._has_tip and not compact)
        self.short_sample.setVisible(self._has_tip and compact)
        side = 8 if compact else 12
        mark, gear = (
            (self.width() - one.width()) // 2 - side for one in (self._mark, self.settings)
        )
        self._head.setContentsMargins(mark if compact else 6, 0, 0, 0)
        self._foot.setContentsMargins(0 if compact else 8, 0, gear if compact else 0, 0)
        self._body.setContentsMargins(side, 14, side, 12)


def _title() -> Label:
    return Label(_("See a finished proposal"), "label")


class Tip(Card):
    """Offers the sample; its menu hides it.

    Signals:
        hidden: it is to go.
    """

    hidden = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.sample = Button(_("Open the sample"), "secondary", small=True)
        self.menu_button = IconButton("ellipsis", _("More about the sample"), size=28)
        words = column(
            row(Icon("book-open", 15, "accent"), 8, _title(), STRETCH),
            Label(_SAMPLE, "caption", "ink2", wrap=True),
            row(self.sample, STRETCH, self.menu_button, margins=(0, 4, 0, 0)),
            spacing=6,
        )
        super().__init__(words, parent, margins=(14, 13, 8, 10))
        self.menu_button.clicked.connect(self._show_menu)

    def menu(self) -> QMenu:
        """Return what can be done with it."""
        menu = QMenu(self)
        menu.setFont(theme.font("cell"))
        menu.addAction(_("Hide this"), self.hidden.emit)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu under the pointer."""
        self.menu().popup(event.globalPos())

    def _show_menu(self) -> None:
        below = self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height()))
        self.menu().popup(below)
