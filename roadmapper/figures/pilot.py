"""How much a pilot must measure before its gates can tell an effect from chance."""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil, isfinite

from roadmapper.figures import sampling
from roadmapper.figures.reading import Amount, Answered, Row, rows

GATES = "deploy.gates"
_WEDGE = "stepped-wedge (randomised order)"
_FEWEST_SITES = 2
_MOST = 1_000_000_000
_CASES = (
    "2 × ((1.96 + 0.84) ÷ (difference ÷ how much single cases vary))², rounded up; where cases of "
    "one site are alike, × (1 + (cases of a site − 1) × how alike); 5% error, 80% power"
)
_SMALLEST = (
    "(1.96 + 0.84) × √variance of a stepped wedge (Hussey and Hughes) with as many sites as rows "
    "of the rollout, one starting after the other"
)
NAMED = {
    "pilot.cases": ("cases", f"the most that any gate needs in each group: {_CASES}"),
}
OF_GATE = {"cases": ("cases", _CASES), "smallest": ("", _SMALLEST)}
"""Unit and formula of the figures of one gate."""


def cases(answers: Answered) -> Amount | None:
    """Return the most cases that any gate needs in each group, None if none can be told."""
    needed = [one for row in rows(answers, GATES) if (one := _cases(row)) is not None]
    return max(needed, key=lambda one: one.value, default=None)


def of_gates(answers: Answered) -> Iterator[tuple[str, str, Amount]]:
    """Yield what each gate needs: its row, which figure, the amount."""
    is_wedge = answers.value("deploy.pilot") == _WEDGE
    sites = tuple(rows(answers, "deploy.waves"))
    for row in rows(answers, GATES):
        if (needed := _cases(row)) is not None:
            yield row.id, "cases", needed
        if is_wedge and len(sites) >= _FEWEST_SITES:
            smallest = _smallest(row, len(sites))
            if smallest is not None:
                yield row.id, "smallest", smallest


def _cases(row: Row) -> Amount | None:
    told = row.numbers("difference", "varies")
    if told is None or not told[0] or told[1] <= 0:
        return None
    found = sampling.cases_each(abs(float(told[0] / told[1])))
    inputs = row.inputs("difference", "varies")
    groups = row.numbers("per_site", "alike")
    if groups is not None and groups[0] >= 1 and 0 <= groups[1] <= 100:  # noqa: PLR2004 - percent
        found *= sampling.design_effect(float(groups[0]), float(groups[1]) / 100)
        inputs = (*inputs, *row.inputs("per_site", "alike"))
    return Amount(Decimal(ceil(found)), inputs) if isfinite(found) and found <= _MOST else None


def _smallest(row: Row, sites: int) -> Amount | None:
    """Return the smallest difference a stepped wedge shows at this gate."""
    told = row.numbers("varies", "per_site", "alike")
    if told is None or told[0] <= 0 or told[1] < 1 or not 0 <= told[2] < 100:  # noqa: PLR2004 - percent
        return None
    single, alike = float(told[0]) ** 2, float(told[2]) / 100
    between = single * alike / (1 - alike)
    variance = sampling.wedge_variance(sampling.wedge(sites), single / float(told[1]), between)
    seen = Decimal(f"{sampling.smallest_seen(variance):.4g}")
    inputs = ("deploy.pilot", "deploy.waves", *row.inputs("varies", "per_site", "alike"))
    return Amount(seen, inputs)
