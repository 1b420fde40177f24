"""Evidence by criterion: six rows, and the one thing that would raise the proposal most."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.checks.levels import Rise
from roadmapper.criteria import Scorecard
from ui.pages.criteria_bar import EnoughMark
from ui.pages.criteria_radar import Radar
from ui.pages.criteria_row import CriterionRow
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.words import _, ngettext


class CriteriaCard(Card):
    """The rows; one that is opened tells the conditions for its next level.

    Signals:
        go_asked: the address a condition, or the weights, are answered at.
        turned: there are other stops for the Tab key.
    """

    go_asked = Signal(str)
    turned = Signal()

    def __init__(self, card: Scorecard, parent: QWidget | None = None) -> None:
        head = row(Label(_("Evidence by criterion"), "heading"), STRETCH, spacing=8)
        head.addWidget(EnoughMark())
        head.addWidget(Label(_("enough to present"), "caption", "ink2"))
        self._rows = column()
        self._most = Label("", "cell", "ink", wrap=True)
        self.most = Button(_("Answer it"), "secondary", small=True)
        self.weights = Button(_("How they weigh the criteria"), "link", small=True, tight=True)
        foot = row(self._most, self.most, spacing=12)
        foot.setStretch(0, 1)
        self.weights.hug()
        below = row(self.weights, STRETCH)
        whole = column(head, 4, self._rows, Rule(), 10, foot, 4, below, STRETCH)
        super().__init__(whole, parent, margins=(20, 16, 20, 12))
        self.rows: dict[str, CriterionRow] = {}
        self._path = ""
        self._weights_path = card.pack.weights
        for told in card.levels:
            self._add(CriterionRow(told, card, self), told.id)
        self.most.clicked.connect(self._go_most)
        self.weights.clicked.connect(self._go_weights)
        self.show_card(card)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at, in the order of reading."""
        rows = (stop for one in self.rows.values() for stop in one.stops)
        return (*rows, self.most, self.weights)

    def show_card(self, card: Scorecard) -> None:
        """Show how the criteria stand now."""
        for told in card.levels:
            self.rows[told.id].show_level(told, card)
        self._path = card.most.condition.path if card.most else ""
        self._most.setText(_most(card, card.most) if card.most else _("Nothing more is asked for."))
        self.most.setVisible(bool(card.most))
        self.most.setAccessibleDescription(self._most.text())
        self.turned.emit()

    @property
    def told(self) -> str:
        """What would raise the proposal most, in a sentence."""
        return self._most.text()

    def _add(self, one: CriterionRow, name: str) -> None:
        if self.rows:
            self._rows.addWidget(Rule())
        self.rows[name] = one
        one.go_asked.connect(self.go_asked)
        one.turned.connect(self.turned)
        self._rows.addWidget(one)

    def _go_most(self) -> None:
        self.go_asked.emit(self._path)

    def _go_weights(self) -> None:
        self.go_asked.emit(self._weights_path)


class ShapeCard(Card):
    """The same levels as a shape, with the line that is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.radar = Radar()
        whole = column(Label(_("Shape of the answer"), "heading"), 8, self.radar, STRETCH)
        super().__init__(whole, parent, margins=(20, 16, 20, 16))
        self.show_card = self.radar.show_card


def _most(card: Scorecard, rise: Rise) -> str:
    level = card.pack.words[rise.condition.level]
    told = _("What would raise it most: {condition}.").format(condition=rise.condition.text)
    if not rise.others:
        return f"{told} " + _("It lifts “{criterion}” to “{level}”.").format(
            criterion=rise.criterion.name, level=level
        )
    more = ngettext(
        "With one more answer it lifts “{criterion}” to “{level}”.",
        "With {others} more answers it lifts “{criterion}” to “{level}”.",
        rise.others,
    )
    said = more.format(others=rise.others, criterion=rise.criterion.name, level=level)
    return f"{told} {said}"
