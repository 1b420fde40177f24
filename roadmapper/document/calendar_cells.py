"""The calendar above a timeline: months, quarters or years, the finest that can be read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS_UP_TO = 245  # days for which months are shown
QUARTERS_UP_TO = 1300
MOST_YEARS = 60  # beyond which several years share a cell
AIR = 9.0


@dataclass(frozen=True, slots=True)
class Cell:
    """One stretch of the calendar with its name, both days included."""

    start: date
    end: date
    text: str


def cells(start: date, end: date, width: float, width_of: Callable[[str], float]) -> list[Cell]:
    """Return the calendar from start to end for a field of this width."""
    days = (end - start).days + 1
    for months, most in ((1, MONTHS_UP_TO), (3, QUARTERS_UP_TO)):
        if days > most:
            continue
        found = _cells(start, end, months)
        widest = max(width_of(cell.text) for cell in found)
        if widest * 1.08 + AIR <= width * months * 30.4 / days:
            return found
    return _cells(start, end, 12 * (1 + (end.year - start.year) // MOST_YEARS))


def _cells(start: date, end: date, months: int) -> list[Cell]:
    found = []
    first = date(start.year, (start.month - 1) // months * months + 1, 1)
    while first <= end:
        following = _later(first, months)
        text = _name(first, months)
        last = following - timedelta(days=1) if following else date.max
        found.append(Cell(max(first, start), min(last, end), text))
        if following is None:
            break
        first = following
    return found


def _later(first: date, months: int) -> date | None:
    """Return the first day of the next cell, None after the last of all years."""
    number = first.year * 12 + first.month - 1 + months
    year = number // 12
    return date(year, number % 12 + 1, 1) if year <= date.max.year else None


def _name(first: date, months: int) -> str:
    match months:
        case 1:
            return f"{MONTHS[first.month - 1]} {first.year}"
        case 3:
            return f"Q{(first.month + 2) // 3} {first.year}"
        case _:
            return str(first.year)
