"""How much must be measured before a difference can be told from chance.

The formulas are the usual ones for comparing two means with a normal approximation; the wedge is
that of Hussey and Hughes, in which every site starts once and stays.
"""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

ALPHA = 0.05
"""How often a difference is seen where there is none, counted on both sides."""
POWER = 0.8
"""How often a difference is seen where there is one."""


def cases_each(effect: float, alpha: float = ALPHA, power: float = POWER) -> float:
    """Return the cases needed in each of two groups: `2·((z_{1-α/2} + z_{power}) / δ)²`.

    The effect δ is told in standard deviations of a single case.
    """
    return 2.0 * (_reach(alpha, power) / effect) ** 2


def design_effect(size: float, alike: float) -> float:
    """Return how many times more cases are needed if they come in groups: `1 + (m - 1)·ρ`."""
    return 1 + (size - 1) * alike


def wedge(sites: int) -> tuple[tuple[int, ...], ...]:
    """Return who has started when, for sites that start one after the other; none has at first."""
    return tuple(tuple(int(period > site) for period in range(sites + 1)) for site in range(sites))


def wedge_variance(started: Sequence[Sequence[int]], within: float, between: float) -> float:
    """Return the variance of the effect that a stepped wedge sees.

    `within` is the variance of the mean of one site in one period, `between` that of the sites.
    `Iσ²(σ² + Tτ²) / [(IU - W)σ² + (U² + ITU - TW - IV)τ²]`
    """
    sites, periods = len(started), len(started[0])
    by_site = [sum(row) for row in started]
    by_period = [sum(row[period] for row in started) for period in range(periods)]
    all_of, w, v = sum(by_site), sum(n * n for n in by_period), sum(n * n for n in by_site)
    chance = (sites * all_of - w) * within
    groups = (all_of**2 + sites * periods * all_of - periods * w - sites * v) * between
    return sites * within * (within + periods * between) / (chance + groups)


def smallest_seen(variance: float, alpha: float = ALPHA, power: float = POWER) -> float:
    """Return the smallest difference that an estimate with this variance can show."""
    return _reach(alpha, power) * sqrt(variance)


def _reach(alpha: float, power: float) -> float:
    normal = NormalDist()
    return normal.inv_cdf(1 - alpha / 2) + normal.inv_cdf(power)
