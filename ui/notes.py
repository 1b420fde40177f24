"""Private notes about the question one is in and about the step; they are never exported."""

from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.path import NOTES, WHOLE_SECTION
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Question, Section
from ui.fields.base import Editor
from ui.fields.frame import TextFrame
from ui.fields.growing import GrowingText
from ui.opened import Opened
from ui.parts.chips import Chip
from ui.parts.labels import Label
from ui.parts.layouts import column, holder
from ui.words import _

_QUESTION = Question(id="note", kind=Kind.PROSE, label=_("Note on this question"))
_STEP = Question(id="step", kind=Kind.PROSE, label=_("Note on this step"))


class NoteField(Editor):
    """One note, in plain text. `show_path` moves it to another answer."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.text = GrowingText(question.label, self, fewest=4, most=12)
        self.setFocusProxy(self.text)
        self._kept: str | None = ""
        self._writing = False
        self.setLayout(column(TextFrame(self.text, column(self.text), self)))
        self.text.textChanged.connect(self._take)
        self.text.blurred.connect(self.flush)
        self.edited.connect(self._keep)

    def show_path(self, path: str) -> None:
        """Keep what was typed, then show the note at another address."""
        self.flush()
        self.path = path
        self.write(self.opened.value(path))

    def read(self) -> Value:
        """Return the note."""
        if self._kept is None:
            self._kept = self.text.plain().strip()
        return self._kept or None

    def write(self, value: Value) -> None:
        """Show a note."""
        self._kept = value if isinstance(value, str) else ""
        self._writing = True
        self.text.show_plain(self._kept)
        self._writing = False

    def _take(self) -> None:
        if not self._writing:
            self._kept = None
            self.touched()

    def _keep(self, value: Value) -> None:
        self.opened.bridge.set(self.path, value)


class Notes(QWidget):
    """The notes tab beside a step."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        first = opened.template.sections[0].id
        self.on_step = NoteField(_STEP, f"{NOTES}.{first}.{WHOLE_SECTION}", opened, self)
        self.on_question = NoteField(_QUESTION, f"{NOTES}.{first}.{WHOLE_SECTION}", opened, self)
        self._about = Label("", "caption", "ink3", wrap=True)
        on_question = column(
            Label(_("On this question"), "label"), 3, self._about, 6, self.on_question, 18
        )
        self._question = holder(on_question, self)
        self._question.hide()
        self.setLayout(
            column(
                Chip(_("Private, never exported"), "neutral", icon="eye-off"),
                16,
                self._question,
                Label(_("On this step"), "label"),
                6,
                self.on_step,
            )
        )
        opened.bridge.changed.connect(self._take_batch)

    def show_section(self, section: Section) -> None:
        """Show the note on a step."""
        self.on_question.flush()
        self._question.hide()
        self.on_step.show_path(f"{NOTES}.{section.id}.{WHOLE_SECTION}")

    def show_question(self, path: str, question: Question) -> None:
        """Show the note on a question; nothing is noted inside a note."""
        self._about.setText(question.label)
        self.on_question.show_path(f"{NOTES}.{path}")
        self._question.show()

    def flush(self) -> None:
        """Keep what was typed."""
        self.on_question.flush()
        self.on_step.flush()

    def _take_batch(self, batch: Batch) -> None:
        paths = {change.path for change in batch.changes}
        for note in (self.on_question, self.on_step):
            if note.path in paths:
                note.refresh()
