"""What the risk costs us: fees not earned, our part in losses, credits; and how much it can be."""

from decimal import Decimal

import numpy as np

from roadmapper.figures import money
from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.chance import Outcome, full
from roadmapper.figures.deal import BASE_FEE, Deal
from roadmapper.figures.flows import active, potential, results_of
from roadmapper.figures.sheet import DOLLARS, Sheet
from roadmapper.figures.structures import GainShare, Limit, Milestones, ServiceCredits
from roadmapper.figures.summary import dollars, worst_tenth
from roadmapper.figures.terms import Results, worth

_ZERO, _YEAR = Decimal(0), Decimal(12)


def add(sheet: Sheet, deal: Deal, outcome: Outcome) -> None:
    """Write the exposure by the contract, its mean, and the mean of its worst tenth."""
    by_year = [one.forgone - one.loss + one.credits for one in outcome.years]
    worst_year = by_year[0]
    for one in by_year[1:]:
        worst_year = np.maximum(worst_year, one)
    most = most_of_a_year(deal)
    if most is not None:
        sheet.add("outlook.exposure", money.whole(most), DOLLARS)
    costs = full(worst_year, len(outcome.net))
    sheet.add("outlook.exposure_mean", dollars(costs.mean()), DOLLARS)
    sheet.add("outlook.exposure_tail", dollars(-worst_tenth(-costs)), DOLLARS)


def most_of_a_year(deal: Deal) -> Decimal | None:
    """Return the most one year can cost us by the contract, None if a loss has no limit."""
    years = [_of_year(deal, year) for year in range(1, deal.years + 1)]
    known = [one for one in years if one is not None]
    return max(known) if len(known) == len(years) else None


def _of_year(deal: Deal, year: int) -> Decimal | None:
    """Return fees that wait and the cap of our losses, within the collar, and what lies outside it.

    Fees that grow with use are counted as if all used it.
    """
    known = {one.name: one.high for one in deal.inputs}
    results = results_of(EXACT, deal, known, year)
    waits, apart = _waiting(deal, results)
    losses = _losses(deal, results)
    collar = deal.contract.collar
    base = results.numbers[BASE_FEE.name]
    room = None if collar is None or collar.below > 1 else base * collar.below
    if losses is None and room is None:
        return None
    inside = waits if losses is None else waits + losses
    if room is not None:
        inside = room if losses is None else min(inside, room)
    return inside + apart + _credits(deal, results)


def _waiting(deal: Deal, results: Results[Decimal]) -> tuple[Decimal, Decimal]:
    """Return the fees that wait for results inside the collar, and those that lie outside it."""
    clauses = [one for one in active(deal, results.period) if one.outside]
    outside = {
        step.label
        for one in clauses
        if isinstance(one.structure, Milestones)
        for step in one.structure.steps
    }
    fees = tuple(potential(EXACT, deal, results))
    apart = sum((fee for label, fee in fees if label in outside), _ZERO)
    return sum((fee for _, fee in fees), _ZERO) - apart, apart


def _losses(deal: Deal, results: Results[Decimal]) -> Decimal | None:
    """Return the most of our part in losses, None if one has no limit."""
    found = _ZERO
    for clause in active(deal, results.period):
        how = clause.structure
        if isinstance(how, GainShare) and how.loss is not None:
            if not how.loss.limits:
                return None
            found += min(_limit(one, results) for one in how.loss.limits)
    return found


def _credits(deal: Deal, results: Results[Decimal]) -> Decimal:
    """Return the credits of a year that ends every month in the dearest band."""
    found = [_ZERO]
    for clause in active(deal, results.period):
        how = clause.structure
        if isinstance(how, ServiceCredits):
            fee = worth(EXACT, how.monthly_fee, results)
            credit = max(part for _, part in how.bands) * fee
            limits = [_limit(one, results) for one in how.limits]
            found.append(min(credit, *limits) * _YEAR if limits else credit * _YEAR)
    return max(found)


def _limit(limit: Limit, results: Results[Decimal]) -> Decimal:
    return worth(EXACT, limit.share, results) * worth(EXACT, limit.of, results)
