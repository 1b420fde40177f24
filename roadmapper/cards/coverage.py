"""What of a list, such as a regulation's, a card answers. A list is data; nothing here judges."""

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from roadmapper.cards.card import Card, Row
from roadmapper.cards.gathering import says_nothing
from roadmapper.cards.unknown import unknown
from roadmapper.errors import TemplateError
from roadmapper.proposal.checklist import Checklist, Item


class Answered(StrEnum):
    """How far a card answers an item of a list."""

    WHOLE = "answered"
    PART = "in part"
    UNKNOWN = "not available, with reason and plan"
    MAY_BE_OPEN = "may be shown as not available"
    OPEN = "not yet"


def load_lists(folder: Path) -> tuple[Checklist, ...]:
    """Return the lists in a folder.

    Raises:
        TemplateError: Something in one cannot be used.
    """
    return tuple(_load(path) for path in sorted(folder.glob("*.toml")))


def _load(path: Path) -> Checklist:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        items = tuple(Item(**{**one, "fields": tuple(one["fields"])}) for one in told["item"])
        return Checklist(
            path.stem,
            told["title"],
            told["as_of"],
            told["status"],
            items,
            tuple(told.get("asked_of", ())),
            tuple(told.get("shown_for", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise TemplateError(
            f"packs/lists/{path.name}: {error} is missing or cannot be used. "
            "Compare it with the other lists."
        ) from None


def answered(card: Card, item: Item) -> Answered:
    """Return how far a card answers an item.

    Why something is not available and what is planned counts as an answer where the list lets it be
    shown as not available; elsewhere it is told as what it is.
    """
    told = [tuple(_told(card, name, item)) for name in item.fields]
    known = [any(unknown(text) is None for text in texts) for texts in told]
    if all(told) and (all(known) or item.may_be_open):
        return Answered.WHOLE
    if any(known):
        return Answered.PART
    if any(told):
        return Answered.UNKNOWN
    return Answered.MAY_BE_OPEN if item.may_be_open else Answered.OPEN


def _told(card: Card, name: str, item: Item) -> Iterator[str]:
    """Yield what a card says to a question as far as it counts for an item."""
    text = card.texts.get(name, "")
    if text and not says_nothing(text):
        yield text
    yield from filter(None, _texts(card.rows(name), item))


def _texts(rows: tuple[Row, ...], item: Item) -> Iterator[str]:
    """Yield what the rows that count for an item say."""
    for row in rows:
        said = next(filter(unknown, row.cells.values()), "")
        if said and not item.row:
            yield said
            continue
        if item.row and row.id != item.row:
            continue
        if all(row.cells.get(key) == value for key, value in item.where.items()):
            yield from [row.cells.get(item.column, "")] if item.column else row.cells.values()
