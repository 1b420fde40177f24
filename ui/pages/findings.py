"""The list of what is missing or wrong, worst first or by step."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmapper.checks.subjects import CHECK as WRONG_SUBJECT
from roadmapper.checks.subjects import name_in
from roadmapper.proposal.aside import reason_of
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template
from ui import theme
from ui.allowing import AllowName
from ui.opened import Opened
from ui.pages.set_aside import SetAside, bring_back
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.chips import Chip
from ui.parts.choices import Segments
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.words import _, ngettext

SEVERITIES = {
    Severity.MUST_FIX: (_("Must fix"), "neg"),
    Severity.SHOULD_FIX: (_("Should fix"), "warn"),
    Severity.POLISH: (_("Polish"), "info"),
}
"""How each severity reads, and its look; worst first."""
NONE = _("Nothing stands in the way. Read it once aloud, then export.")
_ADDRESS = re.compile(r"\{?\b(?P<path>[a-z_]+\.[a-z_]+(?:\[[\w-]+\](?:\.[a-z_]+)?)*)\}?")
_WIDE = 560
"""From this width on the step of a finding is named beside it."""
_FIRST = 20
"""Findings that are shown at once; the others come when asked for."""


class Findings(QWidget):
    """Findings as rows, each with a way to its field.

    What may stay as it is can be set aside with a reason; it is then in a folded group below.

    Signals:
        fix_asked: the address of a finding to be fixed.
        built: there are other rows.
    """

    fix_asked = Signal(str)
    built = Signal()

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._template = opened.template
        self._findings: tuple[Finding, ...] = ()
        self._reasons: tuple[str, ...] = ()
        self._whole = 0
        self._all = False
        self._rows: list[FindingRow] = []
        self.fold = Button("", "ghost", self, icon="chevron-right", small=True)
        self.fold.hide()
        self.fold.clicked.connect(self._turn_fold)
        self._folded = True
        self._aside = column()
        self._aside_card = Card(self._aside, margins=(20, 4, 16, 4))
        self._aside_card.hide()
        self._count = Label("", "cell", "ink3", wrap=True)
        self.order = Segments((_("By severity"), _("By step")), _("Order of the findings"), self)
        self.order.chosen.connect(self._take_order)
        self._list = column()
        self._card = Card(self._list, margins=(20, 4, 16, 4))
        title = Label(_("Findings, worst first"), "heading")
        head = row(title, self._count, self.order, spacing=12)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._card, self.fold, self._aside_card, spacing=12))

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that are not set aside."""
        told = zip(self._findings, self._reasons, strict=True)
        return tuple(one for one, reason in told if not reason)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in the order of reading."""
        order = (self.order.button(0), self.order.button(1))
        rows = (button for one in self._rows for button in (one.aside, one.fix))
        return (*order, *rows, self.fold)

    @property
    def rows(self) -> tuple["FindingRow", ...]:
        """The rows that are shown, those set aside last."""
        return tuple(self._rows)

    def show_findings(self, findings: Sequence[Finding], whole: Sequence[Finding] = ()) -> None:
        """Show these findings, which stand for `whole` in short."""
        answers = self._opened.answers
        reasons = tuple(reason_of(answers, one) for one in findings)
        self._whole = sum(not reason_of(answers, one) for one in whole)
        if (tuple(findings), reasons) != (self._findings, self._reasons) or not self._list.count():
            self._findings, self._reasons = tuple(findings), reasons
            self._build()
        self._count.setText(self._counted())

    def _take_order(self, _index: int) -> None:
        self._build()

    def _build(self) -> None:
        _clear(self._list)
        _clear(self._aside)
        self._rows = []
        self._build_open()
        self._build_aside()
        self.built.emit()

    def _build_open(self) -> None:
        count = len(self.open)
        self.order.setVisible(count > 1)
        if not count:
            calm = row(Icon("circle-check", 18, "pos"), Label(NONE, "body", wrap=True), spacing=12)
            calm.setStretch(1, 1)
            calm.setContentsMargins(0, 16, 0, 16)
            self._list.addWidget(holder(calm))
            return
        wanted = tuple(self._sorted(self.open))
        shown = wanted if self._all else wanted[:_FIRST]
        for finding in shown:
            self._add(finding, self._list, "")
        if len(shown) < count:
            self._list.addWidget(Rule())
            more = Button(
                _("Show {number} more").format(number=count - len(shown)), "link", small=True
            )
            more.clicked.connect(self._show_all)
            self._list.addWidget(holder(row(more, margins=(0, 8, 0, 8))))

    def _counted(self) -> str:
        """Return how many are open, also where one line stands for several."""
        lines = len(self.open)
        if self._whole > lines:
            told = ngettext("{count} open, in one line", "{count} open, in {lines} lines", lines)
            return told.format(count=self._whole, lines=lines)
        return _("{count} open").format(count=lines) if lines else ""

    def _build_aside(self) -> None:
        told = zip(self._findings, self._reasons, strict=True)
        aside = {one: reason for one, reason in told if reason}
        self.fold.setVisible(bool(aside))
        self._aside_card.setVisible(bool(aside) and not self._folded)
        self.fold.setText(_("{count} set aside").format(count=len(aside)))
        self.fold.setAccessibleDescription(_("Folded") if self._folded else _("Unfolded"))
        self.fold.updateGeometry()
        if not self._folded:
            for finding in self._sorted(tuple(aside)):
                self._add(finding, self._aside, aside[finding])

    def _add(self, finding: Finding, where: QVBoxLayout, reason: str) -> None:
        if where.count():
            where.addWidget(Rule())
        words = readable(finding, self._template)
        one = FindingRow(finding, words, self._step(finding), reason)
        one.fix.clicked.connect(self._fix)
        one.aside.clicked.connect(self._put_aside)
        self._rows.append(one)
        where.addWidget(one)

    def _turn_fold(self) -> None:
        self._folded = not self._folded
        self.fold.show_icon("chevron-right" if self._folded else "chevron-down")
        self._build()

    def _sorted(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        worst, steps = list(SEVERITIES), [one.id for one in self._template.sections]

        def place(finding: Finding) -> tuple[int, int]:
            section = finding.path.partition(".")[0]
            step = steps.index(section) if section in steps else len(steps)
            severity = worst.index(finding.severity)
            return (step, severity) if self.order.index else (severity, step)

        yield from sorted(findings, key=place)

    def _step(self, finding: Finding) -> str:
        section = self._template.section(finding.path.partition(".")[0])
        return section.title if section else ""

    def _show_all(self) -> None:
        self._all = True
        self._build()

    def _fix(self) -> None:
        button = self.sender()
        for one in self._rows:
            if one.fix is button:
                self.fix_asked.emit(one.finding.path)

    def _put_aside(self) -> None:
        button = self.sender()
        one = next((one for one in self._rows if one.aside is button), None)
        if one is None:
            return
        if one.finding.check == WRONG_SUBJECT:
            AllowName(self.window(), self._opened, name_in(one.finding)).open()
        elif one.reason:
            bring_back(self._opened, one.finding)
        else:
            SetAside(self.window(), self._opened, one.finding, one.sentence).open()


class FindingRow(QWidget):
    """One finding: how bad, what, on which step, and the way to its field.

    With a `reason` it is one that was set aside.
    """

    def __init__(
        self,
        finding: Finding,
        sentence: str,
        step: str,
        reason: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self.sentence = sentence
        self.reason = reason
        words, kind = SEVERITIES[finding.severity]
        chip = holder(row(Chip(words, kind), STRETCH))
        chip.setFixedWidth(theme.px(92))
        told = column(Label(sentence, "control", wrap=True), spacing=2)
        if reason:
            told.addWidget(Label(reason, "caption", "ink3", wrap=True))
        self._place = Label(step, "cell", "ink2", self)
        self._below = Label(step, "caption", "ink2", self, wrap=True)
        self._below.hide()
        told.addWidget(self._below)
        self.fix = Button(_("Fix"), "secondary", self, small=True)
        self.fix.setAccessibleName(_("Fix: {sentence}").format(sentence=sentence))
        is_name = finding.check == WRONG_SUBJECT
        words = _("Bring back") if reason else _("Allow here") if is_name else _("Set aside")
        self.aside = Button(words, "ghost", self, small=True)
        self.aside.setAccessibleName(f"{self.aside.text()}: {sentence}")
        # What must be fixed cannot be set aside, only a name of others can be allowed; its room
        # keeps the lines below each other.
        self.aside.setEnabled(is_name or finding.severity is not Severity.MUST_FIX)
        policy = self.aside.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.aside.setSizePolicy(policy)
        self.aside.setVisible(self.aside.isEnabled())
        line = row(chip, spacing=12, margins=(0, 9, 0, 9))
        line.addLayout(told, 1)
        for part in (self._place, self.aside, self.fix):
            line.addWidget(part)
        self.setLayout(line)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room without the step, which goes below where there is none for it."""
        hint = super().minimumSizeHint()
        beside = 0 if self._place.isHidden() else self._place.minimumSizeHint().width()
        return QSize(hint.width() - beside, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the step beside the finding or below it."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_WIDE)
        self._place.setVisible(wide)
        self._below.setHidden(wide)


def readable(finding: Finding, template: Template) -> str:
    """Return the sentence of a finding with the labels of questions in place of addresses."""

    def label(found: re.Match[str]) -> str:
        question = template.find(found["path"].partition("[")[0])
        return f"“{question.label}”" if question else found[0]

    return _ADDRESS.sub(label, finding.message)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
