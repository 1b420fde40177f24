"""The keys of all commands: obeyed from the first that is pressed, loaded after the first paint."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from ui.window import Window


class Keys(QObject):
    """Has a window obey the keys of its commands."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Obey already the first key, however soon it is pressed."""
        if event.type() == QEvent.Type.ShortcutOverride:
            self.obey()
        return False

    def obey(self) -> None:
        """Obey all keys from now on."""
        if not self._window.actions():
            # Loaded late: Home is painted before the first key.
            from ui.commands import add_keys  # noqa: PLC0415

            self._window.removeEventFilter(self)
            add_keys(self._window, self._window.doings.commands())
