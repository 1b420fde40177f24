"""What would have been paid: one full year, settled exactly for five ways it may turn out.

Nothing changes; every measure just reaches its threshold; half of the way from there to the
target; its target; the best that is expected.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.deal import Deal
from roadmapper.figures.flows import years_of
from roadmapper.figures.payouts import Shape as Payout
from roadmapper.figures.structures import Clause, FeesAtRisk, Measure, Subscription
from roadmapper.figures.terms import Column, Term
from roadmapper.figures.uncertain import Shape, Uncertain
from roadmapper.proposal.facts import Figure

OUTCOMES = {
    "none": "nothing changes",
    "threshold": "every measure just reaches its threshold and all else is low",
    "half": "every measure is half way from threshold to target, all else from low to likely",
    "target": "every measure reaches its target and all else is as likely",
    "best": "every measure and all else is at the best that is expected",
}
_ROWS = {
    "paid": "all that is paid to us for this year, before royalties, what is paid once apart, if",
    "forgone": "fees of this year that wait for results and are not earned, if",
    "value": "verified value of this year, if",
}
_YEAR = "the first contract year in which most clauses that depend on results hold"
_ZERO, _ONE, _TWO = Decimal(0), Decimal(1), Decimal(2)
_BESIDE = ("value.costs[", "pricing.per_member[")
_EARNED = "earned by "
"""Begins the column in which a measure is set."""


def figures_of(deal: Deal) -> Iterator[Figure]:
    """Yield what is paid, forgone and gained in each of the five."""
    year = _fullest(deal)
    yield Figure("five.year", Decimal(year), "", _YEAR, deal.addresses)
    told = _settable(deal)
    for outcome, words in OUTCOMES.items():
        known = {one.name: _value(one, outcome) for one in deal.inputs}
        known |= {
            _EARNED + one.label: _actual(one, outcome, deal.inputs) for one in _measures(deal)
        }
        (found,) = years_of(EXACT, told, known, only=year)
        paid = found.fixed + found.earned + found.gain + found.loss - found.credits
        amounts = {"paid": paid, "forgone": found.forgone, "value": found.value}
        for row, formula in _ROWS.items():
            if row == "value" and not deal.benefits:
                continue
            value = EXACT.rounded(amounts[row], deal.contract.round_to)
            name = f"five.{outcome}.{row}"
            yield Figure(name, value, "USD", f"{formula} {words}", deal.addresses)


def _fullest(deal: Deal) -> int:
    results = [one for one in deal.contract.clauses if not _is_certain(one)]
    return max(range(1, deal.years + 1), key=lambda year: sum(_holds(one, year) for one in results))


def _is_certain(clause: Clause) -> bool:
    return clause.outside or isinstance(clause.structure, Subscription)


def _holds(clause: Clause, year: int) -> bool:
    return not clause.periods or year in clause.periods


def _settable(deal: Deal) -> Deal:
    """Return the deal without what is paid once, its measures read from columns of their own."""
    clauses = (
        replace(one, structure=_set(one.structure))
        if isinstance(one.structure, FeesAtRisk)
        else one
        for one in deal.contract.clauses
        if not one.outside
    )
    return replace(deal, contract=replace(deal.contract, clauses=tuple(clauses)))


def _set(one: FeesAtRisk) -> FeesAtRisk:
    measures = (replace(m, actual=Column(_EARNED + m.label)) for m in one.measures)
    return replace(one, measures=tuple(measures))


def _measures(deal: Deal) -> Iterator[Measure]:
    for clause in deal.contract.clauses:
        if isinstance(clause.structure, FeesAtRisk):
            yield from clause.structure.measures


def _actual(one: Measure, outcome: str, inputs: tuple[Uncertain, ...]) -> Decimal:
    """Return what a measure reaches, told by how far it is on its way to the target."""
    threshold = _threshold(one)
    if outcome == "best" and isinstance(one.actual, Column):
        expected = next(each for each in inputs if each.name == one.actual.name)
        return expected.low if expected.is_worst_high else expected.high
    ways: Mapping[str, Decimal] = {
        "none": _ZERO,
        "threshold": threshold,
        "half": (threshold + _ONE) / _TWO,
    }
    baseline, target = _number(one.baseline), _number(one.target)
    return baseline + ways.get(outcome, _ONE) * (target - baseline)


def _number(term: Term) -> Decimal:
    """Return a limit of a measure; in a deal it is always a number."""
    return term if isinstance(term, Decimal) else _ZERO


def _threshold(one: Measure) -> Decimal:
    match one.payout.shape:
        case Payout.LINEAR:
            return one.payout.threshold
        case Payout.TIERS:
            return min(_ONE, one.payout.tiers[0][0])
        case Payout.CLIFF:
            return _ZERO


def _value(one: Uncertain, outcome: str) -> Decimal:
    """Return the value of an input in one of the five.

    Costs, members and what else happens beside the results, such as outages, stay likely.
    """
    if one.address.startswith(_BESIDE) or one.shape is Shape.MONTHS:
        return one.likely
    worst, best = (one.high, one.low) if one.is_worst_high else (one.low, one.high)
    if one.shape is Shape.CHANCE:
        return _ZERO if outcome == "none" and not one.yearly else _ONE
    values = {
        "none": worst if one.is_worst_high else min(_ZERO, one.low),
        "threshold": worst,
        "half": (worst + one.likely) / _TWO,
        "best": best,
    }
    return values.get(outcome, one.likely)
