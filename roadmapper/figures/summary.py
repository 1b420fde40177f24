"""Short words for many draws: parts, means, the worst tenth, shares."""

from decimal import Decimal

import numpy as np

from roadmapper.figures import money
from roadmapper.figures.draws import Array, Flags

TENTH, HALF, NINETIETH = 0.1, 0.5, 0.9
_TENTH_PLACE = Decimal("0.1")
_SURE = 6
"""Decimals of a sum of floats that can be trusted, so that half a dollar is half a dollar."""


def parts(draws: Array) -> tuple[float, float, float]:
    """Return the tenth, fiftieth and ninetieth part, linear between the two nearest draws.

    The draws are parted, not sorted: first in the middle, then each half where it is needed.
    """
    told = draws.copy()
    middle = _place(HALF, len(told))
    told.partition(middle)
    low = _part(told[:middle], _place(TENTH, len(told)), TENTH, told)
    mid = _between(told, middle, HALF)
    high = _part(told[middle:], _place(NINETIETH, len(told)) - middle, NINETIETH, told)
    return low, mid, high


def _place(share: float, count: int) -> int:
    return int(share * (count - 1))


def _part(half: Array, place: int, share: float, whole: Array) -> float:
    """Return a part that lies in one half, which is parted in its place."""
    if len(half) > place:
        half.partition(place)
    return _between(whole, _place(share, len(whole)), share)


def _between(told: Array, place: int, share: float) -> float:
    """Return the part between a draw in its place and the least of those after it."""
    exact = share * (len(told) - 1)
    first = float(told[place])
    rest = exact - place
    if rest <= 0 or place + 1 >= len(told):
        return first
    return first + rest * (float(told[place + 1 :].min()) - first)


def worst_tenth(draws: Array) -> float:
    """Return the mean of the lowest tenth."""
    count = max(1, len(draws) // 10)
    return float(np.partition(draws, count - 1)[:count].mean())


def share(holds: Flags) -> Decimal:
    """Return in how many of all draws something holds, in percent."""
    return Decimal(int(np.count_nonzero(holds)) * 100) / len(holds)


def dollars(amount: float) -> Decimal:
    """Return an amount in whole dollars, half up; chance knows no cents."""
    return money.whole(Decimal(round(float(amount), _SURE)))


def tenth(number: float | Decimal) -> Decimal:
    """Return a number with one decimal, half up."""
    return money.rounded(Decimal(number), _TENTH_PLACE)


def mean(array: Array) -> float:
    """Return the mean of draws, or of one number that is the same in all."""
    return float(array.mean())
