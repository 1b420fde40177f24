"""Step 13: whether the proposal is ready to present, and what is still in the way."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QSizePolicy, QWidget

from roadmapper.proposal.facts import Facts, Severity, is_shown
from roadmapper.proposal.progress import is_answered, whole
from roadmapper.proposal.ready import is_ready
from roadmapper.template.model import Section
from ui import theme
from ui.opened import Opened
from ui.page import Page
from ui.pages.findings import SEVERITIES, Findings
from ui.painting import box, focus_ring, painting, text
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.preview.press import Press
from ui.watcher import Watcher

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ANSWERS, _ESSENTIAL, _PAGES = "Answers", "Essential answers", "Pages"


class ReviewPage(Page):
    """State in words, counts, findings, and below them the questions of the step.

    Signals:
        preview_asked: the pages are to be shown.
        open_asked: the first essential answer that is open is to be shown.
    """

    preview_asked = Signal()
    open_asked = Signal()

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(section, opened, watcher, parent, widest="wideMax")
        self._opened = opened
        self._watcher = watcher
        self._press: Press | None = None
        self._next_answer = ""
        self.state = StateCard(self)
        self.findings = Findings(opened.template, self)
        own = Label("What the summary says and asks for", "heading")
        for part in (self.state, self.findings, own):
            self.words.addWidget(part)
            self.words.addSpacing(20 if part is not own else 12)
        self.state.clicked.connect(self._jump)
        self.findings.fix_asked.connect(self.go_asked)
        watcher.looked.connect(self._show)
        opened.bridge.changed.connect(self._take_batch)
        self._show_counts()
        if watcher.facts is not None:
            self._show(watcher.facts)

    def take_press(self, press: Press) -> None:
        """Take what counts the pages."""
        self._press = press
        press.changed.connect(self._show_pages)
        self._show_pages()

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
        findings = facts.findings
        self.findings.show_findings(findings)
        for severity, (words, _) in SEVERITIES.items():
            count = sum(one.severity is severity for one in findings)
            self.state.show_count(words, str(count))
        self._show_counts()

    def _take_batch(self) -> None:
        if self.isVisible():
            self._show_counts()

    def _show_counts(self) -> None:
        template, answers = self._opened.template, self._opened.answers
        shown = [
            (f"{section.id}.{question.id}", question)
            for section in template.sections
            for question in section.questions
            if is_shown(template, question, section.id, answers)
        ]
        open_ones = [path for path, one in shown if not is_answered(path, one, answers)]
        self._next_answer = open_ones[0] if open_ones else ""
        self.state.show_count(_ANSWERS, f"{len(shown) - len(open_ones)} of {len(shown)}")
        essential = whole(self._opened.session.progress.values())
        self.state.show_count(_ESSENTIAL, f"{essential.answered} of {essential.asked}")
        facts = self._watcher.facts
        if facts is not None:
            must = sum(one.severity is Severity.MUST_FIX for one in facts.findings)
            ready = is_ready(essential, facts.findings)
            self.state.show_state(must, len(essential.open), ready=ready)

    def _show_pages(self) -> None:
        proof = self._press.proof if self._press else None
        self.state.show_count(_PAGES, str(proof.page_count) if proof else "…")

    def _jump(self, name: str) -> None:
        if name == _PAGES:
            self.preview_asked.emit()
        elif name == _ESSENTIAL:
            self.open_asked.emit()
        elif name == _ANSWERS:
            if self._next_answer:
                self.go_asked.emit(self._next_answer)
        else:
            severity = next(one for one, (words, _) in SEVERITIES.items() if words == name)
            self.findings.focus_severity(severity)
            self.ensureWidgetVisible(self.findings, 0, theme.px(60))


class StateCard(Card):
    """Says "Ready" or "Not ready" with the reason, and has counts that lead to what they count.

    Signals:
        clicked: the name of a count.
    """

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sign = Icon("circle-dashed", 22, "ink3")
        self._state = Label("Looking at it", "section")
        self._reason = Label("", "body", "ink2", wrap=True)
        words = column(row(self._sign, self._state, STRETCH, spacing=10), 8, self._reason, STRETCH)
        left = holder(words)
        left.setMinimumWidth(theme.px(250))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        self._rule = Rule(upright=True)
        self._line = row(left, self._rule, spacing=20)
        self._line.addLayout(grid, 3)
        self._line.setStretch(0, 2)
        super().__init__(self._line, parent, margins=(22, 18, 18, 18))
        self.counts: dict[str, Count] = {}
        names = (_ANSWERS, _ESSENTIAL, _PAGES, *(words for words, _ in SEVERITIES.values()))
        colors = ("ink", "ink", "ink", *(color for _, color in SEVERITIES.values()))
        for at, (name, color) in enumerate(zip(names, colors, strict=True)):
            count = Count(name, color, self)
            count.clicked.connect(self._tell)
            grid.addWidget(count, at // 3, at % 3)
            self.counts[name] = count

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the counts; they stand below the words where both do not fit."""
        return QSize(self._counts_width() + theme.px(40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the counts beside the words or below them."""
        super().resizeEvent(event)
        beside = self._counts_width() + theme.px(250) + 80 <= event.size().width()
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._rule.setVisible(beside)

    def _counts_width(self) -> int:
        return 3 * max(one.minimumSizeHint().width() for one in self.counts.values()) + 20

    def show_state(self, must_fix: int, essential: int, *, ready: bool) -> None:
        """Say whether the proposal is ready, and why not."""
        self._sign.show_icon(*(("circle-check", "pos") if ready else ("circle-alert", "neg")))
        self._state.setText("Ready" if ready else "Not ready")
        self._reason.setText(_reason(must_fix, essential))
        self.setAccessibleName(f"{self._state.text()}. {self._reason.text()}")

    def show_count(self, name: str, words: str) -> None:
        """Show one count."""
        self.counts[name].show_words(words)

    @property
    def told(self) -> str:
        """What it says."""
        return f"{self._state.text()}. {self._reason.text()}"

    def _tell(self) -> None:
        count = self.sender()
        if isinstance(count, Count):
            self.clicked.emit(count.text())


class Count(QAbstractButton):
    """A number with its name; a click leads to what it counts."""

    def __init__(self, name: str, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self._color = color
        self.setText(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_words("…")

    def show_words(self, words: str) -> None:
        """Show another number."""
        self.words = words
        self.setAccessibleName(f"{self.text()}: {words}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of number and name."""
        return self.minimumSizeHint().expandedTo(QSize(theme.px(136), 0))

    def minimumSizeHint(self) -> QSize:
        """Never cut the number or the name."""
        number = theme.text_width(self.words, "section")
        widest = max(number, theme.text_width(self.text(), "caption"))
        return QSize(ceil(widest) + 2 * theme.px(10), theme.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint number and name."""
        area, left = QRectF(self.rect()), theme.px(10)
        color = "ink" if self.words == "0" else self._color
        with painting(self) as painter:
            if self.underMouse():
                box(painter, area, theme.radius("tile"), "hover")
            high, wide = theme.px(30), area.width() - left
            text(painter, QRectF(left, theme.px(4), wide, high), self.words, "section", color)
            below = QRectF(left, theme.px(33), wide, theme.px(18))
            text(painter, below, self.text(), "caption", "ink2", _LEFT)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))


def _reason(must_fix: int, essential: int) -> str:
    reasons = []
    if must_fix:
        found = "One finding" if must_fix == 1 else f"{must_fix} findings"
        reasons.append(f"{found} must be fixed")
    if essential:
        is_one = essential == 1
        found = "one essential answer is" if is_one else f"{essential} essential answers are"
        reasons.append(f"{found} still open")
    if not reasons:
        return "Nothing must be fixed, and every essential answer is in."
    sentence = ", and ".join(reasons)
    return f"{sentence[:1].upper()}{sentence[1:]}."
