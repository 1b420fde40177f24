"""What is wrong with a contract before anything is settled, each in one plain sentence."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from roadmapper.figures.payouts import Band, Shape
from roadmapper.figures.structures import (
    ONE,
    ZERO,
    Clause,
    Collar,
    Contract,
    Fee,
    FeesAtRisk,
    GainShare,
    Gate,
    Limit,
    Measure,
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
from roadmapper.figures.terms import BySize, Column, Lookup, SizeBand, Term

_NEARLY = Decimal("0.0001")
"""Thirds and sevenths never make one exactly."""
_FINEST, _COARSEST = Decimal("0.000001"), Decimal(1_000_000)


def problems(contract: Contract) -> tuple[str, ...]:
    """Return every problem of a contract, in the order of its clauses."""
    return tuple(_all(contract))


def _all(contract: Contract) -> Iterator[str]:
    for clause in contract.clauses:
        yield from _of_clause(clause)
    if contract.collar is not None:
        yield from _of_collar(contract.collar)
    step = contract.round_to
    if not _FINEST <= step <= _COARSEST or step.normalize().as_tuple().digits != (1,):
        yield f"Payments cannot be rounded to {contract.round_to}. Write 0.01, 1 or another ten."


def _of_clause(clause: Clause) -> Iterator[str]:
    if any(period < 1 for period in clause.periods):
        yield f"{clause.structure.label}: periods are counted from 1."
    for gate in clause.gates:
        yield from _of_gate(gate)
    yield from _of_structure(clause.structure)


def _of_structure(one: Structure) -> Iterator[str]:
    match one:
        case FeesAtRisk():
            yield from _of_fees_at_risk(one)
        case Milestones():
            yield from _of_milestones(one)
        case GainShare():
            yield from _of_gain_share(one)
        case PerEvent():
            yield from _negative(f"{one.label}: the price", one.price)
            yield from _crossed(one.label, one.least, one.most)
        case Ramp():
            yield from _of_ramp(one)
        case ServiceCredits():
            yield from _of_credits(one)
        case Subscription():
            yield from _of_subscription(one)
        case PerMember():
            yield from _negative(f"{one.label}: the rate", one.rate)
            yield from _negative(f"{one.label}: the most", one.most)
        case Royalty():
            yield from _part(f"{one.label}: the rate", one.rate)
            yield from _negative(f"{one.label}: the multiple", one.multiple)
            yield from _negative(f"{one.label}: the contribution", one.contribution)


def _of_gate(gate: Gate) -> Iterator[str]:
    place = f"Gate “{gate.label}”"
    if gate.least is None and gate.most is None:
        yield f"{place}: write the least or the most that its measure may be."
    yield from _crossed(place, gate.least, gate.most)


def _of_subscription(one: Subscription) -> Iterator[str]:
    if not one.items:
        yield f"{one.label}: write at least one item."
    for item in one.items:
        yield from _negative(f"{one.label}: the price", item.price)
        yield from _growth(one.label, item.escalator)


def _of_ramp(one: Ramp) -> Iterator[str]:
    yield from _of_fee(one.label, one.fee)
    yield from _negative(f"{one.label}: the floor", one.floor)
    yield from _crossed(one.label, one.floor, one.most)
    for part in one.parts:
        yield from _negative(f"{one.label}: a part of the ramp", part)


def _of_milestones(one: Milestones) -> Iterator[str]:
    yield from _of_fee(one.label, one.fee)
    yield from _part(f"{one.label}: the holdback", one.holdback)
    yield from _part(f"{one.label}: what a week late costs", one.per_week)
    yield from _part(f"{one.label}: the most that lateness costs", one.most_late)
    yield from _weights(one.label, [step.weight for step in one.steps])


def _of_fees_at_risk(one: FeesAtRisk) -> Iterator[str]:
    yield from _of_fee(one.label, one.fee)
    yield from _part(f"{one.label}: the fee at risk", one.at_risk)
    yield from _negative(f"{one.label}: the bonus", one.bonus)
    yield from _weights(one.label, [measure.weight for measure in one.measures])
    for measure in one.measures:
        yield from _of_measure(measure)
    if one.bonus and one.stretch <= 1:
        yield f"{one.label}: the bonus begins past the target, so its stretch must be above 1."


def _of_gain_share(one: GainShare) -> Iterator[str]:
    if (one.saved is None) is (one.spent is None):
        yield f"{one.label}: write either what was saved or what was spent."
    if one.gain is None and one.loss is None:
        yield f"{one.label}: write how a gain is shared, or a loss, or both."
    if one.gain is not None:
        yield from _of_sharing(f"{one.label}, gain", one.gain)
    if one.loss is not None:
        yield from _of_sharing(f"{one.label}, loss", one.loss)


def _of_credits(one: ServiceCredits) -> Iterator[str]:
    if not one.bands:
        yield f"{one.label}: write at least one band, such as [0.995, 0]."
    yield from _falling(one.label, [limit for limit, _ in one.bands])
    for _, credit in one.bands:
        yield from _part(f"{one.label}: a credit", credit)
    yield from _of_limits(one.label, one.limits)


def _of_measure(measure: Measure) -> Iterator[str]:
    terms = (measure.baseline, measure.target)
    if isinstance(terms[0], Decimal) and terms[0] == terms[1]:
        yield f"{measure.label}: the target equals the baseline, so nothing can be reached."
    payout = measure.payout
    if payout.shape is Shape.TIERS:
        if not payout.tiers:
            yield f"{measure.label}: write at least one tier, such as [1, 1]."
        for _, part in payout.tiers:
            yield from _part(f"{measure.label}: a part earned", part)
        yield from _rising(measure.label, [limit for limit, _ in payout.tiers])
        yield from _never_falling(measure.label, [part for _, part in payout.tiers])
    yield from _part(f"{measure.label}: the part earned at the threshold", payout.at_threshold)


def _of_sharing(place: str, how: Sharing) -> Iterator[str]:
    yield from _of_bands(place, how.bands)
    yield from _of_limits(place, how.limits)
    for term in (how.minimum, how.rate, how.factor):
        yield from _of_term(place, term)


def _of_limits(place: str, limits: Sequence[Limit]) -> Iterator[str]:
    for limit in limits:
        yield from _negative(f"{place}: the most", limit.share)
        yield from _negative(f"{place}: the most", limit.of)


def _of_bands(place: str, bands: Sequence[Band]) -> Iterator[str]:
    limits = [band.up_to for band in bands[:-1]]
    if any(limit is None for limit in limits):
        yield f"{place}: only the last band may be without a limit."
        return
    last = [band.up_to for band in bands[-1:]]
    yield from _rising(place, [one for one in (ZERO, *limits, *last) if one is not None])
    for band in bands:
        yield from _part(f"{place}: the rate of a band", band.rate)


def _of_term(place: str, term: Term) -> Iterator[str]:
    match term:
        case Decimal() if not ZERO <= term <= ONE:
            yield f"{place}: {term} is not a share. Write 0.25 for a quarter."
        case Lookup():
            for one in term.choices.values():
                yield from _of_term(place, one)
        case BySize():
            yield from _of_sizes(place, term.bands)
        case Column() if term.least is not None and term.most is not None:
            yield from _crossed(f"{place}, column {term.name!r}", term.least, term.most)
        case _:
            pass


def _of_sizes(place: str, bands: Sequence[SizeBand]) -> Iterator[str]:
    for band, following in pairwise(bands):
        if band.to_size is None or following.from_size <= band.to_size:
            yield f"{place}: the sizes from {following.from_size} overlap the band before them."
    for band in bands:
        if band.to_size is not None and band.to_size < band.from_size:
            yield f"{place}: the band from {band.from_size} ends before it begins."
        yield from _part(f"{place}: a rate", band.from_rate)
        yield from _part(f"{place}: a rate", band.to_rate)


def _of_collar(collar: Collar) -> Iterator[str]:
    yield from _of_fee("The collar", collar.fee)
    yield from _part("The collar, below", collar.below)
    yield from _negative("The collar, above", collar.above)


def _of_fee(place: str, fee: Fee) -> Iterator[str]:
    yield from _negative(f"{place}: the fee", fee.first)
    yield from _growth(place, fee.escalator)


def _growth(place: str, escalator: Decimal) -> Iterator[str]:
    if not -ONE < escalator <= ONE:
        yield f"{place}: a yearly increase of {escalator} is no share. Write 0.03 for 3 %."


def _negative(what: str, term: Term | None) -> Iterator[str]:
    if isinstance(term, Decimal) and term < 0:
        yield f"{what} is {term}. It cannot be negative."


def _weights(place: str, weights: Sequence[Decimal]) -> Iterator[str]:
    if abs(sum(weights, ZERO) - ONE) > _NEARLY:
        yield f"{place}: the weights make {sum(weights, ZERO)}. Together they must make 1."
    if any(weight < 0 for weight in weights):
        yield f"{place}: a weight cannot be negative."


def _part(what: str, part: Decimal) -> Iterator[str]:
    if not ZERO <= part <= ONE:
        yield f"{what} is {part}. Write a share between 0 and 1."


def _crossed(place: str, least: Decimal | None, most: Decimal | None) -> Iterator[str]:
    if least is not None and most is not None and least > most:
        yield f"{place}: the least, {least}, is more than the most, {most}."


def _rising(place: str, limits: Sequence[Decimal]) -> Iterator[str]:
    if any(after <= before for before, after in pairwise(limits)):
        yield f"{place}: the limits must rise from one to the next."


def _never_falling(place: str, parts: Sequence[Decimal]) -> Iterator[str]:
    if any(after < before for before, after in pairwise(parts)):
        yield f"{place}: more of a result must never earn less."


def _falling(place: str, limits: Sequence[Decimal]) -> Iterator[str]:
    if any(after >= before for before, after in pairwise(limits)):
        yield f"{place}: the limits must fall from one to the next."
