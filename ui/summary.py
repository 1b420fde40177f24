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
        for link in self.links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [
            SummaryLink(one.path, short_words(one, self._opened), self.go_asked.emit, self)
            for one in self._findings[:_MOST]
        ]
        for link in self.links:
            self._flow.addWidget(link)
            link.show()
        put_around_in_order(self)


class SummaryLink(Button):
    """Leads to one answer."""

    def __init__(self, path: str, words: str, go: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(words, "mend", parent, small=True)
        self._path, self._go = path, go
        self.clicked.connect(self._follow)

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
