"""Very many random contracts of every structure, from a seed: quicker than drawing each one."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from roadmapper.figures.payouts import Band, Payout, Shape
from roadmapper.figures.structures import (
    Clause,
    Collar,
    Contract,
    Fee,
    FeesAtRisk,
    GainShare,
    Gate,
    Item,
    Limit,
    Measure,
    Milestone,
    Milestones,
    PerEvent,
    PerMember,
    Ramp,
    Royalty,
    ServiceCredits,
    Sharing,
    Structure,
    Subscription,
)
from roadmapper.figures.terms import Column

D = Decimal
OUTCOME = "outcome"
"""Every structure reads how good a period was from this column; 0 is nothing, 1 the target."""
SHORTFALL = "shortfall"
"""What goes the other way: 0 is good."""
GATE = "gate"
BENCHMARK = D(10_000_000)


def many(seed: int, count: int) -> Iterator[Contract]:
    """Yield so many contracts; the same for the same seed."""
    dice = Random(seed)  # noqa: S311 - the same for a seed, and no secret
    for _ in range(count):
        clauses = tuple(_clause(dice) for _ in range(dice.randint(1, 5)))
        collar = None
        if dice.random() < 0.8:
            collar = Collar(Fee(_amount(dice)), _part(dice), _part(dice))
        yield Contract(clauses, collar, _amount(dice) / 7, _amount(dice) / 9)


def _clause(dice: Random) -> Clause:
    gates = (Gate("Gate", Column(GATE), least=_part(dice)),) if dice.random() < 0.2 else ()
    return Clause(dice.choice(_STRUCTURES)(dice), gates, outside=dice.random() < 0.1)


def _part(dice: Random, most: int = 10_000) -> Decimal:
    return D(dice.randint(0, most)) / 10_000


def _amount(dice: Random) -> Decimal:
    return D(dice.randint(1, 500_000_000)) / 100


def _fee(dice: Random) -> Fee:
    return Fee(_amount(dice), _part(dice, 500))


def _weights(dice: Random, count: int) -> list[Decimal]:
    cuts = sorted(_part(dice) for _ in range(count - 1))
    return [after - before for before, after in zip([D(0), *cuts], [*cuts, D(1)], strict=True)]


def _at_risk(dice: Random) -> Structure:
    measures = []
    for at, weight in enumerate(_weights(dice, dice.randint(1, 4))):
        if dice.random() < 0.5:
            measures.append(Measure(f"m{at}", weight, Column(OUTCOME), D(0), D(1), _payout(dice)))
        else:  # less is better: 50 is today, 30 the target
            actual = Column(OUTCOME, times=D(-20), plus=D(50))
            measures.append(Measure(f"m{at}", weight, actual, D(50), D(30), _payout(dice)))
    return FeesAtRisk("At risk", _fee(dice), _part(dice), tuple(measures), _part(dice, 3_000))


def _payout(dice: Random) -> Payout:
    match dice.choice(tuple(Shape)):
        case Shape.CLIFF:
            return Payout(Shape.CLIFF)
        case Shape.LINEAR:
            return Payout(Shape.LINEAR, _part(dice) + D("0.0001"), _part(dice))
        case Shape.TIERS:
            count = dice.randint(1, 4)
            limits = sorted(_part(dice, 15_000) + D("0.0001") for _ in range(count))
            parts = sorted(_part(dice) for _ in range(count))
            return Payout(Shape.TIERS, tiers=tuple(zip(limits, parts, strict=True)))


def _sharing(dice: Random) -> Sharing:
    limits = (Limit(_amount(dice)), Limit(_part(dice), BENCHMARK))[: dice.randint(0, 2)]
    bands: tuple[Band, ...] = ()
    if dice.random() < 0.3:
        ends = sorted({_part(dice, 1_500) + D("0.0001") for _ in range(3)})
        bands = (*(Band(_part(dice), end) for end in ends), Band(_part(dice)))
    return Sharing(
        _part(dice, 1_000), dice.random() < 0.5, _part(dice), bands, _part(dice), limits=limits
    )


def _gain(dice: Random) -> Structure:
    saved = Column(OUTCOME, times=_part(dice, 4_000) * BENCHMARK)
    loss = _sharing(dice) if dice.random() < 0.5 else None
    return GainShare("Savings", BENCHMARK, _sharing(dice), saved=saved, loss=loss)


def _events(dice: Random) -> Structure:
    least = _amount(dice) / 100
    events = Column(OUTCOME, times=_amount(dice), least=D(0))
    return PerEvent("Events", _part(dice), events, least=least, most=least + _amount(dice))


def _milestones(dice: Random) -> Structure:
    met, late = Column(OUTCOME, least=D(0), most=D(1)), Column(SHORTFALL, times=D(9))
    steps = tuple(
        Milestone(f"s{at}", weight, met, late)
        for at, weight in enumerate(_weights(dice, dice.randint(1, 3)))
    )
    return Milestones("Work", _fee(dice), _part(dice), steps, _part(dice, 500), _part(dice))


def _credits(dice: Random) -> Structure:
    limits = sorted({_part(dice), _part(dice)}, reverse=True)
    credits_ = sorted(_part(dice) for _ in range(len(limits) + 1))
    bands = tuple(zip([*limits, D(-9)], credits_, strict=True))
    down = Column(SHORTFALL, times=D(43_200))
    return ServiceCredits("Service", _amount(dice), D(43_200), D(0), down, bands)


def _ramp(dice: Random) -> Structure:
    active = Column(OUTCOME, times=D(500), least=D(0))
    floor = _part(dice)
    return Ramp("Ramp", _fee(dice), (), active, D(500), floor, floor + _part(dice))


def _members(dice: Random) -> Structure:
    units = Column(OUTCOME, times=_amount(dice), least=D(0))
    least = _amount(dice) / 1_000
    return PerMember("Members", units, _part(dice), least_units=least, most=_amount(dice))


def _royalty(dice: Random) -> Structure:
    revenue = Column(OUTCOME, times=_amount(dice), least=D(0))
    return Royalty("Royalty", _part(dice), revenue, _amount(dice), D(2))


def _subscription(dice: Random) -> Structure:
    return Subscription("Fee", (Item(D(dice.randint(1, 9)), _amount(dice), _part(dice, 500)),))


_STRUCTURES = (
    *(_at_risk, _gain, _events, _milestones, _credits),
    *(_ramp, _members, _royalty, _subscription),
)
