"""The book of figures: every number a document may name, worked out from the answers."""

from collections.abc import Iterator

from roadmapper.figures import effort, fees, money, pilot, priorities, worth
from roadmapper.figures.deal import Deal
from roadmapper.figures.dealing import deal_of
from roadmapper.figures.exact import EXACT_NAMES, RETURN_NAMES, exact
from roadmapper.figures.outlook_words import NAMES
from roadmapper.figures.reading import Amount, Answered, added, rows, term_years
from roadmapper.proposal.facts import Figure

_DOLLARS = "USD"
_HOURS = "hours"
_HARD = "improvement × volume × worth of one unit × share that counts as money, over "

_FORMULAS: dict[str, tuple[str, str]] = {
    "system.priority_fit": (
        "%",
        "sum of fit × weight ÷ most it could be; the first priority weighs 10, the tenth 1",
    ),
    "pricing.annual_fee": (_DOLLARS, "quantity × price of all items charged each year, first year"),
    "pricing.one_time_fee": (_DOLLARS, "quantity × price of all items charged once"),
    "pricing.term_fee": (
        _DOLLARS,
        "all payments of the term: items charged once, and each year's with their yearly increase",
    ),
    "pricing.fee_at_risk": (_DOLLARS, "yearly fee × fee at risk"),
    "pricing.fee_certain": (_DOLLARS, "yearly fee − fee at risk"),
    "pricing.least_year": (_DOLLARS, "yearly fee × least share of the base fee"),
    "pricing.most_year": (_DOLLARS, "yearly fee × greatest share of the base fee"),
    "pricing.kpi_count": ("", "number of guaranteed measures"),
    "value.budgeted": (_DOLLARS, "sum of the savings already in the budget"),
    "value.secured": (_DOLLARS, "the same, where there are any"),
    "workforce.training_hours": (_HOURS, "people × hours each, over all tiers"),
    "workforce.training_people": ("people", "people in the widest tier, which holds the others"),
    "workforce.training_places": ("", "people, over all tiers; who is in two tiers counts twice"),
    "workforce.backfill_cost": (_DOLLARS, "hours × rate an hour, over all roles"),
    "deploy.effort_hours": (_HOURS, "hours until go-live, over all roles"),
    "deploy.effort_monthly": (_HOURS, "hours each month after go-live, over all roles"),
    **pilot.NAMED,
}
_SUMS = {
    "hard": f"{_HARD}all drivers that are not soft, a year at full effect",
    **{
        name: f"{_HARD}{kind} drivers, a year at full effect"
        for name, kind in worth.CLASSES.items()
    },
    **{
        f"term_{name}": f"{_HARD}{kind} drivers, each year of the term at its ramp"
        for name, kind in worth.CLASSES.items()
    },
    "term_hard": f"{_HARD}all drivers that are not soft, each year of the term at its ramp",
    "cash_first_year": f"{_HARD}cash-releasing drivers, first year at its ramp",
    "cost": "cost besides our fee, once or for each year of the term, the part the system carries",
    "total_cost": "fees over the term + cost besides our fee",
    "net": "value of the term − full cost of the term; low is low value with high cost",
}
_FORMULAS |= {
    f"value.{name}_{case}": (_DOLLARS, formula)
    for name, formula in _SUMS.items()
    for case in worth.CASES
}

FIGURE_NAMES: tuple[str, ...] = (*_FORMULAS, *EXACT_NAMES, *RETURN_NAMES, *NAMES)
"""Every name a placeholder {figures.…} may have; `outlook` has more that count months and years."""

_DRIVER = "improvement × volume × worth of one unit × share that counts as money, a year"


_SAME = "not added, as it is counted with the driver its name ends with"


def _driver_figure(driver: worth.Driver, case: str) -> str:
    """Return the name of the figure of one driver, by its row.

    One that is counted with another says so: `value.driver.ROW.likely.with.OTHER`.
    """
    name = f"value.driver.{driver.row}.{case}"
    return f"{name}.with.{driver.same_as}" if driver.same_as else name


RUNS = 10_000
"""Draws behind the outlook of a document; a page that follows a hand asks for 2,000."""


def figures(answers: Answered, runs: int = RUNS, *, whole: bool = True) -> tuple[Figure, ...]:
    """Return every figure whose inputs are there, in the order of `FIGURE_NAMES`.

    After them come those of every driver that counts as money and of every gate of the pilot, what
    the deal comes to exactly, and its outlook over so many `runs`; none for 0. Without `whole` the
    outlook has no tornado and no break-even, which take many settlements more:
    `figures(answers, 2_000, whole=False)` is what follows a slider. What the last deals came to is
    kept by the deal, so that an answer that has no part in it costs nothing.
    """
    found, deal = dict(_found(answers)), deal_of(answers)
    named = (
        Figure(name, found[name].value, unit, formula, found[name].inputs)
        for name, (unit, formula) in _FORMULAS.items()
        if name in found
    )
    return (
        *named,
        *_drivers(answers),
        *_gates(answers),
        *_exact(deal),
        *_outlook(deal, runs, whole=whole),
    )


