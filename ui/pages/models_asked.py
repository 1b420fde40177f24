"""What others ask of a model: the lists, how each item is answered, and the way to its field."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmapper.cards.coverage import Answered, answered
from roadmapper.proposal.checklist import Checklist, Item
from ui import theme
from ui.fields.inputs import Combo
from ui.pages.models_data import PATH
from ui.parts.buttons import Button
from ui.parts.chips import Chip
from ui.parts.choices import Check
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, Flow, column, holder, row
from ui.parts.scrolling import fitting, scrolled
from ui.parts.sheet import Dialog
from ui.shown_dates import shown_day
from ui.words import _, ngettext

if TYPE_CHECKING:
    from roadmapper.cards.card import Card, Fields

FIRST = "questions"
"""The list that is shown first."""
_STATES = {
    Answered.WHOLE: (_("Answered"), "pos"),
    Answered.PART: (_("In part"), "warn"),
    Answered.UNKNOWN: (_("Not available, with a plan"), "info"),
    Answered.MAY_BE_OPEN: (_("May be shown as not available"), "outline"),
    Answered.OPEN: (_("Not yet"), "neutral"),
}
_DONE = (Answered.WHOLE, Answered.UNKNOWN)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Asked:
    """All lists, and the card that is held against them."""

    lists: Sequence[Checklist]
    card: "Card"
    fields: "Fields"
    row: str
    name: str

    def path(self, item: Item, name: str) -> str:
        """Return the address at which a question answers an item."""
        path = f"{PATH}[{self.row}].{name}"
        if item.row and item.row in self.fields[name].given:
            return f"{path}[{item.row}]" + (f".{item.column}" if item.column else "")
        return path

    def counts(self, asked: Checklist) -> Counter[Answered]:
        """Return how many items of a list are answered in which way."""
        return Counter(answered(self.card, item) for item in asked.items)


class AskedSheet(Dialog):
    """One list at a time, with its date and how firm it is. Nothing here judges the model.

    Signals:
        go_asked: the field that answers an item is wanted; carries its address.
    """

    go_asked = Signal(str)

    def __init__(self, window: QWidget, told: Asked) -> None:
        line = _("Which of their questions “{name}” answers, and where.").format(name=told.name)
        super().__init__(window, _("What others ask of a model"), line, width=880)
        self.told = told
        self.lists = sorted(told.lists, key=lambda one: one.name != FIRST)
        self.choice = Combo(_("List"), self.panel)
        for one in self.lists:
            self.choice.addItem(one.title)
        self.choice.setFixedWidth(theme.px(360))
        self.open_only = Check(_("Only what is open"), self.panel)
        self.status = Label("", "caption", "ink2", wrap=True)
        self.summary = Label("", "cell", weight=500, wrap=True)
        self.links: list[_Way] = []
        self._room = column()
        self._items: QWidget | None = None
        area = scrolled(self._room, self.panel, height=fitting(window, 460, 365))
        self._area = area
        head = row(self.choice, STRETCH, self.open_only, spacing=12)
        self.set_body(column(head, 8, self.status, 6, self.summary, 10, Rule(), area))
        close = Button(_("Close"), "primary", self.panel)
        close.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(close)
        self.choice.currentIndexChanged.connect(self._show)
        self.open_only.toggled.connect(self._show)
        self._show()

    @property
    def shown(self) -> Checklist:
        """The list that is shown."""
        return self.lists[max(self.choice.currentIndex(), 0)]

    # --- inside ----------------------------------------------------------------------------------

    def _show(self) -> None:
        asked, counts = self.shown, self.told.counts(self.shown)
        day = _("As of {day}.").format(day=shown_day(asked.as_of))
        self.status.setText(f"{day} {asked.status}")
        parts = [f"{counts[how]} {_STATES[how][0].lower()}" for how in Answered if counts[how]]
        items = ngettext("Of one item", "Of {count} items", len(asked.items))
        told = items.format(count=len(asked.items))
        self.summary.setText(f"{told}: {', '.join(parts)}.")
        self.links = []
        made = holder(column(*self._lines(asked)))
        if self._items is not None:
            self._room.removeWidget(self._items)
            self._items.hide()
            self._items.deleteLater()
        self._items = made
        self._room.addWidget(made)
        self._area.verticalScrollBar().setValue(0)

    def _lines(self, asked: Checklist) -> Iterator[QVBoxLayout]:
        wide = max(ceil(theme.text_width(one.id, "cell")) for one in asked.items)
        for item in asked.items:
            how = answered(self.told.card, item)
            if not (self.open_only.isChecked() and how in _DONE):
                yield self._line(item, how, wide)

    def _line(self, item: Item, how: Answered, wide: int) -> QVBoxLayout:
        """Return an item, the fields that answer it, and how far they do."""
        ways = Flow(gap=2)
        for name in filter(self.told.fields.__contains__, item.fields):
            alone = answered(self.told.card, replace(item, fields=(name,)))
            label, path = self.told.fields[name].label, self.told.path(item, name)
            way = _Way(label, path, done=alone in _DONE)
            way.setAccessibleDescription(f"{item.id}. {item.text}")
            way.clicked.connect(partial(self._go, way.path))
            way.stepped.connect(partial(self._step, way))
            self.links.append(way)
            ways.addWidget(way)
        line = row(spacing=12, margins=(0, 9, 8, 5))
        number = Label(item.id, "cell", "ink3")
        number.setMinimumWidth(wide)
        line.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(Label(item.text, "cell", wrap=True), ways), 1)
        line.addWidget(Chip(*_STATES[how]), 0, Qt.AlignmentFlag.AlignTop)
        return column(line, Rule())

    def _step(self, way: "_Way", by: int) -> None:
        """Go to the way above or below; the list scrolls along."""
        at = max(0, min(self.links.index(way) + by, len(self.links) - 1))
        self.links[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(self.links[at])

    def _go(self, path: str) -> None:
        self.leave()
        self.go_asked.emit(path)


class _Way(Button):
    """Leads to the field that answers an item; arrows go on to the next.

    Signals:
        stepped: the way above or below is wanted.
    """

    stepped = Signal(int)

    def __init__(self, label: str, path: str, *, done: bool) -> None:
        words = label if done else _("{label}: not yet").format(label=label)
        super().__init__(words, "link" if done else "ghost", small=True, tight=True)
        self.path = path

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down through all items."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)
