"""The middle of the window: the step, and beside it the pages, or the pages on the whole screen."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QSplitterHandle, QWidget

from ui import theme
from ui.painting import painting
from ui.parts.layouts import column
from ui.parts.overlay import Overlay
from ui.preview.panel import Preview
from ui.preview.press import Press
from ui.words import _


class Desk(QSplitter):
    """Holds the steps, and the preview beside them once it is asked for.

    Below 1200 pixels of width the preview takes the place of the step, with a way back.

    Signals:
        picked: the address of an answer on the pages that was clicked; its step can be seen.
    """

    picked = Signal(str)

    def __init__(self, press: Press, steps: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.press = press
        self.preview: Preview | None = None
        self._steps = steps
        self._screen: Screen | None = None
        self._path = ""
        self._narrow = False
        self._behind = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.addWidget(steps)
        press.images.opened.connect(self._catch_up)

    @property
    def is_open(self) -> bool:
        """Whether the pages stand beside the step."""
        return self.preview is not None and not self.preview.isHidden()

    def toggle(self) -> None:
        """Open the preview at the place one is at, or close it."""
        if self.is_open:
            self.close_preview()
        else:
            self.open_preview()

    def open_preview(self) -> None:
        """Show the pages beside the step."""
        if self.preview is None:
            self.preview = self._made()
        self.preview.show()
        self.press.begin(self)
        self._arrange()
        self._follow()
        if self._narrow:
            self.preview.pages.setFocus()

    def close_preview(self) -> None:
        """Show the step alone."""
        if self.preview is not None:
            self.preview.hide()
            self.press.rest(self)
        self._arrange()

    def show_path(self, path: str) -> None:
        """Show the page of the field or step one is in."""
        self._path = path
        self._follow()

    def fit(self, width: int) -> None:
        """Take the way of standing for this width of the window."""
        self._narrow = width < theme.px(1200)
        self._arrange()

    def toggle_screen(self) -> None:
        """Show the pages on the whole screen, or end that."""
        if self._screen is not None:
            self._screen.leave()
            return
        beside = self.preview.pages.page if self.preview is not None and self.is_open else None
        self._screen = Screen(self.press, self.window())
        self._screen.left.connect(self._forget_screen)
        self._screen.preview.picked.connect(self._lead)
        self.press.begin(self._screen)
        self._screen.open(beside or self._page() or 1)

    def createHandle(self) -> QSplitterHandle:
        """Return a quiet handle."""
        return _Handle(self.orientation(), self)

    # --- inside ----------------------------------------------------------------------------------

    def _made(self) -> Preview:
        preview = Preview(self.press, self)
        preview.close_asked.connect(self.close_preview)
        preview.screen_asked.connect(self.toggle_screen)
        preview.picked.connect(self._lead)
        self.addWidget(preview)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        half = max(self.width() // 2, 1)
        self.setSizes([half, half])
        return preview

    def _arrange(self) -> None:
        alone = self._narrow and self.is_open
        self._steps.setVisible(not alone)
        if self.preview is not None:
            self.preview.tools.back.setVisible(alone)
            self.preview.tools.close_button.setVisible(not alone)

    def _page(self) -> int | None:
        proof = self.press.proof
        return proof.page_of(self._path) if proof and self._path else None

    def _follow(self) -> None:
        """Go to the page one is at; later, if the pages are not there yet."""
        if self.preview is None or not self.is_open:
            return
        self._behind = not self.press.images.sizes
        if self._path:
            self.preview.show_path(self._path)

    def _lead(self, path: str) -> None:
        """Give the step back if the pages hide it, and say what was clicked."""
        if self._screen is not None:
            self._screen.leave()
        if self._narrow and self.is_open:
            self.close_preview()
        self.picked.emit(path)

    def _catch_up(self) -> None:
        """Follow once the first pages are there; after that what is read stays in sight."""
        if self._behind:
            self._follow()

    def _forget_screen(self) -> None:
        if self._screen is not None:
            self.press.rest(self._screen)
        self._screen = None


class Screen(Overlay):
    """The pages over the whole window, which itself takes the whole screen. Esc or F11 ends it.

    Signals:
        left: it went away.
    """

    left = Signal()

    def __init__(self, press: Press, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("screen")
        self.setAccessibleName(_("Preview in full screen"))
        self._was = window.windowState()
        self.preview = Preview(press, self)
        self.preview.tools.close_button.say(_("Leave full screen (Esc)"))
        self.preview.tools.is_whole = True
        self.preview.close_asked.connect(self.leave)
        self.setLayout(column(self.preview))

    def open(self, page: int) -> None:
        """Take the screen."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.preview.pages.setFocus()
        if page:
            self.preview.go(page)
        if isinstance(self._window, QMainWindow):
            self._window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Give the screen back."""
        self.let_go()
        if isinstance(self._window, QMainWindow):
            self._window.setWindowState(self._was)
        self.hide()
        self.give_focus_back()
        self.left.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Esc or F11."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.leave()
        event.accept()

    def arrange(self) -> None:
        """Leave it to the layout."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Cover what lies below."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("press"))


class _Handle(QSplitterHandle):
    """A thin line that lights up under the pointer."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("canvas"))
            color = theme.color("accent" if self.underMouse() else "line2")
            middle = QRectF(self.width() / 2 - 1, 0, 2, self.height())
            painter.fillRect(middle, color)
