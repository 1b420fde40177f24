"""The list of what is missing or wrong, worst first or by step."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template
from ui import theme
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.chips import Chip
from ui.parts.choices import Segments
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row

SEVERITIES = {
    Severity.MUST_FIX: ("Must fix", "neg"),
    Severity.SHOULD_FIX: ("Should fix", "warn"),
    Severity.POLISH: ("Polish", "info"),
}
"""How each severity reads, and its look; worst first."""
NONE = "Nothing stands in the way. Read it once aloud, then export."
_ADDRESS = re.compile(r"\{?\b(?P<path>[a-z_]+\.[a-z_]+(?:\[[\w-]+\](?:\.[a-z_]+)?)*)\}?")
_FIRST = 20
"""Findings that are shown at once; the others come when asked for."""


class Findings(QWidget):
    """Findings as rows, each with a way to its field.

    Signals:
        fix_asked: the address of a finding to be fixed.
    """

    fix_asked = Signal(str)

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self._findings: tuple[Finding, ...] = ()
        self._all = False
        self._rows: list[FindingRow] = []
        self._count = Label("", "cell", "ink3")
        self.order = Segments(("By severity", "By step"), "Order of the findings", self)
        self.order.chosen.connect(self._take_order)
        self._list = column()
        self._card = Card(self._list, margins=(20, 4, 16, 4))
        head = row(Label("Findings, worst first", "heading"), self._count, spacing=12)
        head.addStretch(1)
        head.addWidget(self.order)
        self.setLayout(column(head, self._card, spacing=12))

    @property
    def rows(self) -> tuple["FindingRow", ...]:
        """The rows that are shown."""
        return tuple(self._rows)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        if tuple(findings) != self._findings or not self._list.count():
            self._findings = tuple(findings)
            self._build()

    def focus_severity(self, severity: Severity) -> None:
        """Put the focus on the first finding of a severity."""
        self.order.choose(0)
        self._all = True
        self._build()
        for one in self._rows:
            if one.finding.severity is severity:
                one.fix.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _take_order(self, _index: int) -> None:
        self._build()

    def _build(self) -> None:
        _clear(self._list)
        self._rows = []
        count = len(self._findings)
        self._count.setText(f"{count} open" if count else "")
        self.order.setVisible(count > 1)
        if not count:
            calm = row(Icon("circle-check", 18, "pos"), Label(NONE, "body", wrap=True), spacing=12)
            calm.setStretch(1, 1)
            calm.setContentsMargins(0, 16, 0, 16)
            self._list.addWidget(holder(calm))
            return
        wanted = tuple(self._sorted())
        shown = wanted if self._all else wanted[:_FIRST]
        for at, finding in enumerate(shown):
            if at:
                self._list.addWidget(Rule())
            words = readable(finding, self._template)
            one = FindingRow(finding, words, self._step(finding))
            one.fix.clicked.connect(self._fix)
            self._rows.append(one)
            self._list.addWidget(one)
        if len(shown) < count:
            self._list.addWidget(Rule())
            more = Button(f"Show {count - len(shown)} more", "link", small=True)
            more.clicked.connect(self._show_all)
            self._list.addWidget(holder(row(more, margins=(0, 8, 0, 8))))

    def _sorted(self) -> Iterator[Finding]:
        worst, steps = list(SEVERITIES), [one.id for one in self._template.sections]

        def place(finding: Finding) -> tuple[int, int]:
            section = finding.path.partition(".")[0]
            step = steps.index(section) if section in steps else len(steps)
            severity = worst.index(finding.severity)
            return (step, severity) if self.order.index else (severity, step)

        yield from sorted(self._findings, key=place)

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


class FindingRow(QWidget):
    """One finding: how bad, what, on which step, and the way to its field."""

    def __init__(
        self, finding: Finding, sentence: str, step: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self.sentence = sentence
        words, kind = SEVERITIES[finding.severity]
        chip = holder(row(Chip(words, kind), STRETCH))
        chip.setFixedWidth(theme.px(92))
        told = Label(sentence, "control", wrap=True)
        place = Label(step, "cell", "ink2")
        self.fix = Button("Fix", "secondary", self, small=True)
        self.fix.setAccessibleName(f"Fix: {sentence}")
        line = row(chip, told, place, self.fix, spacing=16, margins=(0, 9, 0, 9))
        line.setStretch(1, 1)
        self.setLayout(line)


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
