"""Names of other proposals that may stand in this one: the reason is asked for and kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.checks.subjects import CHECK, name_in
from roadmapper.proposal.facts import Facts, Finding
from roadmapper.proposal.naming import allowing
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.reason import Asked, ReasonDialog
from ui.words import _, ngettext


class AllowName(ReasonDialog):
    """Asks why a name of another proposal may stand in this one."""

    def __init__(self, window: QWidget, opened: Opened, name: str) -> None:
        asked = Asked(
            title=_("Allow “{name}” here?").format(name=name),
            sentence=_("It belongs to another proposal."),
            label=_("Why it may stand here"),
            example=_("Such as: they are our reference and know of it"),
            note=_("The reason stays in this proposal. It is never printed."),
            yes=_("Allow here"),
        )
        super().__init__(window, asked, self._allow)
        self._opened, self._name = opened, name

    def _allow(self, reason: str) -> None:
        values = allowing(self._opened.answers, self._name, reason)
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
        told = row(Icon("triangle-alert", 16, "neg"), self.told, spacing=8)
        told.setStretch(1, 1)
        both = row(self.allow, self.answer, STRETCH, spacing=8, margins=(0, 0, 0, 8))
        self.setLayout(column(told, both, spacing=8))
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
