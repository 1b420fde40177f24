"""What the risk costs us: fees not earned, our part in losses, credits; and how much it can be."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import numpy as np

from roadmapper.figures import money
from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.chance import Outcome
from roadmapper.figures.deal import Deal
from roadmapper.figures.flows import active, potential, results_of
from roadmapper.figures.settlement import Statement, limits_of, settle_one
from roadmapper.figures.settling import Kind
from roadmapper.figures.sheet import DOLLARS, Sheet
from roadmapper.figures.structures import GainShare, Limit, ServiceCredits
from roadmapper.figures.summary import dollars, worst_tenth
from roadmapper.figures.terms import Results, worth

_ZERO, _YEAR = Decimal(0), Decimal(12)


def add(sheet: Sheet, deal: Deal, outcome: Outcome) -> None:
    """Write the exposure by the contract, its mean, and the mean of its worst tenth.

    What a gain or a bonus makes good inside the collar costs no more than the collar lets a year
    fall, and a month ends in one band only; so no draw costs more than the contract allows.
    """
    limits = most_by_year(deal)
    worst_year = np.zeros(1)
    for year, limit in zip(outcome.years, limits, strict=True):
        cost = year.forgone - year.loss + year.credits
        held = cost if limit is None else np.minimum(cost, float(limit))
        worst_year = np.maximum(worst_year, held)
    most = most_of_a_year(limits)
    if most is not None:
        sheet.add("outlook.exposure", money.whole(most), DOLLARS)
    costs = np.broadcast_to(worst_year, len(outcome.net))
    sheet.add("outlook.exposure_mean", dollars(costs.mean()), DOLLARS)
    sheet.add("outlook.exposure_tail", dollars(-worst_tenth(-costs)), DOLLARS)


def most_of_a_year(limits: Sequence[Decimal | None]) -> Decimal | None:
    """Return the most that any year can cost us, None if one has no limit."""
    known = [one for one in limits if one is not None]
    return max(known) if len(known) == len(limits) else None


def most_by_year(deal: Deal) -> tuple[Decimal | None, ...]:
    """Return the most each year can cost us by the contract, None where a loss has no limit."""
    return tuple(_of_year(deal, year) for year in range(1, deal.years + 1))


def _of_year(deal: Deal, year: int) -> Decimal | None:
    """Return fees that wait for results and the cap of our losses, within the collar, and the rest.

    The rest are credits and fees outside the collar. Fees that grow with use are counted as if all
    used it.
    """
    known = {one.name: one.high if one.most is None else one.most for one in deal.inputs}
    results = results_of(EXACT, deal, known, year)
    statement = settle_one(EXACT, deal.contract, results)
    waits = dict(potential(EXACT, deal, results))
    apart = {pay.label for pay in statement.payments if pay.outside}
    inside = money.total(fee for label, fee in waits.items() if label not in apart)
    outside = money.total(fee for label, fee in waits.items() if label in apart)
    losses, room = _losses(deal, results), _room(deal, results, statement, waits)
    if losses is None and room is None:
        return None
    bounds = [room] if room is not None else []
    bounds += [inside + losses] if losses is not None else []
    return min(bounds) + outside + _credits(deal, results)


def _room(
    deal: Deal,
    results: Results[Decimal],
    statement: Statement[Decimal],
    waits: Mapping[str, Decimal],
) -> Decimal | None:
    """Return how far a year can fall to the least of its collar, None if it has no least."""
    collar = deal.contract.collar
    least, _ = limits_of(EXACT, deal.contract, results)
    if collar is None or least is None or collar.below > 1:
        return None
    full = money.total(
        waits.get(pay.label, pay.amount)
        for pay in statement.payments
        if pay.kind in (Kind.FIXED, Kind.RESULT) and not pay.outside
    )
    return max(full - least, _ZERO)


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
    """Return the credits of a year in which every month ends in the dearest band of each level."""
    dearest: dict[str, Decimal] = {}
    for clause in active(deal, results.period):
        how = clause.structure
        if isinstance(how, ServiceCredits):
            credit = max(part for _, part in how.bands) * worth(EXACT, how.monthly_fee, results)
            month = min([credit, *(_limit(one, results) for one in how.limits)])
            dearest[how.level] = max(month, dearest.get(how.level, _ZERO))
    return money.total(dearest.values()) * _YEAR


def _limit(limit: Limit, results: Results[Decimal]) -> Decimal:
    return worth(EXACT, limit.share, results) * worth(EXACT, limit.of, results)
