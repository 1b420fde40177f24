"""Names of other proposals that may stand in this one: the reason is asked for and kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.checks.subjects import CHECK, name_in
from roadmapper.proposal.facts import Facts, Finding
from roadmapper.proposal.naming import allowing
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.sheet import Dialog
from ui.words import _, ngettext


class AllowName(Dialog):
    """Asks why a name of another proposal may stand in this one."""

    def __init__(self, window: QWidget, opened: Opened, name: str) -> None:
        title = _("Allow “{name}” here?").format(name=name)
        super().__init__(window, title, _("It belongs to another proposal."), width=500)
        self._opened, self._name = opened, name
        self.reason = LineInput(_("Reason"), self.panel)
        self.reason.setPlaceholderText(_("Such as: they are our reference and know of it"))
        note = _("The reason stays in this proposal. It is never printed.")
        label = Label(_("Why it may stand here"), "label")
        label.setBuddy(self.reason)
        self.set_body(column(label, 6, self.reason, 5, Label(note, "caption", "ink3", wrap=True)))
        self.no = Button(_("Not now"), "secondary", self.panel)
        self.yes = Button(_("Allow here"), "primary", self.panel)
        self.yes.setEnabled(False)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self._keep)
        self.reason.textChanged.connect(self._look)
        self.reason.returnPressed.connect(self.yes.click)

    def _look(self) -> None:
        self.yes.setEnabled(bool(self.reason.text().strip()))

    def _keep(self) -> None:
        values = allowing(self._opened.answers, self._name, self.reason.text())
        self.leave()
        self._opened.bridge.change(values, _("Allow a name of another proposal"))


class ForeignNames(QWidget):
    """Says that a name of another proposal stands in this one, with both ways out.

    Signals:
        open_asked: the address of the answer in which it stands.
    """

    open_asked = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened = opened
        self._findings: tuple[Finding, ...] = ()
        self.told = Label("", "cell", wrap=True)
        self.allow = Button(_("Allow here"), "secondary", self, small=True)
        self.answer = Button(_("Open the answer"), "secondary", self, small=True)
        self.allow.clicked.connect(self._ask)
        self.answer.clicked.connect(self._open)
        both = row(self.allow, self.answer, STRETCH, spacing=8)
        self.setLayout(column(self.told, both, spacing=6))
        self.hide()

    @property
    def stands(self) -> bool:
        """Whether a name of another proposal stands in the way."""
        return bool(self._findings)

    def show_facts(self, facts: Facts | None) -> None:
        """Show the first name that was found, if there is one."""
        told = facts.findings if facts is not None else ()
        self._findings = tuple(one for one in told if one.check == CHECK)
        self.setVisible(bool(self._findings))
        if not self._findings:
            return
        more = len(self._findings) - 1
        words = self._findings[0].message
        if more:
            words += " " + ngettext("And one more.", "And {more} more.", more).format(more=more)
        self.told.setText(words)
        name = name_in(self._findings[0])
        self.allow.setAccessibleName(_("Allow “{name}” here").format(name=name))

    def _ask(self) -> None:
        AllowName(self.window(), self._opened, name_in(self._findings[0])).open()

    def _open(self) -> None:
        self.open_asked.emit(self._findings[0].path)
