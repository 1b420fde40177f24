"""The text of the prose editor: its keys, its lists, and what it takes from elsewhere."""

import re

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from roadmapper.document.marked import tidy
from roadmapper.document.markup import Prose, clean, unmarked
from roadmapper.document.tree import Link, ListLook
from ui import theme
from ui.fields.growing import GrowingText
from ui.fields.prose_document import char_format, insert_parts, paragraph_format, parts_of
from ui.fields.prose_lists import enter_list, leave_list, look_of, nest, toggle_list

FEWEST, MOST = 3, 12
_BULLETS = ("-", "*", "•")
_NUMBER = re.compile(r"1[.)]")
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    (Qt.Key.Key_B, _CONTROL): "bold",
    (Qt.Key.Key_I, _CONTROL): "italic",
    (Qt.Key.Key_L, _CONTROL): "link",
    (Qt.Key.Key_8, _CONTROL | _SHIFT): "bullets",
    (Qt.Key.Key_Asterisk, _CONTROL | _SHIFT): "bullets",
    (Qt.Key.Key_ParenLeft, _CONTROL | _SHIFT): "bullets",
    (Qt.Key.Key_7, _CONTROL | _SHIFT): "numbers",
    (Qt.Key.Key_Ampersand, _CONTROL | _SHIFT): "numbers",
    (Qt.Key.Key_Slash, _CONTROL | _SHIFT): "numbers",
}
"""What keys do; 8 and 7 with Shift are other characters on many keyboards."""


