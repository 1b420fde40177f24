"""A dialog inside the window: a panel over a veil. Esc closes it; focus goes back where it was."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QWidget

from ui import theme
from ui.painting import box, painting, shadow
from ui.parts.buttons import IconButton
from ui.parts.labels import Label, Rule
from ui.parts.layouts import column, row
from ui.parts.overlay import Overlay
from ui.parts.reading import in_order
from ui.parts.scrolling import Yielding
from ui.words import _


class Sheet(Overlay):
    """Covers its window and shows `panel` in the middle, or `top` pixels from above.

    Signals:
        closed: the sheet went away without a choice.
    """

    closed = Signal()

    def __init__(self, window: QWidget, name: str, *, width: int, top: int = 0) -> None:
        super().__init__(window)
        self.setAccessibleName(name)
        self._top = theme.px(top)
        self._width = theme.px(width)
        self._back_to = QApplication.focusWidget()
        self.panel = _Panel(self)
        self.panel.setAccessibleName(name)
        self.panel.changed.connect(self._follow)
        self.hide()

    def open(self) -> None:
        """Show the sheet and take the focus."""
        self.setGeometry(self._window.rect())
        self.arrange()
        self.raise_()
        self.show()
        first = next(self._stops(), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close without a choice."""
        self.leave()
        self.closed.emit()

    def leave(self) -> None:
        """Go away and give the focus back."""
        self.let_go()
        self.hide()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; keep every other key away from the window below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when the veil is clicked."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the Tab key inside the panel."""
        stops = tuple(self._stops())
        here = QApplication.focusWidget()
        if stops:
            at = stops.index(here) if here in stops else (-1 if forward else 0)
            following = stops[(at + (1 if forward else -1)) % len(stops)]
            following.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stops(self) -> Iterator[QWidget]:
        """Yield what the Tab key stops at, as one reads."""
        for one in in_order(self.panel):
            takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and one.isEnabled() and one.isVisible():
                yield one

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint veil and shadow."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.scrim())
            shadow(painter, QRectF(self.panel.geometry()), "dialog")

    def _follow(self) -> None:
        if self.isVisible():
            self.arrange()

    def arrange(self) -> None:
        """Put the panel in the middle, or as far from above as it was told."""
        # In a low window every line counts.
        margin = min(theme.px(24), self.height() // 40)
        width = min(self._width, self.width() - 2 * margin)
        self.panel.setFixedWidth(width)
        layout = self.panel.layout()
        wanted = layout.heightForWidth(width) if layout and layout.hasHeightForWidth() else -1
        hint = wanted if wanted > 0 else self.panel.sizeHint().height()
        height = min(hint, self.height() - 2 * margin)
        top = self._top or (self.height() - height) // 2
        top = max(margin, min(top, self.height() - height - margin))
        self.panel.setGeometry((self.width() - width) // 2, top, width, height)


class _Panel(QFrame):
    """What a sheet shows.

    Signals:
        changed: something in it came, went or has another size.
    """

    changed = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.changed.emit()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            _paint_panel(painter, QRectF(self.rect()))


def _paint_panel(painter: QPainter, area: QRectF) -> None:
    edge = "line2" if theme.is_dark() else "surface"
    box(painter, area, theme.radius("dialog"), "surface", edge)


class Dialog(Sheet):
    """A sheet with a title in serif, a line under it, a body, and buttons at the foot."""

    def __init__(self, window: QWidget, title: str, line: str = "", *, width: int = 520) -> None:
        super().__init__(window, title, width=width)
        close = IconButton("x", _("Close (Esc)"), self.panel, size=30)
        close.clicked.connect(self.dismiss)
        words = column(Label(title, "dialogTitle", wrap=True), spacing=3)
        self.line = Label(line, "cell", "ink2", wrap=True)
        words.addWidget(self.line)
        if not line:
            self.line.hide()
        head = row(margins=(26, 22, 20, 16))
        head.addLayout(words, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._body = column(margins=(26, 18, 26, 20))
        self.foot = row(spacing=10, margins=(26, 14, 24, 14))
        # In a low window the body scrolls, so that the buttons at the foot are always there.
        self._outer = column(head, Rule(), Yielding(self._body, self.panel), Rule(), self.foot)
        self.panel.setLayout(self._outer)

    def set_body(self, body: QLayout | QWidget) -> None:
        """Put the body in place."""
        if isinstance(body, QLayout):
            self._body.addLayout(body)
        else:
            self._body.addWidget(body)
