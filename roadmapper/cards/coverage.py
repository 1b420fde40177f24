"""What of a list, such as a regulation's, a card answers. A list is data; nothing here judges."""

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from roadmapper.cards.card import Card, Row
from roadmapper.cards.gathering import says_nothing
from roadmapper.errors import TemplateError
from roadmapper.proposal.checklist import Checklist, Item


class Answered(StrEnum):
    """How far a card answers an item of a list."""

    WHOLE = "answered"
    PART = "in part"
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
    """Return how far a card answers an item."""
    told = [_is_told(card, name, item) for name in item.fields]
    if all(told):
        return Answered.WHOLE
    if any(told):
        return Answered.PART
    return Answered.MAY_BE_OPEN if item.may_be_open else Answered.OPEN


def _is_told(card: Card, name: str, item: Item) -> bool:
    text = card.texts.get(name, "")
    return (bool(text) and not says_nothing(text)) or any(_texts(card.rows(name), item))


def _texts(rows: tuple[Row, ...], item: Item) -> Iterator[str]:
    """Yield what the rows that count for an item say."""
    for row in rows:
        if item.row and row.id != item.row:
            continue
        if all(row.cells.get(key) == value for key, value in item.where.items()):
            yield from [row.cells.get(item.column, "")] if item.column else row.cells.values()
