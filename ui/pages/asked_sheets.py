"""Their questions come in by pasting or from a file, and each is given the place of its answer."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.errors import QuestionsError
from roadmapper.proposal.question_list import read_file, read_text
from roadmapper.proposal.their_questions import BY, WHERE, TheirQuestion, cell
from roadmapper.template.model import Section
from ui.fields.dates import DateField
from ui.fields.growing import GrowingText
from ui.fields.inputs import Combo
from ui.messages import ask_questions
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.parts.sheet import Dialog
from ui.words import _, ngettext


class PasteSheet(Dialog):
    """Takes a list of questions.

    Signals:
        taken: the questions.
    """

    taken = Signal(tuple)

    def __init__(self, window: QWidget, folder: Path) -> None:
        line = _("Paste what they sent, one question on a line, or take it from a file.")
        super().__init__(window, _("Their own questions"), line, width=620)
        self._folder = folder
        self._found: tuple[str, ...] = ()
        self.text = GrowingText(_("Questions, one on a line"), self.panel, fewest=8, most=8)
        self._told = Label("", "caption", "ink2", wrap=True)
        self.set_body(column(self.text, 8, self._told))
        self.file = Button(_("Take a file"), "secondary", self.panel, icon="folder-open")
        self.no = Button(_("Not now"), "secondary", self.panel)
        self.yes = Button(_("Add the questions"), "primary", self.panel)
        self.foot.addWidget(self.file)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)
        self.file.clicked.connect(self._ask_file)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self._take)
        self.text.textChanged.connect(self._look)
        self._look()

    @property
    def told(self) -> str:
        """What is said of the text."""
        return self._told.text()

    def take_file(self, path: Path) -> None:
        """Show the questions of a file."""
        try:
            found = read_file(path)
        except QuestionsError as error:
            self._tell(str(error), "neg")
            return
        self.text.show_plain("\n".join(found))

    def _ask_file(self) -> None:
        path = ask_questions(self.window(), self._folder)
        if path is not None:
            self.take_file(path)

    def _look(self) -> None:
        self._found = ()
        if not self.text.plain().strip():
            self._tell(_("Numbers and bullets before a question are left out."), "ink2")
            return
        try:
            self._found = read_text(self.text.plain())
        except QuestionsError as error:
            self._tell(str(error), "neg")
            return
        count = len(self._found)
        told = ngettext("One question.", "{count} questions.", count).format(count=count)
        self._tell(told, "ink2")

    def _tell(self, words: str, color: str) -> None:
        self._told.setText(words)
        self._told.set_color(color)
        self.yes.setEnabled(bool(self._found))

    def _take(self) -> None:
        found = self._found
        self.leave()
        self.taken.emit(found)


class PlaceSheet(Dialog):
    """Chooses the step and the answer that answer a question, or the day on which one comes."""

    def __init__(
        self, window: QWidget, opened: Opened, asked: TheirQuestion, suggested: str
    ) -> None:
        super().__init__(window, _("Where do we answer it?"), asked.text, width=560)
        self._opened, self._asked = opened, asked
        self.step = Combo(_("Step"), self.panel)
        self.answer = Combo(_("Answer"), self.panel)
        self.step.addItem(_("Nowhere yet"), "")
        for section in opened.template.sections:
            self.step.addItem(section.title, section.id)
        path = cell(asked.row, BY)
        question = opened.question(path)
        self.day = DateField(question, path, opened, self.panel)
        self.set_body(
            column(
                *_labeled(_("Step"), self.step),
                14,
                *_labeled(_("Answer"), self.answer),
                14,
                *_labeled(_("If it is not answered yet: answered by"), self.day),
            )
        )
        self.no = Button(_("Not now"), "secondary", self.panel)
        self.yes = Button(_("Keep the place"), "primary", self.panel)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self._keep)
        self.step.currentIndexChanged.connect(self._offer)
        self._offer()
        self._show(asked.where or suggested)

    def _show(self, where: str) -> None:
        self.step.setCurrentIndex(max(0, self.step.findData(where.partition(".")[0])))
        self.answer.setCurrentIndex(max(0, self.answer.findData(where)))

    def _offer(self) -> None:
        """Offer the answers of the step that is chosen."""
        self.answer.clear()
        section: Section | None = self._opened.template.section(self.step.currentData())
        self.answer.setEnabled(section is not None)
        if section is None:
            return
        self.answer.addItem(_("Anywhere in this step"), section.id)
        for question in section.questions:
            if not question.internal:
                self.answer.addItem(question.label, f"{section.id}.{question.id}")

    def _keep(self) -> None:
        where, by = self.answer.currentData(), self.day.read()
        values = {cell(self._asked.row, WHERE): where or None, cell(self._asked.row, BY): by}
        self.leave()
        self._opened.bridge.change(values, _("Say where a question is answered"))


def _labeled(words: str, widget: QWidget) -> tuple[Label, int, QWidget]:
    label = Label(words, "label")
    label.setBuddy(widget)
    return label, 5, widget
