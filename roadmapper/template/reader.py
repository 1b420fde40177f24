"""Reads a table of a template file key by key, and says precisely what is wrong with it."""

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import Any, NoReturn

from roadmapper.errors import TemplateError


@dataclass(slots=True)
class Table:
    """A TOML table that knows its file and its place, and which of its keys were read.

    Every reading method raises TemplateError with file, key, what is wrong and what to write.
    """

    file: Path
    place: str
    values: Mapping[str, Any]  # whatever TOML holds, until a method has looked at it
    _read: set[str] = field(default_factory=set)

    def fail(self, key: str, problem: str, remedy: str) -> NoReturn:
        """Refuse the template because of one key."""
        where = f"{self.place}.{key}" if self.place and key else self.place or key
        raise TemplateError(f"{self.file.name}: {where}: {problem} {remedy}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default the key must be there."""
        value = self._take(key, default)
        if not isinstance(value, str):
            self.fail(key, f"this is {_kind(value)}.", f'Write a text: {key} = "...".')
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false; false, or what is given, if the key is not there."""
        value = self._take(key, default=default)
        if not isinstance(value, bool):
            self.fail(key, f"this is {_kind(value)}.", f"Write {key} = true, or leave it out.")
        return value

    def number(self, key: str) -> float | None:
        """Return a number; None if the key is not there."""
        self._read.add(key)
        value = self.values.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | float)):
            self.fail(key, f"this is {_kind(value)}.", f"Write a number: {key} = 3.")
        if value is not None and not isfinite(value):
            self.fail(key, f"{value} is not a number to count with.", f"Write {key} = 3.")
        return value

    def count(self, key: str) -> int:
        """Return a whole number from 0; 0 if the key is not there."""
        value = self.number(key) or 0
        if value < 0 or value != int(value):
            self.fail(key, f"{value} is not a whole number from 0.", f"Write {key} = 3.")
        return int(value)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one; empty if not there."""
        value = self._take(key, ())
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, Sequence) or not all(isinstance(one, str) for one in value):
            self.fail(key, f"this is {_kind(value)}.", f'Write a list of texts: {key} = ["..."].')
        return tuple(value)

    def one_of(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """Return one of a few allowed words."""
        value = self.text(key, default)
        if value not in allowed and value != default:
            self.fail(key, f'"{value}" is not known.', f"Write one of: {', '.join(allowed)}.")
        return value

    def table(self, key: str) -> "Table | None":
        """Return an inner table; None if the key is not there."""
        self._read.add(key)
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.fail(key, f"this is {_kind(value)}.", "Write a table: { ... }.")
        return Table(self.file, self._inside(key), value)

    def tables(self, key: str) -> "tuple[Table, ...]":
        """Return a list of inner tables; empty if the key is not there."""
        value = self._take(key, ())
        if isinstance(value, str) or not isinstance(value, Sequence):
            self.fail(key, f"this is {_kind(value)}.", f"Write [[{self._inside(key)}]] tables.")
        for number, one in enumerate(value, 1):
            if not isinstance(one, Mapping):
                self.fail(key, f"entry {number} is {_kind(one)}.", "Write a table: { ... }.")
        return tuple(
            Table(self.file, f"{self._inside(key)}[{self._name(one, number)}]", one)
            for number, one in enumerate(value, 1)
        )

    def raw(self, key: str) -> Any:  # the caller looks at what it is
        """Return whatever stands under a key; None if it is not there."""
        self._read.add(key)
        return self.values.get(key)

    def finish(self) -> None:
        """Refuse keys that nobody read, with the nearest key that is known."""
        for key in self.values:
            if key not in self._read:
                near = difflib.get_close_matches(key, self._read, 1)
                known = ", ".join(sorted(self._read))
                remedy = f'Did you mean "{near[0]}"?' if near else f"Known keys are: {known}."
                self.fail(key, "this key is not known here.", remedy)

    def _take(self, key: str, default: Any = None) -> Any:  # the caller checks the type
        self._read.add(key)
        if key in self.values:
            return self.values[key]
        if default is None:
            self.fail(key, "this key is missing.", f'Add {key} = "...".')
        return default

    def _inside(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    @staticmethod
    def _name(values: Mapping[str, Any], number: int) -> str:
        name = values.get("id")
        return name if isinstance(name, str) else str(number)


def read_table(path: Path) -> Table:
    """Return what a TOML file of a template holds.

    Raises:
        TemplateError: The file is missing, or no TOML.
    """
    try:
        return Table(path, "", tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise TemplateError(
            f"{path.name}: this file is missing in {path.parent}. "
            "Add it, or take its name out of template.toml."
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"{path.name}: it cannot be read: {error}. Mend that place.") from error


def _kind(value: object) -> str:
    names = {bool: "true or false", str: "a text", int: "a number", float: "a number"}
    names |= {date: "a date", datetime: "a date", time: "a time", list: "a list", tuple: "a list"}
    return names.get(type(value), "a table")
