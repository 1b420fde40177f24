"""The page of one model beside its card: the real one, as new as the answers."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.preview.images import Images
from ui.preview.pages import PagesView
from ui.preview.placing import Zoom
from ui.preview.press import Press, State
from ui.words import _

_LONG = 1.3
"""Height of a page that is not laid out yet, as a multiple of its width."""


class CardPages(PagesView):
    """The pages of a card as wide as there is room, all of them in sight."""

    gap = 8.0

    def __init__(self, images: Images, parent: QWidget) -> None:
        super().__init__(images, parent)
        self.zoom = Zoom("width")
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def set_zoom(self, zoom: Zoom) -> None:
        """Stay as wide as there is room."""

    def _arrange(self) -> None:
        super()._arrange()
        high = ceil(self._placed.height) if self.count else round(self.width() * _LONG)
        if high != self.height():
            self.setFixedHeight(high)


class PrintedCard(QWidget):
    """The page of the model in a row, once a press makes it, and what is said of its state.

    Signals:
        picked: the address of an answer on the page that was clicked.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages: CardPages | None = None
        self._press: Press | None = None
        self._row = ""
        self.state = Label("", "caption", "ink3", self, wrap=True)
        self._inside = column(spacing=6)
        self._inside.addWidget(self.state)
        self._inside.addStretch(1)
        self.setLayout(self._inside)

    @property
    def paper(self) -> str:
        """The paper that pages are made for; empty as long as it is not known."""
        return self._press.paper if self._press else ""

    def take_press(self, press: Press) -> None:
        """Take what makes the pages; none is made before somebody looks."""
        self._press = press
        self.pages = CardPages(press.images, self)
        self.pages.picked.connect(self.picked)
        self._inside.insertWidget(0, self.pages)
        self.pages.show()
        press.changed.connect(self._show_state)
        self._begin()

    def show_row(self, row: str) -> None:
        """Show the page of the model in a row."""
        self._row = row
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the page new while one looks."""
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let it rest."""
        super().hideEvent(event)
        if self._press is not None:
            self._press.rest(self)

    # --- inside ----------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self._press is not None and self._row and self.isVisible():
            self._press.choose(model=self._row)
            self._press.begin(self)
            self._show_state()

    def _show_state(self) -> None:
        press = self._press
        if press is None or self.pages is None or not self.isVisible():
            return
        if press.proof is not None:
            self.pages.show_spots(press.proof.spots)
        failed = press.state is State.FAILED
        self.pages.setVisible(not failed)
        words = _("Click an answer to go to its field.") if press.state is State.READY else ""
        self.state.setText(press.trouble if failed else words or press.state.value)
        self.state.set_color("neg" if failed else "ink3")
