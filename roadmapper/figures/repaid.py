"""What a deal is worth over time: the expected net of every year by the usual measures.

What is paid on the first day is the flow of year 0; each contract year stands at its end. A measure
without a single answer is left out.
"""

from collections.abc import Sequence
from decimal import Decimal

from roadmapper.figures import returns
from roadmapper.figures.chance import Outcome
from roadmapper.figures.deal import Deal
from roadmapper.figures.sheet import COUNT, DOLLARS, PERCENT, Sheet
from roadmapper.figures.summary import dollars, mean

_YEARS = "years"
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_HIGHEST = 1e6
_FLOWS = "expected net of each year, the first day's payments in year 0"
FORMULAS = {
    "returns.npv": f"sum of (flow ÷ (1 + discount rate)^year); {_FLOWS}",
    "returns.irr": f"the one discount rate at which that sum is 0; {_FLOWS}",
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
    if deal.rate is None:
        return
    rate = float(deal.rate)
    sheet.add("returns.npv", dollars(returns.npv(rate, flows)), DOLLARS)
    _add(sheet, "returns.mirr", returns.mirr(flows, rate, rate), PERCENT)
    _add(sheet, "returns.discounted_payback_years", payback(flows, rate), _YEARS)
    _add(sheet, "returns.pi", returns.profitability(rate, flows), COUNT)


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
        sheet.add(name, Decimal(value * 100).quantize(_TENTH), PERCENT)
    else:
        sheet.add(name, Decimal(value).quantize(_HUNDREDTH), unit)
