"""Money over time: present value, rates of return, payback; "not meaningful" is an answer.

Cash flows are yearly and stand at the end of their year, the first one at signature.
"""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

from pyxirr import irr as _irr
from pyxirr import mirr as _mirr
from pyxirr import xirr as _xirr
from pyxirr import xnpv as _xnpv


def npv(rate: float, flows: Sequence[float], *, mid_year: bool = False) -> float:
    """Return `Σ c_t / (1 + r)^t`; the first flow is not discounted.

    With `mid_year` the later flows count as in the middle of their year. (The function of that name
    in a spreadsheet discounts the first flow too.)
    """
    later = 0.5 if mid_year else 0.0
    return sum(flow / (1 + rate) ** (at - (later if at else 0)) for at, flow in enumerate(flows))


def irr(flows: Sequence[float]) -> float | None:
    """Return the rate at which the flows are worth nothing; None if there is not just one."""
    return _irr(flows) if _turns_once(flows) else None


def xirr(days: Sequence[date], flows: Sequence[float]) -> float | None:
    """Return the yearly rate at which dated flows are worth nothing; None if not just one."""
    ordered = [flow for _, flow in sorted(zip(days, flows, strict=True))]
    return _xirr(days, flows) if _turns_once(ordered) else None


def xnpv(rate: float, days: Sequence[date], flows: Sequence[float]) -> float | None:
    """Return `Σ c_i / (1 + r)^((d_i - d_0)/365)`."""
    return _xnpv(rate, days, flows)


def mirr(flows: Sequence[float], finance: float, reinvest: float) -> float | None:
    """Return the rate with costs financed and gains invested at these rates; None without both."""
    if not any(flow > 0 for flow in flows) or not any(flow < 0 for flow in flows):
        return None
    return _mirr(flows, finance, reinvest)


def payback(flows: Sequence[float], rate: float = 0.0) -> float | None:
    """Return the years until the sum is no longer below zero, inside the year in a straight line.

    With a rate the discounted flows are added. None if it never is within the term.
    """
    discounted = [flow / (1 + rate) ** at for at, flow in enumerate(flows)]
    sums = list(accumulate(discounted))
    if sums and sums[0] >= 0:
        return 0.0
    for at, (before, after) in enumerate(pairwise(sums), 1):
        if before < 0 <= after:
            return at - 1 - before / discounted[at]
    return None


def profitability(rate: float, flows: Sequence[float]) -> float | None:
    """Return the present value of what follows per unit paid at first; None if nothing is."""
    return (npv(rate, flows) - flows[0]) / -flows[0] if flows and flows[0] < 0 else None


def _turns_once(flows: Sequence[float]) -> bool:
    """Return whether the flows change their sign just once, so that there is at most one rate."""
    signs = [flow > 0 for flow in flows if flow]
    return sum(before is not after for before, after in pairwise(signs)) == 1
