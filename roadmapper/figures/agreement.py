"""The agreement of a proposal as a contract: which answer becomes which structure."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from roadmapper.figures import fees, guarantees
from roadmapper.figures.deal import ALL, BASE_FEE, FEE, MONTHLY_FEE, QUALITY, USE, VALUE
from roadmapper.figures.inputs import Inputs
from roadmapper.figures.reading import Row, numbers_told, rows, words_at
from roadmapper.figures.structures import (
    Clause,
    Collar,
    Contract,
    Fee,
    GainShare,
    Item,
    Limit,
    PerEvent,
    PerMember,
    Ramp,
    Royalty,
    ServiceCredits,
    Sharing,
    Subscription,
)
from roadmapper.figures.terms import Column
from roadmapper.figures.worth import CLASSES

_ZERO, _ONE, _ALL = Decimal(0), Decimal(1), Decimal(100)
_FREE = Decimal(10) ** 9
"""A collar without a limit on one side lies this many fees away."""
_NEVER = frozenset({0})
GAINS = "pricing.gain_share"
LOSSES = "pricing.downside"
ONCE = f"{fees.FEES}: once"
"""The label of what is paid for setting up."""
_GAIN_STRUCTURES = ("gain share one-sided", "gain share two-sided")


def contract_of(inputs: Inputs, years: int, once: Iterable[tuple[Decimal, int]]) -> Contract:
    """Return the contract of a term; `once` are the fees paid once, each with its year from 1."""
    every = frozenset(range(1, years + 1))
    clauses = (
        *_base(inputs, every, tuple(once)),
        *_gains(inputs),
        *_losses(inputs),
        *_outcomes(inputs),
        *_members(inputs),
        *_credits(inputs),
        *_royalties(inputs, every),
    )
    return Contract(clauses, _collar(inputs))


def ramp_of(inputs: Inputs, adoption: str) -> Ramp | None:
    """Return how the yearly fee grows, None if it is the same from the start."""
    answers = inputs.answers
    if not fees.is_agreed(answers, "ramped or adoption-based"):
        return None
    parts = tuple(one / _ALL for one in numbers_told(words_at(answers, "pricing.ramp_parts")))
    by_use = words_at(answers, "pricing.ramp_by") == "use"
    if by_use and adoption:
        inputs.use("pricing.ramp_by")
        return Ramp(
            fees.FEES, Fee(BASE_FEE), (), USE, _ONE, inputs.part("pricing.ramp_floor"), _ONE
        )
    if by_use or not parts:
        return None
    inputs.use("pricing.ramp_parts")
    return Ramp(fees.FEES, Fee(BASE_FEE), parts)


# --- base fee, at risk, held back -----------------------------------------------------------------


def _base(
    inputs: Inputs, every: frozenset[int], once: tuple[tuple[Decimal, int], ...]
) -> Iterator[Clause]:
    yield from _yearly(inputs, every)
    share = inputs.part(guarantees.HOLDBACK)
    held = fees.is_agreed(inputs.answers, "milestone holdback") and 0 < share <= 1
    of_set_up = words_at(inputs.answers, "pricing.holdback_of") != "first yearly fee"
    for year in sorted({year for _, year in once}):
        fee = sum((amount for amount, one in once if one == year), _ZERO)
        steps = guarantees.milestones(inputs, fee, share) if held and of_set_up else None
        held = held and not of_set_up
        structure = steps or Subscription(ONCE, (Item(_ONE, fee),))
        yield Clause(structure, periods=frozenset({year}), outside=True)
    if held and not of_set_up and (steps := guarantees.milestones(inputs, Column(FEE.name, share))):
        first = frozenset({1})
        back = Subscription(f"{guarantees.HOLDBACK}: held back", (Item(-share, FEE),))
        yield Clause(back, periods=first)
        yield Clause(steps, periods=first)


def _yearly(inputs: Inputs, every: frozenset[int]) -> Iterator[Clause]:
    certain = Subscription(fees.FEES, (Item(_ONE, FEE),))
    at_risk = guarantees.fees_at_risk(inputs)
    if at_risk is None:
        yield Clause(certain)
        return
    years = inputs.years(fees.AT_RISK_YEARS) or every
    yield Clause(at_risk, periods=years)
    if rest := every - years:
        yield Clause(certain, periods=rest)


# --- gains and losses -----------------------------------------------------------------------------


def _gains(inputs: Inputs) -> Iterator[Clause]:
    if not any(fees.is_agreed(inputs.answers, one) for one in _GAIN_STRUCTURES):
        return
    for row in rows(inputs.answers, GAINS):
        sharing = _sharing(inputs, row, "minimum_rate", QUALITY)
        benchmark = _benchmark(row, sharing)
        if benchmark is None or sharing is None:
            continue
        gain = GainShare(row.path, benchmark, sharing, saved=_saved(row))
        yield Clause(gain, periods=inputs.years(row.address("years")))


def _losses(inputs: Inputs) -> Iterator[Clause]:
    first = next(rows(inputs.answers, GAINS), None)
    if first is None or not fees.is_agreed(inputs.answers, "gain share two-sided"):
        return
    for row in rows(inputs.answers, LOSSES):
        sharing = _sharing(inputs, row, "minimum_loss", _ONE)
        benchmark = _benchmark(first, sharing)
        if benchmark is None or sharing is None:
            continue
        loss = GainShare(row.path, benchmark, saved=_saved(first), loss=sharing)
        yield Clause(loss, periods=inputs.years(row.address("years")))


def _saved(row: Row) -> Column:
    counts = row.text("counts")
    return Column(VALUE + (counts if counts in CLASSES.values() else ALL))


def _benchmark(row: Row, sharing: Sharing | None) -> Decimal | None:
    """Return what savings are counted against; without a minimum nothing depends on it."""
    told = row.number("benchmark")
    if told is not None and told > 0:
        return told
    return None if sharing is None or sharing.minimum else _ONE


def _sharing(inputs: Inputs, row: Row, minimum: str, factor: Column | Decimal) -> Sharing | None:
    rate = row.number("vendor_share")
    if rate is None or not 0 <= rate <= _ALL:
        return None
    told = [
        row.address(one)
        for one in ("benchmark", minimum, "mode", "vendor_share", "cap", "cap_share", "counts")
        if row.text(one)
    ]
    inputs.use(*told)
    least = max(_ZERO, row.number(minimum) or _ZERO) / _ALL
    limits = []
    if (cap := row.number("cap")) is not None and cap >= 0:
        limits.append(Limit(cap))
    if (share := row.number("cap_share")) is not None and share >= 0:
        limits.append(Limit(share / _ALL, BASE_FEE))
    only_past = row.text("mode") == "second dollar"
    return Sharing(least, only_past, rate / _ALL, factor=factor, limits=tuple(limits))


# --- events, members, credits, royalties ----------------------------------------------------------


def _outcomes(inputs: Inputs) -> Iterator[Clause]:
    if not fees.is_agreed(inputs.answers, "outcome price per event"):
        return
    for row in rows(inputs.answers, "pricing.outcomes"):
        price, events = row.number("price"), inputs.ranged(row.address("expected"))
        if price is None or not events:
            continue
        inputs.use(row.address("price"))
        reversed_ = min(_ONE, inputs.part(row.address("reversed")))
        pay = PerEvent(
            row.path, price, Column(events), Column(events, times=reversed_),
            row.number("least"), row.number("most"),
        )  # fmt: skip
        yield Clause(pay, periods=inputs.years(row.address("years")))


def _members(inputs: Inputs) -> Iterator[Clause]:
    if not fees.is_agreed(inputs.answers, "per member or bed per month"):
        return
    for row in rows(inputs.answers, "pricing.per_member"):
        rate, units = row.number("rate"), inputs.ranged(row.address("units"))
        if rate is None or not units:
            continue
        inputs.use(row.address("rate"))
        least, most = row.number("least_units"), row.number("most")
        pay = PerMember(row.path, Column(units), rate, least_units=least, most=most)
        yield Clause(pay, periods=inputs.years(row.address("years")))


def _credits(inputs: Inputs) -> Iterator[Clause]:
    if not fees.is_agreed(inputs.answers, "SLA credits"):
        return
    for row in rows(inputs.answers, "pricing.sla"):
        credit, months = row.number("credit"), inputs.months(row.address("months"))
        upper, lower = row.number("band_from"), row.number("band_to")
        upper, lower = (_ALL if upper is None else upper), (_ZERO if lower is None else lower)
        if credit is None or not months or not lower < upper <= _ALL:
            continue
        inputs.use(row.address("credit"))
        cap = row.number("cap")
        bands = ((upper / _ALL, _ZERO), (lower / _ALL, credit / _ALL), (_ZERO, _ZERO))
        down = _ALL - (_just_below(upper) if not row.text("band_to") else (upper + lower) / 2)
        limits = () if cap is None else (Limit(cap / _ALL, MONTHLY_FEE),)
        yield Clause(
            ServiceCredits(
                row.path, MONTHLY_FEE, _ALL, _ZERO, down, bands, limits, Column(months),
                row.text("measure").strip().casefold(),
            )
        )  # fmt: skip


def _just_below(edge: Decimal) -> Decimal:
    """Return the uptime a month in an open band is shown with: no middle of it says anything."""
    return max(_ZERO, edge - Decimal("0.1"))


def _royalties(inputs: Inputs, every: frozenset[int]) -> Iterator[Clause]:
    if not fees.is_agreed(inputs.answers, "co-investment / royalty"):
        return
    for row in rows(inputs.answers, "pricing.royalty"):
        rate, revenue = row.number("rate"), inputs.ranged(row.address("revenue"))
        amount, multiple = row.number("amount"), row.number("cap_multiple")
        if rate is None or not revenue:
            continue
        inputs.use(row.address("rate"))
        limit = (amount, multiple) if amount and multiple else (_FREE, _FREE)
        years = row.number("years")
        holds = every if years is None else frozenset(one for one in every if one <= years)
        royalty = Royalty(row.path, rate / _ALL, Column(revenue), *limit, returned=True)
        yield Clause(royalty, periods=holds or _NEVER)


# --- shared ---------------------------------------------------------------------------------------


def _collar(inputs: Inputs) -> Collar | None:
    """Return the corridor of a year's payments, None unless there is just one."""
    told = [
        row for row in rows(inputs.answers, "pricing.collar") if row.has_any("floor", "ceiling")
    ]
    if len(told) != 1:
        return None
    floor, ceiling = told[0].number("floor"), told[0].number("ceiling")
    if (floor is None and ceiling is None) or (floor or _ZERO) > (ceiling or _FREE):
        return None
    inputs.use(*(told[0].address(one) for one in ("floor", "ceiling") if told[0].text(one)))
    below = _FREE if floor is None else _ONE - floor / _ALL
    above = _FREE if ceiling is None else ceiling / _ALL - _ONE
    return Collar(Fee(BASE_FEE), below, above)
