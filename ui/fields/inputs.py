"""Text inputs and drop-down lists in the look of the program."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from ui import icons, theme
from ui.painting import painting


def set_state(widget: QWidget, state: str) -> None:
    """Mark an input as wrong: "error", "warning", or "" for nothing."""
    if widget.property("state") != state:
        widget.setProperty("state", state)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def is_for_window(event: QEvent) -> bool:
    """Return whether a key belongs to the window although text widgets of Qt would take it.

    On some systems Ctrl+E goes to the end of a line and Ctrl+K deletes up to there; here they
    export and search.
    """
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_E, Qt.Key.Key_K)
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )


def is_undo(event: QEvent) -> bool:
    """Return whether a key takes a step back or brings it again."""
    # Loaded late: it takes Qt for Python a moment, and Home has no answers.
    from PySide6.QtGui import QKeySequence  # noqa: PLC0415

    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))


class LineInput(QLineEdit):
    """One line of text."""

    focused = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__(parent)
        self.setFont(theme.font("cell"))
        self.setFixedHeight(theme.measure("control", "inputHeight"))
        self.setAccessibleName(name)
        self.setMaxLength(1_000_000)
        self._icon = icon
        if icon:
            self.setTextMargins(theme.px(33) - 11, 0, 0, 0)  # The style sheet adds 11.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the native control and our drawing at its beginning."""
        super().paintEvent(event)
        if self._icon:
            side = theme.px(15)
            place = QRectF(theme.px(11), (self.height() - side) / 2, side, side)
            with painting(self) as painter:
                icons.paint(painter, self._icon, place, "ink3")

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if is_for_window(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.focused.emit()


class AnswerInput(LineInput):
    """One line of an answer: undo and redo are those of the whole proposal."""

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, too."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, but leave undo and redo alone."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Combo(QComboBox):
    """A drop-down list. The wheel scrolls the page, not the choice."""

    focused = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("cell"))
        self.setFixedHeight(theme.measure("control", "inputHeight"))
        self.setAccessibleName(name)
        # On Linux Qt tells the choice in place of the name; the name is told by a label beside it.
        self._told = QLabel(name, parent)
        self._told.setBuddy(self)
        self._told.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def event(self, event: QEvent) -> bool:
        """Take the label along to another parent."""
        if event.type() == QEvent.Type.ParentChange:
            self._told.setParent(self.parentWidget())
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.focused.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def showPopup(self) -> None:
        """Make the list as wide as its longest choice."""
        # Not sooner: Qt makes the list when it is first asked for, and most are never opened.
        self.view().setFont(theme.font("cell"))
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        widths = [
            self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())
        ]
        self.view().setMinimumWidth(max([self.width(), *(width + 48 for width in widths)]))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the native control and our arrow over it."""
        super().paintEvent(event)
        side = theme.px(15)
        place = QRectF(self.width() - side - 11, (self.height() - side) / 2, side, side)
        with painting(self) as painter:
            icons.paint(painter, "chevron-down", place, "ink2" if self.isEnabled() else "faint")


class FocusWatch(QObject):
    """Tells when the focus comes into one of the widgets it watches."""

    came = Signal()
    left = Signal()

    def watch(self, widget: QWidget) -> None:
        """Watch one more widget."""
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell, and let the event go on."""
        if event.type() == QEvent.Type.FocusIn:
            self.came.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False
