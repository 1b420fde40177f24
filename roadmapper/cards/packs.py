"""Packs: which place of a foreign card fills which question of ours, as data."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from roadmapper.cards.place import Place
from roadmapper.errors import TemplateError

_PLACE = frozenset(Place.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a foreign card: an element, a key, a heading.

    `place` is the question it fills, `results` the table of results it holds; `adds` are questions
    written behind it. `versions` are those of the format that have it, empty for all.
    """

    path: str
    place: Place | None = None
    results: Place | None = None
    adds: tuple[str, ...] = ()
    optional: bool = False
    many: bool = False
    may_be_empty: bool = False
    versions: tuple[str, ...] = ()
    under: str = ""
    also: tuple[str, ...] = ()
    at: str = ""
    rows: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A format of model cards, and what in it fills what of ours."""

    name: str
    title: str
    kind: str
    as_of: date
    status: str
    elements: tuple[Element, ...]
    signs: tuple[str, ...] = ()
    not_signs: tuple[str, ...] = ()
    root: str = ""
    namespaces: Mapping[str, str] = field(default_factory=dict)

    def of(self, version: str) -> tuple[Element, ...]:
        """Return the elements of a version, in order."""
        return tuple(one for one in self.elements if not one.versions or version in one.versions)

    def others(self, place: Place) -> tuple[Place, ...]:
        """Return the other places that fill the same table."""
        places = (one for element in self.elements for one in (element.place, element.results))
        return tuple(
            one for one in places if one and one.field == place.field and one.cells != place.cells
        )


def load_packs(folder: Path) -> tuple[Pack, ...]:
    """Return the packs of card formats in a folder.

    Raises:
        TemplateError: Something in one cannot be used.
    """
    return tuple(_load(path) for path in sorted(folder.glob("*.toml")))


def _load(path: Path) -> Pack:
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return Pack(
            path.stem,
            told["title"],
            told["kind"],
            told["as_of"],
            told["status"],
            tuple(_elements(told)),
            tuple(told.get("signs", ())),
            tuple(told.get("not_signs", ())),
            told.get("root", ""),
            told.get("namespaces", {}),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise TemplateError(
            f"packs/cards/{path.name}: {error} is missing or cannot be used. "
            "Compare it with the other packs."
        ) from None


def _elements(told: Mapping[str, Any]) -> Iterator[Element]:
    known = {*Element.__dataclass_fields__, *_PLACE}
    for one in told["element"]:
        if strange := [key for key in one if key not in known]:
            raise ValueError(f'the key "{strange[0]}" of "{one.get("path", "?")}"')
        yield Element(
            one["path"],
            _place(one) if "field" in one else None,
            _place(one["results"]) if "results" in one else None,
            tuple(one.get("adds", ())),
            one.get("optional", False),
            one.get("many", False),
            one.get("may_be_empty", False),
            tuple(one.get("versions", ())),
            one.get("under", ""),
            tuple(one.get("also", ())),
            one.get("at", ""),
            one.get("rows", ""),
            one.get("name", ""),
        )


def _place(told: Mapping[str, Any]) -> Place:
    means = tuple((word, choice) for word, choice in told.get("means", ()))
    plain = {key: told[key] for key in _PLACE if key in told and key != "means"}
    return Place(**plain, means=means)
