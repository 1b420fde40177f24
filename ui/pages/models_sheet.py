"""What a model card that comes in says: what is placed, what is decided, what has no place."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from roadmapper.cards.card import Fields
from roadmapper.merge import Comparison
from roadmapper.proposal.path import CARDS, AnswerPath
from ui.merge_sheet import MergeSheet, Words
from ui.parts.cards import Notice
from ui.parts.labels import Label, Rule
from ui.parts.layouts import column
from ui.words import _, ngettext

if TYPE_CHECKING:
    from roadmapper.model_cards import Arrival

_LONG = 400
"""Characters shown of a text that is placed; what has no place is shown whole."""


def card_sheet(window: QWidget, name: str, arrival: "Arrival", fields: Fields) -> MergeSheet:
    """Return the sheet that shows a card, and asks where card and proposal differ."""
    return MergeSheet(
        window,
        name,
        shown(arrival),
        _words(name, arrival),
        above=tuple(_above(arrival, fields)),
        below=tuple(_below(arrival)),
    )


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


def _above(arrival: "Arrival", fields: Fields) -> Iterator[QLayout]:
    """Yield warnings, and all that a new card says."""
    for warning in arrival.card.warnings:
        yield column(Notice("warning", warning))
    if not arrival.is_new:
        return
    lines = [
        _line(fields[name].label, _cut(fields[name].shown(text)))
        for name, text in arrival.card.texts.items()
        if text
    ]
    for name, rows in arrival.card.tables.items():
        count = ngettext("One row", "{count} rows", len(rows)).format(count=len(rows))
        lines.append(_line(fields[name].label, count))
    yield _headed(_("What is placed"), "", lines)


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


def _line(title: str, said: str) -> QVBoxLayout:
    words = Label(said, "cell", wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    inside = column(Label(title, "caption", "ink3", wrap=True), words, spacing=2)
    inside.setContentsMargins(0, 8, 8, 8)
    return column(inside, Rule())


def _cut(text: str) -> str:
    return f"{text[:_LONG].rstrip()}…" if len(text) > _LONG else text
