"""Their own questions on the review: each with where it is answered, or not yet."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmapper.criteria import suggester
from roadmapper.proposal.change import Batch
from roadmapper.proposal.path import new_row_ids
from roadmapper.proposal.suggesting import Suggester
from roadmapper.proposal.their_questions import (
    PATH,
    WHERE,
    TheirQuestion,
    added,
    cell,
    place_label,
    their_questions,
)
from ui.opened import Opened
from ui.pages.asked_row import AskedRow
from ui.pages.asked_sheets import PasteSheet, PlaceSheet
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import column, holder, row
from ui.tasks import Tasks
from ui.words import _

_TASK = "suggester"


class TheirQuestions(QWidget):
    """The questions as rows, and the way to bring in more.

    Signals:
        go_asked: the address of an answer.
        built: there are other rows.
    """

    go_asked = Signal(str)
    built = Signal()

    def __init__(self, opened: Opened, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._suggester: Suggester | None = None
        self._shown: tuple[tuple[TheirQuestion, str], ...] | None = None
        self.rows: dict[str, AskedRow] = {}
        self._count = Label("", "cell", "ink3", wrap=True)
        self.add = Button(_("Add their questions"), "secondary", self, icon="clipboard-paste")
        self.add.clicked.connect(self._ask)
        self._list: QVBoxLayout = column()
        head = row(Label(_("Their own questions"), "heading"), self._count, self.add, spacing=12)
        head.setStretch(1, 1)
        self.setLayout(column(head, Card(self._list, margins=(20, 4, 16, 4)), spacing=12))
        self.refresh()
        opened.bridge.changed.connect(self._take_batch)
        tasks.run(_TASK, lambda _work: suggester(opened.template), self._take_suggester)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in the order of reading."""
        return (self.add, *(stop for one in self.rows.values() for stop in one.stops))

    @property
    def told(self) -> str:
        """How many are answered."""
        return self._count.text()

    def focus(self, path: str) -> None:
        """Go to the first question that is not answered, or to that of an address."""
        name = path.partition("[")[2].partition("]")[0]
        waiting = (one for one in self.rows.values() if not one.asked.is_answered)
        there = self.rows.get(name) or next(waiting, None)
        stop = there.stops[0] if there else self.add
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the questions as they stand now."""
        told = their_questions(self._opened.template, self._opened.answers)
        shown = tuple((one, self._suggested(one)) for one in told)
        if shown == self._shown:
            return
        held = self._held()
        self._shown = shown
        self._clear()
        for part in self._parts(shown):
            self._list.addWidget(part)
        answered = sum(one.is_answered for one in told)
        words = _("{answered} of {count} answered").format(answered=answered, count=len(told))
        self._count.setText(words if told else "")
        if held in self.rows:
            self.rows[held].stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.built.emit()

    # --- inside ----------------------------------------------------------------------------------

    def _parts(self, shown: tuple[tuple[TheirQuestion, str], ...]) -> Iterator[QWidget]:
        if not shown:
            words = _("If they sent a list, add it. An annex then says where each is answered.")
            calm = row(Icon("list", 18, "accent"), Label(words, "body", "ink2", wrap=True))
            calm.setSpacing(12)
            calm.setStretch(1, 1)
            calm.setContentsMargins(0, 14, 0, 14)
            yield holder(calm)
        for one, suggested in shown:
            if self.rows:
                yield Rule()
            yield self._row(one, suggested)

    def _row(self, asked: TheirQuestion, suggested: str) -> AskedRow:
        label = place_label(self._opened.template, suggested) if suggested else ""
        made = AskedRow(asked, (suggested, label), self)
        made.confirmed.connect(self._confirm)
        made.place_asked.connect(self._choose)
        made.go_asked.connect(self.go_asked)
        made.removed.connect(self._remove)
        self.rows[asked.row] = made
        return made

    def _clear(self) -> None:
        self.rows = {}
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _suggested(self, asked: TheirQuestion) -> str:
        if asked.where or self._suggester is None:
            return ""
        return self._suggester.suggest(asked.text)

    def _take_suggester(self, found: Suggester) -> None:
        self._suggester = found
        self.refresh()

    def _take_batch(self, batch: Batch) -> None:
        places = {one.where for one, _rest in self._shown or ()}
        roots = {change.path.partition("[")[0] for change in batch.changes}
        if PATH in roots or roots & places or {root.partition(".")[0] for root in roots} & places:
            self.refresh()

    def _ask(self) -> None:
        sheet = PasteSheet(self.window(), self._opened.path.parent)
        sheet.taken.connect(self._add)
        sheet.open()

    def _add(self, questions: tuple[str, ...]) -> None:
        answers = self._opened.answers
        rows = new_row_ids({*self._opened.session.used_rows, *answers.rows(PATH)})
        values, _known = added(answers, questions, rows)
        if values:
            self._opened.bridge.change(values, _("Add their questions"))

    def _confirm(self) -> None:
        one = self.sender()
        if isinstance(one, AskedRow):
            self._opened.bridge.change(
                {cell(one.asked.row, WHERE): one.suggested}, _("Say where a question is answered")
            )

    def _choose(self) -> None:
        one = self.sender()
        if isinstance(one, AskedRow):
            PlaceSheet(self.window(), self._opened, one.asked, one.suggested).open()

    def _remove(self) -> None:
        one = self.sender()
        if isinstance(one, AskedRow):
            name = one.asked.row
            self._opened.bridge.act(lambda session: session.remove_row(PATH, name))

    def _held(self) -> str:
        """Return the question that has the focus; empty if none has."""
        focus = self.window().focusWidget()
        inside = (name for name, one in self.rows.items() if focus and one.isAncestorOf(focus))
        return next(inside, "")
