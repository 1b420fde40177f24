"""A card that was written, whatever its format."""

from dataclasses import dataclass

from roadmapper.cards.card import Card, Fields
from roadmapper.cards.packs import Pack


@dataclass(frozen=True, slots=True)
class Written:
    """A card as text, and what a person should know of it."""

    text: str
    notes: tuple[str, ...] = ()


def homeless(card: Card, pack: Pack, fields: Fields) -> tuple[str, ...]:
    """Return a note on the answers that a format has no place for."""
    placed = {
        name
        for one in pack.elements
        for name in (
            one.place.field if one.place else "",
            one.results.field if one.results else "",
            *one.adds,
        )
    }
    left = [
        asked.label
        for name, asked in fields.items()
        if name not in placed and (card.texts.get(name) or card.rows(name))
    ]
    return (f"This format has no place for: {', '.join(left)}",) if left else ()
