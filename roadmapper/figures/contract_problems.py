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
    FeesAtRisk,
    GainShare,
    Measure,
    Milestones,
    PerEvent,
    Ramp,
    ServiceCredits,
    Sharing,
)
from roadmapper.figures.terms import BySize, Lookup, SizeBand, Term

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
    for gate in clause.gates:
        yield from _crossed(f"Gate “{gate.label}”", gate.least, gate.most)
    match clause.structure:
        case FeesAtRisk() as one:
            yield from _of_fees_at_risk(one)
        case Milestones() as one:
            yield from _part(f"{one.label}: the holdback", one.holdback)
            yield from _weights(one.label, [step.weight for step in one.steps])
        case GainShare() as one:
            yield from _of_gain_share(one)
        case PerEvent() as one:
            yield from _crossed(one.label, one.least, one.most)
        case Ramp() as one:
            yield from _crossed(one.label, one.floor, one.most)
        case ServiceCredits() as one:
            yield from _of_credits(one)
        case _:
            pass


def _of_fees_at_risk(one: FeesAtRisk) -> Iterator[str]:
    yield from _part(f"{one.label}: the fee at risk", one.at_risk)
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


def _of_measure(measure: Measure) -> Iterator[str]:
    terms = (measure.baseline, measure.target)
    if isinstance(terms[0], Decimal) and terms[0] == terms[1]:
        yield f"{measure.label}: the target equals the baseline, so nothing can be reached."
    payout = measure.payout
    if payout.shape is Shape.TIERS:
        yield from _rising(measure.label, [limit for limit, _ in payout.tiers])
        yield from _rising(f"{measure.label}, parts earned", [part for _, part in payout.tiers])
    yield from _part(f"{measure.label}: the part earned at the threshold", payout.at_threshold)


def _of_sharing(place: str, how: Sharing) -> Iterator[str]:
    yield from _of_bands(place, how.bands)
    for term in (how.minimum, how.rate, how.factor):
        yield from _of_term(place, term)


def _of_bands(place: str, bands: Sequence[Band]) -> Iterator[str]:
    limits = [band.up_to for band in bands[:-1]]
    if any(limit is None for limit in limits):
        yield f"{place}: only the last band may be without a limit."
        return
    last = [band.up_to for band in bands[-1:]]
    yield from _rising(place, [one for one in (*limits, *last) if one is not None])


def _of_term(place: str, term: Term) -> Iterator[str]:
    match term:
        case Decimal() if not ZERO <= term <= ONE:
            yield f"{place}: {term} is not a share. Write 0.25 for a quarter."
        case Lookup():
            for one in term.choices.values():
                yield from _of_term(place, one)
        case BySize():
            yield from _of_sizes(place, term.bands)
        case _:
            pass


def _of_sizes(place: str, bands: Sequence[SizeBand]) -> Iterator[str]:
    for band, following in pairwise(bands):
        if band.to_size is None or following.from_size <= band.to_size:
            yield f"{place}: the sizes from {following.from_size} overlap the band before them."
    for band in bands:
        if band.to_size is not None and band.to_size < band.from_size:
            yield f"{place}: the band from {band.from_size} ends before it begins."


def _of_collar(collar: Collar) -> Iterator[str]:
    yield from _part("The collar, below", collar.below)
    if collar.above < 0:
        yield "The collar, above: a share of the fee cannot be negative."


def _weights(place: str, weights: Sequence[Decimal]) -> Iterator[str]:
    if sum(weights, ZERO) != ONE:
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


def _falling(place: str, limits: Sequence[Decimal]) -> Iterator[str]:
    if any(after >= before for before, after in pairwise(limits)):
        yield f"{place}: the limits must fall from one to the next."
