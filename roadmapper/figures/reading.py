"""Reads numbers from answers and remembers where each came from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from roadmapper.figures import money

_LONGEST = 50
"""More years than any term has."""
_DIGITS = 2


class Answered(Protocol):
    """What the figures need of the answers of a proposal."""

    def value(self, path: str, /) -> str | bool | tuple[str, ...] | None:
        """Return the answer at this address."""

    def rows(self, path: str, /) -> tuple[str, ...]:
        """Return the row ids of the rows answer at this address."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and the addresses it was made from."""

    value: Decimal
    inputs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a rows answer."""

    answers: Answered
    path: str

    @property
    def id(self) -> str:
        """The id of the row in its table."""
        return self.path.rpartition("[")[2].removesuffix("]")

    def address(self, column: str) -> str:
        """Return the address of a cell."""
        return f"{self.path}.{column}"

    def text(self, column: str) -> str:
        """Return the text of a cell, empty if there is none."""
        found = self.answers.value(self.address(column))
        return found if isinstance(found, str) else ""

    def number(self, column: str) -> Decimal | None:
        """Return the number in a cell, None if there is none."""
        return money.amount(self.text(column))

    def numbers(self, *columns: str) -> tuple[Decimal, ...] | None:
        """Return the numbers in these cells, None unless all are there."""
        found = [self.number(column) for column in columns]
        complete = tuple(one for one in found if one is not None)
        return complete if len(complete) == len(columns) else None

    def range(self, column: str) -> tuple[Decimal, ...] | None:
        """Return low, likely and high of a range cell, None unless all three are there."""
        return range_at(self.answers, self.address(column))

    def inputs(self, *columns: str) -> tuple[str, ...]:
        """Return the addresses of these cells."""
        return tuple(self.address(column) for column in columns)

    def has_any(self, *columns: str) -> bool:
        """Return whether anything was written in one of these cells."""
        return any(self.text(column) for column in columns)


def rows(answers: Answered, path: str) -> Iterator[Row]:
    """Yield the rows of a rows answer, in order."""
    for row in answers.rows(path):
        yield Row(answers, f"{path}[{row}]")


def number_at(answers: Answered, path: str) -> Amount | None:
    """Return the number at an address, None if there is none."""
    found = money.amount(answers.value(path))
    return None if found is None else Amount(found, (path,))


def range_at(answers: Answered, path: str) -> tuple[Decimal, ...] | None:
    """Return low, likely and high of the range at an address, None unless all three are there."""
    found = answers.value(path)
    parts = [money.amount(one) for one in found] if isinstance(found, tuple) else []
    complete = tuple(one for one in parts if one is not None)
    return complete if len(parts) == len(complete) == 3 else None  # noqa: PLR2004 - a range is three numbers


def words_at(answers: Answered, path: str) -> str:
    """Return the text at an address, empty if there is none."""
    found = answers.value(path)
    return found if isinstance(found, str) else ""


def years_told(text: str) -> frozenset[int]:
    """Return the contract years of a typed line ("1", "2-3", "1, 3"); none where it is no list."""
    found: set[int] = set()
    for part in text.replace("–", "-").split(","):
        first, dash, last = (one.strip() for one in part.partition("-"))
        limits = [first, last if dash else first]
        if not all(one.isascii() and one.isdigit() and len(one) <= _DIGITS for one in limits):
            return frozenset()
        found.update(range(int(limits[0]), int(limits[1]) + 1))
    return frozenset(found)


def numbers_told(text: str) -> tuple[Decimal, ...]:
    """Return a typed line of percentages ("50, 100, 100"), empty if it is none."""
    parts = [money.amount(part.strip().removesuffix("%").strip()) for part in text.split(",")]
    steps = tuple(one for one in parts if one is not None and one >= 0)
    return steps if len(steps) == len(parts) <= _LONGEST else ()


def day_at(answers: Answered, path: str) -> date | None:
    """Return the date at an address, None if there is none."""
    found = answers.value(path)
    try:
        return date.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:  # half-typed; a check says so
        return None


def term_years(answers: Answered) -> Amount | None:
    """Return the whole years of the contract, None if they are not known."""
    found = number_at(answers, "deal.term_years")
    if found is None or found.value != money.whole(found.value) or not 1 <= found.value <= _LONGEST:
        return None
    return found


def added(amounts: Iterable[Amount]) -> Amount | None:
    """Return the sum of amounts with all their inputs, None if there is none to add."""
    several = tuple(amounts)
    if not several:
        return None
    inputs = dict.fromkeys(path for one in several for path in one.inputs)
    return Amount(money.total(one.value for one in several), tuple(inputs))
