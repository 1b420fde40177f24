"""Answers of several paragraphs, with bold, italic, links and lists."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from roadmapper.document.marked import marked
from roadmapper.document.markup import prose
from roadmapper.document.tree import ListLook
from roadmapper.template.kinds import Value
from roadmapper.template.model import Question
from ui import theme
from ui.fields.base import Editor
from ui.fields.frame import TextFrame
from ui.fields.prose_document import parts_of, write_parts
from ui.fields.prose_edit import ProseEdit
from ui.fields.prose_link import LinkPopover
from ui.fields.prose_lists import look_of
from ui.fields.prose_words import count_text, hole_at, lit, meaning
from ui.opened import Opened
from ui.parts.buttons import IconButton
from ui.parts.labels import Elided, Rule
from ui.parts.layouts import column, row
from ui.words import _

_LOOK = 120
"""Milliseconds after the last key until words are counted and links lit up."""
_TOOLS = (
    ("bold", "bold", _("Bold (Ctrl+B)")),
    ("italic", "italic", _("Italic (Ctrl+I)")),
    ("", "", ""),
    ("bullets", "list", _("Bulleted list (Ctrl+Shift+8)")),
    ("numbers", "list-ordered", _("Numbered list (Ctrl+Shift+7)")),
    ("", "", ""),
    ("link", "link", _("Link (Ctrl+L)")),
)


class ProseField(Editor):
    """The answer editor: toolbar, text, count of words.

    A text that is only shown is never changed; one that a person changes is kept in its usual form.
    """

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.text = ProseEdit(question.label, self)
        self.text.setAccessibleDescription(question.help)
        self.setFocusProxy(self.text)
        self.count = Elided("", "caption", "ink3")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tools: dict[str, IconButton] = {}
        self._kept: str | None = ""
        self._writing = False
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK)
        self._frame = TextFrame(self.text, column(self._toolbar(), Rule(), self.text), self)
        self.setLayout(column(self._frame))
        self._connect()
        self._show_words()

    def read(self) -> Value:
        """Return the text as it was shown, or in its usual form once a person changed it."""
        if self._kept is None:
            self._kept = marked(parts_of(self.text.document()))
        return self._kept or None

    def write(self, value: Value) -> None:
        """Show a text; the cursor stays about where it was."""
        kept = value if isinstance(value, str) else ""
        cursor = self.text.textCursor()
        at = cursor.position()
        self._writing = True
        write_parts(self.text.document(), prose(kept))
        self._writing = False
        self._kept = kept
        cursor = self.text.textCursor()
        cursor.setPosition(min(at, self.text.document().characterCount() - 1))
        self.text.setTextCursor(cursor)
        self._show_words()

    def mark(self, state: str) -> None:
        """Color the edge."""
        self._frame.set_state(state)

    def ask_link(self) -> None:
        """Ask for text and address of the link at the cursor."""
        cursor = self.text.link_at_cursor()
        popover = LinkPopover(
            self.tools["link"],
            cursor.selectedText().replace("\u2028", " ").replace("\u2029", " "),
            cursor.charFormat().anchorHref(),
        )
        popover.setObjectName("link")
        self.text.setTextCursor(cursor)
        popover.told.connect(self._put_link)
        popover.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what a placeholder under the pointer stands for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cursor = self.text.cursorForPosition(event.pos())
            name = hole_at(cursor.block().text(), cursor.positionInBlock())
            if name:
                told = meaning(self.opened, self.path, name)
                QToolTip.showText(event.globalPos(), told, self.text)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Light up links in the colors of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._look.start()

    # --- inside ----------------------------------------------------------------------------------

    def _toolbar(self) -> QWidget:
        line = row(spacing=2, margins=(5, 3, 12, 3))
        for what, icon, name in _TOOLS:
            if not what:
                line.addSpacing(4)
                rule = Rule(color="line2", upright=True)
                rule.setFixedHeight(theme.px(18))
                line.addWidget(rule)
                line.addSpacing(4)
                continue
            button = IconButton(icon, name, self, size=30)
            button.setObjectName(f"tool:{what}")
            # The keys do the same; without focus a click leaves the cursor in the text.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(what != "link")
            button.clicked.connect(self._use_tool)
            self.tools[what] = button
            line.addWidget(button)
        line.addWidget(self.count, 1)
        bar = QWidget(self)
        bar.setLayout(line)
        return bar

    def _connect(self) -> None:
        self.text.textChanged.connect(self._take)
        self.text.focused.connect(self.focused)
        self.text.blurred.connect(self.flush)
        self.text.link_asked.connect(self.ask_link)
        self.text.currentCharFormatChanged.connect(self._show_tools)
        self.text.cursorPositionChanged.connect(self._show_tools)
        self.text.viewport().installEventFilter(self)
        self._look.timeout.connect(self._show_words)

    def _use_tool(self) -> None:
        button = self.sender()
        what = next(what for what, one in self.tools.items() if one is button)
        self.text.setFocus()
        self.text.do(what)
        self._show_tools()

    def _take(self) -> None:
        if self._writing:
            return
        self._kept = None
        self._look.start()
        self.touched()

    def _put_link(self, text: str, target: str) -> None:
        self.text.put_link(self.text.textCursor(), text, target)
        self.text.setFocus()
        self._show_words()

    def _show_tools(self) -> None:
        look = look_of(self.text.textCursor().block())
        self.tools["bold"].setChecked(self.text.is_bold)
        self.tools["italic"].setChecked(self.text.is_italic)
        self.tools["bullets"].setChecked(look is ListLook.BULLET)
        self.tools["numbers"].setChecked(look is ListLook.NUMBER)

    def _show_words(self) -> None:
        text = self.text.toPlainText()
        self.count.show_text(count_text(len(text.split()), self.question.length))
        is_long = 0 < self.question.length < len(text)
        self.count.set_color("warn" if is_long else "ink3")
        self.text.setExtraSelections(lit(self.text.document(), self.text))
