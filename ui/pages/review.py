"""Step 13: whether the proposal is ready to present, and what is still in the way."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmapper.checks.claims import with_evidence
from roadmapper.checks.short import in_short
from roadmapper.criteria import scorecard
from roadmapper.proposal.facts import Facts
from roadmapper.proposal.progress import whole
from roadmapper.proposal.their_questions import PATH
from roadmapper.template.model import Section
from ui import theme
from ui.opened import Opened
from ui.page import Page
from ui.pages import missing
from ui.pages.asked_list import TheirQuestions
from ui.pages.criteria import CriteriaCard, ShapeCard
from ui.pages.findings import Findings, readable
from ui.pages.readiness import ANSWERS, CLAIMS, ESSENTIAL, PAGES, StateCard
from ui.parts.labels import Label
from ui.preview.press import Press
from ui.watcher import Watcher
from ui.words import _

_LISTS = {
    ANSWERS: (_("Answers still open"), missing.unanswered, _("Every question has an answer.")),
    ESSENTIAL: (_("Essential answers still open"), missing.essential, _("Every one is answered.")),
}
"""What a count opens: the title of the list, what stands on it, the words for none."""
_CLAIM = "claim"
"""The check that finds claims without evidence."""
_WIDE, _MIDDLE = 1000, 560
"""From these widths on all three cards stand side by side, or two of them."""


class ReviewPage(Page):
    """State in words, criteria, findings, and below them the questions of the step.

    Signals:
        preview_asked: the pages are to be shown.
    """

    preview_asked = Signal()

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(section, opened, watcher, parent, widest="wideMax")
        self._opened = opened
        self._watcher = watcher
        self._press: Press | None = None
        self.state = StateCard(self)
        card = scorecard(opened.answers, ())  # What must be fixed is known a moment later.
        self.criteria = CriteriaCard(card, self)
        self.shape = ShapeCard(self)
        self.shape.show_card(card)
        self.findings = Findings(opened, self)
        self.asked = TheirQuestions(opened, watcher.tasks, self)
        own = Label(_("What the summary says and asks for"), "heading")
        for part in (_Cards(self.state, self.criteria, self.shape), self.findings, self.asked, own):
            self.words.addWidget(part)
            self.words.addSpacing(20 if part is not own else 12)
        self.state.clicked.connect(self._jump)
        self.criteria.go_asked.connect(self.go_asked)
        self.criteria.turned.connect(self._order_stops)
        self.findings.fix_asked.connect(self.go_asked)
        self.findings.built.connect(self._order_stops)
        self.asked.go_asked.connect(self.go_asked)
        self.asked.built.connect(self._order_stops)
        watcher.looked.connect(self._show)
        watcher.looked.connect(self._count_claims)
        opened.bridge.changed.connect(self._take_batch)
        self._show_counts()
        if watcher.facts is not None:
            self._show(watcher.facts)
            self._count_claims()
        self._order_stops()

    def take_press(self, press: Press) -> None:
        """Take what counts the pages."""
        self._press = press
        press.changed.connect(self._show_pages)
        self._show_pages()

    def focus_first(self) -> None:
        """Begin with the counts, where one reads first."""
        self.state.counts[ANSWERS].setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(0)

    def focus(self, path: str) -> bool:
        """Go to the place of an address; their own questions stand among the cards."""
        if path.partition("[")[0] != PATH:
            return super().focus(path)
        self.asked.focus(path)
        self.ensureWidgetVisible(self.asked, 0, theme.px(60))
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pages counted while one looks."""
        super().showEvent(event)
        self._show_counts()
        if self._press is not None:
            self._press.begin(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no more."""
        super().hideEvent(event)
        if self._press is not None:
            self._press.rest(self)

    def _show(self, facts: Facts) -> None:
        short = in_short(self._opened.template, facts.findings)
        self.findings.show_findings(short, facts.findings)
        card = scorecard(self._opened.answers, facts.findings)
        self.criteria.show_card(card)
        self.shape.show_card(card)
        self.state.show_state(card.readiness)
        self._show_counts()

    def _take_batch(self) -> None:
        if not self.isVisible():
            return
        self._show_counts()
        if self._watcher.facts is not None:
            self._show(self._watcher.facts)

    def _show_counts(self) -> None:
        opened = self._opened
        asked = sum(1 for _rest in missing.shown_questions(opened))
        self.state.show_count(ANSWERS, _of(asked - len(missing.unanswered(opened)), asked))
        essential = whole(opened.session.progress.values())
        self.state.show_count(ESSENTIAL, _of(essential.answered, essential.asked))

    def _count_claims(self) -> None:
        template, answers = self._opened.template, self._opened.answers
        tasks = self._watcher.tasks
        tasks.run("claims", lambda _work: with_evidence(template, answers), self._show_claims)

    def _show_claims(self, counted: tuple[int, int]) -> None:
        self.state.show_count(CLAIMS, _of(*counted))

    def _show_pages(self) -> None:
        proof = self._press.proof if self._press else None
        self.state.show_count(PAGES, str(proof.page_count) if proof else "…")

    def _jump(self, name: str) -> None:
        if name == PAGES:
            self.preview_asked.emit()
            return
        if name == CLAIMS:
            words = self._claims()
            self._list(_("Claims without evidence"), _("Every claim has evidence."), words, words)
        else:
            title, find, none = _LISTS[name]
            self._list(title, none, find(self._opened))

    def _list(
        self, title: str, none: str, paths: Iterable[str], words: Mapping[str, str] | None = None
    ) -> None:
        told = tuple(paths)
        line = "" if told else none
        listed = missing.Missing(self.window(), self._opened, title, line, told, words)
        listed.go_asked.connect(self.go_asked)
        listed.open()

    def _claims(self) -> Mapping[str, str]:
        facts = self._watcher.facts
        found = (one for one in facts.findings if one.check == _CLAIM) if facts else ()
        return {one.path: readable(one, self._opened.template) for one in found}

    def _order_stops(self) -> None:
        """Let Tab go as one reads: counts, criteria, findings, then the questions."""
        scope = (self.scope.button(0), self.scope.button(1))
        counts = self.state.counts.values()
        rows = (*self.criteria.stops, *self.findings.stops, *self.asked.stops)
        chain = (self, *scope, *counts, *rows)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)


def _of(part: int, whole_of: int) -> str:
    return _("{part} of {whole}").format(part=part, whole=whole_of)


class _Cards(QWidget):
    """State, criteria and shape: side by side, or the criteria below, or all in one column."""

    def __init__(self, state: QWidget, criteria: QWidget, shape: QWidget) -> None:
        super().__init__()
        self._parts = (state, criteria, shape)
        self._way = -1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(14))
        # The width of all three is no reason to keep the window wide.
        self._grid.setSizeConstraint(QGridLayout.SizeConstraint.SetNoConstraint)
        self._arrange(0)

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest card; the height is that of the way they stand now."""
        widest = max(one.minimumSizeHint().width() for one in self._parts)
        return QSize(widest, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the cards anew where another way fits."""
        super().resizeEvent(event)
        width = event.size().width()
        self._arrange((width >= theme.px(_MIDDLE)) + (width >= theme.px(_WIDE)))

    def _arrange(self, way: int) -> None:
        if way == self._way:
            return
        self._way = way
        state, criteria, shape = self._parts
        for part in self._parts:
            self._grid.removeWidget(part)
        if way == 2:  # noqa: PLR2004 - all three
            places = {state: (0, 0, 1, 1), criteria: (0, 1, 1, 1), shape: (0, 2, 1, 1)}
        elif way == 1:
            places = {state: (0, 0, 1, 1), shape: (0, 1, 1, 1), criteria: (1, 0, 1, 2)}
        else:
            places = {state: (0, 0, 1, 1), criteria: (1, 0, 1, 1), shape: (2, 0, 1, 1)}
        for part, place in places.items():
            self._grid.addWidget(part, *place)
        for at, share in enumerate(((1, 0, 0), (1, 1, 0), (21, 56, 31))[way]):
            self._grid.setColumnStretch(at, share)
