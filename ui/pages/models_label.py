"""The model-facts label beside the card, as it will print."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from roadmapper.document.card import NOT_STATED, Card
from roadmapper.document.model_label import label
from roadmapper.document.tree import ModelFact, ModelFacts, Tone
from roadmapper.document.wording import Scope
from roadmapper.proposal.facts import Facts
from ui import theme
from ui.pages.models_data import ADDRESS, PATH
from ui.pages.models_gap import Gap
from ui.pages.models_printed import PrintedCard
from ui.painting import box, focus_ring, painting
from ui.parts.buttons import Button
from ui.parts.choices import Segments
from ui.parts.labels import Folded, Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.reading import keep_one_stop
from ui.words import _

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}
_TONES = {Tone.PLAIN: "ink", Tone.ACCENT: "accent", Tone.WARN: "warn"}


class LabelFrame(QFrame):
    """The label: its heading and one line for each fact, in a heavy frame.

    Signals:
        picked: the address of the line that was clicked.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.facts: ModelFacts | None = None
        self._title = Label("", "section", parent=self, wrap=True)
        self._name = Label("", "label", parent=self, wrap=True)
        self._headline = Label("", "caption", "ink2", self, wrap=True)
        self._foot = Label("", "micro", "ink3", self, wrap=True)
        self.lines: list[FactLine] = []
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
        self._have(len(facts.facts))
        for line, fact in zip(self.lines, facts.facts, strict=True):
            line.show_fact(fact)

    def _have(self, count: int) -> None:
        """Have so many lines."""
        while len(self.lines) > count:
            gone = self.lines.pop()
            self._room.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.lines) < count:
            line = FactLine(self)
            line.clicked.connect(partial(self._pick, line))
            line.stepped.connect(partial(self._step, line))
            self.lines.append(line)
            self._room.addWidget(line)
            line.show()
        focused = next((one for one in self.lines if one.hasFocus()), None)
        keep_one_stop(self.lines, focused or next(iter(self.lines), None))

    def _pick(self, line: "FactLine") -> None:
        if line.fact is not None:
            self.picked.emit(line.fact.about)

    def _step(self, line: "FactLine", by: int) -> None:
        to = self.lines[max(0, min(len(self.lines) - 1, self.lines.index(line) + by))]
        keep_one_stop(self.lines, to)
        to.setFocus(Qt.FocusReason.TabFocusReason)

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


class FactLine(QAbstractButton):
    """What is told, and what it comes to; a click leads to its field.

    Signals:
        stepped: a line above or below is wanted.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fact: ModelFact | None = None
        top = Qt.AlignmentFlag.AlignTop
        self._left = Folded("", "caption", self)
        self._right = Folded("", "caption", self)
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        self._line = row(spacing=10, margins=(0, 4, 0, 4))
        self._line.addWidget(self._left, 0, top)
        self._line.addStretch(1)
        self._line.addWidget(self._right, 0, top)
        self.setLayout(self._line)
        for one in (self._left, self._right):
            one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            one.setForegroundRole(QPalette.ColorRole.WindowText)  # not that of a button
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_fact(self, fact: ModelFact) -> None:
        """Show a fact."""
        if fact == self.fact:
            return
        self.fact = fact
        weight = 600 if fact.heavy or not fact.level else 400
        self._left.setFont(theme.font("caption", weight))
        self._right.setFont(theme.font("caption", 600 if fact.tone != Tone.PLAIN else 500))
        self._line.setContentsMargins(theme.px(12) * fact.level, 4, 0, 4)
        self._left.setText(fact.label)
        self._right.setText(fact.value)
        told = _TONES.get(fact.tone, "ink")
        self._right.set_color("neg" if fact.value == NOT_STATED else told)
        self.setAccessibleName(
            _("{label}: {value}. Go to its field").format(label=fact.label, value=fact.value)
        )
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another line, or to the field of this one."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above, heavy where a part begins, and that it can be clicked."""
        if self.fact is None:
            return
        left = self._line.contentsMargins().left()
        height = 2 if self.fact.heavy else 1
        area = QRectF(self.rect())
        with painting(self) as painter:
            if self.underMouse():
                painter.fillRect(area, theme.color("hover"))
            color = theme.color("ink" if self.fact.heavy else "line2")
            painter.fillRect(QRectF(left, 0, self.width() - left, height), color)
            if self.hasFocus():
                focus_ring(painter, area, 4)


class LabelPanel(QWidget):
    """The label or the page of a card, and the most important gap below it.

    Signals:
        go_asked: a line, an answer or the gap was clicked; carries its address.
        page_shown: whether the page is shown in place of the label.
    """

    go_asked = Signal(str)
    page_shown = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.frame = LabelFrame(self)
        self.printed = PrintedCard(self)
        self.printed.hide()
        self.choice = Segments((_("Label"), _("Page")), _("As it will print"), self)
        self.gap = Label("", "cell", "neg", self, wrap=True)
        self.mend = Button(_("Go there"), "mend", self, small=True, tight=True, after="arrow-right")
        self._to = ""
        line = row(spacing=8)
        line.addWidget(Icon("circle-alert", 16, "neg", self), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.gap, 1)
        self._gaps = holder(column(line, row(self.mend, STRETCH)), self)
        self._gaps.hide()
        head = row(Label(_("As it will print"), "label", "ink2", self), STRETCH, self.choice)
        self.setLayout(column(head, 6, self.frame, self.printed, 10, self._gaps, STRETCH))
        self.choice.chosen.connect(self._choose)
        self.mend.clicked.connect(self._go)
        self.frame.picked.connect(self.go_asked)
        self.printed.picked.connect(self.go_asked)

    def show_facts(self, facts: Facts, row_id: str) -> None:
        """Show the label of the card in a row."""
        question = facts.template.find(PATH)
        if question is None:
            return
        card = Card(question, row_id, Scope(facts, ADDRESS.section))
        self.frame.show_facts(card.name or _("A model without a name"), label(card))

    def show_gap(self, gap: Gap | None) -> None:
        """Show what is most important to put right; nothing hides the line."""
        self._to = gap.path if gap else ""
        self.gap.setText(gap.sentence if gap else "")
        self._gaps.setVisible(gap is not None)

    def _choose(self, index: int) -> None:
        self.frame.setVisible(index == 0)
        self.printed.setVisible(index == 1)
        self.page_shown.emit(index == 1)

    def _go(self) -> None:
        self.go_asked.emit(self._to)
