"""Reads a card that is JSON: every value by the path that leads to it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roadmapper.cards.card import Card, Fields
from roadmapper.cards.gathering import Gathering
from roadmapper.cards.metrics import dumps, loads
from roadmapper.cards.packs import Element, Pack
from roadmapper.errors import CardError

_STEP = re.compile(r"\[\]|[^.\[\]]+")
_PICTURE = re.compile(r"[A-Za-z0-9+/=\s]{1000,}")

Step = str | int


@dataclass(frozen=True, slots=True)
class _Found:
    """A value with the keys and numbers that lead to it."""

    steps: tuple[Step, ...]
    value: object

    @property
    def where(self) -> str:
        """The path as a person reads it."""
        told = "".join(f"[{one + 1}]" if isinstance(one, int) else f".{one}" for one in self.steps)
        return told.removeprefix(".")


def parsed(text: str) -> Mapping[str, object] | None:
    """Return the map that a JSON text holds, None if it is no map.

    Raises:
        CardError: It is no whole JSON.
    """
    try:
        found = loads(text)
    except ValueError as error:
        told = getattr(error, "msg", None) or str(error)
        line = f" in line {error.lineno}" if hasattr(error, "lineno") else ""
        raise CardError(
            f"The card is not whole JSON{line} ({told}). Get it again from its maker."
        ) from None
    return found if isinstance(found, dict) else None


def is_card(told: Mapping[str, object], pack: Pack) -> bool:
    """Return whether a map has a key by which a format is known."""
    return any(key in told for key in pack.signs)


def read(text: str, told: Mapping[str, object], pack: Pack, fields: Fields) -> Card:
    """Return the card that a map holds; `text` is what it was read from."""
    gathering = Gathering(fields)
    known = _Known(pack)
    rows: dict[tuple[str, tuple[Step, ...]], dict[str, str]] = {}
    for found in _values(told, known):
        element = known.element(found.steps)
        if isinstance(found.value, dict | list) or element is None or element.place is None:
            gathering.leave(found.where, _short(found.value))
        elif element.rows:
            _cell(rows, element, found)
        else:
            gathering.put(element.place, _said(found.value), found.where)
    for (table, steps), cells in rows.items():
        gathering.row(table, cells, _Found(steps, None).where)
    return gathering.card(pack.title, pack.name, text)


def _cell(
    rows: dict[tuple[str, tuple[Step, ...]], dict[str, str]], element: Element, found: _Found
) -> None:
    """Keep a value in the row it belongs to; two in one cell stand one behind the other."""
    place = element.place
    text = _said(found.value).strip()
    if place is None or not text:
        return
    steps = found.steps[: len(_STEP.findall(element.rows))]
    cells = rows.setdefault((place.field, steps), dict(place.cells))
    before = cells.get(place.column)
    cells[place.column] = f"{before}: {text}" if before else text
    if element.name:
        cells[element.name] = str(steps[-1])


class _Known:
    """The paths of a pack, to look values up by."""

    def __init__(self, pack: Pack) -> None:
        self._elements = {tuple(_STEP.findall(one.path)): one for one in pack.elements}
        self._beginnings = {
            path[:length] for path in self._elements for length in range(len(path) + 1)
        }

    def element(self, steps: tuple[Step, ...]) -> Element | None:
        """Return what a pack says of a value at the end of these steps."""
        return next((self._elements[one] for one in _ways(steps) if one in self._elements), None)

    def leads(self, steps: tuple[Step, ...]) -> bool:
        """Return whether a pack says anything of what lies below these steps."""
        return any(one in self._beginnings for one in _ways(steps))


def _ways(steps: tuple[Step, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the paths that these steps fit, with one key at most left open."""
    plain = tuple("[]" if isinstance(one, int) else one for one in steps)
    yield plain
    for at, one in enumerate(steps):
        if isinstance(one, str):
            yield (*plain[:at], "*", *plain[at + 1 :])


def _values(told: Mapping[str, object], known: _Known) -> Iterator[_Found]:
    """Yield the values of a map in order; what no path leads into stays in one piece."""
    todo: list[_Found] = [_Found((), told)]
    while todo:
        found = todo.pop()
        match found.value:
            case dict() as inside if known.leads(found.steps):
                pairs: list[tuple[Step, object]] = [(str(key), it) for key, it in inside.items()]
            case list() as inside if known.leads(found.steps):
                pairs = list(enumerate(inside))
            case value:
                if value not in (None, "", [], {}):
                    yield found
                continue
        todo += [_Found((*found.steps, step), value) for step, value in reversed(pairs)]


def _said(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case str():
            return str(value)
        case _:
            return dumps(value)


def _short(value: object) -> str:
    """Return a value that has no place; a picture only says what it is."""
    text = _said(value)
    return _PICTURE.sub(lambda found: f"(a picture, {len(found[0]):,} characters)", text)
