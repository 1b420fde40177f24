"""The bar above the pages: size, page, state, one or two pages, search, full screen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui import theme
from ui.parts.buttons import Button, IconButton
from ui.parts.cards import Panel
from ui.parts.choices import Segments
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, holder, row
from ui.preview.placing import Zoom
from ui.preview.press import State
from ui.words import _

_ZOOMS = (
    Zoom("page"),
    Zoom("width"),
    *(Zoom("part", one) for one in (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)),
)
_LOOKS = {
    State.LOADING: ("refresh-cw", "ink3"),
    State.READY: ("check", "pos"),
    State.STALE: ("refresh-cw", "ink3"),
    State.FAILED: ("circle-alert", "neg"),
}


class Tools(Panel):
    """What can be done with the pages. Signals say what was asked for."""

    zoomed = Signal(Zoom)
    zoom_stepped = Signal(int)
    turned = Signal(int)
    columns_chosen = Signal(int)
    find_asked = Signal()
    screen_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent, fill="canvas", lines="b")
        self.setObjectName("tools")
        self.is_whole = False
        """Whether the pages have the whole screen already."""
        self.setFixedHeight(theme.measure("layout", "topBar") - theme.px(6))
        self._build()
        self._connect()
        upright = Rule(upright=True)
        upright.setFixedHeight(theme.px(24))
        self._zooms = holder(row(self.smaller, self.zoom, self.larger, 8, upright, 8, spacing=0))
        line = row(self.back, self._zooms, spacing=2, margins=(12, 0, 10, 0))
        for one in (self.up, self._page, self.down):
            line.addWidget(one)
        line.addStretch(1)
        state = row(self._sign, self._state, STRETCH, spacing=6, margins=(0, 0, 10, 0))
        self._told = holder(state)
        parts: tuple[QWidget, ...] = (self._told, self.columns, self.search, self.whole)
        for part in (*parts, self.close_button):
            line.addWidget(part)
        self.setLayout(line)
        self.show_state(State.LOADING)
        self.show_page(0, 0)

    def show_zoom(self, zoom: Zoom) -> None:
        """Name the size in force."""
        self.zoom.setText(zoom.words)
        self.zoom.updateGeometry()

    def show_page(self, page: int, count: int) -> None:
        """Say which page is read."""
        self._page.setText(
            _("Page {page} of {count}").format(page=page, count=count)
            if count
            else _("No pages yet")
        )
        self._page.updateGeometry()
        self.up.setEnabled(page > 1)
        self.down.setEnabled(page < count)

    def show_state(self, state: State) -> None:
        """Say whether the pages are as new as the answers."""
        self._sign.show_icon(*_LOOKS[state])
        self._state.setText(state.value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        width = event.size().width()
        self._told.setVisible(width >= theme.px(620))
        self.columns.setVisible(width >= theme.px(780))
        self._zooms.setVisible(width >= theme.px(440))
        self.back.set_bare(width < theme.px(620))
        # Their keys are there in any width.
        for part in (self.up, self.down):
            part.setVisible(width >= theme.px(190))
        self.search.setVisible(width >= theme.px(270))
        self.whole.setVisible(width >= theme.px(270) and not self.is_whole)

    def _build(self) -> None:
        self.back = Button(_("Back to the form"), "ghost", self, icon="arrow-left", small=True)
        self.back.hide()
        self.smaller = IconButton("minus", _("Smaller (Ctrl+-)"), self, size=30)
        self.larger = IconButton("plus", _("Larger (Ctrl++)"), self, size=30)
        self.zoom = Button(_("Fit page"), "ghost", self, small=True)
        self.zoom.setAccessibleDescription(_("Size of the pages"))
        self.up = IconButton("chevron-up", _("Page before (Page Up)"), self, size=30)
        self.down = IconButton("chevron-down", _("Page after (Page Down)"), self, size=30)
        self._page = Label("", "control", parent=self)
        self._sign = Icon("refresh-cw", 14, "ink3", self)
        self._state = Label("", "caption", "ink3", self)
        self._state.setObjectName("proofState")
        names = (_("One page"), _("Two pages"))
        self.columns = Segments(names, _("Pages beside each other"), self)
        self.search = IconButton("search", _("Find in the pages (Ctrl+F)"), self, size=30)
        self.whole = IconButton("maximize", _("Full screen (F11)"), self, size=30)
        self.close_button = IconButton("x", _("Close the preview (Ctrl+P)"), self, size=30)

    def _connect(self) -> None:
        self.back.clicked.connect(self.close_asked)
        self.close_button.clicked.connect(self.close_asked)
        self.zoom.clicked.connect(self._open_menu)
        self.smaller.clicked.connect(self._ask_smaller)
        self.larger.clicked.connect(self._ask_larger)
        self.up.clicked.connect(self._turn_back)
        self.down.clicked.connect(self._turn_on)
        self.columns.chosen.connect(self._choose_columns)
        self.search.clicked.connect(self.find_asked)
        self.whole.clicked.connect(self.screen_asked)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setFont(theme.font("cell"))
        for zoom in _ZOOMS:
            action = QAction(zoom.words, menu)
            action.setData(zoom)
            menu.addAction(action)
        menu.triggered.connect(self._take_zoom)
        menu.popup(self.zoom.mapToGlobal(self.zoom.rect().bottomLeft()))

    def _take_zoom(self, action: QAction) -> None:
        self.zoomed.emit(action.data())

    def _ask_smaller(self) -> None:
        self.zoom_stepped.emit(-1)

    def _ask_larger(self) -> None:
        self.zoom_stepped.emit(1)

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)

    def _choose_columns(self, index: int) -> None:
        self.columns_chosen.emit(index + 1)
