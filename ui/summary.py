"""What is wrong on a step, told at its top, with links to the answers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmapper.document.formats import in_words
from roadmapper.proposal.facts import Finding
from ui import access, theme
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, Flow, column, row
from ui.parts.reading import put_around_in_order
from ui.still_open import short_words
from ui.words import _

_MOST = 6
"""Links that are shown; the rest come up as those before them are put right."""


class Summary(Card):
    """A notice that goes away as the answers it names are put right.

    Signals:
        go_asked: the address of an answer that was clicked.
    """

    go_asked = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        self._opened = opened
        self._findings: tuple[Finding, ...] = ()
        self._title = Label("", "label", wrap=True)
        self._flow = Flow(gap=8)
        self._made: list[SummaryLink] = []
        self.links: list[SummaryLink] = []
        words = column(self._title, 2)
        words.addLayout(self._flow)
        line = row(column(2, Icon("circle-alert", 18, "neg"), STRETCH), spacing=12)
        line.addLayout(words, 1)
        super().__init__(line, parent, margins=(16, 12, 16, 10), fill="negTint", edge="negLine")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Tell what is wrong now, or go away."""
        told = tuple({one.path: one for one in reversed(findings)}.values())[::-1]
        if told == self._findings:
            return
        grew = len(told) > len(self._findings)
        self._findings = told
        self._title.setText(_title(len(told)))
        self.setAccessibleName(self._title.text())
        self._show_links()
        self.setVisible(bool(told))
        if grew:
            access.announce(self, self._title.text())

    def _show_links(self) -> None:
        """Turn the links to other answers; they are made once and never taken away."""
        told = self._findings[:_MOST]
        while len(self._made) < len(told):
            link = SummaryLink(self.go_asked.emit, self)
            self._made.append(link)
            self._flow.addWidget(link)
        self.links = self._made[: len(told)]
        for link, one in zip(self.links, told, strict=True):
            link.show_answer(one.path, short_words(one, self._opened))
        for link in self._made:
            link.setVisible(link in self.links)
        put_around_in_order(self)


class SummaryLink(Button):
    """Leads to one answer."""

    def __init__(self, go: Callable[[str], None], parent: QWidget) -> None:
        super().__init__("", "mend", parent, small=True)
        self._path, self._go = "", go
        self.clicked.connect(self._follow)

    def show_answer(self, path: str, words: str) -> None:
        """Lead to another answer."""
        self._path = path
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of the words; links stand close together."""
        hint = super().sizeHint()
        return QSize(hint.width() - theme.px(20), hint.height())

    def _follow(self) -> None:
        self._go(self._path)


def _title(count: int) -> str:
    if count == 1:
        return _("One answer needs a look before this step is complete")
    return _("{capitalize} answers need a look before this step is complete").format(
        capitalize=in_words(count).capitalize()
    )
