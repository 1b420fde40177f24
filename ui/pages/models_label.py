"""The model-facts label beside the card, as it will print."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from roadmapper.document.card import Card as PrintedCard
from roadmapper.document.model_label import label
from roadmapper.document.tree import ModelFact, ModelFacts, Tone
from roadmapper.document.wording import Scope
from roadmapper.proposal.facts import Facts, Finding
from ui import theme
from ui.pages.models_data import ADDRESS, PATH
from ui.painting import box, painting
from ui.parts.buttons import Button
from ui.parts.labels import Folded, Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.words import _

_TONES = {Tone.PLAIN: "ink", Tone.ACCENT: "accent", Tone.WARN: "warn"}


class LabelFrame(QFrame):
    """The label: its heading and one line for each fact, in a heavy frame."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.facts: ModelFacts | None = None
        self._title = Label("", "section", parent=self, wrap=True)
        self._name = Label("", "label", parent=self, wrap=True)
        self._headline = Label("", "caption", "ink2", self, wrap=True)
        self._foot = Label("", "micro", "ink3", self, wrap=True)
        self._lines: list[FactLine] = []
        self._room = column(spacing=0)
        self.setLayout(
            column(
                self._title,
                4,
                Bar(self, 1),
                5,
                self._name,
                self._headline,
                7,
                Bar(self, 6),
                2,
                self._room,
                Bar(self, 6),
                6,
                self._foot,
                margins=(14, 12, 14, 12),
            )
        )

    @property
    def name(self) -> str:
        """The model that the label names."""
        return self._name.text()

    def show_facts(self, name: str, facts: ModelFacts) -> None:
        """Show a label; lines that stay are kept."""
        self.facts = facts
        told = (
            (self._title, facts.title),
            (self._name, name),
            (self._headline, "\n".join(filter(None, (facts.headline, facts.summary)))),
            (self._foot, facts.foot),
        )
        for one, words in told:
            if one.text() != words:
                one.setText(words)
        while len(self._lines) > len(facts.facts):
            gone = self._lines.pop()
            self._room.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._lines) < len(facts.facts):
            self._lines.append(FactLine(self))
            self._room.addWidget(self._lines[-1])
            self._lines[-1].show()
        for line, fact in zip(self._lines, facts.facts, strict=True):
            line.show_fact(fact)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        with painting(self) as painter:
            box(painter, QRectF(self.rect()), theme.radius("input"), "surface", "ink", 2)


class Bar(QWidget):
    """A line of the label, as heavy as it is told."""

    def __init__(self, parent: QWidget, height: int) -> None:
        super().__init__(parent)
        self.setFixedHeight(height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.color("ink"))


class FactLine(QWidget):
    """What is told, and what it comes to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact: ModelFact | None = None
        top = Qt.AlignmentFlag.AlignTop
        self._left = Folded("", "caption", self)
        self._right = Folded("", "caption", self)
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        self._line = row(spacing=10, margins=(0, 4, 0, 4))
        self._line.addWidget(self._left, 0, top)
        self._line.addStretch(1)
        self._line.addWidget(self._right, 0, top)
        self.setLayout(self._line)

    def show_fact(self, fact: ModelFact) -> None:
        """Show a fact."""
        if fact == self._fact:
            return
        self._fact = fact
        weight = 600 if fact.heavy or not fact.level else 400
        self._left.setFont(theme.font("caption", weight))
        self._right.setFont(theme.font("caption", 600 if fact.tone != Tone.PLAIN else 500))
        self._line.setContentsMargins(theme.px(12) * fact.level, 4, 0, 4)
        self._left.setText(fact.label)
        self._right.setText(fact.value)
        self._right.set_color(_TONES.get(fact.tone, "ink"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above, heavy where a part begins."""
        if self._fact is None:
            return
        left = self._line.contentsMargins().left()
        height = 2 if self._fact.heavy else 1
        with painting(self) as painter:
            color = theme.color("ink" if self._fact.heavy else "line2")
            painter.fillRect(QRectF(left, 0, self.width() - left, height), color)


class LabelPanel(QWidget):
    """The label with its heading, and the most important gap below it.

    Signals:
        go_asked: the gap was clicked; carries its address.
    """

    go_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.frame = LabelFrame(self)
        self.gap = Label("", "cell", "neg", self, wrap=True)
        self.mend = Button(_("Go there"), "mend", self, small=True, tight=True, after="arrow-right")
        self.mend.clicked.connect(self._go)
        self._to = ""
        line = row(spacing=8)
        line.addWidget(Icon("circle-alert", 16, "neg", self), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.gap, 1)
        self._gaps = holder(column(line, row(self.mend, STRETCH)), self)
        self._gaps.hide()
        head = Label(_("As it will print"), "label", "ink2", self)
        head.setMinimumHeight(theme.px(28))
        self.setLayout(column(head, 6, self.frame, 10, self._gaps, STRETCH))

    def show_facts(self, facts: Facts, row_id: str) -> None:
        """Show the label of the card in a row."""
        question = facts.template.find(PATH)
        if question is None:
            return
        card = PrintedCard(question, row_id, Scope(facts, ADDRESS.section))
        self.frame.show_facts(card.name or _("A model without a name"), label(card))

    def show_gap(self, finding: Finding | None) -> None:
        """Show what is most important to put right; nothing hides the line."""
        self._to = finding.path if finding else ""
        self.gap.setText(finding.message if finding else "")
        self._gaps.setVisible(finding is not None)

    def _go(self) -> None:
        self.go_asked.emit(self._to)
