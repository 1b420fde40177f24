"""The rows of the scenario table: three cases and everything low at once, as they are printed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.outlook_reading import CASES, Figures, value_of
from roadmapper.document.rounding import rounding_of, share_text

STRESS = "stress"
COLUMNS = (*CASES, STRESS)
"""The cases in the order of the table's columns."""

_ABSENT = "\u2013"
_ROWS = (
    ("adoption", "Use at full effect", "share"),
    ("value", "Verified value, hard only", "money"),
    ("fixed", "Fixed fees", "taken"),
    ("earned", "Fees earned by results", "taken"),
    ("gain", "Our share of the gain", "taken"),
    ("loss", "Loss we bear", "taken"),
    ("credits", "Service credits to you", "money"),
    ("royalty", "Royalties to you", "money"),
    ("costs", "Your own cost", "taken"),
    ("net", "Net to you", "money"),
    ("forgone", "Our fee not earned", "money"),
    ("fee_share", "Paid, of the base fees", "share"),
    ("payback_month", "Ahead from", "month"),
)
_OPTIONAL = frozenset({"gain", "loss", "credits", "royalty", "earned", "forgone"})


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """One row: the part of a case it shows, its name, and a text for each of `COLUMNS`."""

    part: str
    name: str
    texts: tuple[str, ...]


def scenario_rows(figures: Figures) -> tuple[ScenarioRow, ...]:
    """Return the rows of the table, empty if there is no expected net; what is nothing is left out.

    What is taken from the value carries a minus, so that each column adds up to its net.
    """
    if value_of(figures, "outlook.case.expected.net") is None:
        return ()
    return tuple(row for row in _rows(figures) if any(text != _ABSENT for text in row.texts))


def _rows(figures: Figures) -> Iterator[ScenarioRow]:
    money = rounding_of(figures).text
    forms: dict[str, Callable[[Decimal], str]] = {
        "money": money,
        "taken": lambda amount: money(-amount),
        "share": share_text,
        "month": lambda month: f"month {month:f}",
    }
    for part, name, form in _ROWS:
        values = _values(figures, part)
        if part in _OPTIONAL and not any(values):
            continue
        yield ScenarioRow(part, name, _texts(values, forms[form], part == "payback_month"))
    for year in _years(figures):
        values = _values(figures, f"year.{year}")
        yield ScenarioRow(f"year.{year}", f"Cumulative, end of year {year}", _texts(values, money))


def _texts(
    values: list[Decimal | None], form: Callable[[Decimal], str], never: bool = False
) -> tuple[str, ...]:
    """Return the cells; a month that is missing in some cases only is "not in the term"."""
    absent = "not in the term" if never else _ABSENT
    return tuple(absent if value is None else form(value) for value in values)


def _values(figures: Figures, part: str) -> list[Decimal | None]:
    cases = [value_of(figures, f"outlook.case.{case}.{part}") for case in CASES]
    return [*cases, value_of(figures, f"outlook.{STRESS}.{part}")]


def _years(figures: Figures) -> range:
    years = value_of(figures, "outlook.years")
    return range(1, int(years) + 1) if years is not None else range(0)
