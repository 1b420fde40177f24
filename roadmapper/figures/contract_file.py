"""Reads a contract from a TOML file: a closed vocabulary, taken from the structures themselves.

A number is a number; a text names a column of the results; a table describes a term that is
looked up, scaled or read from bands. Every mistake is told with its place and what to write.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from dataclasses import Field as Declared
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from roadmapper.errors import ContractError
from roadmapper.figures import structures
from roadmapper.figures.structures import Clause, Contract, Fee
from roadmapper.figures.terms import BySize, Column, Lookup, SizeBand, Term

LARGEST_FILE = 1_000_000
KINDS: Mapping[str, type] = {
    "subscription": structures.Subscription,
    "fees at risk": structures.FeesAtRisk,
    "gain share": structures.GainShare,
    "per event": structures.PerEvent,
    "milestones": structures.Milestones,
    "service credits": structures.ServiceCredits,
    "per member": structures.PerMember,
    "ramp": structures.Ramp,
    "royalty": structures.Royalty,
}
"""What `kind` may say in a clause."""

_HUGE = Decimal(10) ** 18
_TERM = frozenset(get_args(Term))
_OF_CLAUSE = ("kind", "gates", "periods", "outside")


@dataclass(frozen=True, slots=True)
class Rows:
    """How a table of results is read: the column that names a row, the one that counts periods.

    Without `period` every row is settled by itself, as a first period. `first` is what the first
    period is called, such as 2027.
    """

    label: str = ""
    period: str = ""
    first: int = 1


@dataclass(frozen=True, slots=True)
class ContractFile:
    """A contract, and how its results are read."""

    contract: Contract
    rows: Rows


def load_contract(path: Path) -> ContractFile:
    """Return the contract in a TOML file.

    Raises:
        ContractError: The file cannot be read, or says what no contract says.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ContractError(f"{path.name} is too large for a contract; leave out what is none.")
        return read_contract(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))
    except OSError as error:
        raise ContractError(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    except RecursionError as error:
        raise ContractError(f"{path.name}: tables lie too deep in one another.") from error
    except ValueError as error:  # no TOML, no UTF-8, or a number of thousands of digits
        raise ContractError(f"{path.name} is not TOML: {error}. Mend that place.") from error


def read_contract(told: Mapping[str, Any]) -> ContractFile:
    """Return the contract that a parsed file describes.

    Raises:
        ContractError: Something is missing, unknown or of the wrong kind; says where.
    """
    clauses = told.get("clause")
    if not isinstance(clauses, list) or not clauses:
        raise ContractError('There is no clause. Write one as [[clause]] with kind = "…".')
    rest = {name: value for name, value in told.items() if name not in {"clause", "rows"}}
    made = tuple(_clause(one, f"clause {at}") for at, one in enumerate(clauses, 1))
    contract = Contract(clauses=made, **_values(Contract, rest, "the contract", given=("clauses",)))
    rows = _values(Rows, _table(told.get("rows", {}), "rows"), "rows")
    return ContractFile(contract, Rows(**rows))


def _clause(told: object, place: str) -> Clause:
    table = _table(told, place)
    kind = table.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        known = ", ".join(f'"{one}"' for one in KINDS)
        raise ContractError(f"{place}: kind says {kind!r}. Write one of {known}.")
    place = f"{place} ({kind})"
    inside = {name: value for name, value in table.items() if name not in _OF_CLAUSE}
    outside = {name: table[name] for name in _OF_CLAUSE[1:] if name in table}
    structure = KINDS[kind](**_values(KINDS[kind], inside, place))
    return Clause(structure, **_values(Clause, outside, place, given=("structure",)))


def _values(
    kind: type, told: Mapping[str, Any], place: str, given: Sequence[str] = ()
) -> dict[str, Any]:
    """Return the arguments for a structure, each read as its field is declared."""
    hints, declared = _hints(kind), _declared(kind)
    names = [one.name for one in declared if one.name not in given]
    for name in told:
        if name not in names:
            raise ContractError(f"{place}: there is no {name!r}. Known are {', '.join(names)}.")
    for one in declared:
        needed = one.default is MISSING and one.default_factory is MISSING
        if needed and one.name in names and one.name not in told:
            raise ContractError(f"{place}: {one.name} is missing. Write it.")
    return {name: _value(hints[name], value, f"{place}, {name}") for name, value in told.items()}


def _value(hint: Any, told: object, place: str) -> Any:
    """Return what was told as its declared type."""
    options = set(get_args(hint)) if get_origin(hint) in {Union, UnionType} else {hint}
    if options >= _TERM:
        return _term(told, place)
    (kind,) = options - {NoneType}
    if get_origin(kind) in {tuple, frozenset}:
        return _several(kind, told, place)
    if kind is Fee and not isinstance(told, Mapping):
        return Fee(_term(told, place))
    if is_dataclass(kind) and isinstance(kind, type):
        return kind(**_values(kind, _table(told, place), place))
    return _single(kind, told, place)


def _single(kind: type, told: object, place: str) -> Any:
    if kind is Decimal:
        return _number(told, place)
    if issubclass(kind, Enum):
        known = [one.value for one in kind]
        if told not in known:
            raise ContractError(f"{place}: {told!r} is not known. Write one of {', '.join(known)}.")
        return kind(told)
    wanted = {str: "a text in quotes", bool: "true or false", int: "a whole number"}[kind]
    if not isinstance(told, kind) or (kind is int and isinstance(told, bool)):
        raise ContractError(f"{place}: {told!r} is not understood. Write {wanted}.")
    return told


def _several(kind: Any, told: object, place: str) -> Any:
    if not isinstance(told, list):
        raise ContractError(f"{place}: write a list in square brackets.")
    inner = get_args(kind)
    if get_origin(kind) is tuple and inner[-1] is not Ellipsis:
        if len(told) != len(inner):
            raise ContractError(f"{place}: write {len(inner)} numbers in square brackets.")
        return tuple(_value(hint, one, place) for hint, one in zip(inner, told, strict=True))
    found = (_value(inner[0], one, f"{place} {at}") for at, one in enumerate(told, 1))
    return get_origin(kind)(found)


def _term(told: object, place: str) -> Term:
    """Return a term: a number, the name of a column, or a table."""
    match told:
        case str() if told.strip():
            return Column(told)
        case {"choices": choices}:
            return _lookup(_table(told, place), _table(choices, f"{place}, choices"), place)
        case {"bands": bands, "size": size}:
            column = _value(Column, {"name": size} if isinstance(size, str) else size, place)
            return BySize(column, _bands(bands, f"{place}, bands"))
        case Mapping():
            return Column(**_values(Column, _named(told), place))
        case _:
            return _number(told, place)


def _lookup(told: Mapping[str, Any], choices: Mapping[str, Any], place: str) -> Lookup:
    column = told.get("column")
    if not isinstance(column, str) or not choices or set(told) != {"column", "choices"}:
        raise ContractError(f'{place}: write column = "…" beside at least one of its choices.')
    terms = {word: _term(one, f"{place}, {word}") for word, one in choices.items()}
    return Lookup(column, terms)


def _bands(told: object, place: str) -> tuple[SizeBand, ...]:
    if not isinstance(told, list) or not told:
        raise ContractError(f"{place}: write bands as [from, to, first rate, last rate].")
    return tuple(_band(one, f"{place} {at}") for at, one in enumerate(told, 1))


def _band(told: object, place: str) -> SizeBand:
    match told:
        case [low, high, first, last]:
            numbers = [_number(one, place) for one in (low, high, first, last)]
            return SizeBand(*numbers)
        case [low, rate]:
            return SizeBand(_number(low, place), None, _number(rate, place), _number(rate, place))
        case _:
            raise ContractError(
                f"{place}: write [from, to, first rate, last rate], or [from, rate] for the last."
            )


def _named(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table of a column with its name under `name`, as the structure calls it."""
    return {("name" if key == "column" else key): value for key, value in told.items()}


def _number(told: object, place: str) -> Decimal:
    is_number = isinstance(told, int | Decimal) and not isinstance(told, bool)
    found = Decimal(told) if is_number else Decimal("NaN")  # type: ignore[arg-type]
    if not found.is_finite() or abs(found) >= _HUGE:
        raise ContractError(
            f"{place}: {told!r} is not a usable number. Write it with a point, such as 1200.50."
        )
    return found


def _table(told: object, place: str) -> Mapping[str, Any]:
    if not isinstance(told, Mapping):
        raise ContractError(f"{place}: write a table, such as {{ first = 100000 }}.")
    return told


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _declared(kind: Any) -> tuple[Declared[Any], ...]:
    return fields(kind)
