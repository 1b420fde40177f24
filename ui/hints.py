"""The first tab beside a step: what the guide says, what is strong, and where it prints."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from roadmapper.proof import Proof
from roadmapper.proposal.facts import Facts
from roadmapper.proposal.progress import Progress
from roadmapper.template.guide import Saying, Strong, guide_of
from roadmapper.template.model import Question, Section
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.reading import put_around_in_order
from ui.words import _

_FILLED_BY = {
    "AE": _("Usually filled in by the account executive."),
    "SA": _("Usually filled in by the solution architect."),
    "MGR": _("Usually filled in by the manager."),
}


class Hints(QWidget):
    """What helps to answer a step.

    Signals:
        jump_asked: the address of an open question that was clicked.
        page_asked: a page of the document that was clicked; 0 where none is known yet.
    """

    jump_asked = Signal(str)
    page_asked = Signal(int)

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened = opened
        self._guide = guide_of(opened.template)
        self._section = opened.template.sections[0]
        self._proof: Proof | None = None
        self.sayings = column(spacing=10)
        self.marks: dict[str, StrongMark] = {}
        self._strong = column(spacing=7)
        self._title = Label("", "label", wrap=True)
        self._why = Label("", "cell", "ink2", wrap=True)
        self._who = Label("", "caption", "ink3", wrap=True)
        why = Label(_("Why a CMIO asks"), "caption", "ink3", weight=600)
        self._about = holder(column(why, self._title, self._why, self._who, spacing=5), self)
        self._about.hide()
        self._open_head = Label("", "caption", "ink3", weight=600)
        self._open = column(spacing=2)
        self._pages = column(spacing=2)
        self._listed_open: tuple[str, ...] | None = None
        self._listed_pages: tuple[str, bool, tuple[tuple[str, int], ...]] | None = None
        self.setLayout(
            column(
                self.sayings, self._about,
                column(Label(_("A strong answer"), "label"), self._strong, spacing=7),
                Rule(),
                column(self._open_head, self._open, spacing=4), Rule(),
                column(Label(_("Appears in the document"), "caption", "ink3", weight=600),
                self._pages, spacing=4), STRETCH, spacing=16,
            )
        )  # fmt: skip

    def show_section(self, section: Section) -> None:
        """Show what helps on a step."""
        self._section = section
        self._about.hide()
        own = [one for one in self._guide.sayings if one.section == section.id]
        self._say(own[:1])
        _clear(self._strong)
        self.marks = {}
        for one in self._guide.strong:
            if one.section == section.id:
                self.marks[one.text] = StrongMark(one, self)
                self._strong.addWidget(self.marks[one.text])
        self.show_proof(self._proof)

    def show_question(self, question: Question) -> None:
        """Show why a question is asked."""
        self._title.setText(question.label)
        self._why.setText(question.why)
        self._who.setText(_FILLED_BY.get(question.filled_by, ""))
        self._who.setVisible(bool(self._who.text()))
        self._about.setVisible(bool(question.why))

    def show_facts(self, facts: Facts) -> None:
        """Tick what has been entered."""
        for mark in self.marks.values():
            mark.tick(facts)

    def show_open(self, progress: Progress) -> None:
        """List the answers that count and are not in yet; a click goes there."""
        if progress.open == self._listed_open:
            return
        self._listed_open = progress.open
        _clear(self._open)
        told = _("Still open on this step") if progress.open else _("All required answers are in")
        self._open_head.setText(told)
        for path in progress.open:
            question = self._opened.template.find(path)
            if question is not None:
                line = _Line(question.label, "circle-dashed", path, self.jump_asked.emit)
                self._open.addWidget(line)
        put_around_in_order(self)

    def show_proof(self, proof: Proof | None) -> None:
        """List the chapters this step makes, with the pages they begin on."""
        self._proof = proof
        own = [one for one in proof.chapters if one.section == self._section.id] if proof else []
        pages = (self._section.id, proof is None, tuple((one.title, one.page) for one in own))
        if pages == self._listed_pages:
            return
        self._listed_pages = pages
        _clear(self._pages)
        for one in own:
            words = _("{title}, page {page}").format(title=one.title, page=one.page)
            self._pages.addWidget(_Line(words, "file-text", one.page, self.page_asked.emit))
        if proof is None:
            line = _Line(_("Show the pages"), "eye", 0, self.page_asked.emit)
            self._pages.addWidget(line)
        elif not own:
            self._pages.addWidget(Label(_("On no page of its own yet."), "cell", "ink2", wrap=True))
        put_around_in_order(self)

    def search(self, words: str) -> int:
        """Show what the guide says of these words, and return how much that is."""
        found = self._guide.found(words)
        self._say(found)
        if not found:
            told = _("The guide says nothing of “{words}”.").format(words=words)
            self.sayings.addWidget(Label(told, "cell", "ink2", wrap=True))
        return len(found)

    def _say(self, sayings: "list[Saying] | tuple[Saying, ...]") -> None:
        _clear(self.sayings)
        for one in sayings:
            self.sayings.addWidget(_card(one))


class StrongMark(QWidget):
    """One mark of a strong answer; it ticks itself."""

    def __init__(self, strong: Strong, parent: QWidget) -> None:
        super().__init__(parent)
        self._strong = strong
        self.is_ticked = False
        self._sign = Icon("circle-dashed", 16, "ink3", self)
        self._words = Label(strong.text, "cell", "ink2", self, wrap=True)
        line = row(column(1, self._sign, STRETCH), spacing=9)
        line.addWidget(self._words, 1)
        self.setLayout(line)

    def tick(self, facts: Facts) -> None:
        """Show whether it is there now."""
        self.is_ticked = all(facts.holds(one, self._strong.section) for one in self._strong.when)
        sign = ("circle-check", "pos") if self.is_ticked else ("circle-dashed", "ink3")
        self._sign.show_icon(*sign)
        self._words.set_color("ink" if self.is_ticked else "ink2")
        state = _("is there") if self.is_ticked else _("is not there yet")
        self.setAccessibleName(f"{self._strong.text}: {state}")


class _Line(Button):
    """Leads to a place."""

    def __init__(self, words: str, icon: str, goal: object, go: Callable[..., None]) -> None:
        super().__init__(words, "ghost", icon=icon, small=True)
        self._goal, self._go = goal, go
        self.clicked.connect(self._follow)

    def _follow(self) -> None:
        self._go(self._goal)


def _card(saying: Saying) -> Card:
    text = f"“{saying.text}”" if saying.quotation else saying.text
    where = saying.part if saying.quotation else _("{part}, in our words").format(part=saying.part)
    words = column(
        Icon("quote", 16, "accent"),
        Label(text, "quote", wrap=True),
        Label(_("CMIO guide, {where}").format(where=where), "caption", "ink3", wrap=True),
        spacing=8,
    )
    return Card(words, margins=(16, 15, 16, 14))


def _clear(layout: QVBoxLayout) -> None:
    for widget in [w for w in _widgets(layout) if w is not None]:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _widgets(layout: QLayout) -> list[QWidget | None]:
    items = [layout.itemAt(at) for at in range(layout.count())]
    return [item.widget() if item is not None else None for item in items]
