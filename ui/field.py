"""One question on a page: its label, its widget, its help and what is wrong with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from roadmapper.proposal.facts import Finding
from roadmapper.proposal.path import NOTES
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Question
from ui import theme
from ui.assumed import Assumed
from ui.evidence import may_carry
from ui.field_evidence import FieldEvidence
from ui.field_told import FieldTold
from ui.fields.base import Editor, Make
from ui.fields.textline import LONG
from ui.opened import Opened
from ui.painting import focus_ring, painting
from ui.parts.chips import Chip
from ui.parts.labels import Folded, Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.tips import plain_tip
from ui.words import _

SHORT_KINDS = frozenset(
    {Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.YES_NO, Kind.CHOICE, Kind.LINE}
)
_SHOWN = 2000
"""Milliseconds for which a field that was jumped to keeps its ring."""


_LONG_LABEL = 260
"""The width of a label that takes several lines where it has no room."""


class Field(QFrame):
    """One question with everything around it; `editor` makes the widget that answers it.

    Signals:
        edited: a person changed the answer; carries address and value.
        focused: the cursor came into this field; carries its address.
    """

    edited = Signal(str, object)
    focused = Signal(str)

    def __init__(
        self,
        question: Question,
        path: str,
        opened: Opened,
        parent: QWidget | None = None,
        *,
        editor: Make,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.path = path
        self._opened = opened
        self.setObjectName(f"field:{path}")
        self.editor: Editor = editor(question, path, opened, self)
        self._ringed = False
        self._evidence: FieldEvidence | None = None
        self._build()
        self.editor.write(opened.value(path))
        self.editor.edited.connect(self._tell)
        self.editor.focused.connect(self._tell_focus)
        self.editor.focused_at.connect(self.focused)
        self._assumed.used.connect(self._use_default)
        self.refresh_about()

    @property
    def is_short(self) -> bool:
        """Whether two such fields fit side by side."""
        if self.question.kind is Kind.LINE and self.question.length > LONG:
            return False
        few = self.question.kind is not Kind.CHOICE or self.editor.sizeHint().width() < theme.px(
            360
        )
        return self.question.kind in SHORT_KINDS and few

    def refresh(self) -> None:
        """Show what is kept now, after something changed."""
        self.editor.refresh()
        self._assumed.refresh()

    def refresh_about(self) -> None:
        """Show the evidence and the note that are kept about this answer."""
        note = self._opened.text(f"{NOTES}.{self.path}")
        self._note.setVisible(bool(note))
        self._note.setToolTip(plain_tip(_("Private note: {note}").format(note=note)))
        self.editor.refresh_about()
        if self._evidence is not None:
            self._evidence.refresh()

    def set_current(self, is_current: bool) -> None:
        """Know whether the cursor is in this field; then evidence can be added to it."""
        if self._ringed and not is_current:
            self._unring()
        if self._evidence is not None:
            self._evidence.set_current(is_current)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer to add evidence while the pointer is here."""
        super().enterEvent(event)
        if self._evidence is not None:
            self._evidence.show()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        if self._evidence is not None:
            self._evidence.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a source that is dragged here."""
        if self._evidence is not None and self._evidence.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Have the source stand behind this answer."""
        if self._evidence is not None:
            self._evidence.take(event.mimeData())
            event.acceptProposedAction()

    def hide_head(self) -> None:
        """Leave out the label, where the page says itself what is asked."""
        for one in self._titles:
            one.hide()

    def show_path(self, path: str) -> None:
        """Show the answer at another address, such as the same column of another row."""
        self.editor.show_path(path)
        self.path = path
        self.setObjectName(f"field:{path}")
        self._assumed.show_path(path)
        if self._evidence is not None:
            self._evidence.show_path(path)
        self.refresh_about()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the worst thing that is wrong with this answer.

        While the cursor is here, what was put right goes away at once and nothing new is told.
        """
        self.told.show_findings(findings)

    def tell_missing(self) -> None:
        """Tell from now on, too, that an answer is needed."""
        self.told.tell_missing()

    def focus(self, path: str = "") -> None:
        """Put the cursor into this field, or a part of it, and ring it for a moment."""
        if path and path != self.path:
            self.editor.focus_inside(path)
        else:
            self.editor.setFocus()
        self._ringed = True
        self.update()
        QTimer.singleShot(_SHOWN, self, self._unring)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring of a field that was jumped to."""
        super().paintEvent(event)
        if self._ringed:
            with painting(self) as painter:
                focus_ring(painter, self.rect().toRectF(), theme.radius("input"))

    def _build(self) -> None:
        # Only a long one folds: it takes longer to lay out.
        is_long = theme.text_width(self.question.label, "label") > theme.px(_LONG_LABEL)
        label = (Folded if is_long else Label)(self.question.label, "label")
        label.setBuddy(self.editor)
        # As high as a chip beside it, so that fields side by side stand on one line.
        label.setMinimumHeight(theme.px(22))
        self.editor.setAccessibleName(self.question.label)
        self.editor.setAccessibleDescription(self.question.help)
        self.head = row(label, spacing=8)
        self._titles = [label]
        if self.question.required:
            self._titles.append(Label(_("Required"), "micro", "ink3"))
            self.head.addWidget(self._titles[-1])
        self.head.addStretch(1)
        self._note = Icon("message-square", 14, "ink3")
        self._note.setAccessibleName(_("There is a private note"))
        self.head.addWidget(self._note)
        if self.question.internal:
            self.head.addWidget(Chip(_("Private, never exported"), "neutral", icon="eye-off"))
        if may_carry(self.question, self.path):
            self._evidence = FieldEvidence(self.question, self.path, self._opened, self)
            self.head.addWidget(self._evidence.chip)
        # A table tells its help itself, where one begins to read.
        told = "" if self.question.is_group else self.question.help
        help_line = Label(told, "caption", "ink3", wrap=True)
        if not told:
            help_line.hide()
        self.told = FieldTold(self.question, self.editor, help_line, self)
        self._assumed = Assumed(self.question, self.path, self._opened, self)
        self.below = column(self._assumed, help_line, self.told)
        # The ring of a field that was jumped to needs a little air around it.
        parts = (self.head, 3, self.editor, 5, self.below, STRETCH)
        self.setLayout(column(*parts, margins=(4, 4, 4, 4)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _use_default(self) -> None:
        self.edited.emit(self.path, self.question.default)

    def _tell(self, value: Value) -> None:
        self.edited.emit(self.path, value)

    def _tell_focus(self) -> None:
        self.focused.emit(self.path)

    def _unring(self) -> None:
        self._ringed = False
        self.update()


MakeField = Callable[[Question, str, Opened, QWidget | None], Field]
"""Makes the field of a question at an address."""
