"""What the drivers come to in money, class by class; soft drivers are never counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from roadmapper.figures import money
from roadmapper.figures.chain import link_of
from roadmapper.figures.rates import rate
from roadmapper.figures.reading import (
    Amount,
    Answered,
    Row,
    added,
    numbers_told,
    range_at,
    rows,
)

CASES = ("low", "likely", "high")
CLASSES = {
    "cash": "cash-releasing",
    "revenue": "revenue",
    "capacity": "capacity",
    "avoided": "avoided cost",
}
"""The classes that count as money: the word in a figure's name, and the answer it stands for."""

_FACTORS = ("volume", "unit_value", "realization")
_LIKELY = CASES.index("likely")
_HALF = Decimal("0.5")
_BORNE = {"the vendor": Decimal(0), "shared equally": Decimal("0.5")}


ADOPTION = "value.adoption"


@dataclass(frozen=True, slots=True)
class Driver:
    """One driver in money a year at full effect (low, likely, high), and its ramp in percent.

    `worth` is the improvement times the worth of one unit, times the adoption it follows, where it
    comes at all. `same_as` names the row it is counted with, as both are one chain.
    """

    row: str
    kind: str
    improvement: tuple[Decimal, ...]
    unit_worth: Decimal
    worth: tuple[Decimal, ...]
    ramp: tuple[Decimal, ...]
    inputs: tuple[str, ...]
    ramp_input: str
    link: str
    same_as: str = ""

    def yearly(self, case: int) -> Amount:
        """Return the worth of a year at full effect."""
        return Amount(self.worth[case], self.inputs)

    def over(self, case: int, years: int) -> Amount:
        """Return the worth of the first years, each at its place on the ramp."""
        effects = money.ramped(self.worth[case], self.ramp, years)
        return Amount(money.total(effects), (*self.inputs, self.ramp_input))


def drivers(answers: Answered) -> tuple[Driver, ...]:
    """Return the drivers that are money and have everything the sum needs.

    Of those in one chain all but the largest name the one they are counted with.
    """
    found = [_driver(answers, row) for row in rows(answers, "value.drivers")]
    complete = [one for one in found if one is not None]
    chained = [one for one in complete if one.link]
    largest = max(chained, key=lambda one: one.worth[_LIKELY], default=None)
    return tuple(
        replace(one, same_as=largest.row) if largest and one.link and one is not largest else one
        for one in complete
    )


def counted(answers: Answered) -> tuple[Driver, ...]:
    """Return the drivers that are added up, each chain once."""
    return tuple(one for one in drivers(answers) if not one.same_as)


def yearly(told: Sequence[Driver], case: int, kind: str = "") -> Amount | None:
    """Return a full year of all drivers, or of those of one class."""
    return added(one.yearly(case) for one in told if kind in ("", one.kind))


def over(told: Sequence[Driver], case: int, years: int, kind: str = "") -> Amount | None:
    """Return the first years of these drivers, None if one of them has no readable ramp."""
    chosen = [one for one in told if kind in ("", one.kind)]
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


def _driver(answers: Answered, row: Row) -> Driver | None:
    factors, improvement = row.numbers(*_FACTORS), improved(row)
    kind = row.text("class")
    if factors is None or improvement is None or kind not in CLASSES.values():
        return None
    volume, unit_value, realization = factors
    adopted, comes = _adoption(answers, row), _comes(row)
    worth = tuple(
        money.product((one, volume, unit_value, realization, money.CENT, *more))
        for one, *more in zip(improvement, *adopted[0], *comes[0], strict=True)
    )
    optional = [one for one in ("shape", "seen", "seen_in", "chance") if row.text(one)]
    told = ["improvement"] if row.range("improvement") else []
    inputs = (*row.inputs("class", *told, *_FACTORS, *optional), *adopted[1])
    return Driver(
        row.id, kind, improvement, volume * unit_value * realization * money.CENT, worth,
        numbers_told(row.text("ramp")), inputs, row.address("ramp"), link_of(row),
    )  # fmt: skip


def improved(row: Row) -> tuple[Decimal, ...] | None:
    """Return the improvement as low, likely and high, or the rate that was seen in a study."""
    if row.text("shape") != "counts":
        return row.range("improvement")
    counts = row.numbers("seen", "seen_in")
    return None if counts is None else rate(*counts)


_Factors = tuple[tuple[Sequence[Decimal], ...], tuple[str, ...]]


def _adoption(answers: Answered, row: Row) -> _Factors:
    """Return adoption as parts, if the driver follows it, and where it was told."""
    told = adoption(answers)
    if told is None or row.text("follows_adoption") == "no":
        return (), ()
    return (tuple(one * money.CENT for one in told),), (ADOPTION,)


def adoption(answers: Answered) -> tuple[Decimal, ...] | None:
    """Return adoption in percent as low, likely and high, None if it was not told in order."""
    told = range_at(answers, ADOPTION)
    return told if told and 0 <= told[0] <= told[1] <= told[2] <= 1 / money.CENT else None


def _comes(row: Row) -> _Factors:
    """Return whether an event that may come does at low, at likely and at high."""
    chance = row.number("chance")
    if chance is None or not 0 <= chance <= 1 / money.CENT:
        return (), ()
    part = chance * money.CENT
    return (tuple(Decimal(one) for one in (part == 1, part >= _HALF, part > 0)),), ()


def borne(row: Row) -> Decimal:
    """Return the part of a cost that the system carries."""
    return _BORNE.get(row.text("borne_by"), Decimal(1))


def _cost(row: Row, case: str, years: int) -> Amount | None:
    value, timing = row.number(case), row.text("timing")
    first = row.number("year") if row.text("year") else Decimal(1)
    if value is None or first is None or timing not in ("one-time", "annual"):
        return None
    times = max(Decimal(0), years - first + 1)
    if timing == "one-time":
        times = min(times, Decimal(1))
    optional = [name for name in ("year", "borne_by") if row.text(name)]
    return Amount(money.product((value, times, borne(row))), row.inputs(case, "timing", *optional))
