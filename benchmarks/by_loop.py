"""The Fernhollow contract over three years as one would first write it: a loop, plain floats.

`plan_of` takes the numbers out of the deal once, so that both sides settle the same contract and
the loop meets floats only; `settled` settles one draw.
"""

import random
import statistics
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.figures.deal import Deal
from roadmapper.figures.structures import FeesAtRisk, GainShare, Measure, ServiceCredits
from roadmapper.figures.terms import Term
from roadmapper.figures.uncertain import Shape

Drawn = Mapping[str, float]
MONTHS = 12
_CASH = "cash-releasing"


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure: the input, where its way begins and ends, from where it pays, its weight."""

    name: str
    baseline: float
    target: float
    threshold: float
    weight: float


@dataclass(frozen=True, slots=True)
class Brings:
    """One driver: the input, its adoption, and what a unit of it is worth in each year."""

    name: str
    adoption: str
    is_cash: bool
    worth: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spends:
    """One cost: the input, the part that is borne, and the years it falls in."""

    name: str
    borne: float
    years: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """The gain share: years, benchmark, minimum, rate, cap."""

    years: frozenset[int]
    benchmark: float
    minimum: float
    rate: float
    cap: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The numbers of the whole contract as floats; fees by year, credits by the band of a month."""

    ranges: tuple[tuple[str, float, float, float], ...]
    fees: tuple[float, ...]
    set_up: tuple[float, ...]
    brings: tuple[Brings, ...]
    spends: tuple[Spends, ...]
    at_risk: float
    measures: tuple[Measured, ...]
    gain: Shares
    gates: tuple[tuple[float, float], ...]
    credits: tuple[tuple[float, float], ...]
    collar: tuple[float, float]


def plan_of(deal: Deal) -> Plan:
    """Return the numbers of the sample's deal."""
    structures = [one.structure for one in deal.contract.clauses]
    risk = next(one for one in structures if isinstance(one, FeesAtRisk))
    part = {one.name: float(one.of[0]) for one in deal.inputs if one.of}
    ranged = [one for one in deal.inputs if one.shape is Shape.PERT]
    bands = [one for one in structures if isinstance(one, ServiceCredits)]
    return Plan(
        ranges=tuple(
            (one.name, float(one.low), float(one.likely), float(one.high)) for one in ranged
        ),
        fees=tuple(map(float, deal.base_fees)),
        set_up=tuple(map(float, deal.set_up)),
        brings=tuple(
            Brings(one.improvement, one.adoption, one.kind == _CASH, _by_year(one.worth, one.ramp))
            for one in deal.benefits
        ),
        spends=tuple(
            Spends(one.amount, float(one.borne), _falls(deal.years, one.year, once=one.once))
            for one in deal.costs
        ),
        at_risk=float(risk.at_risk),
        measures=tuple(map(_measured, risk.measures)),
        gain=_shares(deal),
        gates=tuple((part[one.holds], float(one.left)) for one in deal.gates),
        credits=tuple((part[f"{one.label}.months"], float(one.bands[1][1])) for one in bands),
        collar=_collar(deal),
    )


def _by_year(worth: Decimal, ramp: tuple[Decimal, ...]) -> tuple[float, ...]:
    return tuple(float(worth * part) for part in ramp)


def _falls(years: int, first: int, *, once: bool) -> tuple[bool, ...]:
    return tuple(year == first if once else year >= first for year in range(1, years + 1))


def _measured(one: Measure) -> Measured:
    ends = (_number(one.baseline), _number(one.target))
    threshold, weight = float(one.payout.threshold), float(one.weight)
    return Measured(f"{one.label}.expected", *ends, threshold, weight)


def _shares(deal: Deal) -> Shares:
    for clause in deal.contract.clauses:
        how = clause.structure
        if isinstance(how, GainShare) and how.gain is not None:
            terms = (how.benchmark, how.gain.minimum, how.gain.rate, how.gain.limits[0].share)
            return Shares(clause.periods, *map(_number, terms))
    raise ValueError("The sample has no gain share; measure another way to charge.")


def _collar(deal: Deal) -> tuple[float, float]:
    collar = deal.contract.collar
    return (float(1 - collar.below), float(1 + collar.above)) if collar else (0.0, float("inf"))


def _number(term: Term) -> float:
    if isinstance(term, Decimal):
        return float(term)
    raise TypeError(f"{term} is read from results, and this loop has only numbers.")


# --- the loop -------------------------------------------------------------------------------------


def looped(plan: Plan, runs: int, seed: int) -> tuple[float, float, float, float]:
    """Return the mean, tenth, fiftieth and ninetieth part of the net."""
    chance = random.Random(seed)  # noqa: S311 - draws, no secrets
    nets = sorted(settled(plan, _drawn(plan, chance), chance.random) for _ in range(runs))
    tenths = statistics.quantiles(nets, n=10, method="inclusive")
    return statistics.fmean(nets), tenths[0], tenths[4], tenths[8]


def _drawn(plan: Plan, chance: random.Random) -> Drawn:
    found = {}
    for name, low, likely, high in plan.ranges:
        width = high - low
        alpha = 1 + 4 * (likely - low) / width
        found[name] = low + width * chance.betavariate(alpha, 6 - alpha)
    return found


def settled(plan: Plan, drawn: Drawn, even: Callable[[], float]) -> float:
    """Return the net of one draw; `even` gives draws between 0 and 1 for gates and months."""
    earned = sum(_earned(one, drawn) for one in plan.measures) * plan.at_risk
    net = 0.0
    for year, fee in enumerate(plan.fees):
        value, cash = _value(plan, drawn, year)
        quality = 1.0
        for chance, left in plan.gates:
            quality *= 1.0 if even() < chance else left
        gain = _gain(plan.gain, cash, quality) if year + 1 in plan.gain.years else 0.0
        pay = round(fee * (1 - plan.at_risk), 2) + round(fee * earned, 2) + round(gain, 2)
        pay = min(max(pay, fee * plan.collar[0]), fee * plan.collar[1])
        for expected, credit in plan.credits:
            ended = sum(even() < expected / MONTHS for _ in range(MONTHS))
            pay -= round(fee / MONTHS * credit * ended, 2)
        costs = sum(drawn[one.name] * one.borne for one in plan.spends if one.years[year])
        net += value - pay - plan.set_up[year] - costs
    return net


def _earned(one: Measured, drawn: Drawn) -> float:
    attained = (drawn[one.name] - one.baseline) / (one.target - one.baseline)
    if attained < one.threshold:
        return 0.0
    return one.weight * min(1.0, (attained - one.threshold) / (1 - one.threshold))


def _value(plan: Plan, drawn: Drawn, year: int) -> tuple[float, float]:
    value = cash = 0.0
    for one in plan.brings:
        worth = drawn[one.name] * one.worth[year]
        if one.adoption:
            worth *= drawn[one.adoption] / 100
        value += worth
        cash += worth if one.is_cash else 0.0
    return value, cash


def _gain(how: Shares, cash: float, quality: float) -> float:
    if cash / how.benchmark < how.minimum:
        return 0.0
    counted = max(0.0, cash - how.minimum * how.benchmark)
    return min(counted * how.rate * quality, how.cap)
