"""The panel beside a step: guidance, the sources behind its answers, and private notes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmapper.template.model import Question, Section
from ui import theme
from ui.evidence_page import EvidencePage
from ui.hints import Hints
from ui.notes import Notes
from ui.opened import Opened
from ui.parts.cards import Panel
from ui.parts.choices import Segments
from ui.parts.layouts import column
from ui.parts.reading import put_in_order
from ui.parts.scrolling import scrolled
from ui.words import _

GUIDANCE, EVIDENCE, NOTES = range(3)


class Guidance(Panel):
    """Three tabs about the step and the question one is in.

    Signals:
        jump_asked: the address of an answer to go to.
    """

    jump_asked = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(None, parent, fill="canvas", lines="l")
        self.setObjectName("guidance")
        self.tabs = Segments(
            (_("Guidance"), _("Evidence"), _("Notes")), _("What to show beside the step"), self
        )
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.tabs.chosen.connect(self._show_tab)
        self.hints = Hints(opened, self)
        self.hints.jump_asked.connect(self.jump_asked)
        self.evidence = EvidencePage(opened, self)
        self.evidence.jump_asked.connect(self.jump_asked)
        self.notes = Notes(opened, self)
        self._parts: tuple[QWidget, ...] = (self.hints, self.evidence, self.notes)
        body = column(self.tabs, 18, *self._parts)
        body.setContentsMargins(20, 18, 20, 18)
        outer = column(margins=(1, 0, 0, 0))
        outer.addWidget(scrolled(body, self))
        self.setLayout(outer)
        self.setFixedWidth(theme.measure("layout", "guidance"))
        self._show_tab(GUIDANCE)
        put_in_order(self)

    def show_section(self, section: Section) -> None:
        """Show what belongs to a step."""
        self.hints.show_section(section)
        self.evidence.show_section(section)
        self.notes.show_section(section)

    def show_question(self, path: str, question: Question) -> None:
        """Show what belongs to the question one is in."""
        self.hints.show_question(question)
        self.evidence.show_question(path, question)
        self.notes.show_question(path, question)

    def search(self, words: str) -> None:
        """Show what the guide says of these words."""
        self.tabs.choose(GUIDANCE)
        self._show_tab(GUIDANCE)
        self.hints.search(words)
        self.tabs.button(GUIDANCE).setFocus()

    def flush(self) -> None:
        """Keep the notes that were typed."""
        self.notes.flush()

    def _show_tab(self, index: int) -> None:
        for at, part in enumerate(self._parts):
            part.setVisible(at == index)
