"""Exact arithmetic of money: decimals only, rounded half up where an amount is paid or shown."""

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal, localcontext

CENT = Decimal("0.01")
ONE = Decimal(1)

_PLAIN = re.compile(r"-?\d{1,18}(?:\.\d{1,12})?", re.ASCII)
_DIGITS = 400
"""More digits than any product made here has, so that nothing is rounded too early."""


def amount(text: object) -> Decimal | None:
    """Return a kept number ("1200", "-0.5") as a decimal, None if it is no sensible number."""
    if not isinstance(text, str) or not _PLAIN.fullmatch(text):
        return None
    return Decimal(text)


def cents(exact: Decimal) -> Decimal:
    """Return an amount in whole cents, half up; a half cent owed rounds away from zero."""
    return rounded(exact, CENT)


def whole(exact: Decimal) -> Decimal:
    """Return a number without decimals, half up."""
    return rounded(exact, ONE)


def rounded(exact: Decimal, step: Decimal) -> Decimal:
    """Return a number in whole steps, half up; the step is a power of ten."""
    with localcontext(prec=_DIGITS):
        return exact.quantize(step, rounding=ROUND_HALF_UP)


def share(base: Decimal, percent: Decimal) -> Decimal:
    """Return this percentage of an amount, in cents."""
    return product((base, percent, CENT))


def product(factors: Iterable[Decimal]) -> Decimal:
    """Return the product of all factors, in cents."""
    with localcontext(prec=_DIGITS):
        result = ONE
        for factor in factors:
            result *= factor
        return cents(result)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Return the exact sum of all amounts."""
    with localcontext(prec=_DIGITS):
        return sum(amounts, Decimal(0))


def negative(exact: Decimal) -> Decimal:
    """Return the amount with the other sign, exactly (a bare minus would round to the context)."""
    return exact.copy_negate()


def escalated(first: Decimal, percent: Decimal, years: int) -> tuple[Decimal, ...]:
    """Return a yearly payment for each year: it rises by this percentage after every one."""
    with localcontext(prec=_DIGITS):
        growth = 1 + percent * CENT
        return tuple(cents(first * growth**year) for year in range(years))


def ramped(full: Decimal, ramp: Sequence[Decimal], years: int) -> tuple[Decimal, ...]:
    """Return an effect for each year from its ramp in percent; the last one stays."""
    return tuple(share(full, ramp[min(year, len(ramp) - 1)]) for year in range(years))
