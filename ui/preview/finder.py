"""Looks for a text on the pages."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.fields.inputs import LineInput
from ui.parts.buttons import IconButton
from ui.parts.cards import Panel
from ui.parts.labels import Label
from ui.parts.layouts import row
from ui.preview.images import Hit, Images
from ui.words import _

_PAUSE = 200


class Finder(Panel):
    """A line to type in, with the number of places found, and the way to the next and previous.

    Signals:
        showed: the hits to mark and which of them is the one to see.
        closed: the person is done.
    """

    showed = Signal(tuple, int)
    closed = Signal()

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(None, parent, fill="canvas", lines="b")
        self._images = images
        self._hits: tuple[Hit, ...] = ()
        self._at = -1
        self._from_page = 0
        self.line = LineInput(_("Find in the pages"), self, icon="search")
        self.line.setPlaceholderText(_("Find in the pages"))
        self.told = Label("", "caption", "ink3")
        self.back = IconButton("chevron-up", _("Previous place (Shift+Enter)"), self)
        self.next = IconButton("chevron-down", _("Next place (Enter)"), self)
        close = IconButton("x", _("Close the search (Esc)"), self)
        line = row(self.line, self.told, self.back, self.next, close, spacing=6)
        line.setContentsMargins(16, 7, 12, 7)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.line.textChanged.connect(self._pause.start)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        close.clicked.connect(self.close_search)
        images.found.connect(self._take)
        images.opened.connect(self._ask_again)
        self.hide()

    def open_search(self, page: int) -> None:
        """Take the focus; the first place found is the next one from this page (from 1) on."""
        self._from_page = page - 1
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._ask_again()

    def close_search(self) -> None:
        """Go away and take the marks away."""
        self.hide()
        self._show((), -1)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift+Enter, end with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._go_back()
            else:
                self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self._images.search(self.line.text().strip())

    def _ask_again(self) -> None:
        if not self.isHidden():
            self._ask()

    def _take(self, text: str, hits: tuple[Hit, ...]) -> None:
        if self.isHidden() or text != self.line.text().strip():
            return
        if self._at < 0 or self._at >= len(hits):
            after = (at for at, one in enumerate(hits) if one.page >= self._from_page)
            self._at = next(after, 0) if hits else -1
        self._show(hits, self._at)

    def _show(self, hits: tuple[Hit, ...], at: int) -> None:
        self._hits, self._at = hits, at
        if hits:
            self.told.setText(_("{number} of {count}").format(number=at + 1, count=len(hits)))
        else:
            self.told.setText(_("Not found") if self.line.text().strip() else "")
        for button in (self.back, self.next):
            button.setEnabled(bool(hits))
        self.showed.emit(hits, at)

    def _go_on(self) -> None:
        self._step(1)

    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._hits:
            self._show(self._hits, (self._at + by) % len(self._hits))
