"""A small deal in answers, and larger parts to add to it."""

from collections.abc import Mapping
from decimal import Decimal

from roadmapper.figures.book import figures
from roadmapper.figures.deal import Deal
from roadmapper.figures.dealing import deal_of
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from roadmapper.template.kinds import Value
from tests.figured import COSTS, DRIVERS, FEES, TERM, Cells, cost, driver, fee, rows_of

KPIS = "pricing.kpis"
GAINS = "pricing.gain_share"


def kpi(more: Cells | None = None) -> Cells:
    """Return a measure that pays in a straight line from half way to the target."""
    usual: dict[str, Value] = {
        "measure": "Minutes",
        "baseline": "60",
        "target": "40",
        "threshold": "50",
        "expected": ("36", "44", "56"),
        "weight": "100",
        "payout": "linear",
    }
    return {**usual, **(more or {})}


def gain(more: Cells | None = None) -> Cells:
    """Return a gain share of a fifth past two percent."""
    usual: dict[str, Value] = {
        "base_amount": "All contracts",
        "benchmark": "1000000",
        "minimum_rate": "2",
        "mode": "second dollar",
        "vendor_share": "20",
        "cap": "30000",
    }
    return {**usual, **(more or {})}


SMALL: dict[str, Value] = {
    **TERM,
    **rows_of(FEES, fee("10", "5000", escalator="3")),
    **rows_of(
        DRIVERS, driver("cash-releasing"), driver("revenue", {"improvement": ("1", "2", "4")})
    ),
    **rows_of(COSTS, cost(), cost("5000", "one-time", low="4000", high="9000")),
    **rows_of(KPIS, kpi()),
    **rows_of(GAINS, gain()),
    "pricing.at_risk_pct": "20",
    "value.discount_rate": "8",
}
"""Fees at risk, a gain share, two drivers, two costs, three years."""


def dealt(*more: Mapping[str, Value]) -> Deal:
    """Return the small deal with other answers in some places."""
    made = deal_of(Answers(merged(*more)))
    assert made is not None
    return made


def merged(*more: Mapping[str, Value]) -> dict[str, Value]:
    """Return the answers of the small deal with others in some places."""
    return {path: value for part in (SMALL, *more) for path, value in part.items()}


def outlooked(*more: Mapping[str, Value], runs: int = 2_000) -> dict[str, Figure]:
    """Return every figure of the small deal with other answers in some places."""
    return {one.name: one for one in figures(Answers(merged(*more)), runs)}


def amounts(told: Mapping[str, Figure], beginning: str) -> dict[str, Decimal]:
    """Return the values of the figures under a name, without its beginning."""
    return {
        name.removeprefix(f"{beginning}."): one.value
        for name, one in told.items()
        if name.startswith(f"{beginning}.")
    }
