"""What the agreement costs: fees by year and over the term, and the part that waits for results."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.figures import money
from roadmapper.figures.reading import (
    Amount,
    Answered,
    Row,
    added,
    day_at,
    number_at,
    rows,
    words_at,
    years_told,
)

FEES = "pricing.base_fee"
AT_RISK = "pricing.at_risk_pct"
AT_RISK_YEARS = "pricing.at_risk_years"
_STRUCTURE = "pricing.structure"
_NEEDED = ("quantity", "price")


@dataclass(frozen=True, slots=True)
class YearlyFee:
    """One item charged every year: its first payment, yearly increase and first contract year."""

    first: Amount
    escalator: Decimal
    begins: int

    def over(self, years: int) -> Amount:
        """Return all payments of a term of this many years."""
        payments = money.escalated(self.first.value, self.escalator, max(0, years - self.begins))
        return Amount(money.total(payments), self.first.inputs)

    def in_year(self, year: int) -> Decimal:
        """Return the payment of a year of the contract, counted from 0."""
        payments = money.escalated(self.first.value, self.escalator, max(0, year + 1 - self.begins))
        return payments[-1] if payments else Decimal(0)


def is_agreed(answers: Answered, structure: str) -> bool:
    """Return whether the agreement contains a structure; before any is picked, none is excluded."""
    chosen = answers.value(_STRUCTURE)
    return not isinstance(chosen, tuple) or not chosen or structure in chosen


def share_at_risk(answers: Answered) -> Amount | None:
    """Return the percentage of the yearly fee that waits for results, None if none does."""
    if not is_agreed(answers, "fees at risk / performance guarantee"):
        return None
    return number_at(answers, AT_RISK)


def yearly_fees(answers: Answered) -> tuple[YearlyFee, ...] | None:
    """Return the items charged every year, None if one of them lacks its quantity or price."""
    found = []
    for row in _items(answers, once=False):
        first = _payment(row)
        if first is None:
            return None
        begins = _begins(answers, row)
        found.append(YearlyFee(first, row.number("escalator") or Decimal(0), begins))
    return tuple(found)


def annual_fee(fees: Sequence[YearlyFee]) -> Amount | None:
    """Return what is paid in the first year for items charged every year."""
    return added(fee.first for fee in fees if fee.begins == 0)


def one_time_fee(answers: Answered) -> Amount | None:
    """Return what is paid once, None if nothing is or an item lacks its quantity or price."""
    complete = one_time_fees(answers)
    return added(one for one, _ in complete) if complete else None


def one_time_fees(answers: Answered) -> tuple[tuple[Amount, int], ...] | None:
    """Return what is paid once, each with its contract year, counted from 0.

    None if an item lacks its quantity or price.
    """
    payments = [(_payment(row), _begins(answers, row)) for row in _items(answers, once=True)]
    complete = tuple((one, year) for one, year in payments if one is not None)
    return complete if len(complete) == len(payments) else None


def term_fee(answers: Answered, fees: Sequence[YearlyFee], term: Amount) -> Amount | None:
    """Return all fees over the term, None if an item charged once lacks its quantity or price."""
    once = one_time_fees(answers)
    if once is None:
        return None
    payments = [fee.over(int(term.value)) for fee in fees] + [one for one, _ in once]
    return added((*payments, Amount(Decimal(0), term.inputs))) if payments else None


def fee_at_risk(answers: Answered, annual: Amount) -> Amount | None:
    """Return the part of the first yearly fee that waits for results, None if none does."""
    return _shared(annual, share_at_risk(answers)) if _is_at_risk(answers, 1) else None


def fees_at_risk(answers: Answered, years: int) -> tuple[Decimal, ...]:
    """Return what waits for results in each year of the term; nothing where it is open."""
    percent = share_at_risk(answers)
    fees = yearly_fees(answers)
    if percent is None or not fees:
        return ()
    sums = [money.total(fee.in_year(year) for fee in fees) for year in range(years)]
    return tuple(
        money.share(one, percent.value) if _is_at_risk(answers, year) else Decimal(0)
        for year, one in enumerate(sums, 1)
    )


def collar_limit(answers: Answered, annual: Amount, column: str) -> Amount | None:
    """Return the least or most paid in the first year, None unless there is just one corridor."""
    corridors = tuple(rows(answers, "pricing.collar"))
    if len(corridors) != 1:
        return None
    return _shared(annual, number_at(answers, corridors[0].address(column)))


def _is_at_risk(answers: Answered, year: int) -> bool:
    """Return whether fees wait for results in a year of the contract; none told is all."""
    told = years_told(words_at(answers, AT_RISK_YEARS))
    return not told or year in told


def _items(answers: Answered, *, once: bool) -> tuple[Row, ...]:
    return tuple(
        row
        for row in rows(answers, FEES)
        if row.has_any("item", *_NEEDED) and (row.text("basis") == "once") is once
    )


def _payment(row: Row) -> Amount | None:
    factors = row.numbers(*_NEEDED)
    if factors is None:
        return None
    optional = [name for name in ("basis", "escalator", "start") if row.text(name)]
    return Amount(money.product(factors), row.inputs(*_NEEDED, *optional))


def _begins(answers: Answered, row: Row) -> int:
    start, begins = day_at(answers, "deal.start_date"), day_at(answers, row.address("start"))
    if start is None or begins is None:
        return 0
    early = (begins.month, begins.day) < (start.month, start.day)
    return max(0, begins.year - start.year - early)


def _shared(base: Amount, percent: Amount | None) -> Amount | None:
    if percent is None:
        return None
    return Amount(money.share(base.value, percent.value), (*base.inputs, *percent.inputs))
