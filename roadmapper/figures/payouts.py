"""From a result to what it pays: attainment, cliff, straight line, tiers, progressive bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from roadmapper.figures.arithmetic import Arithmetic, N, clamped


class Shape(Enum):
    """How a payment behaves between the threshold and the target."""

    CLIFF = "cliff"
    LINEAR = "linear"
    TIERS = "tiers"


@dataclass(frozen=True, slots=True)
class Payout:
    """What a share of the target earns.

    `threshold` is the attainment below which nothing is earned, `at_threshold` the part earned
    there (straight line only); `tiers` are pairs of attainment and part earned, rising.
    """

    shape: Shape = Shape.LINEAR
    threshold: Decimal = Decimal(0)
    at_threshold: Decimal = Decimal(0)
    tiers: tuple[tuple[Decimal, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A rate that holds up to a limit; the last band has none."""

    rate: Decimal
    up_to: Decimal | None = None


def attainment(arithmetic: Arithmetic[N], actual: N, baseline: N, target: N) -> N:
    """Return how far a result came from its baseline to its target: 1 is the target.

    The direction cancels out: a target below the baseline wants less.
    """
    return arithmetic.ratio(actual - baseline, target - baseline)


def earned(arithmetic: Arithmetic[N], attained: N, payout: Payout) -> N:
    """Return the part of its fee that an attainment earns, from 0 to 1; all limits inclusive."""
    match payout.shape:
        case Shape.CLIFF:
            return _step(arithmetic, attained, Decimal(1))
        case Shape.LINEAR:
            return _linear(arithmetic, attained, payout)
        case Shape.TIERS:
            return _tiers(arithmetic, attained, payout.tiers)


def bonus(arithmetic: Arithmetic[N], attained: N, stretch: Decimal) -> N:
    """Return the part of a bonus earned past the target; all of it at this `stretch`."""
    number = arithmetic.number
    past = arithmetic.ratio(attained - number(Decimal(1)), number(stretch - 1))
    return clamped(arithmetic, past, number(Decimal(0)), number(Decimal(1)))


def kept(arithmetic: Arithmetic[N], rate: N, bands: Sequence[Band]) -> N:
    """Return the part kept of a gain or loss when every band has its own share.

    `kept(x) = Σ rate · max(0, min(x, up_to) - from)`; the sign is the caller's.
    """
    number = arithmetic.number
    result, begins = number(Decimal(0)), Decimal(0)
    for band in bands:
        reach = rate if band.up_to is None else arithmetic.least(rate, number(band.up_to))
        inside = arithmetic.most(reach - number(begins), number(Decimal(0)))
        result = result + inside * number(band.rate)
        begins = begins if band.up_to is None else band.up_to
    return result


def by_limit(arithmetic: Arithmetic[N], measured: N, steps: Sequence[tuple[Decimal, Decimal]]) -> N:
    """Return what belongs to the highest limit reached; steps fall, the last catches all."""
    result = arithmetic.number(steps[-1][1])
    for limit, value in reversed(steps[:-1]):
        result = arithmetic.choose(
            measured >= arithmetic.number(limit), arithmetic.number(value), result
        )
    return result


def _step(arithmetic: Arithmetic[N], attained: N, limit: Decimal) -> N:
    number = arithmetic.number
    return arithmetic.choose(attained >= number(limit), number(Decimal(1)), number(Decimal(0)))


def _linear(arithmetic: Arithmetic[N], attained: N, payout: Payout) -> N:
    if payout.threshold >= 1:
        return _step(arithmetic, attained, payout.threshold)
    number = arithmetic.number
    way = arithmetic.ratio(attained - number(payout.threshold), number(1 - payout.threshold))
    part = number(payout.at_threshold) + way * number(1 - payout.at_threshold)
    part = arithmetic.least(part, number(Decimal(1)))
    return arithmetic.choose(attained >= number(payout.threshold), part, number(Decimal(0)))


def _tiers(arithmetic: Arithmetic[N], attained: N, tiers: Sequence[tuple[Decimal, Decimal]]) -> N:
    result = arithmetic.number(Decimal(0))
    for limit, part in tiers:
        result = arithmetic.choose(
            attained >= arithmetic.number(limit), arithmetic.number(part), result
        )
    return result
