"""Toasts: something that just happened, at the bottom right, for a few seconds."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.painting import box, painting, shadow
from ui.parts.buttons import Button, IconButton
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.rings import Ring
from ui.words import _

if TYPE_CHECKING:
    from ui.bridge import Bridge

STAYS = 6000
"""Milliseconds until a toast without a button goes."""
_MOST = 2
_EDGE = 24
_SHADE = 26


class Toast(QFrame):
    """One message with at most one button. Hovering stops its clock.

    Signals:
        acted: its button was clicked.
        gone: it went away.
        grown: it needs more room.
    """

    acted = Signal()
    grown = Signal()
    gone = Signal()

    def __init__(
        self,
        title: str,
        line: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "check",
        color: str = "pos",
        action: str = "",
        stays: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{title} {line}".strip())
        self._stays = stays or bool(action)
        self.ring = Ring(20, self)
        self._icon = Icon(icon, 16, color, self)
        self.ring.setVisible(False)
        self._title = Label(title, "label", wrap=True)
        self._line = Label(line, "caption", "ink2", wrap=True)
        if not line:
            self._line.hide()
        body = row(
            self._icon,
            self.ring,
            spacing=12,
            margins=(16 + _SHADE, 12 + _SHADE, 12 + _SHADE, 12 + _SHADE),
        )
        self._words = column(self._title, self._line, spacing=2)
        self._below: QHBoxLayout | None = None
        self.actions_below: dict[str, Button] = {}
        body.addLayout(self._words, 1)
        self.action = Button(action, "link", self, small=True)
        self.action.setVisible(False)
        if action:
            self.action.show()
        self.action.clicked.connect(self.acted)
        body.addWidget(self.action)
        self._close = IconButton("x", _("Close this message"), self, size=28)
        self._close.clicked.connect(self.go)
        body.addWidget(self._close)
        self.setLayout(body)
        self.setFixedWidth(theme.px(430) + 2 * _SHADE)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.go)
        if not self._stays:
            self._clock.start(STAYS)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._line.text()}".strip()

    def add_action(self, label: str) -> Button:
        """Add a button below the words and return it."""
        if self._below is None:
            self._below = row(STRETCH, spacing=4)
            self._words.addSpacing(6)
            self._words.addLayout(self._below)
        button = Button(label, "secondary", self, small=True)
        self.actions_below[label] = button
        self._below.insertWidget(self._below.count() - 1, button)
        button.show()
        self.grown.emit()
        return button

    def show_progress(self, part: float, words: str) -> None:
        """Show a ring and how far long work is."""
        self._icon.hide()
        self.ring.show()
        self.ring.show_part(min(part, 0.99))
        self._line.setText(words)
        self._line.show()
        self._line.updateGeometry()

    def go(self) -> None:
        """Go away."""
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait as long as the pointer rests here."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on with the clock."""
        if not self._stays:
            self._clock.start(STAYS)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow and box."""
        area = QRectF(self.rect()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        with painting(self) as painter:
            shadow(painter, area, "popover")
            box(painter, area, theme.radius("card"), "surface", "line2")


class Toasts(QObject):
    """Places toasts in a window, never more than two, above the footer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.shown: list[Toast] = []
        window.installEventFilter(self)

    def say(
        self,
        title: str,
        line: str = "",
        *,
        icon: str = "check",
        color: str = "pos",
        action: str = "",
        stays: bool = False,
    ) -> Toast:
        """Show a message and return it."""
        toast = Toast(title, line, self._window, icon=icon, color=color, action=action, stays=stays)
        toast.gone.connect(self._forget)
        toast.grown.connect(self._place)
        toast.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.shown.append(toast)
        while len(self.shown) > _MOST:
            self.shown[0].go()
        toast.show()
        self._place()
        return toast

    def warn(self, title: str, line: str = "") -> Toast:
        """Show what went wrong and what to do."""
        return self.say(title, line, icon="circle-alert", color="neg", stays=True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _forget(self) -> None:
        toast = self.sender()
        self.shown = [one for one in self.shown if one is not toast]
        self._place()

    def _place(self) -> None:
        bottom = self._window.height() - theme.px(_EDGE) - theme.measure("layout", "footer")
        for toast in reversed(self.shown):
            toast.adjustSize()
            left = self._window.width() - toast.width() - theme.px(_EDGE) + _SHADE
            toast.move(left, bottom - toast.height() + _SHADE)
            toast.raise_()
            bottom -= toast.height() - 2 * _SHADE + theme.px(10)


def offer_undo(
    widget: QWidget, words: str, bridge: "Bridge", *, line: str = "", icon: str = "trash-2"
) -> None:
    """Say that something was removed or changed, and in `line` what else that touches.

    The message takes it back until the next step.
    """
    toasts = toasts_of(widget)
    if toasts is not None:
        toast = toasts.say(words, line, icon=icon, color="ink2", action=_("Undo"))
        toast.acted.connect(bridge.undo)
        # Any later step would be undone in its place.
        bridge.changed.connect(toast.go)
        bridge.destroyed.connect(toast.go)


def toasts_of(widget: QWidget) -> Toasts | None:
    """Return what shows messages in the window around a widget."""
    return widget.window().findChild(Toasts)
