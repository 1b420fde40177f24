"""The widgets that edit a cell of a table in its place."""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Question
from ui import theme
from ui.fields.inputs import Combo, LineInput, is_for_window
from ui.words import _

_WIDEST = 360


class CellLine(LineInput):
    """One line of text over a cell; it grows over its neighbors while the text does."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._cell = QRect()
        self.textChanged.connect(self._grow)

    def lie_over(self, cell: QRect) -> None:
        """Take the place of a cell."""
        self._cell = cell
        self._grow()

    def _grow(self) -> None:
        port = self.parentWidget()
        if port is None or self._cell.isNull():
            return
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + theme.px(32)
        width = max(self._cell.width(), min(wanted, theme.px(_WIDEST), port.width()))
        left = max(0, min(self._cell.left(), port.width() - width))
        top = self._cell.top() + (self._cell.height() - 1 - self.height()) // 2
        self.setGeometry(left, top, width, self.height())


class CellText(QPlainTextEdit):
    """Several lines of plain text over a cell; Shift+Enter begins a new line."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(theme.font("cell"))
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(6)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if not is_for_window(event):
            return super().event(event)
        event.ignore()
        return False


class CellChoice(Combo):
    """A choice over a cell. `picked` tells that a person chose."""

    picked = Signal()

    def __init__(self, column: Question, parent: QWidget) -> None:
        super().__init__(column.label, parent)
        self._by_key = False
        self.addItem(_("Not answered"), None)
        if column.kind is Kind.YES_NO:
            self.addItem(_("Yes"), True)
            self.addItem(_("No"), False)
        for option in column.options:
            self.addItem(option.label, option.value)
        self.activated.connect(self._tell_soon)

    def show_value(self, value: Value) -> None:
        """Show a choice, also one that is no longer offered."""
        place = self.findData(value)
        if place < 0 and isinstance(value, str):
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(max(place, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the cell open while its list is."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a letter or an arrow change the choice, and wait for Enter or Tab."""
        self._by_key = True
        super().keyPressEvent(event)
        self._by_key = False

    def _tell_soon(self) -> None:
        if not self._by_key:
            # The list closes first; closing its cell under it would leave Qt without a place.
            QTimer.singleShot(0, self, self.picked.emit)
