"""The panel beside a step: what the CMIO wants to know here, and what is still open."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from roadmapper.proposal.progress import Progress
from roadmapper.template.model import Question, Section, Template
from ui import theme
from ui.notes import Notes
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.cards import Card, Panel
from ui.parts.choices import Segments
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder
from ui.parts.reading import put_in_order
from ui.parts.scrolling import Scrolled

_FILLED_BY = {
    "AE": "Usually filled in by the account executive.",
    "SA": "Usually filled in by the solution architect.",
    "MGR": "Usually filled in by the manager.",
}


class Guidance(Panel):
    """What a CMIO asks on this step and at the question one is in.

    Signals:
        jump_asked: the address of an open question that was clicked.
    """

    jump_asked = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(None, parent, fill="canvas", lines="l")
        self.setObjectName("guidance")
        self._template: Template = opened.template
        self._asks = column(spacing=12)
        self._title = Label("", "label", wrap=True)
        self._why = Label("", "cell", "ink2", wrap=True)
        self._who = Label("", "caption", "ink3", wrap=True)
        self._about = holder(
            column(
                Label("Why a CMIO asks", "caption", "ink3", weight=600),
                self._title,
                self._why,
                self._who,
                spacing=5,
            )
        )
        self._about.hide()
        self._open = column(spacing=2)
        self._open_head = Label("Still open on this step", "caption", "ink3", weight=600)
        self._hints = holder(
            column(self._asks, self._about, Rule(), self._open_head, self._open, spacing=16), self
        )
        self.notes = Notes(opened, self)
        self.notes.hide()
        self.tabs = Segments(("Guidance", "Notes"), "What to show beside the step", self)
        self.tabs.chosen.connect(self._choose_tab)
        body = column(self.tabs, 18, self._hints, self.notes, STRETCH)
        body.setContentsMargins(20, 18, 20, 18)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = Scrolled(body)
        scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        outer = column(margins=(1, 0, 0, 0))
        outer.addWidget(scroll)
        self.setLayout(outer)
        self.setFixedWidth(theme.measure("layout", "guidance"))

    def show_section(self, section: Section) -> None:
        """Show what is asked on this step."""
        _clear(self._asks)
        for criterion in self._template.criteria:
            if criterion.id in section.criteria:
                self._asks.addWidget(_quote(criterion.question, criterion.name))
        self._about.hide()
        self.notes.show_section(section)

    def show_question(self, path: str, question: Question) -> None:
        """Show why this question is asked."""
        self.notes.show_question(path, question)
        self._title.setText(question.label)
        self._why.setText(question.why)
        self._who.setText(_FILLED_BY.get(question.filled_by, ""))
        self._who.setVisible(bool(self._who.text()))
        self._about.setVisible(bool(question.why))

    def flush(self) -> None:
        """Keep the notes that were typed."""
        self.notes.flush()

    def _choose_tab(self, index: int) -> None:
        self._hints.setVisible(index == 0)
        self.notes.setVisible(index == 1)

    def show_open(self, progress: Progress) -> None:
        """List the answers that count and are not in yet; a click goes there."""
        _clear(self._open)
        self._open_head.setText(
            "Still open on this step" if progress.open else "All required answers are in"
        )
        for path in progress.open:
            question = self._template.find(path)
            if question is not None:
                self._open.addWidget(_OpenLine(path, question.label, self.jump_asked.emit))
        put_in_order(self)


class _OpenLine(Button):
    def __init__(self, path: str, label: str, jump: Callable[[str], None]) -> None:
        super().__init__(label, "ghost", icon="circle-dashed", small=True)
        self._path, self._jump = path, jump
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self._jump(self._path)


def _quote(question: str, name: str) -> Card:
    words = column(
        Icon("quote", 16, "accent"),
        Label(question, "quote", wrap=True),
        Label(f"What a CMIO asks under {name[:1].lower()}{name[1:]}", "caption", "ink3", wrap=True),
        spacing=8,
    )
    return Card(words, margins=(16, 15, 16, 14))


def _clear(layout: QVBoxLayout) -> None:
    for widget in tuple(_widgets(layout)):
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _widgets(layout: QVBoxLayout) -> Iterable[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item else None
        if widget is not None:
            yield widget
