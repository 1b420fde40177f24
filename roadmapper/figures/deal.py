"""What is sold, as plain values: what it brings, what it costs, what is paid, what is uncertain.

A `Deal` is made from the answers by `dealing.deal_of`. It has no numbers that depend on chance:
those are asked for by the names of its inputs. `flows.years_of` turns a value for each input into
what every contract year comes to, exactly for one set of values or for thousands of draws at once.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from roadmapper.figures.structures import Contract, Ramp
from roadmapper.figures.terms import Column
from roadmapper.figures.uncertain import Uncertain

BASE_FEE = Column("base fee")
"""The yearly fee of a year as the order form says it; limits are shares of it."""
FEE = Column("fee")
"""The yearly fee of a year as it is charged: ramped where the agreement says so."""
MONTHLY_FEE = Column("monthly fee")
"""A twelfth of it."""
USE = Column("use")
"""The part of those it is meant for who use it in a year."""
QUALITY = Column("quality")
"""The part of a gain that safety and quality gates leave."""
VALUE = "value: "
"""Begins the column of the verified value of a year; a class of value or `ALL` follows."""
ALL = "all"


@dataclass(frozen=True, slots=True)
class Benefit:
    """One driver that counts as money.

    `worth` is the money a year for one unit of improvement; `ramp` has a part for each contract
    year. `improvement`, `adoption` and `chance` name inputs; the latter two may be empty. Adoption
    is in percent.
    """

    row: str
    kind: str
    improvement: str
    worth: Decimal
    ramp: tuple[Decimal, ...]
    adoption: str = ""
    chance: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """One cost besides our fee: the input with its amount, the part the system bears, and when.

    A cost paid once falls in `year`; another is paid every year from then on.
    """

    row: str
    amount: str
    borne: Decimal
    once: bool
    year: int


@dataclass(frozen=True, slots=True)
class QualityGate:
    """A gate before gains: the input that says whether it holds, and the part left if not."""

    row: str
    holds: str
    left: Decimal


@dataclass(frozen=True, slots=True)
class Budget:
    """Savings the system has planned for its first such fiscal year.

    `parts` says how much of each contract year falls into that fiscal year.
    """

    amount: Decimal
    parts: tuple[Decimal, ...]
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """A whole deal. Years count from 1; tuples by year begin with the first.

    `contract` has a label for each line that is the address it comes from, such as
    `pricing.kpis[k1]`; set-up fees stand in clauses outside the collar. With `ramp` the yearly fee
    is not the base fee; `use_ramp` says which part of the adoption there is in each year.
    `invested` is what the system contributes to a joint product in the first year. `addresses` are
    all answers used. `starts` is the first day, where it is known.
    """

    years: int
    seed: int
    rate: Decimal | None
    inputs: tuple[Uncertain, ...]
    benefits: tuple[Benefit, ...]
    costs: tuple[Cost, ...]
    contract: Contract
    base_fees: tuple[Decimal, ...]
    set_up: tuple[Decimal, ...]
    ramp: Ramp | None
    use_ramp: tuple[Decimal, ...]
    gates: tuple[QualityGate, ...]
    invested: Decimal
    budget: Budget | None
    addresses: tuple[str, ...]
    starts: date | None = None
