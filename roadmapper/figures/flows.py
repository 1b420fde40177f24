"""What every contract year of a deal comes to, once each of its inputs has a value.

One formula serves all: exact money at the likely values, thousands of draws at once, and the two
ends of a single input. What the system pays is settled by the contract itself (`settlement.py`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic

from roadmapper.figures.arithmetic import Arithmetic, N, summed
from roadmapper.figures.deal import (
    ALL,
    BASE_FEE,
    FEE,
    MONTHLY_FEE,
    QUALITY,
    USE,
    VALUE,
    Benefit,
    Deal,
)
from roadmapper.figures.settlement import Statement, settle
from roadmapper.figures.settling import Kind, Settler
from roadmapper.figures.structures import Clause, FeesAtRisk, GainShare, Milestones
from roadmapper.figures.terms import Results, worth
from roadmapper.figures.uncertain import in_year
from roadmapper.figures.worth import ADOPTION, CLASSES

_ZERO, _ONE, _CENT, _YEAR = Decimal(0), Decimal(1), Decimal("0.01"), Decimal(12)


@dataclass(frozen=True, slots=True)
class Year(Generic[N]):
    """One contract year, all amounts positive but `loss`.

    The system gets `value` (by the names of its classes in `by_class`), `credits` and `royalty`,
    and pays the rest: `set_up` at the beginning, `fixed` month by month, `earned` (results,
    milestones, events, bonus), `gain` and `loss` (our part in it, negative) at the end; `once` and
    `costs` are its own. `forgone` are fees
    that were not earned; `capped` is 1 where a gain reached its cap.
    """

    value: N
    by_class: Mapping[str, N]
    set_up: N
    fixed: N
    earned: N
    gain: N
    loss: N
    credits: N
    royalty: N
    once: N
    costs: N
    forgone: N
    capped: N


def likely(deal: Deal) -> dict[str, Decimal]:
    """Return the likely value of every input."""
    return {one.name: one.likely for one in deal.inputs}


def worst(deal: Deal) -> dict[str, Decimal]:
    """Return for every input the end that is worst for the result, all at once."""
    return {one.name: one.worst for one in deal.inputs}


def results_of(
    arithmetic: Arithmetic[N], deal: Deal, known: Mapping[str, N], year: int
) -> Results[N]:
    """Return what the contract reads in a year (from 1), by the columns of `deal.py`."""
    number = arithmetic.number
    own = {one.name: known.get(in_year(one.name, year)) for one in deal.inputs if one.yearly}
    told = {**known, **{name: value for name, value in own.items() if value is not None}}
    base = number(deal.base_fees[year - 1])
    told[BASE_FEE.name] = base
    told[USE.name] = _use(arithmetic, deal, told, year)
    fee = base
    if deal.ramp is not None:
        settler = Settler(arithmetic, Results(told, period=year), number(_ZERO), _CENT)
        fee = settler.ramped(deal.ramp)
    told[FEE.name] = fee
    told[MONTHLY_FEE.name] = arithmetic.ratio(fee, number(_YEAR))
    told[QUALITY.name] = _quality(arithmetic, deal, told)
    told |= values_of(arithmetic, deal, told, year)
    return Results(told, period=year)


def values_of(
    arithmetic: Arithmetic[N], deal: Deal, known: Mapping[str, N], year: int
) -> dict[str, N]:
    """Return the verified value of a year by its columns: of all drivers, and of each class."""
    by_kind: dict[str, list[N]] = {}
    for one in deal.benefits:
        by_kind.setdefault(one.kind, []).append(_benefit(arithmetic, one, known, year))
    sums = {VALUE + kind: summed(arithmetic, found) for kind, found in by_kind.items()}
    nothing = {VALUE + kind: arithmetic.number(_ZERO) for kind in CLASSES.values()}
    return {**nothing, **sums, VALUE + ALL: summed(arithmetic, list(sums.values()))}


def statements_of(
    arithmetic: Arithmetic[N], deal: Deal, known: Mapping[str, N], *, with_steps: bool = False
) -> tuple[Statement[N], ...]:
    """Return the settlement of every year of the term."""
    periods = [results_of(arithmetic, deal, known, year) for year in range(1, deal.years + 1)]
    return settle(arithmetic, deal.contract, periods, with_steps=with_steps)


def years_of(
    arithmetic: Arithmetic[N], deal: Deal, known: Mapping[str, N], *, only: int = 0
) -> tuple[Year[N], ...]:
    """Return what every year comes to with these values, or `only` one, as if it stood alone."""
    numbers = (only,) if only else range(1, deal.years + 1)
    periods = [results_of(arithmetic, deal, known, year) for year in numbers]
    both = zip(periods, settle(arithmetic, deal.contract, periods), strict=True)
    return tuple(_year(arithmetic, deal, results, one) for results, one in both)


# --- what comes in --------------------------------------------------------------------------------


def _benefit(arithmetic: Arithmetic[N], one: Benefit, known: Mapping[str, N], year: int) -> N:
    value = known[one.improvement] * arithmetic.number(one.worth * one.ramp[year - 1])
    if one.adoption:
        value = value * known[one.adoption] * arithmetic.number(_CENT)
    return value * known[one.chance] if one.chance else value


def _use(arithmetic: Arithmetic[N], deal: Deal, known: Mapping[str, N], year: int) -> N:
    """Return the part who use it in a year: adoption at its place on the ramp of the fee."""
    adoption = known.get(ADOPTION)
    if adoption is None:
        return arithmetic.number(_ONE)
    return adoption * arithmetic.number(_CENT * deal.use_ramp[year - 1])


def _quality(arithmetic: Arithmetic[N], deal: Deal, known: Mapping[str, N]) -> N:
    left = arithmetic.number(_ONE)
    for gate in deal.gates:
        lost = (arithmetic.number(_ONE) - known[gate.holds]) * arithmetic.number(_ONE - gate.left)
        left = left * (arithmetic.number(_ONE) - lost)
    return left


# --- what is paid ---------------------------------------------------------------------------------


def _year(
    arithmetic: Arithmetic[N], deal: Deal, results: Results[N], statement: Statement[N]
) -> Year[N]:
    zero = arithmetic.number(_ZERO)
    paid = _collared(arithmetic, deal, statement)
    return Year(
        value=results.numbers[VALUE + ALL],
        by_class={name: results.numbers[VALUE + kind] for name, kind in CLASSES.items()},
        set_up=_sum(arithmetic, statement, Kind.FIXED, outside=True),
        fixed=paid.fixed,
        earned=paid.earned + _sum(arithmetic, statement, Kind.RESULT, outside=True),
        gain=paid.gain,
        loss=paid.loss,
        credits=zero - _sum(arithmetic, statement, Kind.CREDIT, outside=True),
        royalty=zero - _sum(arithmetic, statement, Kind.ROYALTY, outside=True),
        once=_once(arithmetic, deal, results),
        costs=_costs(arithmetic, deal, results),
        forgone=arithmetic.most(_shortfall(arithmetic, deal, results, statement) - paid.lift, zero),
        capped=_capped(arithmetic, deal, results, statement),
    )


@dataclass(frozen=True, slots=True)
class _Paid(Generic[N]):
    """The payments inside the collar, by kind; `lift` is what its lower limit adds to results."""

    fixed: N
    earned: N
    gain: N
    loss: N
    lift: N


def _collared(arithmetic: Arithmetic[N], deal: Deal, one: Statement[N]) -> _Paid[N]:
    """Return the payments by kind, within the collar.

    What its upper limit cuts is taken from gains, then results, then fees; what its lower limit
    adds lowers our part in a loss first, then counts as earned.
    """
    kinds = (Kind.FIXED, Kind.RESULT, Kind.GAIN, Kind.LOSS)
    fixed, earned, gain, loss = (_sum(arithmetic, one, kind, outside=False) for kind in kinds)
    zero = arithmetic.number(_ZERO)
    if deal.contract.collar is None:
        return _Paid(fixed, earned, gain, loss, zero)
    cut = arithmetic.most(one.before_collar - one.after_collar, zero)
    lift = arithmetic.most(one.after_collar - one.before_collar, zero)
    from_gain = arithmetic.least(cut, gain)
    from_results = arithmetic.least(cut - from_gain, earned)
    to_loss = arithmetic.least(lift, zero - loss)
    return _Paid(
        fixed - (cut - from_gain - from_results),
        earned - from_results + (lift - to_loss),
        gain - from_gain,
        loss + to_loss,
        lift - to_loss,
    )


def _sum(arithmetic: Arithmetic[N], one: Statement[N], kind: Kind, *, outside: bool) -> N:
    return summed(
        arithmetic,
        [pay.amount for pay in one.payments if pay.kind is kind and pay.outside is outside],
    )


def _once(arithmetic: Arithmetic[N], deal: Deal, results: Results[N]) -> N:
    year = results.period
    found = [
        results.numbers[one.amount] * arithmetic.number(one.borne)
        for one in deal.costs
        if one.once and one.year == year
    ]
    invested = [arithmetic.number(deal.invested)] if year == 1 and deal.invested else []
    return summed(arithmetic, [*found, *invested])


def _costs(arithmetic: Arithmetic[N], deal: Deal, results: Results[N]) -> N:
    return summed(
        arithmetic,
        [
            results.numbers[one.amount] * arithmetic.number(one.borne)
            for one in deal.costs
            if not one.once and one.year <= results.period
        ],
    )


# --- what was possible ----------------------------------------------------------------------------


def active(deal: Deal, year: int) -> Iterator[Clause]:
    """Return the clauses that hold in a year."""
    return (one for one in deal.contract.clauses if not one.periods or year in one.periods)


def potential(
    arithmetic: Arithmetic[N], deal: Deal, results: Results[N]
) -> Iterator[tuple[str, N]]:
    """Yield the label of every fee that waits for a result, and what it is if all is reached."""
    settler = Settler(arithmetic, results, arithmetic.number(_ZERO), deal.contract.round_to)
    for clause in active(deal, results.period):
        match clause.structure:
            case FeesAtRisk() as one:
                waits = [(measure.label, measure.weight * one.at_risk) for measure in one.measures]
            case Milestones() as one:
                waits = [(step.label, step.weight * one.holdback) for step in one.steps]
            case _:
                continue
        for label, part in waits:
            fee = settler.fee(one.fee) * arithmetic.number(part)
            yield label, arithmetic.rounded(fee, deal.contract.round_to)


def _shortfall(
    arithmetic: Arithmetic[N], deal: Deal, results: Results[N], statement: Statement[N]
) -> N:
    zero = arithmetic.number(_ZERO)
    paid = {one.label: one.amount for one in statement.payments if one.kind is Kind.RESULT}
    return summed(
        arithmetic,
        [
            arithmetic.most(full - paid[label], zero)
            for label, full in potential(arithmetic, deal, results)
        ],
    )


def _capped(
    arithmetic: Arithmetic[N], deal: Deal, results: Results[N], statement: Statement[N]
) -> N:
    """Return 1 where the cap of any gain is reached."""
    zero, one = arithmetic.number(_ZERO), arithmetic.number(_ONE)
    paid = {pay.label: pay.amount for pay in statement.payments if pay.kind is Kind.GAIN}
    reached = zero
    for clause in active(deal, results.period):
        how = clause.structure
        if not isinstance(how, GainShare) or how.gain is None:
            continue
        for limit in how.gain.limits:
            most = worth(arithmetic, limit.share, results) * worth(arithmetic, limit.of, results)
            most = arithmetic.rounded(most, deal.contract.round_to)
            now = arithmetic.choose(paid[f"{how.label}: gain"] >= most, one, zero)
            reached = arithmetic.most(reached, now)
    return reached
