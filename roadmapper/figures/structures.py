"""The eleven ways to charge, as values. How each is settled stands in `settling.py`."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from roadmapper.figures.payouts import Band, Payout
from roadmapper.figures.terms import Term

ZERO = Decimal(0)
ONE = Decimal(1)
LINEAR = Payout()


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee of one period: `first · (1 + escalator)^(period - 1)`."""

    first: Term
    escalator: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Gate:
    """What must hold before any result is paid: a measure between two limits, both inclusive."""

    label: str
    measure: Term
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that may be paid: an amount, or a share of another amount."""

    share: Term
    of: Term = ONE


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is bought: so many at a price that rises every period."""

    quantity: Term
    price: Term
    escalator: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Subscription:
    """M1. A fixed price."""

    label: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A result that pays: its weight in the fee at risk, and from where to where it counts."""

    label: str
    weight: Decimal
    actual: Term
    baseline: Term
    target: Term
    payout: Payout = LINEAR


@dataclass(frozen=True, slots=True)
class FeesAtRisk:
    """M2. A part of the fee that is earned by results, with a bonus past the target."""

    label: str
    fee: Fee
    at_risk: Decimal
    measures: tuple[Measure, ...]
    bonus: Decimal = ZERO
    stretch: Decimal = Decimal("1.2")


@dataclass(frozen=True, slots=True)
class Sharing:
    """How a gain or a loss is shared.

    `minimum` is the rate of the benchmark within which nothing is shared. Past it the whole
    difference counts, or with `only_past` what lies past it. `rate` is the vendor's share of what
    counts; with `bands` each band of the benchmark has its own. `factor` scales the share (quality,
    tax); `relief` is taken off (extreme events) before the `limits`.
    """

    minimum: Term = ZERO
    only_past: bool = False
    rate: Term = ONE
    bands: tuple[Band, ...] = ()
    factor: Term = ONE
    relief: Term = ZERO
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class GainShare:
    """M3 and M4. A share of what is saved against a benchmark (`gain`), lost (`loss`), or both."""

    label: str
    benchmark: Term
    gain: Sharing | None = None
    saved: Term | None = None
    spent: Term | None = None
    loss: Sharing | None = None


@dataclass(frozen=True, slots=True)
class PerEvent:
    """M5. A price for every outcome that stands."""

    label: str
    price: Term
    events: Term
    reversed: Term = ZERO
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step that releases its part of a holdback: `met` is 1 or 0, `late` counts weeks."""

    label: str
    weight: Decimal
    met: Term
    late: Term = ZERO


@dataclass(frozen=True, slots=True)
class Milestones:
    """M6. A part of the fee that waits for steps of the work."""

    label: str
    fee: Fee
    holdback: Decimal
    steps: tuple[Milestone, ...]
    per_week: Decimal = ZERO
    most_late: Decimal = ONE


@dataclass(frozen=True, slots=True)
class ServiceCredits:
    """M7. Credits for time in which the service was down; never inside a collar.

    The credit of one month is limited, then counted for so many `months`. Of credits for the same
    `level` of service only one is due in a month.
    """

    label: str
    monthly_fee: Term
    total: Term
    excluded: Term
    down: Term
    bands: tuple[tuple[Decimal, Decimal], ...]
    limits: tuple[Limit, ...] = ()
    months: Term = ONE
    level: str = ""


@dataclass(frozen=True, slots=True)
class PerMember:
    """M8. A rate for every member, bed or user and month, with a least volume and a most."""

    label: str
    units: Term
    rate: Term
    months: Term = Decimal(12)
    least_units: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Ramp:
    """M9. A fee that grows by fixed parts of each period, or with those who use the service."""

    label: str
    fee: Fee
    parts: tuple[Decimal, ...] = ()
    active: Term = ZERO
    contracted: Term = ONE
    floor: Decimal = ZERO
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Royalty:
    """M10. What comes back to who invested, until a multiple of the contribution is paid.

    With `returned` it was the system who invested, so that it is paid and no fee.
    """

    label: str
    rate: Decimal
    revenue: Term
    contribution: Term
    multiple: Decimal
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Collar:
    """M11. The least and the most of a period's payments, as parts below and above a fee."""

    fee: Fee
    below: Decimal
    above: Decimal


Structure: TypeAlias = (
    Subscription
    | FeesAtRisk
    | GainShare
    | PerEvent
    | Milestones
    | ServiceCredits
    | PerMember
    | Ramp
    | Royalty
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One structure of a contract: its gates, and the periods in which it holds (none is all).

    What is paid `outside` the collar, such as a fee for setting up, is added after it.
    """

    structure: Structure
    gates: tuple[Gate, ...] = ()
    periods: frozenset[int] = frozenset()
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Contract:
    """Any mix of structures under one collar, with what was paid meanwhile and what is disputed.

    Payments are rounded to whole steps of `round_to`, a power of ten.
    """

    clauses: tuple[Clause, ...]
    collar: Collar | None = None
    interim: Term = ZERO
    disputed: Term = ZERO
    round_to: Decimal = Decimal("0.01")
