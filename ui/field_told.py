"""What a field tells below its widget: the worst that is wrong with the answer, or the help."""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QWidget

from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Question
from ui.fields.base import Editor
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.still_open import told_below

_MARKS = {
    Severity.MUST_FIX: ("error", "circle-alert", "neg"),
    Severity.SHOULD_FIX: ("warning", "triangle-alert", "warn"),
    Severity.POLISH: ("", "info", "info"),
}
_QUIET = frozenset({"assumed", "long"})


class FieldTold(QWidget):
    """One finding with its sign. While it is shown, `help` gives way to it.

    While the cursor is in the field, what was put right goes away at once and nothing new is told.
    """

    def __init__(
        self, question: Question, editor: Editor, help_line: Label, field: QWidget
    ) -> None:
        super().__init__(field)
        self._question, self._editor, self._help, self._field = question, editor, help_line, field
        self._findings: tuple[Finding, ...] = ()
        self._shown: tuple[Finding, ...] = ()
        self._tells_missing = False
        self._waits = False
        self._sign = Icon("circle-alert", 14, "neg")
        self._sentence = Label("", "caption", "neg", wrap=True, weight=500)
        line = row(column(2, self._sign, STRETCH), spacing=6)
        line.addWidget(self._sentence, 1)
        self.setLayout(line)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is told; empty while nothing is wrong."""
        return self._sentence.text() if self._shown else ""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Tell the worst of what is wrong."""
        self._findings = tuple(findings)
        self._show()

    def tell_missing(self) -> None:
        """Tell from now on, too, that an answer is needed."""
        if not self._tells_missing:
            self._tells_missing = True
            self._show()

    def _show(self) -> None:
        told = self._told()
        self._shown = told
        self._editor.show_inside(told)
        self.setVisible(bool(told))
        self._help.setVisible(bool(self._help.text()) and not told)
        if not told:
            self._editor.mark("")
            return
        state, icon, color = _MARKS[told[0].severity]
        self._editor.mark(state)
        self._sign.show_icon(icon, color)
        self._sentence.setText(told_below(told[0], self._question))
        self._sentence.set_color(color)

    def _told(self) -> tuple[Finding, ...]:
        """Return the findings to tell now; new ones wait until the cursor has left."""
        quiet = _QUIET if self._tells_missing else _QUIET | {"required"}
        told = tuple(one for one in self._findings if one.check not in quiet)
        if not self._has_cursor() or self._question.is_group:
            return told
        before = {(one.check, one.path) for one in self._shown}
        if any((one.check, one.path) not in before for one in told):
            self._tell_later()
        return tuple(one for one in told if (one.check, one.path) in before)

    def _has_cursor(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._field.isAncestorOf(focus)

    def _tell_later(self) -> None:
        """Tell what is wrong as soon as the cursor goes elsewhere."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._waits:
            self._waits = True
            app.focusChanged.connect(self._note_focus)

    def _note_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        app = QApplication.instance()
        if now is not None and not self._has_cursor() and isinstance(app, QApplication):
            app.focusChanged.disconnect(self._note_focus)
            self._waits = False
            self._show()
