"""What a deal comes to without any chance: settled year by year, worked out, and five outcomes."""

from decimal import DecimalException
from functools import lru_cache

from roadmapper.figures import five, worked
from roadmapper.figures.deal import Deal
from roadmapper.proposal.facts import Figure

_KEPT = 8
_LARGEST = 10**15
EXACT_NAMES = (
    *("worked.base_fee", "worked.fee", "worked.at_risk", "worked.certain"),
    *("worked.before_collar", "worked.collar_least", "worked.collar_most"),
    *("worked.after_collar", "worked.outside", "worked.total", "five.year"),
    *(f"five.{outcome}.{row}" for outcome in five.OUTCOMES for row in ("paid", "forgone", "value")),
    *(
        f"settled.{year}.{name}"
        for year in range(1, 51)
        for name in ("before_collar", "after_collar", "total")
    ),
)
"""The names that every deal may have; more name a row or a line."""
RETURN_NAMES = tuple(
    f"returns.{name}"
    for name in (
        *("npv", "irr", "xnpv", "xirr", "mirr"),
        *("payback_years", "discounted_payback_years", "roi", "pi"),
    )
)
"""How the outlook names what a deal is worth over time."""


@lru_cache(maxsize=_KEPT)
def exact(deal: Deal) -> tuple[Figure, ...]:
    """Return these figures; none where amounts go past all measure."""
    try:
        found = (*worked.figures_of(deal), *five.figures_of(deal))
    except DecimalException:  # an amount of more digits than any money has
        return ()
    return found if all(abs(one.value) < _LARGEST for one in found) else ()
