"""An input that is not known for sure: between what limits it lies, and how it may fall out."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Shape(Enum):
    """The kinds of spread between a low, a likely and a high value."""

    PERT = "pert"
    TRIANGULAR = "triangular"
    UNIFORM = "uniform"
    LOGNORMAL = "lognormal"
    """The likely value is the median, the high one the ninetieth part."""
    COUNTS = "counts"
    """A rate that was seen so many times `of` so many trials."""
    CHANCE = "chance"
    """1 where it comes, else 0: a chance of so much `of` one."""
    MONTHS = "months"
    """How many months of a year, where so many `of` twelve are expected."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """One uncertain input.

    `name` is what it is known by among draws and results, and unique; `address` is the answer it
    comes from. `low`, `likely` and `high` are limits, or the tenth and the ninetieth part;
    `least` and `most` are physical bounds. `of` holds the two numbers behind a rate. What is worst
    for the result is the low value, or the high one (costs). A `yearly` input is drawn anew for
    each year, and known there as `name#year`. With `moves_with` it shares the draws of the input of
    that name: good with good, bad with bad.
    """

    name: str
    address: str
    low: Decimal
    likely: Decimal
    high: Decimal
    shape: Shape = Shape.PERT
    are_limits: bool = True
    least: Decimal | None = None
    most: Decimal | None = None
    of: tuple[Decimal, Decimal] | None = None
    is_worst_high: bool = False
    yearly: bool = False
    moves_with: str = ""

    @property
    def worst(self) -> Decimal:
        """The value that is worst for the result."""
        return self.high if self.is_worst_high else self.low

    @property
    def is_range(self) -> bool:
        """Whether it lies between two different values a person named."""
        return self.low < self.high and self.shape not in (Shape.CHANCE, Shape.MONTHS)


def in_year(name: str, year: int) -> str:
    """Return the name under which a yearly input is known in one year."""
    return f"{name}#{year}"