class ProseEdit(GrowingText):
    """Paragraphs, bold, italic, links and lists with two levels; nothing else can be entered.

    Signals:
        link_asked: the keys for a link were pressed.
    """

    link_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, fewest=FEWEST, most=MOST)
        self.setAcceptRichText(True)
        self.document().setIndentWidth(theme.px(20))
        self.document().setDefaultFont(theme.font("body"))
        QTextCursor(self.document()).setBlockFormat(paragraph_format())

    # --- what toolbar and keys do -----------------------------------------------------------------

    def do(self, what: str) -> None:
        """Make what is selected bold, italic, an item of a list, or ask for a link."""
        match what:
            case "bold":
                self._toggle_bold()
            case "italic":
                made = QTextCharFormat()
                made.setFontItalic(not self.is_italic)
                self.mergeCurrentCharFormat(made)
            case "link":
                self.link_asked.emit()
            case _:
                look = ListLook.BULLET if what == "bullets" else ListLook.NUMBER
                toggle_list(self.textCursor(), look)
        self.cursorPositionChanged.emit()

    @property
    def is_bold(self) -> bool:
        """Whether what is selected, or typed now, is bold."""
        return self._format_here().fontWeight() >= QFont.Weight.DemiBold

    @property
    def is_italic(self) -> bool:
        """Whether what is selected, or typed now, is italic."""
        return self._format_here().fontItalic()

    def link_at_cursor(self) -> QTextCursor:
        """Return a selection of the link the cursor is in, else of what is selected."""
        cursor = self.textCursor()
        target = cursor.charFormat().anchorHref()
        if cursor.hasSelection() or not target:
            return cursor
        for way in (QTextCursor.MoveOperation.Left, QTextCursor.MoveOperation.Right):
            while _is_beside(cursor, way, target):
                cursor.movePosition(way)
            if way is QTextCursor.MoveOperation.Left:
                start = cursor.position()
        end = cursor.position()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def put_link(self, cursor: QTextCursor, text: str, target: str) -> None:
        """Put a link in place of a selection; without a target, its text alone."""
        style = cursor.charFormat()
        run = Link(text, target, style.fontWeight() >= QFont.Weight.DemiBold, style.fontItalic())
        made = char_format(run)
        if not target:
            made.setAnchor(False)
            made.clearProperty(QTextCharFormat.Property.AnchorHref)
        cursor.insertText(" ".join(clean(text).split()), made)
        self.setTextCursor(cursor)

    # --- keys -------------------------------------------------------------------------------------

    def takes(self, event: QKeyEvent) -> bool:
        """Take the keys for bold, italic, lists and links."""
        return _meaning(event) != ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; format; make, continue and leave lists."""
        meaning = _meaning(event)
        if meaning:
            self.do(meaning)
            return
        cursor, key = self.textCursor(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
        elif key == Qt.Key.Key_Backspace and _is_at_start(cursor) and look_of(cursor.block()):
            leave_list(cursor.block())
        elif key == Qt.Key.Key_Space and self._makes_list(cursor):
            return
        else:
            if event.text():
                self._leave_link()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Type composed characters, behind a link as plain text too."""
        if event.commitString():
            self._leave_link()
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Nest an item with Tab as far as it can be; else Tab moves on."""
        if nest(self.textCursor().block(), 1 if next_ else -1):
            self.cursorPositionChanged.emit()
            return True
        return super().focusNextPrevChild(next_)

    # --- from elsewhere ---------------------------------------------------------------------------

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what is pasted or dropped, with allowed formats only."""
        cursor = self.textCursor()
        parts = _parts_from(source)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if "\n" not in source.text().strip("\n") and not source.hasHtml() and cursor.block().text():
            cursor.insertText(clean(source.text()).strip("\n"), self._plain_here())
        else:
            insert_parts(cursor, parts)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # --- inside -----------------------------------------------------------------------------------

    def _format_here(self) -> QTextCharFormat:
        """Return the format of the end of the selection, which a cursor before it does not tell."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return self.currentCharFormat()
        end = QTextCursor(self.document())
        end.setPosition(cursor.selectionEnd())
        return end.charFormat()

    def _toggle_bold(self) -> None:
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.Normal if self.is_bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(made)

    def _enter(self, event: QKeyEvent) -> None:
        block = self.textCursor().block()
        if look_of(block) is not None and not block.text():
            if not nest(block, -1):
                leave_list(block)
            return
        self._leave_link()
        if look_of(block) is not None or not event.modifiers() & _SHIFT:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            self.textCursor().insertText("\u2028")

    def _makes_list(self, cursor: QTextCursor) -> bool:
        block = cursor.block()
        typed = block.text()[: cursor.positionInBlock()]
        if cursor.hasSelection() or look_of(block) is not None:
            return False
        if typed not in _BULLETS and not _NUMBER.fullmatch(typed):
            return False
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, _keep())
        cursor.removeSelectedText()
        enter_list(block, ListLook.BULLET if typed in _BULLETS else ListLook.NUMBER, 0)
        cursor.endEditBlock()
        self.cursorPositionChanged.emit()
        return True

    def _leave_link(self) -> None:
        """Let what is typed at the end of a link be plain."""
        cursor = self.textCursor()
        target = cursor.charFormat().anchorHref()
        at_end = not _is_beside(cursor, QTextCursor.MoveOperation.Right, target)
        if target and not cursor.hasSelection() and at_end:
            self.setCurrentCharFormat(self._plain_here())

    def _plain_here(self) -> QTextCharFormat:
        made = QTextCharFormat(self.currentCharFormat())
        made.setAnchor(False)
        made.clearProperty(QTextCharFormat.Property.AnchorHref)
        return made


def _meaning(event: QKeyEvent) -> str:
    """Return what a key does here; empty if it types."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return next(
        (what for (key, held), what in _KEYS.items() if key == event.key() and held == modifiers),
        "",
    )


def _parts_from(source: QMimeData) -> tuple[Prose, ...]:
    if not source.hasHtml():
        return unmarked(source.text())
    scratch = QTextDocument()
    scratch.setHtml(_PICTURE.sub("", source.html()))
    return tidy(parts_of(scratch))


def _is_at_start(cursor: QTextCursor) -> bool:
    return cursor.atBlockStart() and not cursor.hasSelection()


def _is_beside(cursor: QTextCursor, way: QTextCursor.MoveOperation, target: str) -> bool:
    """Return whether the next character on a side belongs to a link."""
    probe = QTextCursor(cursor)
    probe.clearSelection()
    if way is QTextCursor.MoveOperation.Left:
        return not probe.atBlockStart() and probe.charFormat().anchorHref() == target
    if probe.atBlockEnd():
        return False
    probe.movePosition(way)
    return probe.charFormat().anchorHref() == target


def _keep() -> QTextCursor.MoveMode:
    return QTextCursor.MoveMode.KeepAnchor
