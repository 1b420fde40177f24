"""Step 13: whether the proposal is ready to present, and what is still in the way."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from roadmapper.criteria import scorecard
from roadmapper.proposal.facts import Facts, Severity
from roadmapper.proposal.progress import whole
from roadmapper.template.model import Section
from ui import theme
from ui.opened import Opened
from ui.page import Page
from ui.pages import missing
from ui.pages.findings import SEVERITIES, Findings
from ui.pages.readiness import ANSWERS, ESSENTIAL, PAGES, StateCard
from ui.parts.labels import Label
from ui.preview.press import Press
from ui.watcher import Watcher
from ui.words import _

_LISTS = {
    ANSWERS: (_("Answers still open"), missing.unanswered, _("Every question has an answer.")),
    ESSENTIAL: (_("Essential answers still open"), missing.essential, _("Every one is answered.")),
}
"""What a count opens: the title of the list, what stands on it, the words for none."""


class ReviewPage(Page):
    """State in words, counts, findings, and below them the questions of the step.

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
        self.findings = Findings(opened, self)
        own = Label(_("What the summary says and asks for"), "heading")
        for part in (self.state, self.findings, own):
            self.words.addWidget(part)
            self.words.addSpacing(20 if part is not own else 12)
        self.state.clicked.connect(self._jump)
        self.findings.fix_asked.connect(self.go_asked)
        self.findings.built.connect(self._order_stops)
        watcher.looked.connect(self._show)
        opened.bridge.changed.connect(self._take_batch)
        self._show_counts()
        if watcher.facts is not None:
            self._show(watcher.facts)
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
        self.findings.show_findings(facts.findings)
        for severity, (words, _rest) in SEVERITIES.items():
            count = sum(one.severity is severity for one in self.findings.open)
            self.state.show_count(words, str(count))
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
        self.state.show_count(
            ANSWERS,
            _("{number} of {asked}").format(
                number=asked - len(missing.unanswered(opened)), asked=asked
            ),
        )
        essential = whole(opened.session.progress.values())
        self.state.show_count(
            ESSENTIAL,
            _("{answered} of {asked}").format(answered=essential.answered, asked=essential.asked),
        )
        facts = self._watcher.facts
        if facts is not None:
            must = sum(one.severity is Severity.MUST_FIX for one in facts.findings)
            ready = scorecard(opened.answers, facts.findings).readiness.is_ready
            self.state.show_state(must, len(essential.open), ready=ready)

    def _show_pages(self) -> None:
        proof = self._press.proof if self._press else None
        self.state.show_count(PAGES, str(proof.page_count) if proof else "…")

    def _jump(self, name: str) -> None:
        if name == PAGES:
            self.preview_asked.emit()
        elif name in _LISTS:
            title, find, none = _LISTS[name]
            paths = find(self._opened)
            line = "" if paths else none
            listed = missing.Missing(self.window(), self._opened, title, line, paths)
            listed.go_asked.connect(self.go_asked)
            listed.open()
        else:
            severity = next(one for one, (words, _rest) in SEVERITIES.items() if words == name)
            self.findings.focus_severity(severity)
            self.ensureWidgetVisible(self.findings, 0, theme.px(60))

    def _order_stops(self) -> None:
        """Let Tab go as one reads: counts, findings, and then the questions, which were first."""
        scope = (self.scope.button(0), self.scope.button(1))
        chain = (self, *scope, *self.state.counts.values(), *self.findings.stops)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
