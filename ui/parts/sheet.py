"""A dialog inside the window: a panel over a veil. Esc closes it; focus goes back where it was."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QLayout, QScrollArea, QWidget

from ui import theme
from ui.painting import box, painting, shadow
from ui.parts.buttons import IconButton
from ui.parts.labels import Label, Rule
from ui.parts.layouts import column, row
from ui.parts.overlay import Overlay
from ui.parts.scrolling import Yielding
from ui.words import _

_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


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
        self.panel = _Panel(self)
        self.panel.setAccessibleName(name)
        self.panel.changed.connect(self._follow)
        self._close: QWidget | None = None
        self.hide()

    def open(self) -> None:
        """Show the sheet and take the focus."""
        self.setGeometry(self._window.rect())
        self.arrange()
        self.raise_()
        self.show()
        stops = tuple(self.stops())
        # Enter on the cross would only close what was just asked for.
        for first in (*(one for one in stops if one is not self._close), *stops)[:1]:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Close without a choice."""
        self.leave()
        self.closed.emit()

    def leave(self) -> None:
        """Go away and give the focus back."""
        self.let_go()
        self.hide()
        self.give_focus_back()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, scroll by pages; keep every other key away from the window below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in _PAGES:
            for area in self.panel.findChildren(QScrollArea):
                area.verticalScrollBar().triggerAction(_PAGES[Qt.Key(event.key())])
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when the veil is clicked."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.dismiss()

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
        self._close = close = IconButton("x", _("Close (Esc)"), self.panel, size=30)
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
        self._between = (Rule(self.panel), Yielding(self._body, self.panel))
        self._outer = column(head, *self._between, Rule(), self.foot)
        self.panel.setLayout(self._outer)

    def leave_out_body(self) -> None:
        """Have the foot follow the head at once."""
        for one in self._between:
            one.hide()

    def set_body(self, body: QLayout | QWidget) -> None:
        """Put the body in place."""
        if isinstance(body, QLayout):
            self._body.addLayout(body)
        else:
            self._body.addWidget(body)
