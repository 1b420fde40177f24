"""How an uncertain number may fall out: from even draws between 0 and 1 to draws of its own kind.

Each kind turns the same even draws into its numbers in order, so that a slider that moves an input
moves every draw a little, and a document made again has the same numbers.
"""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from math import lgamma, log, sqrt
from statistics import NormalDist
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
PERT_WEIGHT = 4.0
"""How much the likely value counts beside each limit."""
_GRID = 4097
_TENTH = 0.1
_NORMAL_P90 = NormalDist().inv_cdf(1 - _TENTH)
_REACH = 12.0
"""Standard deviations within which a narrow distribution is laid out."""


class Shape(Enum):
    """The kinds of spread between a low, a likely and a high value."""

    PERT = "pert"
    TRIANGULAR = "triangular"
    UNIFORM = "uniform"


@dataclass(frozen=True, slots=True)
class Spread:
    """An uncertain number: low, likely and high, as limits, or as its tenth and ninetieth part.

    `least` and `most` are physical bounds; draws past them count as the bound.
    """

    low: float
    likely: float
    high: float
    shape: Shape = Shape.PERT
    are_limits: bool = True
    least: float | None = None
    most: float | None = None


def even_draws(seed: int, name: str, count: int) -> Array:
    """Return draws between 0 and 1 for one input; the same for a seed and a name, for ever.

    The raw bits of the generator are used, as only they are promised to stay the same.
    """
    raw = np.random.PCG64(np.random.SeedSequence([seed, crc32(name.encode())])).random_raw(count)
    even: Array = ((raw >> 11).astype(np.float64) + 0.5) * 2.0**-53
    return even


def drawn(spread: Spread, even: Array) -> Array:
    """Return the draws of a spread for these even draws."""
    low, high = limits(spread)
    if high <= low:
        made = np.full(even.shape, spread.likely)
    else:
        made = _inside(spread.shape, low, spread.likely, high, even)
    bounded: Array = np.clip(made, spread.least, spread.most)
    return bounded


def limits(spread: Spread) -> tuple[float, float]:
    """Return the lowest and the highest value that a spread can take, its bounds aside."""
    if spread.are_limits or spread.high <= spread.low:
        return spread.low, spread.high
    return _widened(spread.shape, spread.low, spread.likely, spread.high)


def lognormal(median: float, ninetieth: float, even: Array) -> Array:
    """Return draws of a cost by its median and the value nine of ten stay below."""
    scale = log(ninetieth / median) / _NORMAL_P90
    return np.exp(log(median) + scale * _normal(even))


def from_counts(events: float, trials: float, even: Array) -> Array:
    """Return draws of a rate that was seen `events` times in `trials`: Beta(1 + x, 1 + n - x)."""
    return _beta(1 + events, 1 + trials - events, even)


def event(probability: Array, size: Array, even: Array) -> Array:
    """Return the size where an event comes, zero where it does not."""
    return np.where(even < probability, size, 0.0)


def pert_moments(low: float, likely: float, high: float) -> tuple[float, float]:
    """Return mean and standard deviation: `(a + 4m + b)/6` and `√((μ - a)(b - μ)/7)`, exactly."""
    mean = (low + PERT_WEIGHT * likely + high) / (PERT_WEIGHT + 2)
    return mean, sqrt((mean - low) * (high - mean) / (PERT_WEIGHT + 3))


def triangular_moments(low: float, likely: float, high: float) -> tuple[float, float]:
    """Return mean and standard deviation of a triangular spread."""
    squares = low**2 + likely**2 + high**2 - low * likely - low * high - likely * high
    return (low + likely + high) / 3, sqrt(squares / 18)


def _inside(shape: Shape, low: float, likely: float, high: float, even: Array) -> Array:
    width = high - low
    at = (likely - low) / width
    match shape:
        case Shape.PERT:
            return low + width * _beta(1 + PERT_WEIGHT * at, 1 + PERT_WEIGHT * (1 - at), even)
        case Shape.TRIANGULAR:
            return low + width * _triangle(at, even)
        case Shape.UNIFORM:
            return low + width * even


def _triangle(at: float, even: Array) -> Array:
    return np.where(even < at, np.sqrt(even * at), 1 - np.sqrt((1 - even) * (1 - at)))


def _beta(alpha: float, beta: float, even: Array) -> Array:
    places, shares = _beta_table(alpha, beta)
    return np.interp(even, shares, places)


@lru_cache(maxsize=256)
def _beta_table(alpha: float, beta: float) -> tuple[Array, Array]:
    """Return places between 0 and 1 and the share of a Beta(α, β) below each; both at least 1.

    Places lie closer near the ends, where the share bends most.
    """
    mean = alpha / (alpha + beta)
    reach = _REACH * sqrt(mean * (1 - mean) / (alpha + beta + 1))
    low, high = max(0.0, mean - reach), min(1.0, mean + reach)
    angle = np.linspace(0, np.pi / 2, 2 * _GRID - 1)
    places = low + (high - low) * np.sin(angle) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        height = np.exp(
            lgamma(alpha + beta)
            - lgamma(alpha)
            - lgamma(beta)
            + np.nan_to_num((alpha - 1) * np.log(places), nan=0.0)
            + np.nan_to_num((beta - 1) * np.log1p(-places), nan=0.0)
        )
    area = height * (high - low) * np.sin(2 * angle)
    step = angle[1] - angle[0]
    pieces = (area[:-2:2] + 4 * area[1:-1:2] + area[2::2]) * step / 3
    shares = np.concatenate(([0.0], np.cumsum(pieces)))
    return places[::2], shares / shares[-1]


def _normal(even: Array) -> Array:
    inverse = NormalDist().inv_cdf
    return np.array([inverse(one) for one in even.tolist()])


@lru_cache(maxsize=256)
def _widened(shape: Shape, tenth: float, likely: float, ninetieth: float) -> tuple[float, float]:
    """Return the limits of the spread that has these values as its tenth and ninetieth part.

    The place of the likely value between the limits is found by halving; the width follows.
    """
    below, above = likely - tenth, ninetieth - likely
    first, last = 0.0, 1.0
    for _ in range(60):
        at = (first + last) / 2
        left, right = _reaches(shape, at)
        if below * right < above * left:
            last = at
        else:
            first = at
    left, right = _reaches(shape, at)
    width = (below + above) / (left + right)
    return likely - at * width, likely + (1 - at) * width


def _reaches(shape: Shape, at: float) -> tuple[float, float]:
    """Return how far tenth and ninetieth part lie from the likely value, of a width of 1."""
    ends = np.array([_TENTH, 1 - _TENTH])
    tenth, ninetieth = _inside(shape, 0.0, at, 1.0, ends).tolist()
    return at - tenth, ninetieth - at
