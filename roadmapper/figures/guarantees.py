"""Fees that wait for results: the measures of an agreement, and its milestones, as structures."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from roadmapper.figures import fees, money
from roadmapper.figures.deal import FEE
from roadmapper.figures.inputs import Inputs
from roadmapper.figures.payouts import Payout, Shape
from roadmapper.figures.reading import Row, rows
from roadmapper.figures.structures import Fee, FeesAtRisk, Measure, Milestone, Milestones
from roadmapper.figures.terms import Column, Term

KPIS = "pricing.kpis"
MILESTONES = "pricing.milestones"
HOLDBACK = "pricing.holdback"
_ZERO, _ONE, _STRETCH = Decimal(0), Decimal(1), Decimal("1.2")
_ALL = Decimal(100)
_SHAPES = {shape.value: shape for shape in Shape}


def fees_at_risk(inputs: Inputs) -> FeesAtRisk | None:
    """Return the fees at risk, None if none are or no measure has a weight.

    A weight that no measure has yet counts as earned; weights above 100 are scaled down.
    """
    share = fees.share_at_risk(inputs.answers)
    weighed = _weighed(rows(inputs.answers, KPIS), "measure")
    if share is None or not 0 < share.value <= _ALL or not weighed:
        return None
    whole = money.total(weight for _, weight in weighed)
    inputs.use(*share.inputs, *(row.address("weight") for row, _ in weighed))
    bonus = inputs.part("pricing.bonus")
    stretch = inputs.part("pricing.stretch", _STRETCH)
    return FeesAtRisk(
        fees.AT_RISK,
        Fee(FEE),
        share.value / _ALL * min(_ONE, whole / _ALL),
        tuple(_measure(inputs, row, weight / whole) for row, weight in weighed),
        bonus * min(_ONE, whole / _ALL) if stretch > 1 else _ZERO,
        stretch,
    )


def milestones(inputs: Inputs, fee: Term, share: Decimal = _ONE) -> Milestones | None:
    """Return the milestones that release a part of this fee, None if there are none.

    A weight that no milestone has yet is not held back; weights above 100 are scaled down.
    """
    weighed = _weighed(rows(inputs.answers, MILESTONES), "milestone")
    if not weighed:
        return None
    whole = money.total(weight for _, weight in weighed)
    inputs.use(*(row.address("weight") for row, _ in weighed))
    steps = tuple(_step(inputs, row, weight / whole) for row, weight in weighed)
    per_week = inputs.part("pricing.late_per_week")
    most_late = min(_ONE, inputs.part("pricing.late_most", _ONE))
    held = share * min(_ONE, whole / _ALL)
    return Milestones(HOLDBACK, Fee(fee), held, steps, per_week, most_late)


def _weighed(told: Iterable[Row], named: str) -> Sequence[tuple[Row, Decimal]]:
    found = [(row, row.number("weight")) for row in told if row.text(named)]
    return [(row, weight) for row, weight in found if weight is not None and weight > 0]


def _step(inputs: Inputs, row: Row, weight: Decimal) -> Milestone:
    met = inputs.chance(row.address("chance"))
    late = inputs.ranged(row.address("late"), is_worst_high=True)
    return Milestone(
        row.path, weight, Column(met) if met else _ONE, Column(late, least=_ZERO) if late else _ZERO
    )


def _measure(inputs: Inputs, row: Row, weight: Decimal) -> Measure:
    """Return a measure; one whose numbers are not all there counts as reached."""
    target = row.number("target")
    baseline, threshold = row.number("baseline"), row.number("threshold")
    start = threshold if baseline is None else baseline
    if target is None or start is None or start == target:
        return Measure(row.path, weight, _ONE, _ZERO, _ONE)
    expected = inputs.ranged(
        row.address("expected"),
        is_worst_high=target < start,
        moves_with=inputs.together(row),
    )
    inputs.use(*(row.address(one) for one in ("baseline", "target", "threshold") if row.text(one)))
    actual: Term = Column(expected) if expected else target
    payout = _payout(inputs, row, _attained(threshold, start, target))
    return Measure(row.path, weight, actual, start, target, payout)


def _attained(threshold: Decimal | None, start: Decimal, target: Decimal) -> Decimal:
    """Return the threshold as the part of the way from start to target, none being 0."""
    if threshold is None:
        return _ZERO
    return min(_ONE, max(_ZERO, (threshold - start) / (target - start)))


def _payout(inputs: Inputs, row: Row, threshold: Decimal) -> Payout:
    shape = _SHAPES.get(row.text("payout"), Shape.LINEAR)
    tiers = tiers_told(row.text("tiers"))
    if shape is Shape.TIERS and tiers:
        inputs.use(row.address("tiers"))
        return Payout(Shape.TIERS, tiers=tiers)
    if shape is Shape.CLIFF:
        return Payout(Shape.CLIFF)
    at_threshold = inputs.part(row.address("at_threshold"))
    return Payout(Shape.LINEAR, threshold, min(_ONE, at_threshold))


def tiers_told(text: str) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return typed tiers ("80: 50, 100: 100") as rising pairs of parts, empty if they are none."""
    found = []
    for part in text.split(","):
        pair = [money.amount(one.strip().removesuffix("%").strip()) for one in part.split(":")]
        numbers = [one for one in pair if one is not None and one >= 0]
        if len(pair) != len(numbers) or len(numbers) != 2:  # noqa: PLR2004 - from where, and how much
            return ()
        found.append((numbers[0] / _ALL, min(_ONE, numbers[1] / _ALL)))
    return tuple(sorted(found))