def _exact(deal: Deal | None) -> tuple[Figure, ...]:
    return () if deal is None else exact(deal)


def _outlook(deal: Deal | None, runs: int, *, whole: bool) -> tuple[Figure, ...]:
    if deal is None or not runs:
        return ()
    from roadmapper.figures.outlook import outlook  # noqa: PLC0415 - loads numpy

    return outlook(deal, runs, whole=whole)


def _drivers(answers: Answered) -> Iterator[Figure]:
    for driver in worth.drivers(answers):
        for number, case in enumerate(worth.CASES):
            yearly = driver.yearly(number)
            formula = f"{_DRIVER}; {_SAME}" if driver.same_as else _DRIVER
            name = _driver_figure(driver, case)
            yield Figure(name, yearly.value, _DOLLARS, formula, yearly.inputs)


def _gates(answers: Answered) -> Iterator[Figure]:
    for row, name, amount in pilot.of_gates(answers):
        unit, formula = pilot.OF_GATE[name]
        yield Figure(f"pilot.gate.{row}.{name}", amount.value, unit, formula, amount.inputs)


def _found(answers: Answered) -> Iterator[tuple[str, Amount]]:
    for name, amount in _all(answers):
        if amount is not None:
            yield name, amount


def _all(answers: Answered) -> Iterator[tuple[str, Amount | None]]:
    yield "system.priority_fit", priorities.fit(answers)
    yield "pilot.cases", pilot.cases(answers)
    term = term_years(answers)
    yearly = fees.yearly_fees(answers)
    whole_fee = fees.term_fee(answers, yearly, term) if term and yearly is not None else None
    yield "pricing.term_fee", whole_fee
    yield "pricing.one_time_fee", fees.one_time_fee(answers)
    yield "pricing.kpi_count", _kpi_count(answers)
    yield from _yearly_fee(answers, fees.annual_fee(yearly or ()))
    yield from _value(answers, term, whole_fee)
    yield from _effort(answers)


def _yearly_fee(answers: Answered, annual: Amount | None) -> Iterator[tuple[str, Amount | None]]:
    if annual is None:
        return
    at_risk = fees.fee_at_risk(answers, annual)
    yield "pricing.annual_fee", annual
    yield "pricing.fee_at_risk", at_risk
    yield "pricing.fee_certain", _less(annual, at_risk)
    yield "pricing.least_year", fees.collar_limit(answers, annual, "floor")
    yield "pricing.most_year", fees.collar_limit(answers, annual, "ceiling")


def _kpi_count(answers: Answered) -> Amount | None:
    named = [row.inputs("measure") for row in rows(answers, "pricing.kpis") if row.text("measure")]
    return added(Amount(money.ONE, inputs) for inputs in named)


def _value(
    answers: Answered, term: Amount | None, whole_fee: Amount | None
) -> Iterator[tuple[str, Amount | None]]:
    counted = worth.counted(answers)
    yield "value.budgeted", worth.budgeted(answers)
    yield "value.secured", worth.secured(answers)
    for number, case in enumerate(worth.CASES):
        yield f"value.hard_{case}", worth.yearly(counted, number)
        for name, kind in worth.CLASSES.items():
            yield f"value.{name}_{case}", worth.yearly(counted, number, kind)
        first_cash = worth.over(counted, number, 1, worth.CLASSES["cash"])
        yield f"value.cash_first_year_{case}", first_cash
    if term is not None:
        yield from _term(answers, counted, term, whole_fee)


def _term(
    answers: Answered, counted: tuple[worth.Driver, ...], term: Amount, whole_fee: Amount | None
) -> Iterator[tuple[str, Amount | None]]:
    years = int(term.value)
    values = [worth.over(counted, number, years) for number in range(len(worth.CASES))]
    besides = [worth.costs(answers, case, term) for case in worth.CASES]
    full = [added((whole_fee, one)) if whole_fee and one else None for one in besides]
    for number, case in enumerate(worth.CASES):
        yield f"value.term_hard_{case}", values[number]
        for name, kind in worth.CLASSES.items():
            yield f"value.term_{name}_{case}", worth.over(counted, number, years, kind)
        yield f"value.cost_{case}", besides[number]
        yield f"value.total_cost_{case}", full[number]
        yield f"value.net_{case}", _less(values[number], full[-1 - number])


def _effort(answers: Answered) -> Iterator[tuple[str, Amount | None]]:
    yield "workforce.training_hours", effort.training_hours(answers)
    yield "workforce.training_people", effort.training_people(answers)
    yield "workforce.training_places", effort.sum_of(answers, "workforce.training", "people")
    yield "workforce.backfill_cost", effort.sum_of(answers, "workforce.backfill", "hours", "rate")
    yield "deploy.effort_hours", effort.sum_of(answers, "deploy.customer_effort", "hours_before")
    yield "deploy.effort_monthly", effort.sum_of(answers, "deploy.customer_effort", "hours_month")


def _less(amount: Amount | None, taken: Amount | None) -> Amount | None:
    if amount is None or taken is None:
        return None
    return added((amount, Amount(money.negative(taken.value), taken.inputs)))
