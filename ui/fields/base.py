"""What all answer widgets have in common: they show a value and say when a person changed it."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.facts import Finding
from roadmapper.template.kinds import Value
from roadmapper.template.model import Question
from ui.opened import Opened

SETTLE = 400
"""Milliseconds after the last key until what was typed is kept."""
LONGEST = 2000
"""Milliseconds after which it is kept although the person types on without a pause."""


class Editor(QWidget):
    """The widget of one answer. It shows a value and holds no truth.

    Typing restarts a timer; when it ends, or on `flush`, `edited` carries the value.

    Signals:
        edited: a person changed the answer; carries the value to keep.
        focused: the focus came into this widget.
        focused_at: the focus came to a part of it with an address of its own; carries that.
    """

    edited = Signal(object)
    focused = Signal()
    focused_at = Signal(str)

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.path = path
        self.opened = opened
        self._leads_to: QWidget | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._since = 0.0
        self._settle.timeout.connect(self._send)

    # --- for each kind ----------------------------------------------------------------------------

    def read(self) -> Value:
        """Return the value as the widget shows it; None if it is empty."""
        raise NotImplementedError

    def write(self, value: Value) -> None:
        """Make the widget show a value, without saying that it was edited."""
        raise NotImplementedError

    def mark(self, state: str) -> None:
        """Show that something is wrong: "error", "warning", or "" for nothing."""

    def show_inside(self, _findings: Sequence[Finding]) -> None:
        """Show what is wrong at the parts that have an address of their own."""

    def refresh_about(self) -> None:
        """Show what is kept about the parts that have an address of their own."""

    def focus_inside(self, _path: str) -> None:
        """Put the cursor to the part with this address."""
        self.setFocus()

    # --- the focus --------------------------------------------------------------------------------

    def setFocusProxy(self, widget: QWidget) -> None:
        """Lead the focus on to a part of this widget.

        With a proxy known to Qt the Tab key would also come to the editor itself, which stands
        elsewhere in its order, and go round in a part of the window.
        """
        self._leads_to = widget

    def focusProxy(self) -> QWidget | None:
        """Return the part that takes the focus."""
        return self._leads_to

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Lead the focus on."""
        super().focusInEvent(event)
        if self._leads_to is not None:
            self._leads_to.setFocus(event.reason())

    # --- for the page -----------------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Whether everything typed was sent."""
        return not self._settle.isActive()

    def show_value(self, value: Value) -> None:
        """Show a value that came from elsewhere; a person's unsent typing is left alone."""
        if self.is_settled and self.read() != value:
            self.write(value)

    def refresh(self) -> None:
        """Show what is kept now, after something at this address or inside it changed."""
        self.show_value(self.opened.value(self.path))

    def show_path(self, path: str) -> None:
        """Show the answer at another address; what was typed at this one is kept first."""
        self.flush()
        self.path = path
        self.write(self.opened.value(path))

    def flush(self) -> None:
        """Send what was typed and not sent yet."""
        if self._settle.isActive():
            self._settle.stop()
            self._send()

    # --- for subclasses ---------------------------------------------------------------------------

    def touched(self) -> None:
        """Note that a person is typing; what they typed is sent when they pause, or soon."""
        if not self._settle.isActive():
            self._since = monotonic()
        left = LONGEST - (monotonic() - self._since) * 1000
        self._settle.start(max(0, min(SETTLE, round(left))))
        self.opened.bridge.note_typing()

    def chosen(self) -> None:
        """Note that a person chose something; it is sent at once."""
        self._settle.stop()
        self._send()

    def _send(self) -> None:
        self.edited.emit(self.read())


Make = Callable[[Question, str, Opened, QWidget | None], Editor]
"""Makes the widget that answers a question at an address."""
