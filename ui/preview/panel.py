"""The preview: its bar, the pages, their small pictures, and what is said of their state."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui import theme
from ui.painting import painting
from ui.parts.cards import Notice, Panel
from ui.parts.layouts import column, holder, row
from ui.preview.finder import Finder
from ui.preview.pages import PagesView
from ui.preview.placing import Zoom
from ui.preview.press import Press, State
from ui.preview.thumbs import Thumbs
from ui.preview.tools import Tools
from ui.words import _

_EVERYWHERE = ("next", "back", "larger", "smaller", "fit", "find")
"""What keys mean wherever in the preview the focus is."""


class Preview(Panel):
    """The pages of a press with everything around them.

    Signals:
        picked: the address of an answer on the pages that was clicked.
        close_asked: the preview is to go away.
        screen_asked: the whole screen is wanted, or no longer.
    """

    picked = Signal(str)
    close_asked = Signal()
    screen_asked = Signal()

    def __init__(self, press: Press, parent: QWidget | None = None, *, fixed: bool = False) -> None:
        super().__init__(None, parent, fill="press", lines="l")
        self.setObjectName("preview")
        self._press = press
        self.tools = Tools(self)
        if fixed:
            self.tools.close_button.hide()
        self.finder = Finder(press.images, self)
        self.pages = PagesView(press.images, self)
        self.thumbs = Thumbs(press.images, self)
        self._bar = _StaleBar(self)
        self.trouble = Notice("error", "", self)
        self.copy = self.trouble.add_action(_("Copy details"))
        self.again = self.trouble.add_action(_("Try again"))
        self._told = holder(column(self.trouble, margins=(16, 10, 16, 10)), self)
        middle = row()
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.thumbs)
        outer = column(self.tools, self.finder, self._told, self._bar)
        outer.addLayout(middle, 1)
        outer.setContentsMargins(1, 0, 0, 0)
        self.setLayout(outer)
        self.setMinimumWidth(theme.px(150 if fixed else 300))
        self._connect()
        self._show_state()
        self._show_pages()

    def go(self, page: int) -> None:
        """Show a page (from 1)."""
        self.pages.go(page)

    def show_path(self, path: str) -> None:
        """Show the answer of the field one is in, or where its step begins, and mark it."""
        self.pages.show_home(path)
        proof = self._press.proof
        if proof is None or not self.pages.count or self.pages.shows(path):
            return
        spot, page = proof.spot_of(path), proof.page_of(path)
        if spot is not None:
            self.pages.reveal(spot.page, spot.top)
        elif page is not None and page != self.pages.page:
            self.pages.go(page)

    def search(self) -> None:
        """Look for a text."""
        self.finder.open_search(self.pages.page)

    def event(self, event: QEvent) -> bool:
        """Claim what the keys mean in all parts of the preview before the window takes them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.pages.meant(event) in _EVERYWHERE
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn, enlarge and search the pages from the bar and the small pictures too."""
        if self.pages.meant(event) in _EVERYWHERE:
            self.pages.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the small pictures where they have no room."""
        super().resizeEvent(event)
        self.thumbs.setVisible(event.size().width() >= theme.px(600))

    def _connect(self) -> None:
        press, tools, pages = self._press, self.tools, self.pages
        press.changed.connect(self._show_state)
        press.images.opened.connect(self._show_pages)
        pages.page_changed.connect(self._show_page)
        pages.zoom_changed.connect(self._show_zoom)
        pages.find_asked.connect(self.search)
        pages.picked.connect(self.picked)
        self.thumbs.chosen.connect(pages.go)
        tools.zoomed.connect(pages.set_zoom)
        tools.zoom_stepped.connect(pages.step_zoom)
        tools.turned.connect(self._turn)
        tools.columns_chosen.connect(pages.set_columns)
        tools.find_asked.connect(self.search)
        tools.screen_asked.connect(self.screen_asked)
        tools.close_asked.connect(self.close_asked)
        self.finder.showed.connect(pages.show_hits)
        self.finder.closed.connect(pages.setFocus)
        self.again.clicked.connect(press.retry)
        self.copy.clicked.connect(self._copy)

    def _show_state(self) -> None:
        state = self._press.state
        self.tools.show_state(state)
        self._bar.show_on(state in (State.STALE, State.LOADING))
        self._told.setVisible(state is State.FAILED)
        self.trouble.say(self._press.trouble)
        self.copy.setText(_("Copy details"))

    def _show_pages(self) -> None:
        proof = self._press.proof
        self.pages.show_spots(proof.spots if proof else ())
        self._show_page(self.pages.page)

    def _show_page(self, page: int) -> None:
        proof = self._press.proof
        self.pages.name_chapter(proof.chapter_at(page) if proof else "")
        self.tools.show_page(page, self.pages.count)
        self.thumbs.show_page(page)

    def _show_zoom(self) -> None:
        zoom: Zoom = self.pages.zoom
        self.tools.show_zoom(zoom)

    def _copy(self) -> None:
        """Copy what is known of the trouble, for a report."""
        QApplication.clipboard().setText(f"{self._press.trouble}\n\n{self._press.details}".strip())
        self.copy.setText(_("Copied"))
        self.copy.updateGeometry()

    def _turn(self, by: int) -> None:
        self.pages.go(self.pages.page + by * self.pages.columns)


class _StaleBar(QWidget):
    """A thin line that says that the pages are older than the answers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._on = False
        self.setAccessibleName(State.STALE.value)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(40, 3)

    def show_on(self, on: bool) -> None:
        """Show the line or only its room, so that nothing jumps."""
        self._on = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        with painting(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            area = QRectF(self.rect())
            painter.fillRect(area, theme.color("accentLine" if self._on else "press"))
