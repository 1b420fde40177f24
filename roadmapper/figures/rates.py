"""A rate that was seen in a study: what lies behind so many of so many."""

from bisect import bisect_left
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate
from math import exp, log, sqrt

_STEPS = 4000
_REACH = 12
_ENDS = (0.1, 0.9)
_PLACES = Decimal("0.000001")


@lru_cache(maxsize=64)
def rate(seen: Decimal, seen_in: Decimal) -> tuple[Decimal, Decimal, Decimal] | None:
    """Return the tenth part, the rate that was seen and the ninetieth part; None if impossible.

    The rate lies as Beta(1 + seen, 1 + not seen).
    """
    if not 0 <= seen <= seen_in or seen_in <= 0:
        return None
    low, high = _parts(float(seen), float(seen_in - seen))
    likely = (seen / seen_in).quantize(_PLACES)
    return min(low, likely), likely, max(high, likely)


def _parts(seen: float, other: float) -> tuple[Decimal, Decimal]:
    count = seen + other + 2
    mean = (seen + 1) / count
    reach = _REACH * sqrt(mean * (1 - mean) / (count + 1))
    first, last = max(0.0, mean - reach), min(1.0, mean + reach)
    places = [first + (last - first) * (step + 0.5) / _STEPS for step in range(_STEPS)]
    logs = [seen * log(at) + other * log(1 - at) for at in places]
    top = max(logs)
    sums = list(accumulate(exp(one - top) for one in logs))
    low, high = (places[bisect_left(sums, sums[-1] * end)] for end in _ENDS)
    return Decimal(low).quantize(_PLACES), Decimal(high).quantize(_PLACES)
