"""What a model card that comes in says: what is placed, what is decided, what has no place."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from roadmapper.cards.card import Fields
from roadmapper.merge import Comparison
from roadmapper.proposal.path import CARDS, AnswerPath
from ui import theme
from ui.fields.inputs import Combo
from ui.merge_sheet import MergeSheet, Words
from ui.parts.cards import Notice
from ui.parts.choices import Check
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.words import _, ngettext

if TYPE_CHECKING:
    from roadmapper.model_cards import Arrival

_LONG = 400
"""Characters shown of a text that is placed; what has no place is shown whole."""


class CardSheet(MergeSheet):
    """Shows a card that comes in: where it goes, what of it is taken, what has no place.

    Signals:
        goal_asked: it is to be held against another card; carries its row, empty for a new one.
    """

    goal_asked = Signal(str)

    def __init__(
        self,
        window: QWidget,
        name: str,
        arrival: "Arrival",
        fields: Fields,
        cards: Mapping[str, str],
    ) -> None:
        self.picks: dict[str, Check] = {}
        self.goal = Combo(_("Goes into"))
        self._goals = ["", *cards]
        for words in (_("A new card"), *cards.values()):
            self.goal.addItem(words)
        self.goal.setFixedWidth(theme.px(320))
        self._begun = 0 if arrival.is_new else self._goals.index(arrival.row)
        self.goal.setCurrentIndex(self._begun)
        goal = row(Label(_("Goes into"), "label"), self.goal, STRETCH, spacing=12)
        above = [goal, *_warnings(arrival)]
        if arrival.is_new:
            above.append(_headed(_("What is placed"), "", [*self._placed(arrival, fields)]))
        super().__init__(
            window,
            name,
            shown(arrival),
            _words(name, arrival),
            above=above,
            below=tuple(_below(arrival)),
        )
        self.goal.activated.connect(self._ask_goal)

    @property
    def left(self) -> frozenset[str]:
        """The questions of a new card that are not taken."""
        return frozenset(name for name, pick in self.picks.items() if not pick.isChecked())

    def _placed(self, arrival: "Arrival", fields: Fields) -> Iterator[QVBoxLayout]:
        """Yield all that a new card says, each to be taken or left."""
        card = arrival.card
        said = {name: _cut(fields[name].shown(text)) for name, text in card.texts.items() if text}
        for name, rows in card.tables.items():
            count = ngettext("One row", "{count} rows", len(rows)).format(count=len(rows))
            said[name] = count
        for name, words in said.items():
            label = fields[name].label
            pick = Check("")
            pick.setAccessibleName(_("Take {label}").format(label=label))
            pick.setChecked(True)
            self.picks[name] = pick
            yield _line(label, words, pick)

    def _ask_goal(self, place: int) -> None:
        if place != self._begun:
            self.leave()
            self.goal_asked.emit(self._goals[place])


def says_more(arrival: "Arrival") -> bool:
    """Return whether a card says anything that the one it goes into does not."""
    found = shown(arrival)
    new = (found.taken, found.conflicts, found.unplaced, arrival.card.unplaced)
    return arrival.is_new or any(new)


def shown(arrival: "Arrival") -> Comparison:
    """Return what is to be decided: nothing on a new card, and never the text of the card itself.

    What is not shown is taken.
    """
    found = arrival.found
    taken = tuple(
        one
        for one in found.taken
        if not arrival.is_new and AnswerPath.parse(one.path).about != CARDS
    )
    return replace(found, taken=taken)


def _words(name: str, arrival: "Arrival") -> Words:
    line = _("{form}, read from “{name}”. It is one step, which can be undone.").format(
        form=arrival.card.form, name=name
    )
    if arrival.is_new:
        return Words(_("Add this model card"), line, "", "", _("Add card"))
    return Words(
        _("Update this model card"),
        line,
        _("Only the file says something new"),
        _("The card and the file differ"),
        _("Update card"),
    )


def _warnings(arrival: "Arrival") -> Iterator[QLayout]:
    """Yield what should be known of the file, and that it says nothing new."""
    for warning in arrival.card.warnings:
        yield column(Notice("warning", warning))
    if not says_more(arrival):
        yield column(Notice("info", _("The file says what this card says already.")))


def _below(arrival: "Arrival") -> Iterator[QLayout]:
    """Yield what was read as a choice, and what has no place."""
    card = arrival.card
    if card.readings:
        lines = [
            _line(one.label, _("{choice}, from: {text}").format(choice=one.choice, text=_cut(text)))
            for one in card.readings
            for text in (one.piece.text,)
        ]
        yield _headed(_("Read as a choice"), _("Look whether it is the right one."), lines)
    if card.unplaced:
        kept = _("It is kept with the card and stands in it again when the card goes out.")
        lines = [_line(one.where, one.text) for one in card.unplaced]
        yield _headed(_("Has no place here"), kept, lines)


def _headed(title: str, line: str, lines: list[QVBoxLayout]) -> QVBoxLayout:
    told = column(Label(title, "heading"))
    if line:
        told.addSpacing(2)
        told.addWidget(Label(line, "caption", "ink2", wrap=True))
    return column(told, 4, *lines)


def _line(title: str, said: str, pick: Check | None = None) -> QVBoxLayout:
    words = Label(said, "cell", wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line = row(spacing=10, margins=(0, 8, 8, 8))
    if pick is not None:
        line.addWidget(pick)
    line.addLayout(column(Label(title, "caption", "ink3", wrap=True), words, spacing=2), 1)
    return column(line, Rule())


def _cut(text: str) -> str:
    return f"{text[:_LONG].rstrip()}…" if len(text) > _LONG else text
