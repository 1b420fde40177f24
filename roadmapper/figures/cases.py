"""Three cases and a stress line: what stands behind a cautious, an expected and a strong net.

The net of the cautious and of the strong case is the tenth and the ninetieth part of all draws. No
single draw stands for them: every row is what a straight line through the tenth of all draws around
that net says. Lines add up as their rows do, so each case does, too.
"""

from collections.abc import Callable
from decimal import Decimal

import numpy as np

from roadmapper.figures.chance import ROWS, Outcome, outcome_of
from roadmapper.figures.deal import Deal
from roadmapper.figures.draws import Array
from roadmapper.figures.flows import worst
from roadmapper.figures.paths import first_ahead, months_of
from roadmapper.figures.sheet import DOLLARS, MONTHS, PERCENT, Sheet
from roadmapper.figures.structures import Royalty
from roadmapper.figures.summary import NINETIETH, TENTH, dollars, mean, parts, tenth
from roadmapper.figures.worth import CLASSES

Taken = Callable[[Array], float]
"""How one number is taken from all draws."""
_WINDOW = 0.1


def add(sheet: Sheet, deal: Deal, outcome: Outcome) -> None:
    """Write all cases."""
    low, _, high = parts(outcome.net)
    cautious = around(outcome.net, TENTH, low)
    strong = around(outcome.net, NINETIETH, high)
    for name, taken in (("cautious", cautious), ("strong", strong)):
        _add_case(sheet, f"outlook.case.{name}", deal, outcome, taken)
    value = _add_case(sheet, "outlook.case.expected", deal, outcome, mean)
    _add_classes(sheet, outcome, value)
    stress = {name: np.asarray(float(value)) for name, value in worst(deal).items()}
    _add_case(sheet, "outlook.stress", deal, outcome_of(deal, stress, 1), mean)


def around(net: Array, share: float, at: float) -> Taken:
    """Return how a row is read where the net has this value, by the draws around that part."""
    count = len(net)
    first, last = int(count * (share - _WINDOW / 2)), int(count * (share + _WINDOW / 2))
    if last - first < 2:  # noqa: PLR2004 - a line needs two points
        return mean
    chosen = np.argpartition(net, [first, last])[first:last]
    offset = net[chosen] - net[chosen].mean()
    spread = float(offset @ offset)
    weights = np.full(len(chosen), 1 / len(chosen))
    if spread > 0 and np.isfinite(spread):
        weights += offset * ((at - float(net[chosen].mean())) / spread)

    def taken(row: Array) -> float:
        return float(row) if row.ndim == 0 else float(row[chosen] @ weights)

    return taken


def _add_case(sheet: Sheet, case: str, deal: Deal, outcome: Outcome, taken: Taken) -> Decimal:
    """Write the rows of a case and return its value."""
    rows = {name: dollars(taken(outcome.rows[name])) for name in ROWS}
    net = dollars(taken(outcome.net))
    paid = rows["fixed"] + rows["earned"] + rows["gain"] + rows["loss"] - rows["credits"]
    rows["value"] = net + paid + rows["costs"] - rows["royalty"]
    if not _has_royalty(deal):
        del rows["royalty"]
    for name, value in {**rows, "net": net, "paid": paid}.items():
        sheet.add(f"{case}.{name}", value, DOLLARS)
    base = sum((*deal.base_fees, *deal.set_up), Decimal(0))
    if base:
        sheet.add(f"{case}.fee_share", tenth(paid * 100 / base), PERCENT)
    if outcome.adoption is not None:
        sheet.add(f"{case}.adoption", tenth(taken(outcome.adoption)), PERCENT)
    _add_path(sheet, case, outcome, taken, net)
    return rows["value"]


def _add_classes(sheet: Sheet, outcome: Outcome, value: Decimal) -> None:
    """Write the expected value of each class; the largest takes what rounding leaves."""
    shown = {
        name: dollars(sum(mean(year.by_class[name]) for year in outcome.years)) for name in CLASSES
    }
    shown[max(shown, key=lambda name: shown[name])] += value - sum(shown.values())
    for name, amount in shown.items():
        sheet.add(f"outlook.class.{name}", amount, DOLLARS)


def _add_path(sheet: Sheet, case: str, outcome: Outcome, taken: Taken, net: Decimal) -> None:
    path = [taken(month) for month in months_of(outcome.steps)]
    years = len(outcome.steps)
    for year in range(1, years + 1):
        reached = net if year == years else dollars(path[year * 12])
        sheet.add(f"{case}.year.{year}", reached, DOLLARS)
    ahead = first_ahead(path)
    if ahead is not None:
        sheet.add(f"{case}.payback_month", ahead, MONTHS)


def _has_royalty(deal: Deal) -> bool:
    return any(isinstance(one.structure, Royalty) for one in deal.contract.clauses)
