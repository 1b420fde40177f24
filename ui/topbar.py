"""The bar above a step: where one is, whether everything is kept, and what can be done anywhere."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.painting import box, focus_ring, painting, text
from ui.parts.buttons import Button, IconButton
from ui.parts.cards import Panel
from ui.parts.labels import Elided, Icon, Label
from ui.parts.layouts import STRETCH, row
from ui.shown_dates import shown_time
from ui.words import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


JUST_NOW = 5_000
"""Milliseconds for which what was saved was saved just now; then the time is told."""


class SearchButton(QAbstractButton):
    """Looks like a search field and opens the command palette."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self.setAccessibleName(_("Search or run a command"))
        self.setToolTip(_("Search or run a command (Ctrl+K)"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Show the icon only."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the field or of its icon."""
        return QSize(theme.px(32 if self._compact else 232), theme.px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, icon, words and keycap."""
        area, side = QRectF(self.rect()), theme.px(14)
        with painting(self) as painter:
            if not self._compact:
                box(painter, area, 8, "surface", "line2")
            elif self.underMouse():
                box(painter, area, 8, "hover")
            x = (self.width() - side) / 2 if self._compact else theme.px(10)
            place = QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, "search", place, "ink2" if self._compact else "ink3")
            if not self._compact:
                words = QRectF(theme.px(31), 0, self.width(), self.height())
                text(painter, words, _("Search or run a command"), "caption", "ink3", _LEFT)
                wide = theme.text_width("Ctrl K", "micro") + theme.px(12)
                cap = QRectF(
                    self.width() - wide - 7, theme.px(7), wide, self.height() - theme.px(14)
                )
                box(painter, cap, 4, "press")
                center = Qt.AlignmentFlag.AlignCenter
                text(painter, cap, "Ctrl K", "micro", "ink3", center)
            if self.hasFocus():
                focus_ring(painter, area, 8)


class TopBar(Panel):
    """Breadcrumb, save state, search, undo, redo, guidance, preview and export.

    Signals say what was clicked.
    """

    home_asked = Signal()
    menu_asked = Signal()
    search_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    guidance_asked = Signal()
    preview_asked = Signal()
    export_asked = Signal()
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent, fill="canvas", lines="b")
        self.setObjectName("topbar")
        self.setFixedHeight(theme.measure("layout", "topBar"))
        self._build_crumbs()
        self._build_actions()
        self._narrow = False
        self._line = row(spacing=4, margins=(20, 0, 20, 0))
        crumbs: tuple[QWidget, ...] = (self._home, self._first, self._client, self._second)
        for part in (self.back, *crumbs):
            self._line.addWidget(part)
        self._line.addSpacing(4)
        self._line.addWidget(self._step)
        self._line.addSpacing(8)
        for part in (self._tick, self.saved, self.retry):
            self._line.addWidget(part)
        self._line.addStretch(1)
        for action in (self.search, self.undo, self.redo, self.guidance):
            self._line.addWidget(action)
        self._line.addSpacing(6)
        self._line.addWidget(self.preview)
        self._line.addSpacing(4)
        self._line.addWidget(self.export)
        self.setLayout(self._line)
        self.show_undo("", "")

    def show_place(self, client: str, step: str) -> None:
        """Show where one is."""
        self._client.setText(client or _("New proposal"))
        self._client.updateGeometry()
        self._step.show_text(step)
        self._shorten()

    def show_kept(self, at: datetime | None) -> None:
        """Say that everything typed is on disk; after a moment, since when."""
        self._kept_at = (
            _("Saved {shown_time}").format(shown_time=shown_time(at, seconds=True))
            if at
            else _("Saved")
        )
        self._say_saved(_("Saved just now") if at else self._kept_at)
        self._settled.start()

    def show_saving(self) -> None:
        """Say that something typed is on its way to the disk."""
        if self.retry.isHidden():
            self._settled.stop()
            self.saved.setText(_("Saving"))
            self._tick.hide()

    def _say_since(self) -> None:
        self._say_saved(self._kept_at)

    def _say_saved(self, words: str) -> None:
        self.saved.setText(words)
        self.saved.show()
        self._tick.show()
        self.retry.hide()

    def show_not_kept(self) -> None:
        """Say that something typed is not on disk."""
        self._settled.stop()
        self.saved.hide()
        self._tick.hide()
        self.retry.show()
        self._shorten()

    def show_reading(self) -> None:
        """Say that nothing can be changed."""
        self.saved.setText(_("Read-only"))
        self._tick.hide()
        self.show_undo("", "")

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do."""
        self.undo.setEnabled(bool(undo))
        self.redo.setEnabled(bool(redo))
        self.undo.say(f"{undo} (Ctrl+Z)" if undo else _("Nothing to undo"))
        self.redo.say(f"{redo} (Ctrl+Shift+Z)" if redo else _("Nothing to redo"))

    def fit(self, width: int) -> None:
        """Shorten to the width of the window."""
        self._narrow = width < theme.px(1200)
        self.search.set_compact(width < theme.px(1360))
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten to the room there is."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        """Leave out the way here, then the words of the buttons, until all the rest has room."""
        # Room for the longest time, so that nothing moves when it is told.
        later = max(0, theme.px(118) - self.saved.sizeHint().width())
        for crumbs, bare in ((True, False), (False, False), (False, True)):
            shown = crumbs and not self._narrow
            for part in (self._home, self._first, self._client, self._second):
                part.setVisible(shown)
            self.back.setVisible(not shown)
            for button in (self.preview, self.export):
                button.set_bare(bare)
            self._line.invalidate()
            if self._line.sizeHint().width() + (later if shown else 0) <= self.width():
                return

    def _build_crumbs(self) -> None:
        self.back = IconButton("chevron-left", _("All proposals"), self, size=30)
        self.back.clicked.connect(self.home_asked)
        self._home = Button(_("Proposals"), "ghost", self, small=True, tight=True)
        self._home.clicked.connect(self.home_asked)
        self._client = Button("", "ghost", self, small=True, tight=True)
        self._client.clicked.connect(self.menu_asked)
        self._first = Icon("chevron-right", 14, "faint", self)
        self._second = Icon("chevron-right", 14, "faint", self)
        self._step = Elided("", "label", parent=self)
        self._step.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._tick = Icon("check", 14, "pos", self)
        self.saved = Label(_("Saved"), "caption", "ink3", self)
        self.saved.setObjectName("saved")
        self._kept_at = self.saved.text()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(JUST_NOW)
        self._settled.timeout.connect(self._say_since)
        self.retry = Button(_("Not saved. Retry"), "danger", self, icon="circle-alert", small=True)
        self.retry.clicked.connect(self.retry_asked)
        self.retry.hide()

    def _build_actions(self) -> None:
        self.search = SearchButton(self)
        self.search.clicked.connect(self.search_asked)
        self.undo = IconButton("undo-2", _("Undo"), self)
        self.undo.clicked.connect(self.undo_asked)
        self.redo = IconButton("redo-2", _("Redo"), self)
        self.redo.clicked.connect(self.redo_asked)
        self.guidance = IconButton("panel-right", _("Guidance (F1)"), self)
        self.guidance.clicked.connect(self.guidance_asked)
        self.preview = Button(_("Preview"), "secondary", self, icon="eye")
        self.preview.clicked.connect(self.preview_asked)
        self.export = Button(_("Export"), "primary", self, icon="file-output")
        self.export.clicked.connect(self.export_asked)


class Footer(Panel):
    """The bar below a step: the way back, what is still open, the way on.

    Signals say what was clicked; `open_asked` asks for the first open answer.
    """

    back_asked = Signal()
    next_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent, fill="canvas", lines="t")
        self.setObjectName("footer")
        self.setFixedHeight(theme.measure("layout", "footer"))
        self.back = Button("", "ghost", self, icon="arrow-left")
        self.state = Button("", "ghost", self, icon="circle-dashed")
        self.next = Button("", "primary", self, after="arrow-right")
        self._done = Icon("circle-check", 15, "pos", self)
        self._words = Label(_("All required answers are in"), "cell", "ink2", self)
        self.back.clicked.connect(self.back_asked)
        self.next.clicked.connect(self.next_asked)
        self.state.clicked.connect(self.open_asked)
        self._open = ""
        self._line = row(self.back, STRETCH, spacing=8, margins=(20, 0, 24, 0))
        for part in (self._done, self._words, self.state):
            self._line.addWidget(part)
        self._line.addSpacing(8)
        self._line.addWidget(self.next)
        self.setLayout(self._line)

    def show_steps(self, before: str, after: str) -> None:
        """Name the steps before and after; empty where there is none."""
        self.back.setText(before)
        self.back.setVisible(bool(before))
        self.next.setText(after)
        self.next.setVisible(bool(after))
        for button in (self.back, self.next):
            button.updateGeometry()
        self._shorten()

    def show_open(self, sentence: str) -> None:
        """Say what is still open on this step; empty if nothing is."""
        self._open = sentence
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))
        self._done.setVisible(not sentence)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten to the room there is."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        """Leave out the words of the way back, then those of what is open, until there is room."""
        for back, told in ((True, True), (False, True), (False, False)):
            self.back.set_bare(not back)
            self.state.set_bare(not told)
            self._words.setVisible(told and not self._open)
            self._done.setToolTip("" if told else self._words.text())
            self._line.invalidate()
            if self._line.sizeHint().width() <= self.width():
                return
