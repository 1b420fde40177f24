"""How far a population stability index moves by chance, and which limit says more than chance.

If nothing has changed, the index over B bins is about (1/n + 1/m) times a chi-squared with B - 1
degrees of freedom, with n cases in the window and m in the baseline. Here B is ten, as in the usual
deciles. The test of this file compares it with 20,000 simulated pairs for each of nine sizes; below
a hundred cases empty bins push the index higher than this says, so nothing is judged there.
"""

import re
from dataclasses import dataclass
from math import erfc, exp, pi, sqrt

LOOK, ACT = 0.10, 0.25
"""The usual limits: a habit of credit scoring, of no health-care source."""

FEWEST = 100
"""Cases below which the index is not judged."""

ENOUGH, ENOUGH_OF_TEN = 500, 300
"""Cases from which the usual limits hold: against a baseline as large, or ten times as large."""

_POINT_99 = 21.67  # of a chi-squared with nine degrees of freedom
_TIMES = 10
_NAMED = re.compile(r"\bpsi\b|population stability", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reach:
    """What an index can say with so many cases: nothing, the usual limits, or its own."""

    cases: int
    baseline: int
    too_few: bool
    usual: bool
    limit: float
    """99 of 100 values without any change lie below it."""


def is_psi(signal: str) -> bool:
    """Return whether a signal is a population stability index."""
    return _NAMED.search(signal) is not None


def reach(cases: int, baseline: int | None = None) -> Reach:
    """Return what an index can say; a baseline that is not known is taken to be no larger."""
    size = baseline if baseline and baseline > 0 else cases
    few = min(cases, size) < FEWEST
    usual = min(cases, size) >= ENOUGH or (cases >= ENOUGH_OF_TEN and size >= _TIMES * cases)
    return Reach(cases, size, few, usual, 0.0 if few else _spread(cases, size) * _POINT_99)


def by_chance(limit: float, cases: int, baseline: int) -> float:
    """Return how often an index is above a limit although nothing has changed: 0 to 1."""
    return _tail(limit / _spread(cases, baseline))


def told(cases: int, baseline: int | None = None) -> str:
    """Return what stands beside the limit of an index: one sentence."""
    at = reach(cases, baseline)
    size = f"{cases:,} cases"
    if at.too_few:
        return f"{size} are too few to judge a stability index; pool windows until there are 100."
    against = f"With {size} and a baseline of {at.baseline:,}"
    if at.usual:
        return (
            f"{against}, 99 of 100 values without any change lie below {at.limit:.2f}, "
            f"so 0.10 and 0.25 say more than chance."
        )
    return (
        f"{against}, 0.10 is crossed by chance in {_of_100(at)} of 100 checks; "
        f"use {at.limit:.2f}, below which 99 of 100 values without any change lie."
    )


def _of_100(at: Reach) -> str:
    share = by_chance(LOOK, at.cases, at.baseline) * 100
    return f"{share:.0f}" if share >= 1 else "fewer than 1"


def _spread(cases: int, baseline: int) -> float:
    return 1 / cases + 1 / baseline


def _tail(at: float) -> float:
    """Return how much of a chi-squared with nine degrees of freedom lies above a value."""
    root = sqrt(at)
    series = root + root**3 / 3 + root**5 / 15 + root**7 / 105
    return erfc(root / sqrt(2)) + 2 * exp(-at / 2) / sqrt(2 * pi) * series
