"""A term of a contract: a fixed number, or one that is read from the results of a period."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeAlias

from roadmapper.figures.arithmetic import Arithmetic, N, clamped


@dataclass(frozen=True, slots=True)
class Results(Generic[N]):
    """What was measured in one period: numbers and words, by the name of their column."""

    numbers: Mapping[str, N]
    words: Mapping[str, str] = field(default_factory=dict)
    period: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A number that is measured: times a factor, plus a number, between limits.

    `blank` is what an empty cell counts as; without it an empty cell is a mistake.
    """

    name: str
    times: Decimal = Decimal(1)
    plus: Decimal = Decimal(0)
    least: Decimal | None = None
    most: Decimal | None = None
    blank: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Lookup:
    """A term that depends on a word, such as the track an organisation is in."""

    column: str
    choices: Mapping[str, "Term"]


@dataclass(frozen=True, slots=True)
class SizeBand:
    """A rate that falls in a straight line from the smallest to the greatest size of a band.

    The last band may have no greatest size; its rate stays.
    """

    from_size: Decimal
    to_size: Decimal | None
    from_rate: Decimal
    to_rate: Decimal


@dataclass(frozen=True, slots=True)
class BySize:
    """A rate that follows the size of what was measured: small numbers are left more to chance."""

    size: Column
    bands: tuple[SizeBand, ...]


_BLANK = frozenset({"", ".", "-", "–", "—", "*", "na", "n/a", "null", "none"})

Term: TypeAlias = Decimal | Column | Lookup | BySize


class MissingResultError(Exception):
    """A term asks for a column, or for a word in it, that the results do not have."""

    def __init__(self, column: str, word: str | None = None) -> None:
        super().__init__(column)
        self.column = column
        self.word = word


def worth(arithmetic: Arithmetic[N], term: Term, results: Results[N]) -> N:
    """Return what a term comes to in this period.

    Raises:
        MissingResultError: The results lack a column, or the contract lacks a word.
    """
    match term:
        case Decimal():
            return arithmetic.number(term)
        case Column():
            return _measured(arithmetic, term, results)
        case Lookup():
            return worth(arithmetic, _chosen(term, results), results)
        case BySize():
            return by_size(arithmetic, _measured(arithmetic, term.size, results), term.bands)


def by_size(arithmetic: Arithmetic[N], size: N, bands: tuple[SizeBand, ...]) -> N:
    """Return the rate for a size: `r_lo - (n - lo)/(hi - lo) · (r_lo - r_hi)` inside its band.

    A size below the first band has the first rate. Source of the form: 42 CFR 425.604(b).
    """
    number = arithmetic.number
    rate = number(bands[0].from_rate)
    for band in bands:
        inside = number(band.from_rate)
        if band.to_size is not None and band.to_size > band.from_size:
            reach = arithmetic.least(size, number(band.to_size)) - number(band.from_size)
            part = arithmetic.ratio(reach, number(band.to_size - band.from_size))
            inside = inside - part * number(band.from_rate - band.to_rate)
        rate = arithmetic.choose(size >= number(band.from_size), inside, rate)
    return rate


def columns_of(term: Term) -> tuple[str, ...]:
    """Return the columns a term may ask for."""
    match term:
        case Decimal():
            return ()
        case Column():
            return (term.name,)
        case Lookup():
            inner = (name for one in term.choices.values() for name in columns_of(one))
            return (term.column, *inner)
        case BySize():
            return (term.size.name,)


def _measured(arithmetic: Arithmetic[N], column: Column, results: Results[N]) -> N:
    number = arithmetic.number
    found = results.numbers.get(column.name)
    if found is None and column.blank is not None and _is_blank(results.words, column.name):
        found = number(column.blank)
    if found is None:
        raise MissingResultError(column.name)
    shifted = found * number(column.times) + number(column.plus)
    least = None if column.least is None else number(column.least)
    most = None if column.most is None else number(column.most)
    return clamped(arithmetic, shifted, least, most)


def _is_blank(words: Mapping[str, str], column: str) -> bool:
    """Return whether a cell says nothing, as tables write it."""
    return words.get(column, "").strip().lower() in _BLANK


def _chosen(lookup: Lookup, results: Results[N]) -> Term:
    word = results.words.get(lookup.column)
    if word is None:
        raise MissingResultError(lookup.column)
    if word not in lookup.choices:
        raise MissingResultError(lookup.column, word)
    return lookup.choices[word]
