"""What the drivers come to in money, class by class; soft drivers are never counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.figures import money
from roadmapper.figures.reading import Amount, Answered, Row, added, rows

CASES = ("low", "likely", "high")
CLASSES = {
    "cash": "cash-releasing",
    "revenue": "revenue",
    "capacity": "capacity",
    "avoided": "avoided cost",
}
"""The classes that count as money: the word in a figure's name, and the answer it stands for."""

_FACTORS = ("volume", "unit_value", "realization")
_BORNE = {"the vendor": Decimal(0), "shared equally": Decimal("0.5")}
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Driver:
    """One driver in money a year at full effect (low, likely, high), and its ramp in percent."""

    row: str
    kind: str
    worth: tuple[Decimal, ...]
    ramp: tuple[Decimal, ...]
    inputs: tuple[str, ...]
    ramp_input: str

    def yearly(self, case: int) -> Amount:
        """Return the worth of a year at full effect."""
        return Amount(self.worth[case], self.inputs)

    def over(self, case: int, years: int) -> Amount:
        """Return the worth of the first years, each at its place on the ramp."""
        effects = money.ramped(self.worth[case], self.ramp, years)
        return Amount(money.total(effects), (*self.inputs, self.ramp_input))


def drivers(answers: Answered) -> tuple[Driver, ...]:
    """Return the drivers that count as money and have everything the sum needs."""
    found = (_driver(row) for row in rows(answers, "value.drivers"))
    return tuple(one for one in found if one is not None)


def yearly(counted: Sequence[Driver], case: int, kind: str = "") -> Amount | None:
    """Return a full year of all drivers, or of those of one class."""
    return added(one.yearly(case) for one in counted if kind in ("", one.kind))


def over(counted: Sequence[Driver], case: int, years: int, kind: str = "") -> Amount | None:
    """Return the first years of these drivers, None if one of them has no readable ramp."""
    chosen = [one for one in counted if kind in ("", one.kind)]
    if not all(one.ramp for one in chosen):
        return None
    return added(one.over(case, years) for one in chosen)


def costs(answers: Answered, case: str, term: Amount) -> Amount | None:
    """Return what the system pays besides our fee over the term, None if a row is incomplete."""
    found = []
    for row in rows(answers, "value.costs"):
        if not row.has_any("item", *CASES):
            continue
        one = _cost(row, case, int(term.value))
        if one is None:
            return None
        found.append(one)
    return added((*found, Amount(Decimal(0), term.inputs))) if found else None


def budgeted(answers: Answered) -> Amount | None:
    """Return the savings already planned, None if a row has no amount."""
    planned = [
        row
        for row in rows(answers, "value.budgeted_savings")
        if row.has_any("fiscal_year", "amount")
    ]
    amounts = [
        Amount(value, row.inputs("amount"))
        for row in planned
        if (value := row.number("amount")) is not None
    ]
    return added(amounts) if len(amounts) == len(planned) else None


def secured(answers: Answered) -> Amount | None:
    """Return the savings already planned where there are any, None if they come to nothing."""
    planned = budgeted(answers)
    return planned if planned and planned.value > 0 else None


def ramp(text: str) -> tuple[Decimal, ...]:
    """Return a typed ramp ("50, 100, 100") as percentages, empty if it is none."""
    parts = [money.amount(part.strip().removesuffix("%").strip()) for part in text.split(",")]
    steps = tuple(one for one in parts if one is not None and one >= 0)
    return steps if len(steps) == len(parts) <= _LONGEST else ()


def _driver(row: Row) -> Driver | None:
    factors, improvement = row.numbers(*_FACTORS), row.range("improvement")
    kind = row.text("class")
    if factors is None or improvement is None or kind not in CLASSES.values():
        return None
    volume, unit_value, realization = factors
    worth = tuple(
        money.product((one, volume, unit_value, realization, money.CENT)) for one in improvement
    )
    inputs = row.inputs("class", "improvement", *_FACTORS)
    return Driver(row.id, kind, worth, ramp(row.text("ramp")), inputs, row.address("ramp"))


def _cost(row: Row, case: str, years: int) -> Amount | None:
    value, timing = row.number(case), row.text("timing")
    first = row.number("year") if row.text("year") else Decimal(1)
    if value is None or first is None or timing not in ("one-time", "annual"):
        return None
    times = max(Decimal(0), years - first + 1)
    if timing == "one-time":
        times = min(times, Decimal(1))
    borne = _BORNE.get(row.text("borne_by"), Decimal(1))
    optional = [name for name in ("year", "borne_by") if row.text(name)]
    return Amount(money.product((value, times, borne)), row.inputs(case, "timing", *optional))
