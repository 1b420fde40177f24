"""What each structure pays in one period. The order of steps inside a formula is the contract's."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, Generic

from roadmapper.figures.arithmetic import Arithmetic, N, clamped, summed
from roadmapper.figures.payouts import attainment, bonus, by_limit, earned
from roadmapper.figures.sharing import limited, saved, shared
from roadmapper.figures.structures import (
    Clause,
    Fee,
    FeesAtRisk,
    GainShare,
    Gate,
    Measure,
    Milestone,
    Milestones,
    PerEvent,
    PerMember,
    Ramp,
    Royalty,
    ServiceCredits,
    Structure,
    Subscription,
)
from roadmapper.figures.terms import Results, Term, worth


class Kind(Enum):
    """What a payment is: it says which gates and limits reach it."""

    FIXED = "fixed"
    RESULT = "result"
    GAIN = "gain"
    LOSS = "loss"
    CREDIT = "credit"
    ROYALTY = "royalty"
    """What comes back to the system for what it invested."""


_ALWAYS_OUTSIDE = (Kind.CREDIT, Kind.ROYALTY)


@dataclass(frozen=True, slots=True)
class Payment(Generic[N]):
    """One line of a settlement, rounded: what the system pays, negative where it is paid.

    Credits, royalties and whatever a contract says so lie `outside` the collar.
    """

    label: str
    kind: Kind
    amount: N
    outside: bool = False


class Settler(Generic[N]):
    """Settles structures for one period.

    `paid` is what a royalty has paid in earlier periods.
    """

    def __init__(
        self, arithmetic: Arithmetic[N], results: Results[N], paid: N, round_to: Decimal
    ) -> None:
        self._ops = arithmetic
        self._results = results
        self._paid = paid
        self._round_to = round_to

    def payments(self, clause: Clause) -> Iterator[Payment[N]]:
        """Yield what a clause pays; a closed gate leaves fixed fees, losses and credits."""
        is_open = self._are_open(clause.gates)
        for label, kind, exact in self._lines(clause.structure):
            amount = self._ops.rounded(exact, self._round_to)
            if is_open is not None and kind in {Kind.RESULT, Kind.GAIN}:
                amount = self._ops.choose(is_open, amount, self._number(0))
            yield Payment(label, kind, amount, clause.outside or kind in _ALWAYS_OUTSIDE)

    def fee(self, fee: Fee) -> N:
        """Return the fee of this period."""
        growth: Decimal = (1 + fee.escalator) ** (self._results.period - 1)
        return self._worth(fee.first) * self._number(growth)

    def _lines(self, one: Structure) -> Iterator[tuple[str, Kind, N]]:
        match one:
            case Subscription():
                yield one.label, Kind.FIXED, self._subscription(one)
            case FeesAtRisk():
                yield from self._at_risk(one)
            case GainShare():
                yield from self._gain_share(one)
            case PerEvent():
                yield one.label, Kind.RESULT, self._per_event(one)
            case Milestones():
                yield from self._milestones(one)
            case ServiceCredits():
                yield one.label, Kind.CREDIT, self._credits(one)
            case PerMember():
                yield one.label, Kind.FIXED, self._per_member(one)
            case Ramp():
                yield one.label, Kind.FIXED, self.ramped(one)
            case Royalty():
                yield self._royalty(one)

    # --- fixed fees ------------------------------------------------------------------------------

    def _subscription(self, one: Subscription) -> N:
        return summed(
            self._ops,
            [
                self._worth(item.quantity) * self.fee(Fee(item.price, item.escalator))
                for item in one.items
            ],
        )

    def _per_member(self, one: PerMember) -> N:
        units = self._clamped(self._worth(one.units), one.least_units, None)
        pay = units * self._worth(one.rate) * self._worth(one.months)
        return self._clamped(pay, None, one.most)

    def ramped(self, one: Ramp) -> N:
        """Return the fee of this period at its place on a ramp, not rounded."""
        if one.parts:
            part = self._number(one.parts[min(self._results.period, len(one.parts)) - 1])
        else:
            used = self._ops.ratio(self._worth(one.active), self._worth(one.contracted))
            part = self._clamped(used, one.floor, one.most)
        return self.fee(one.fee) * part

    # --- results ---------------------------------------------------------------------------------

    def _at_risk(self, one: FeesAtRisk) -> Iterator[tuple[str, Kind, N]]:
        fee = self.fee(one.fee)
        yield f"{one.label}: certain", Kind.FIXED, fee * self._number(1 - one.at_risk)
        for measure in one.measures:
            yield measure.label, Kind.RESULT, fee * self._earned(one, measure)

    def _earned(self, one: FeesAtRisk, measure: Measure) -> N:
        """Return the part of the fee that one measure earns, its bonus included."""
        terms = (measure.actual, measure.baseline, measure.target)
        attained = attainment(self._ops, *(self._worth(term) for term in terms))
        part = earned(self._ops, attained, measure.payout) * self._number(one.at_risk)
        if one.bonus:
            part = part + bonus(self._ops, attained, one.stretch) * self._number(one.bonus)
        return part * self._number(measure.weight)

    def _per_event(self, one: PerEvent) -> N:
        standing = self._worth(one.events) - self._worth(one.reversed)
        return self._clamped(self._worth(one.price) * standing, one.least, one.most)

    def _milestones(self, one: Milestones) -> Iterator[tuple[str, Kind, N]]:
        fee = self.fee(one.fee)
        yield f"{one.label}: certain", Kind.FIXED, fee * self._number(1 - one.holdback)
        for step in one.steps:
            yield step.label, Kind.RESULT, fee * self._released(one, step)

    def _released(self, one: Milestones, step: Milestone) -> N:
        late = self._worth(step.late) * self._number(one.per_week)
        kept_back = self._clamped(late, Decimal(0), one.most_late)
        part = (self._number(1) - kept_back) * self._worth(step.met)
        return part * self._number(one.holdback * step.weight)

    # --- gains and losses ------------------------------------------------------------------------

    def _gain_share(self, one: GainShare) -> Iterator[tuple[str, Kind, N]]:
        difference = saved(self._ops, one, self._results)
        if one.gain is not None:
            gain = shared(self._ops, one.gain, difference, one.benchmark, self._results)
            yield f"{one.label}: gain", Kind.GAIN, gain
        if one.loss is not None:
            lost = self._number(0) - difference
            owed = shared(self._ops, one.loss, lost, one.benchmark, self._results)
            yield f"{one.label}: loss", Kind.LOSS, self._number(0) - owed

    def _royalty(self, one: Royalty) -> tuple[str, Kind, N]:
        zero = self._number(0)
        due = self._worth(one.revenue) * self._number(one.rate)
        left = self._worth(one.contribution) * self._number(one.multiple) - self._paid
        pay = clamped(self._ops, due, zero, self._ops.most(left, zero))
        if one.returned:
            return one.label, Kind.ROYALTY, zero - pay
        return one.label, Kind.GAIN, pay

    # --- credits ---------------------------------------------------------------------------------

    def _credits(self, one: ServiceCredits) -> N:
        planned = self._worth(one.total) - self._worth(one.excluded)
        uptime = self._ops.ratio(planned - self._worth(one.down), planned)
        credit = by_limit(self._ops, uptime, one.bands) * self._worth(one.monthly_fee)
        monthly = limited(self._ops, credit, one.limits, self._results)
        return self._number(0) - monthly * self._worth(one.months)

    # --- shared ----------------------------------------------------------------------------------

    def _are_open(self, gates: tuple[Gate, ...]) -> Any:
        """Return whether, or in which draws, every gate is open; None if there is no gate."""
        is_open: Any = None
        for gate in gates:
            measure = self._worth(gate.measure)
            held = self._clamped(measure, gate.least, gate.most)
            # A measure that its limits leave alone lies between them.
            holds = (held >= measure) & (measure >= held)
            is_open = holds if is_open is None else is_open & holds
        return is_open

    def _clamped(self, number: N, least: Decimal | None, most: Decimal | None) -> N:
        low = None if least is None else self._number(least)
        high = None if most is None else self._number(most)
        return clamped(self._ops, number, low, high)

    def _worth(self, term: Term) -> N:
        return worth(self._ops, term, self._results)

    def _number(self, exact: Decimal | int) -> N:
        return self._ops.number(Decimal(exact))
