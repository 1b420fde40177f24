"""From answers to a deal: everything that can be read is in it, the rest is left out."""

from collections.abc import Iterator
from decimal import Decimal

from roadmapper.figures import fees, money, worth
from roadmapper.figures.agreement import contract_of, ramp_of
from roadmapper.figures.deal import Benefit, Cost, Deal, QualityGate
from roadmapper.figures.fiscal import budget_of
from roadmapper.figures.inputs import DRIVERS, Inputs
from roadmapper.figures.reading import (
    Answered,
    Row,
    day_at,
    number_at,
    rows,
    term_years,
)
from roadmapper.figures.structures import Clause, PerEvent, PerMember, Royalty
from roadmapper.figures.uncertain import Shape

SEED = 2027
"""The seed of a proposal that names none."""
COSTS = "value.costs"
GATES = "pricing.quality_gate"
_LARGEST_SEED = 10**18
_ALL = Decimal(100)
_SHAPES = {shape.value: shape for shape in (Shape.PERT, Shape.TRIANGULAR, Shape.UNIFORM)}


def deal_of(answers: Answered) -> Deal | None:
    """Return the deal the answers describe, None without a term, complete fees or any price.

    No answer is too silly for it: what cannot be used is left out.
    """
    term, yearly = term_years(answers), fees.yearly_fees(answers)
    once = fees.one_time_fees(answers)
    if term is None or yearly is None or once is None:
        return None
    years = int(term.value)
    inputs = Inputs(answers)
    inputs.use(*term.inputs, *(path for one in yearly for path in one.first.inputs))
    inputs.use(*(path for one, _ in once for path in one.inputs))
    set_up = [(one.value, min(year, years - 1) + 1) for one, year in once]
    adoption = inputs.ranged(worth.ADOPTION, most=_ALL)
    benefits = tuple(_benefits(inputs, years))
    costs = tuple(_costs(inputs))
    gates = tuple(_gates(inputs))
    contract = contract_of(inputs, years, set_up)
    if not (yearly or once or _is_priced(contract.clauses)):
        return None
    ramp, budget = ramp_of(inputs, adoption), budget_of(answers, years)
    return Deal(
        years=years,
        seed=_seed(inputs),
        rate=_rate(inputs),
        inputs=tuple(inputs.found.values()),
        benefits=benefits,
        costs=costs,
        contract=contract,
        base_fees=tuple(money.total(one.in_year(at) for one in yearly) for at in range(years)),
        set_up=tuple(
            money.total(amount for amount, at in set_up if at == year)
            for year in range(1, years + 1)
        ),
        ramp=ramp,
        use_ramp=_use_ramp(inputs, benefits, years),
        gates=gates,
        invested=_invested(answers, contract.clauses),
        budget=budget,
        addresses=(*inputs.used, *(budget.addresses if budget else ())),
        starts=day_at(answers, "deal.start_date"),
    )


def _is_priced(clauses: tuple[Clause, ...]) -> bool:
    """Return whether an agreement without a base fee has a price: for events, members or beds."""
    return any(isinstance(one.structure, PerEvent | PerMember) for one in clauses)


def _benefits(inputs: Inputs, years: int) -> Iterator[Benefit]:
    """Yield the drivers that are added up and have a readable ramp."""
    told = {row.id: row for row in rows(inputs.answers, DRIVERS)}
    shared = inputs.answers.value("value.correlation") not in (False, "no")
    for driver in worth.counted(inputs.answers):
        row = told[driver.row]
        improvement = _improvement(inputs, row, driver) if driver.ramp else ""
        if not improvement:
            continue
        inputs.use(*driver.inputs, driver.ramp_input)
        yield Benefit(
            driver.row,
            driver.kind,
            improvement,
            driver.unit_worth,
            tuple(driver.ramp[min(at, len(driver.ramp) - 1)] / _ALL for at in range(years)),
            _adoption(inputs, row, shared=shared),
            inputs.chance(row.address("chance")),
        )


