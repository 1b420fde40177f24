"""How an uncertain number may fall out: from even draws between 0 and 1 to draws of its own kind.

Each kind turns the same even draws into its numbers in order, so that a slider that moves an input
moves every draw a little, and a document made again has the same numbers.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import comb, lgamma, log, sqrt
from statistics import NormalDist
from typing import TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from roadmapper.figures.uncertain import Shape, Uncertain

Array: TypeAlias = NDArray[np.float64]
PERT_WEIGHT = 4.0
"""How much the likely value counts beside each limit."""
_GRID = 4097
_CELLS = 8192
_MONTHS = 12
_EXACT = 1e-12
_TENTH = 0.1
_NORMAL_P90 = NormalDist().inv_cdf(1 - _TENTH)
_REACH = 12.0
"""Standard deviations within which a narrow distribution is laid out."""


@dataclass(frozen=True, slots=True)
class Spread:
    """An uncertain number: low, likely and high, as limits, or as its tenth and ninetieth part.

    `least` and `most` are physical bounds; draws past them count as the bound. `of` holds the two
    numbers of what is counted: seen and seen in, a chance of one, months of twelve.
    """

    low: float
    likely: float
    high: float
    shape: Shape = Shape.PERT
    are_limits: bool = True
    least: float | None = None
    most: float | None = None
    of: tuple[float, float] = (0.0, 1.0)


def spread_of(one: Uncertain) -> Spread:
    """Return the spread of an uncertain input, in floats."""
    least, most = (None if limit is None else float(limit) for limit in (one.least, one.most))
    of = (0.0, 1.0) if one.of is None else (float(one.of[0]), float(one.of[1]))
    values = (float(one.low), float(one.likely), float(one.high))
    return Spread(*values, one.shape, one.are_limits, least, most, of)


def even_draws(seed: int, name: str, count: int) -> Array:
    """Return draws between 0 and 1 for one input; the same for a seed and a name, for ever.

    The raw bits of the generator are used, as only they are promised to stay the same.
    """
    raw = np.random.PCG64(np.random.SeedSequence([seed, crc32(name.encode())])).random_raw(count)
    even: Array = ((raw >> 11).astype(np.float64) + 0.5) * 2.0**-53
    return even


def drawn(spread: Spread, even: Array) -> Array:
    """Return the draws of a spread for these even draws."""
    made = _unbounded(spread, even)
    if spread.least is None and spread.most is None:
        return made
    return np.clip(made, spread.least, spread.most, out=made)


def _unbounded(spread: Spread, even: Array) -> Array:
    match spread.shape:
        case Shape.LOGNORMAL:
            return lognormal(spread.likely, spread.high, even)
        case Shape.COUNTS:
            return from_counts(*spread.of, even)
        case Shape.CHANCE:
            return event(spread.of[0], even)
        case Shape.MONTHS:
            return months(spread.of[0], even)
    low, high = limits(spread)
    if high <= low:
        return np.full(even.shape, spread.likely)
    return _inside(spread.shape, low, spread.likely, high, even)


def limits(spread: Spread) -> tuple[float, float]:
    """Return the lowest and the highest value that a spread can take, its bounds aside."""
    if spread.are_limits or spread.high <= spread.low:
        return spread.low, spread.high
    return _widened(spread.shape, spread.low, spread.likely, spread.high)


def lognormal(median: float, ninetieth: float, even: Array) -> Array:
    """Return draws of a cost by its median and the value nine of ten stay below."""
    scale = log(ninetieth / median) / _NORMAL_P90
    return np.exp(log(median) + scale * _looked_up(_normal_inverse(), even))


def from_counts(events: float, trials: float, even: Array) -> Array:
    """Return draws of a rate that was seen `events` times in `trials`: Beta(1 + x, 1 + n - x)."""
    return _beta(1 + events, 1 + trials - events, even)


def event(probability: float, even: Array) -> Array:
    """Return 1 where an event comes, 0 where it does not."""
    return (even < probability).astype(np.float64)


def months(expected: float, even: Array) -> Array:
    """Return how many months of twelve, each with the same chance; their mean is what is expected.

    Binomial: `P(k) = C(12, k) · p^k · (1 - p)^(12 - k)`.
    """
    chance = min(1.0, max(0.0, expected / _MONTHS))
    shares = [
        comb(_MONTHS, count) * chance**count * (1 - chance) ** (_MONTHS - count)
        for count in range(_MONTHS)
    ]
    return np.searchsorted(np.cumsum(shares), even, side="right").astype(np.float64)


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
        case _:
            return low + width * even


def _triangle(at: float, even: Array) -> Array:
    return np.where(even < at, np.sqrt(even * at), 1 - np.sqrt((1 - even) * (1 - at)))


def _beta(alpha: float, beta: float, even: Array) -> Array:
    return _looked_up(_beta_inverse(alpha, beta), even)


def _looked_up(inverse: Array, even: Array) -> Array:
    """Return the values of an inverse at these even draws, in a straight line inside each cell."""
    place = even * _CELLS
    cell = np.minimum(place.astype(np.intp), _CELLS - 1)
    place -= cell
    below = inverse[cell]
    place *= inverse[1:][cell] - below
    place += below
    return place


def _cells() -> Array:
    """Return the even draws an inverse is kept for; the outermost stay clear of 0 and 1."""
    ends = np.linspace(0, 1, _CELLS + 1)
    ends[0], ends[-1] = 1 / (8 * _CELLS), 1 - 1 / (8 * _CELLS)
    return ends


@lru_cache(maxsize=256)
def _beta_inverse(alpha: float, beta: float) -> Array:
    places, shares = _beta_table(alpha, beta)
    return np.interp(_cells(), shares, places)


@lru_cache(maxsize=1)
def _normal_inverse() -> Array:
    return np.array([NormalDist().inv_cdf(one) for one in _cells().tolist()])


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


@lru_cache(maxsize=256)
def _widened(shape: Shape, tenth: float, likely: float, ninetieth: float) -> tuple[float, float]:
    """Return the limits of the spread that has these values as its tenth and ninetieth part.

    The place of the likely value between the limits is found by the rule of false position, which
    halves the weight of an end that stays; the width follows.
    """
    below, above = likely - tenth, ninetieth - likely
    first, last = 0.0, 1.0
    ends = [_lean(shape, at, below, above) for at in (first, last)]
    at, stayed = first, 0
    for _ in range(60):
        at = (first * ends[1] - last * ends[0]) / (ends[1] - ends[0])
        lean = _lean(shape, at, below, above)
        if abs(lean) <= _EXACT * (below + above):
            break
        side = 1 if (lean > 0) is (ends[1] > 0) else -1
        if side > 0:
            last, ends[1] = at, lean
        else:
            first, ends[0] = at, lean
        if side == stayed:
            ends[0 if side > 0 else 1] /= 2
        stayed = side
    left, right = _reaches(shape, at)
    width = (below + above) / (left + right)
    return likely - at * width, likely + (1 - at) * width


def _lean(shape: Shape, at: float, below: float, above: float) -> float:
    """Return how much too far left a likely value lies; it lies too far right below zero."""
    left, right = _reaches(shape, at)
    return below * right - above * left


def _reaches(shape: Shape, at: float) -> tuple[float, float]:
    """Return how far tenth and ninetieth part lie from the likely value, of a width of 1."""
    ends = np.array([_TENTH, 1 - _TENTH])
    tenth, ninetieth = _inside(shape, 0.0, at, 1.0, ends).tolist()
    return at - tenth, ninetieth - at
