"""Savings already budgeted: which part of each contract year falls into the fiscal year."""

import re
from datetime import date
from decimal import Decimal

from roadmapper.figures import money
from roadmapper.figures.deal import Budget
from roadmapper.figures.reading import Answered, Row, day_at, rows, words_at

_BUDGET = "value.budgeted_savings"
_START = "deal.start_date"
_FIRST_MONTH = "deal.fiscal_year_start"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = 12
_CENTURY = 2000


def budget_of(answers: Answered, years: int) -> Budget | None:
    """Return the savings planned for the first budgeted fiscal year that meets the term.

    None if there are none. A fiscal year that cannot be read stands for the first contract year.
    """
    planned: dict[int | None, list[Row]] = {}
    for row in rows(answers, _BUDGET):
        if (row.number("amount") or 0) > 0:
            planned.setdefault(_number(row), []).append(row)
    for named in sorted(planned, key=lambda year: year or 0):
        parts = _parts(answers, named, years)
        if any(parts):
            same = planned[named]
            amount = money.total(row.number("amount") or Decimal(0) for row in same)
            return Budget(amount, parts, tuple(row.address("amount") for row in same))
    return None


def _number(row: Row) -> int | None:
    """Return the year a fiscal year is named after: 2028 of "FY2028", "FY 28" or "2027/28"."""
    found = re.findall(r"(?<!\d)(?:\d{4}|\d{2})(?!\d)", row.text("fiscal_year"), re.ASCII)
    if not found:
        return None
    return int(found[-1]) if len(found[-1]) > 2 else _CENTURY + int(found[-1])  # noqa: PLR2004 - two digits are short for 2028


def _parts(answers: Answered, named: int | None, years: int) -> tuple[Decimal, ...]:
    start = day_at(answers, _START)
    month = words_at(answers, _FIRST_MONTH)[:3].lower()
    if named is None or start is None or month not in _MONTHS:
        return (Decimal(1), *[Decimal(0)] * (years - 1))
    begins = _begins(named, _MONTHS.index(month) + 1)
    offset = (begins.year - start.year) * _YEAR + begins.month - start.month
    return tuple(_overlap(offset, year * _YEAR) for year in range(years))


def _begins(named: int, month: int) -> date:
    """Return the first month of a fiscal year, which is named after the year it ends in."""
    return date(named if month == 1 else named - 1, month, 1)


def _overlap(fiscal: int, contract: int) -> Decimal:
    common = min(fiscal, contract) + _YEAR - max(fiscal, contract)
    return Decimal(max(0, common)) / _YEAR
