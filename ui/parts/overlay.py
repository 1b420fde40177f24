"""What lies over a whole window: it follows its size, keeps its commands away and Tab inside."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.parts.reading import in_order


class Enclosure(QWidget):
    """Hides what lies behind it, so the Tab key goes round inside."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the Tab key inside."""
        stops = tuple(self.stops())
        here = QApplication.focusWidget()
        if stops:
            at = stops.index(here) if here in stops else (-1 if forward else 0)
            following = stops[(at + (1 if forward else -1)) % len(stops)]
            following.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def stops(self) -> Iterator[QWidget]:
        """Yield what the Tab key stops at, as one reads."""
        for one in in_order(self):
            takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and one is not self and one.isEnabled() and one.isVisible():
                yield one


class Overlay(Enclosure):
    """Covers a window until `let_go`; a subclass says in `arrange` where its parts stand."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.back_to = window.focusWidget()
        """What gets the focus when this goes away."""
        window.installEventFilter(self)

    def arrange(self) -> None:
        """Place what is shown; called when the window has another size."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Follow the window no longer."""
        self._window.removeEventFilter(self)

    def give_focus_back(self) -> None:
        """Lead the focus to where it was."""
        if self.back_to is not None and self.back_to.isVisible():
            self.back_to.setFocus(Qt.FocusReason.OtherFocusReason)

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


def hand_focus(widget: QWidget) -> None:
    """Lead the focus to a widget; if something lies over its window, once that is gone."""
    over = [one for one in widget.window().findChildren(Overlay) if one.isVisible()]
    if over:
        over[0].back_to = widget
    else:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
