"""How simulated amounts are written: in one unit, as exact as their own spread allows.

Chart, table and prose all write them through here, so that one number reads alike everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from roadmapper.document.scale import number_text
from roadmapper.proposal.facts import Figure

_SIMULATED = "outlook."
_WORDED = ("%", "USD")

_ALL = Decimal(100)
_WIDE = Decimal(5_000_000)
_FINE = 2  # further places of points on a line, so that it does not go in steps


@dataclass(frozen=True, slots=True)
class Rounding:
    """The unit of amounts ("$M"), what it is worth, and how many places are written."""

    unit: str
    worth: Decimal
    places: int

    def of(self, dollars: Decimal, more: int = 0) -> Decimal:
        """Return an amount in this unit, rounded half up; `more` keeps further places."""
        step = Decimal(1).scaleb(-self.places - more)
        with localcontext(prec=60):
            return (dollars / self.worth).quantize(step, ROUND_HALF_UP) + 0

    def fine(self, dollars: Decimal) -> Decimal:
        """Return an amount for a point on a line."""
        return self.of(dollars, _FINE)

    def text(self, dollars: Decimal) -> str:
        """Return an amount as it is printed; one that rounds to nothing is "about $0"."""
        amount = self.of(dollars)
        if not amount:
            return "about $0" if dollars else "$0"
        return number_text(amount, self.unit, self.places)


MILLIONS = Rounding("$M", Decimal(1_000_000), 1)
HUNDREDTHS = Rounding("$M", Decimal(1_000_000), 2)
THOUSANDS = Rounding("$K", Decimal(1_000), 0)


def rounding_of(figures: Mapping[str, Figure]) -> Rounding:
    """Return how the amounts of this proposal are rounded, by how far its outcomes lie apart."""
    ends = [figures.get(f"outlook.net.{name}") for name in ("p10", "p90", "mean")]
    known = [abs(one.value) for one in ends if one is not None]
    low, high = ends[:2]
    apart = high.value - low.value if low and high else Decimal(0)
    if apart >= _WIDE:
        return MILLIONS
    return HUNDREDTHS if max(known, default=_WIDE) >= _WIDE / 10 else THOUSANDS


def simulated_text(figure: Figure, figures: Mapping[str, Figure]) -> str:
    """Return an amount or share out of the draws as it is printed; empty for any other figure."""
    if not figure.name.startswith(_SIMULATED) or figure.unit not in _WORDED:
        return ""
    return (
        share_text(figure.value) if figure.unit == "%" else rounding_of(figures).text(figure.value)
    )


def share_text(percent: Decimal) -> str:
    """Return a share of runs in whole percent; one that is not all or nothing does not say so."""
    whole = percent.quantize(Decimal(1), ROUND_HALF_UP)
    if whole >= _ALL and percent < _ALL:
        return "over 99%"
    return "under 1%" if percent > 0 and not whole else f"{whole:f}%"
