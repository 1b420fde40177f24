"""A card that was written, whatever its format, and what a person should know of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roadmapper.cards.card import Card, Fields
from roadmapper.cards.packs import Element, Pack


@dataclass(frozen=True, slots=True)
class Gaps:
    """What a card loses or lacks in a format, by the labels of its questions.

    `dropped` are answers that have no place in it, `empty` what it asks for and has no answer.
    """

    dropped: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    def told(self) -> Iterator[str]:
        """Yield what there is to know, as sentences."""
        if self.dropped:
            yield f"This format has no place for: {', '.join(self.dropped)}."
        if self.empty:
            yield f"Asked for and not answered: {', '.join(self.empty)}."
        for note in self.notes:
            yield f"{note}."


@dataclass(frozen=True, slots=True)
class Written:
    """A card as text."""

    text: str
    form: str
    """The format and its version, as a person reads it."""
    as_of: date
    """The day as of which the format was read."""
    gaps: Gaps = Gaps()


def dropped(card: Card, pack: Pack, fields: Fields) -> tuple[str, ...]:
    """Return the answers that a format has no place for."""
    placed = {
        name
        for one in pack.elements
        for name in (
            one.place.field if one.place else "",
            one.results.field if one.results else "",
            *one.adds,
        )
    }
    return tuple(
        asked.label
        for name, asked in fields.items()
        if name not in placed and not asked.internal and (card.texts.get(name) or card.rows(name))
    )


def label_of(element: Element, fields: Fields) -> str:
    """Return what a place of a format asks for, in our words where we have any."""
    place = element.place
    asked = fields.get(place.field) if place else None
    if place is None or asked is None:
        return element.path
    inner = asked.columns.get(place.column)
    given = asked.given.get(place.given, "")
    return ", ".join(filter(None, (asked.label, given, inner.label if inner else "")))
