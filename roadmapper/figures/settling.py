"""What each structure pays in one period. The order of steps inside a formula is the contract's."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, Generic

from roadmapper.figures.arithmetic import Arithmetic, N, Steps, clamped, summed
from roadmapper.figures.payouts import attainment, bonus, by_limit, earned
from roadmapper.figures.sharing import limited, saved, shared
from roadmapper.figures.structures import (
    Clause,
    Fee,
    FeesAtRisk,
    GainShare,
    Gate,
    Measure,
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
class _Line(Generic[N]):
    """A payment before gates and rounding, with its steps."""

    label: str
    kind: Kind
    exact: N
    steps: Steps[N] = ()


@dataclass(frozen=True, slots=True)
class Payment(Generic[N]):
    """One line of a settlement, rounded: what the system pays, negative where it is paid.

    Credits, royalties and whatever a contract says so lie `outside` the collar. `steps` are there
    only if they were asked for.
    """

    label: str
    kind: Kind
    amount: N
    outside: bool = False
    steps: Steps[N] = ()


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

    def payments(self, clause: Clause, *, with_steps: bool = False) -> Iterator[Payment[N]]:
        """Yield what a clause pays; a closed gate leaves fixed fees, losses and credits."""
        is_open = self._are_open(clause.gates)
        for line in self._lines(clause.structure):
            amount = self._ops.rounded(line.exact, self._round_to)
            is_gated = is_open is not None and line.kind in {Kind.RESULT, Kind.GAIN}
            if is_gated:
                amount = self._ops.choose(is_open, amount, self._number(0))
            steps: Steps[N] = ()
            if with_steps:
                gates = (("gates", self._ops.choose(is_open, self._number(1), self._number(0))),)
                steps = (*(gates if is_gated else ()), *line.steps, ("paid", amount))
            outside = clause.outside or line.kind in _ALWAYS_OUTSIDE
            yield Payment(line.label, line.kind, amount, outside, steps)

    def fee(self, fee: Fee) -> N:
        """Return the fee of this period."""
        growth: Decimal = (1 + fee.escalator) ** (self._results.period - 1)
        return self._worth(fee.first) * self._number(growth)

    def _lines(self, one: Structure) -> Iterator[_Line[N]]:
        match one:
            case Subscription():
                yield _Line(one.label, Kind.FIXED, self._subscription(one))
            case FeesAtRisk():
                yield from self._at_risk(one)
            case GainShare():
                yield from self._gain_share(one)
            case PerEvent():
                yield self._per_event(one)
            case Milestones():
                yield from self._milestones(one)
            case ServiceCredits():
                yield self._credits(one)
            case PerMember():
                yield self._per_member(one)
            case Ramp():
                yield _Line(one.label, Kind.FIXED, self.ramped(one))
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

    def _per_member(self, one: PerMember) -> _Line[N]:
        units = self._clamped(self._worth(one.units), one.least_units, None)
        gross = units * self._worth(one.rate) * self._worth(one.months)
        pay = self._clamped(gross, None, one.most)
        return _Line(one.label, Kind.FIXED, pay, (("units", units), ("gross", gross)))

    def ramped(self, one: Ramp) -> N:
        """Return the fee of this period at its place on a ramp, not rounded."""
        if one.parts:
            part = self._number(one.parts[min(self._results.period, len(one.parts)) - 1])
        else:
            used = self._ops.ratio(self._worth(one.active), self._worth(one.contracted))
            part = self._clamped(used, one.floor, one.most)
        return self.fee(one.fee) * part

    # --- results ---------------------------------------------------------------------------------

    def _at_risk(self, one: FeesAtRisk) -> Iterator[_Line[N]]:
        fee = self.fee(one.fee)
        certain = fee * self._number(1 - one.at_risk)
        yield _Line(f"{one.label}: certain", Kind.FIXED, certain, (("fee", fee),))
        for measure in one.measures:
            yield self._measure(one, measure, fee)

    def _measure(self, one: FeesAtRisk, measure: Measure, fee: N) -> _Line[N]:
        """Return what one measure earns, its bonus included."""
        terms = (measure.actual, measure.baseline, measure.target)
        actual, baseline, target = (self._worth(term) for term in terms)
        attained = attainment(self._ops, actual, baseline, target)
        share = earned(self._ops, attained, measure.payout)
        part = share * self._number(one.at_risk)
        steps: Steps[N] = (("actual", actual), ("attained", attained), ("share", share))
        if one.bonus:
            past = bonus(self._ops, attained, one.stretch)
            steps = (*steps, ("bonus", past))
            part = part + past * self._number(one.bonus)
        exact = fee * (part * self._number(measure.weight))
        return _Line(measure.label, Kind.RESULT, exact, steps)

    def _per_event(self, one: PerEvent) -> _Line[N]:
        standing = self._worth(one.events) - self._worth(one.reversed)
        gross = self._worth(one.price) * standing
        pay = self._clamped(gross, one.least, one.most)
        return _Line(one.label, Kind.RESULT, pay, (("events", standing), ("gross", gross)))

    def _milestones(self, one: Milestones) -> Iterator[_Line[N]]:
        fee = self.fee(one.fee)
        certain = fee * self._number(1 - one.holdback)
        yield _Line(f"{one.label}: certain", Kind.FIXED, certain, (("fee", fee),))
        for step in one.steps:
            late = self._worth(step.late) * self._number(one.per_week)
            lost = self._clamped(late, Decimal(0), one.most_late)
            met = self._worth(step.met)
            released = (self._number(1) - lost) * met
            part = released * self._number(one.holdback * step.weight)
            steps = (("met", met), ("lost", lost), ("released", released))
            yield _Line(step.label, Kind.RESULT, fee * part, steps)

    # --- gains and losses ------------------------------------------------------------------------

    def _gain_share(self, one: GainShare) -> Iterator[_Line[N]]:
        value = saved(self._ops, one, self._results)
        if one.gain is not None:
            gain = shared(self._ops, one.gain, value, one.benchmark, self._results)
            steps = (("value", value), *gain.steps)
            yield _Line(f"{one.label}: gain", Kind.GAIN, gain.paid, steps)
        if one.loss is not None:
            lost = self._number(0) - value
            loss = shared(self._ops, one.loss, lost, one.benchmark, self._results)
            steps = (("shortfall", lost), *loss.steps)
            yield _Line(f"{one.label}: loss", Kind.LOSS, self._number(0) - loss.paid, steps)

    def _royalty(self, one: Royalty) -> _Line[N]:
        zero = self._number(0)
        due = self._worth(one.revenue) * self._number(one.rate)
        left = self._worth(one.contribution) * self._number(one.multiple) - self._paid
        pay = clamped(self._ops, due, zero, self._ops.most(left, zero))
        steps = (("gross", due), ("left", left))
        if one.returned:
            return _Line(one.label, Kind.ROYALTY, zero - pay, steps)
        return _Line(one.label, Kind.GAIN, pay, steps)

    # --- credits ---------------------------------------------------------------------------------

    def _credits(self, one: ServiceCredits) -> _Line[N]:
        planned = self._worth(one.total) - self._worth(one.excluded)
        uptime = self._ops.ratio(planned - self._worth(one.down), planned)
        rate = by_limit(self._ops, uptime, one.bands)
        credit = rate * self._worth(one.monthly_fee)
        monthly = limited(self._ops, credit, one.limits, self._results)
        months = self._worth(one.months)
        exact = self._number(0) - monthly * months
        steps = (
            *(("uptime", uptime), ("rate", rate), ("gross", credit), ("capped", monthly)),
            ("months", months),
        )
        return _Line(one.label, Kind.CREDIT, exact, steps)

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
