"""The second tab beside a step: the sources behind its answers, and the register to attach from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE
from roadmapper.template.model import Question, Section
from ui import theme
from ui.evidence import may_carry
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.parts.reading import put_around_in_order
from ui.parts.tips import plain_tip
from ui.sources import SourceList, sources
from ui.words import _

_WIDTH = 256


class EvidencePage(QWidget):
    """Sources attached on this step, and a search of the register of this proposal.

    A source is attached to the answer one was in last by checking it, with Enter or the space
    bar, or to any answer by dragging it there.

    Signals:
        jump_asked: the address of an answer, or of the register, to go to.
    """

    jump_asked = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened = opened
        self._section = ""
        self._here = column(spacing=2)
        self._none_here = Label(
            _("No source stands behind an answer yet."), "cell", "ink2", wrap=True
        )
        self._goal = Label("", "caption", "ink3", wrap=True)
        self.list = SourceList(opened, theme.px(_WIDTH), self)
        self.register = Button(
            _("Open the register"), "ghost", self, icon="arrow-right", small=True
        )
        self.register.clicked.connect(self._open_register)
        self.links: list[AttachedLine] = []
        self.setLayout(
            column(
                Label(_("On this step"), "label"), 6, self._none_here, self._here, 14, Rule(), 14,
                Label(_("Evidence register"), "label"), 4, self._goal, 8, self.list, 6,
                row(self.register, STRETCH), STRETCH,
            )
        )  # fmt: skip
        self._say_goal("")
        opened.bridge.changed.connect(self._take_batch)

    def show_section(self, section: Section) -> None:
        """Show the sources of a step."""
        self._section = section.id
        self.list.show_path("", "")
        self._say_goal("")
        self._show_here()

    def show_question(self, path: str, question: Question) -> None:
        """Attach to this answer from now on, if it can carry sources."""
        if may_carry(question, path):
            self.list.show_path(path, question.label)
            self._say_goal(question.label)
        else:
            self.list.show_path("", "")
            self._say_goal("")

    def _say_goal(self, label: str) -> None:
        to_any = _("Drag a source onto an answer, or put the cursor into one and check it here.")
        told = _(
            "Check a source to attach it to “{label}”, or drag it onto another answer."
        ).format(label=label)
        self._goal.setText(told if label else to_any)

    def _show_here(self) -> None:
        for line in self.links:
            self._here.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.links = [
            AttachedLine(source.title, paths[0], len(paths), self)
            for source in sources(self._opened)
            if (paths := self._paths_of(source.row))
        ]
        for line in self.links:
            line.asked.connect(self.jump_asked)
            self._here.addWidget(line)
        self._none_here.setVisible(not self.links)
        put_around_in_order(self)

    def _paths_of(self, source: str) -> list[str]:
        start = f"{EVIDENCE}.{self._section}."
        answers = self._opened.answers
        found = (path for path in answers if path.startswith(start))
        return [path.removeprefix(f"{EVIDENCE}.") for path in found if source in answers.rows(path)]

    def _take_batch(self, batch: Batch) -> None:
        if any(one.path.startswith((f"{EVIDENCE}.", REGISTER)) for one in batch.changes):
            self.list.refresh()
            self._show_here()

    def _open_register(self) -> None:
        self.jump_asked.emit(REGISTER)


class AttachedLine(Button):
    """A source that stands behind answers of this step; a click leads to the first of them.

    Signals:
        asked: the address of that answer.
    """

    asked = Signal(str)

    def __init__(self, title: str, path: str, count: int, parent: QWidget) -> None:
        more = _(", {count} answers").format(count=count) if count > 1 else ""
        metrics, room = QFontMetrics(theme.font("control")), theme.px(_WIDTH - 60)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        super().__init__(shown, "ghost", parent, icon="quote", small=True)
        self.setAccessibleName(f"{title}{more}")
        self.setToolTip(plain_tip(f"{title}{more}"))
        self._path = path
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._path)