def _improvement(inputs: Inputs, row: Row, driver: worth.Driver) -> str:
    address = row.address("improvement")
    if row.text("shape") == Shape.COUNTS.value:
        seen, seen_in = row.number("seen"), row.number("seen_in")
        of = (seen or Decimal(0), seen_in or Decimal(1))
        return inputs.between(
            row.address("seen"),
            driver.improvement,
            shape=Shape.COUNTS,
            of=of,
            moves_with=inputs.together(row) or address,
        )
    shape = _SHAPES.get(row.text("shape"), Shape.PERT)
    if row.text("shape") == Shape.LOGNORMAL.value and driver.improvement[1] > 0:
        shape = Shape.LOGNORMAL
    return inputs.between(address, driver.improvement, shape=shape, moves_with=inputs.together(row))


def _adoption(inputs: Inputs, row: Row, *, shared: bool) -> str:
    """Return the input a driver's adoption is drawn as, empty if it follows none."""
    if row.text("follows_adoption") == "no":
        return ""
    if shared:
        return worth.ADOPTION if worth.ADOPTION in inputs.found else ""
    return inputs.ranged(worth.ADOPTION, name=f"{worth.ADOPTION}@{row.id}", most=_ALL)


def _costs(inputs: Inputs) -> Iterator[Cost]:
    for row in rows(inputs.answers, COSTS):
        told, timing = _cost_range(row), row.text("timing")
        first = row.number("year") if row.text("year") else Decimal(1)
        borne = worth.borne(row)
        if told is None or timing not in ("one-time", "annual") or first is None or not borne:
            continue
        amount = inputs.between(row.address("likely"), told, is_worst_high=True)
        if amount and first >= 1 and first == money.whole(first):
            inputs.use(*row.inputs(*(one for one in worth.CASES if row.text(one)), "timing"))
            yield Cost(row.id, amount, borne, timing == "one-time", int(first))


def _cost_range(row: Row) -> tuple[Decimal, ...] | None:
    """Return low, likely and high of a cost; a likely one alone is certain, not nothing."""
    likely = row.number("likely")
    if likely is None:
        return None
    low, high = row.number("low"), row.number("high")
    return likely if low is None else low, likely, likely if high is None else high


def _gates(inputs: Inputs) -> Iterator[QualityGate]:
    for row in rows(inputs.answers, GATES):
        holds = inputs.chance(row.address("chance"), yearly=True)
        if holds:
            yield QualityGate(row.id, holds, min(Decimal(1), inputs.part(row.address("left"))))


def _use_ramp(inputs: Inputs, benefits: tuple[Benefit, ...], years: int) -> tuple[Decimal, ...]:
    """Return how use grows: as the largest of the drivers that follow adoption."""
    following = [one for one in benefits if one.adoption]
    if not following:
        return (Decimal(1),) * years
    return max(following, key=lambda one: inputs.found[one.improvement].likely * one.worth).ramp


def _seed(inputs: Inputs) -> int:
    told = number_at(inputs.answers, "value.seed")
    if told is None or told.value != money.whole(told.value) or not 0 <= told.value < _LARGEST_SEED:
        return SEED
    inputs.use(*told.inputs)
    return int(told.value)


def _rate(inputs: Inputs) -> Decimal | None:
    told = number_at(inputs.answers, "value.discount_rate")
    if told is None or not 0 <= told.value <= _ALL:
        return None
    inputs.use(*told.inputs)
    return told.value / _ALL


def _invested(answers: Answered, clauses: tuple[Clause, ...]) -> Decimal:
    """Return what the system contributes to a joint product that pays it a royalty."""
    rows_told = (Row(answers, one.structure.label) for one in clauses if _is_royalty(one))
    amounts = (row.number("amount") for row in rows_told)
    return money.total(one for one in amounts if one is not None and one > 0)


def _is_royalty(clause: Clause) -> bool:
    return isinstance(clause.structure, Royalty)
