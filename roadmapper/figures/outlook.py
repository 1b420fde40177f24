"""The outlook of a deal: what may come of it, as named figures in whole dollars.

`outlook` settles the whole contract in every draw. Without `whole` it leaves out what takes many
settlements more and does not follow a slider: tornado and break-even.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import numpy as np

from roadmapper.figures import cases, exposure, paths, repaid, tornado
from roadmapper.figures.chance import Outcome, draws_of, full, outcome_of, total
from roadmapper.figures.deal import Budget, Deal
from roadmapper.figures.draws import Array
from roadmapper.figures.outlook_words import FORMULAS
from roadmapper.figures.sheet import COUNT, DOLLARS, PERCENT, Sheet
from roadmapper.figures.summary import dollars, mean, parts, share, tenth, worst_tenth
from roadmapper.proposal.facts import Figure

_KEPT = 8
"""So many outlooks are kept; a deal is the same as long as nothing it is made of changes."""
_TENTHS = ("p10", "p50", "p90")


@lru_cache(maxsize=_KEPT)
def outlook(deal: Deal, runs: int, *, whole: bool = True) -> tuple[Figure, ...]:
    """Return the figures of so many draws; those of the net only if there is any value."""
    sheet = Sheet({**FORMULAS, **repaid.FORMULAS}, deal.addresses)
    with np.errstate(over="ignore", invalid="ignore"):  # sums past all measure are left out
        outcome = outcome_of(deal, draws_of(deal, runs), runs)
        if not np.isfinite(outcome.net).all():
            return ()
        _add_fees(sheet, deal, outcome)
        if deal.benefits:
            _add_net(sheet, deal, outcome)
            paths.add(sheet, outcome)
            cases.add(sheet, deal, outcome)
            repaid.add(sheet, deal, outcome)
            if whole:
                tornado.add(sheet, deal)
    return tuple(sheet.figures)


def _add_fees(sheet: Sheet, deal: Deal, outcome: Outcome) -> None:
    runs = len(outcome.net)
    sheet.add("outlook.runs", runs, COUNT)
    sheet.add("outlook.seed", deal.seed, COUNT)
    sheet.add("outlook.years", deal.years, COUNT)
    sheet.add("outlook.paid.mean", paths.shown_paid(outcome), DOLLARS)
    _add_parts(sheet, "outlook.paid", outcome.paid, ("p10", "p90"))
    _add_parts(sheet, "outlook.forgone", full(outcome.rows["forgone"], runs), ("mean", "p90"))
    base = float(sum((*deal.base_fees, *deal.set_up), Decimal(0)))
    if base:
        sheet.add("outlook.above_base", share(outcome.paid > base + _HALF_A_CENT), PERCENT)
    capped = total(one.capped for one in outcome.years)
    sheet.add("outlook.cap_reached", share(full(capped, runs) > 0), PERCENT)
    exposure.add(sheet, deal, outcome)


_HALF_A_CENT = 0.005


def _add_net(sheet: Sheet, deal: Deal, outcome: Outcome) -> None:
    every = ("mean", *_TENTHS)
    _add_parts(sheet, "outlook.net", outcome.net, every)
    if deal.rate is not None:
        _add_parts(sheet, "outlook.npv", present_value(outcome, float(deal.rate)), every)
    ahead = outcome.net > 0
    sheet.add("outlook.ahead", share(ahead), PERCENT)
    sheet.add("outlook.ahead_runs", int(np.count_nonzero(ahead)), COUNT)
    by_year = [mean(step.net) for step in outcome.steps]
    sheet.add("outlook.worst_year", dollars(min(by_year)), DOLLARS)
    sheet.add("outlook.worst_year_number", by_year.index(min(by_year)) + 1, COUNT)
    sheet.add("outlook.tail", dollars(worst_tenth(outcome.net)), DOLLARS)
    if deal.budget is not None:
        _add_coverage(sheet, deal.budget, outcome)


def present_value(outcome: Outcome, rate: float) -> Array:
    """Return what the net is worth at signature: the first day undiscounted, then year by year."""
    first = outcome.steps[0]
    value = first.begins + (first.flows + first.ends) / (1 + rate)
    for year, step in enumerate(outcome.steps[1:], 2):
        value = value + step.net / (1 + rate) ** year
    return full(value, len(outcome.net))


def _add_coverage(sheet: Sheet, budget: Budget, outcome: Outcome) -> None:
    falls = zip(outcome.years, budget.parts, strict=True)
    cash = full(total(one.by_class["cash"] * float(part) for one, part in falls), len(outcome.net))
    low, _, high = parts(cash)
    told = {"p10": low, "mean": mean(cash), "p90": high}
    for name, amount in told.items():
        covered = Decimal(amount) * 100 / budget.amount
        sheet.add(f"outlook.coverage.{name}", tenth(covered), PERCENT)
    sheet.add("outlook.coverage_chance", share(cash >= float(budget.amount)), PERCENT)


def _add_parts(sheet: Sheet, name: str, draws: Array, wanted: Iterable[str]) -> None:
    found = {"mean": mean(draws), **dict(zip(_TENTHS, parts(draws), strict=True))}
    for one in wanted:
        sheet.add(f"{name}.{one}", dollars(found[one]), DOLLARS)
