"""Several buttons that are one answer: one stop of the Tab key, with arrows inside."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.fields.inputs import FocusWatch

_WAYS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class OneStop(FocusWatch):
    """Tab comes to the button that leads; the arrows, Home and End go to the others."""

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self._buttons: list[QWidget] = []

    def watch(self, widget: QWidget) -> None:
        """Take in one more button."""
        super().watch(widget)
        widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._buttons.append(widget)

    def lead(self, leading: QWidget) -> None:
        """Have Tab come to this one."""
        for one in self._buttons:
            first = one is leading
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if first else Qt.FocusPolicy.ClickFocus)
        self._home.setFocusProxy(leading)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead with the one that has the focus, and move with the arrows."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.lead(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            goal = self._goal(watched, Qt.Key(event.key()))
            if goal is not None:
                goal.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _goal(self, watched: QObject, key: Qt.Key) -> QWidget | None:
        """Return the button a key leads to; at the end none is further."""
        if key == Qt.Key.Key_Home:
            return self._buttons[0]
        if key == Qt.Key.Key_End:
            return self._buttons[-1]
        if key not in _WAYS:
            return None
        at = next(n for n, one in enumerate(self._buttons) if one is watched) + _WAYS[key]
        return self._buttons[min(max(at, 0), len(self._buttons) - 1)]
