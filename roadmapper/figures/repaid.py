"""What a deal is worth over time: the expected net of every year by the usual measures.

What is paid on the first day is the flow of year 0; each contract year stands at its end. A measure
without a single answer is left out.
"""

from calendar import isleap
from collections.abc import Sequence
from datetime import MAXYEAR, date
from decimal import Decimal

from roadmapper.figures import money, returns
from roadmapper.figures.chance import Outcome
from roadmapper.figures.deal import Deal
from roadmapper.figures.sheet import COUNT, DOLLARS, PERCENT, Sheet
from roadmapper.figures.summary import dollars, mean, tenth

_YEARS = "years"
_HIGHEST = 1e6
_FLOWS = "expected net of each year, the first day's payments in year 0"
FORMULAS = {
    "returns.npv": f"sum of (flow ÷ (1 + discount rate)^year); {_FLOWS}",
    "returns.irr": f"the one discount rate at which that sum is 0; {_FLOWS}",
    "returns.xirr": f"the same by days, from the start of the contract; {_FLOWS}",
    "returns.xnpv": "sum of (flow ÷ (1 + discount rate)^(days ÷ 365)), from the start of the "
    f"contract; {_FLOWS}",
    "returns.mirr": "(what gains grow to ÷ what costs are worth today)^(1 ÷ years) − 1, both at "
    f"the discount rate; {_FLOWS}",
    "returns.payback_years": f"years until the flows added up reach 0; {_FLOWS}",
    "returns.discounted_payback_years": f"the same for discounted flows; {_FLOWS}",
    "returns.roi": "(benefits − all fees and own costs) ÷ all fees and own costs, over the term",
    "returns.pi": f"present value of all later flows ÷ what is paid on the first day; {_FLOWS}",
}


def add(sheet: Sheet, deal: Deal, outcome: Outcome) -> None:
    """Write the measures that mean something here."""
    first, *later = outcome.steps
    flows = (
        mean(first.begins),
        mean(first.flows + first.ends),
        *(mean(one.net) for one in later),
    )
    _add(sheet, "returns.irr", returns.irr(flows), PERCENT)
    _add(sheet, "returns.payback_years", payback(flows), _YEARS)
    _add(sheet, "returns.roi", _roi(outcome), PERCENT)
    if deal.rate is not None:
        _add_discounted(sheet, flows, float(deal.rate))
    if deal.starts is not None and deal.starts.year + deal.years <= MAXYEAR:
        _add_dated(sheet, deal, flows, deal.starts)


def _add_discounted(sheet: Sheet, flows: Sequence[float], rate: float) -> None:
    sheet.add("returns.npv", dollars(returns.npv(rate, flows)), DOLLARS)
    _add(sheet, "returns.mirr", returns.mirr(flows, rate, rate), PERCENT)
    _add(sheet, "returns.discounted_payback_years", payback(flows, rate), _YEARS)
    _add(sheet, "returns.pi", returns.profitability(rate, flows), COUNT)


def _add_dated(sheet: Sheet, deal: Deal, flows: Sequence[float], starts: date) -> None:
    days = [_anniversary(starts, year) for year in range(len(flows))]
    inputs = (*deal.addresses, "deal.start_date")
    rate = returns.xirr(days, flows)
    if rate is not None and abs(rate) <= _HIGHEST:
        sheet.add("returns.xirr", tenth(rate * 100), PERCENT, inputs)
    worth = None if deal.rate is None else returns.xnpv(float(deal.rate), days, flows)
    if worth is not None:
        sheet.add("returns.xnpv", dollars(worth), DOLLARS, inputs)


def _anniversary(day: date, years: int) -> date:
    """Return the same day some years later; February 29 becomes March 1."""
    year = day.year + years
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(year, 3, 1) if is_leap_day and not isleap(year) else day.replace(year=year)


def payback(flows: Sequence[float], rate: float = 0.0) -> float | None:
    """Return the years until these flows are paid back, None if nothing is paid first or never is.

    Years in which nothing flows come before it.
    """
    empty = next((at for at, flow in enumerate(flows) if flow), len(flows))
    begun = flows[empty:]
    if not begun or begun[0] > 0:
        return None
    found = returns.payback(begun, rate)
    return None if found is None else empty + found


def _roi(outcome: Outcome) -> float | None:
    spent = mean(outcome.paid) + mean(outcome.rows["costs"])
    return mean(outcome.net) / spent if spent > 0 else None


def _add(sheet: Sheet, name: str, value: float | None, unit: str) -> None:
    if value is None or abs(value) > _HIGHEST:
        return
    if unit == PERCENT:
        sheet.add(name, tenth(value * 100), PERCENT)
    else:
        sheet.add(name, money.rounded(Decimal(value), money.CENT), unit)
