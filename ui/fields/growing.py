"""Text of several lines that grows with what is in it and leaves the wheel to the page."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from roadmapper.document.markup import clean
from ui import theme
from ui.fields.inputs import is_for_window, is_undo

_LINE = 1.45


class GrowingText(QTextEdit):
    """Text that is as high as its lines, between `fewest` and `most` of them.

    Signals:
        focused, blurred: the focus came or went.
    """

    focused = Signal()
    blurred = Signal()

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        fewest: int = 1,
        most: int = 3,
        style: str = "body",
    ) -> None:
        super().__init__(parent)
        self._fewest, self._most = fewest, most
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFont(theme.font(style))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(theme.px(9))
        self.setViewportMargins(3, 0, 3, 0)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def plain(self) -> str:
        """Return the text, one line for each block."""
        block, lines = self.document().begin(), list[str]()
        while block.isValid():
            lines.append(block.text().replace("\u2028", "\n"))
            block = block.next()
        return "\n".join(lines)

    def show_plain(self, text: str) -> None:
        """Show another text."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(clean(text))

    def fit(self) -> None:
        """Take the height of the text."""
        line = _LINE * self.font().pixelSize()
        around = 2 * self.document().documentMargin()
        least, most = self._fewest * line + around, self._most * line + around
        height = min(max(self.document().size().height(), least), most)
        if round(height) != self.height() or self.minimumHeight() != self.maximumHeight():
            self.setFixedHeight(round(height))

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_for_window(event) or is_undo(event):
                event.ignore()
                return True
            if self.takes(event):
                event.accept()
                return True
        return super().event(event)

    def takes(self, event: QKeyEvent) -> bool:
        """Return whether a key means something here that another part of the window may want."""
        del event
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, but leave the keys of the window alone."""
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll only with the focus and more text than room; else the page scrolls."""
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went."""
        super().focusOutEvent(event)
        self.blurred.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only; a file that is dropped is for the page."""
        is_file = any(url.isLocalFile() for url in source.urls())
        return not is_file and (source.hasText() or source.hasHtml())
