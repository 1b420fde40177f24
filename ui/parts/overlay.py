"""What lies over a whole window: it follows its size and keeps its commands away."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class Overlay(QWidget):
    """Covers a window until `let_go`; a subclass says in `arrange` where its parts stand."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def arrange(self) -> None:
        """Place what is shown; called when the window has another size."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Follow the window no longer."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
            self.arrange()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep the commands of the window below from its keys."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
