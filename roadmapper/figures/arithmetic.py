"""The few operations a settlement needs, so that one formula serves exact money and many draws.

A formula is written once, over numbers of one kind. `EXACT` works with decimals, for what is
settled and printed; `draws.DRAWS` works with arrays of floats, for what might come.
"""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import Any, Protocol, Self, TypeAlias, TypeVar

from roadmapper.figures import money


class Number(Protocol):
    """What is added, taken away, multiplied and compared."""

    def __add__(self, other: Self, /) -> Self:
        """Return the sum."""

    def __sub__(self, other: Self, /) -> Self:
        """Return the difference."""

    def __mul__(self, other: Self, /) -> Self:
        """Return the product."""

    def __ge__(self, other: Any, /) -> Any:
        """Return whether, or where, this is at least the other."""

    def __gt__(self, other: Any, /) -> Any:
        """Return whether, or where, this is more than the other."""


N = TypeVar("N", bound=Number)
Steps: TypeAlias = tuple[tuple[str, N], ...]
"""What lies on the way to a payment, in order; `steps.py` has a word for each name."""


class Arithmetic(Protocol[N]):
    """Operations that differ between one number and many."""

    def number(self, exact: Decimal, /) -> N:
        """Return a constant as a number of this kind."""

    def least(self, first: N, second: N, /) -> N:
        """Return the smaller number."""

    def most(self, first: N, second: N, /) -> N:
        """Return the greater number."""

    def choose(self, when: Any, then: N, otherwise: N, /) -> N:
        """Return `then` where the condition holds, else `otherwise`."""

    def ratio(self, part: N, of: N, /) -> N:
        """Return the quotient, zero where there is nothing to divide by."""

    def rounded(self, amount: N, step: Decimal, /) -> N:
        """Return an amount in whole steps, such as cents, half away from zero."""


class Exact:
    """Decimals: nothing is rounded but what `rounded` rounds."""

    def number(self, exact: Decimal, /) -> Decimal:
        """Return the decimal itself."""
        return exact

    def least(self, first: Decimal, second: Decimal, /) -> Decimal:
        """Return the smaller decimal."""
        return min(first, second)

    def most(self, first: Decimal, second: Decimal, /) -> Decimal:
        """Return the greater decimal."""
        return max(first, second)

    def choose(self, when: Any, then: Decimal, otherwise: Decimal, /) -> Decimal:
        """Return one of the two decimals."""
        return then if when else otherwise

    def ratio(self, part: Decimal, of: Decimal, /) -> Decimal:
        """Return the quotient to fifty digits, zero if there is nothing to divide by."""
        with localcontext(prec=_DIGITS):
            return part / of if of else Decimal(0)

    def rounded(self, amount: Decimal, step: Decimal, /) -> Decimal:
        """Return an amount in whole steps, half up."""
        return money.rounded(amount, step)


EXACT = Exact()
_DIGITS = 50


def clamped(arithmetic: Arithmetic[N], number: N, least: N | None, most: N | None) -> N:
    """Return a number, or the limit it goes past; either limit may be missing.

    Where both limits cross, the upper one holds.
    """
    if least is not None:
        number = arithmetic.most(number, least)
    return number if most is None else arithmetic.least(number, most)


def summed(arithmetic: Arithmetic[N], numbers: Sequence[N]) -> N:
    """Return the sum, zero of nothing."""
    result = arithmetic.number(Decimal(0))
    for number in numbers:
        result = result + number
    return result
