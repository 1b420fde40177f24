"""How far an offer serves the published priorities, the first of them weighing most."""

from collections.abc import Sequence
from decimal import Decimal

from roadmapper.figures import money
from roadmapper.figures.reading import Amount, Answered, number_at

RANKS = (1, 2, 3, 4, 5, 6, 7, 7, 9, 10)
"""The published order of the ten priorities; two share the seventh place."""
_DIRECTLY = 3
_PERCENT = Decimal(100)


def weights(ranks: Sequence[int]) -> tuple[int, ...]:
    """Return what each rank weighs: the first ten, the tenth one; a shared rank counts alike."""
    return tuple(11 - rank for rank in ranks)


def fit(answers: Answered) -> Amount | None:
    """Return `Σ fit · weight / Σ 3 · weight` in percent, None if no fit is told."""
    found = {
        at: told
        for at in range(len(RANKS))
        if (told := number_at(answers, f"system.priorities[r{at + 1}].fit")) is not None
    }
    if not found:
        return None
    weighed = weights(RANKS)
    served = money.total(found[at].value * weighed[at] for at in found)
    share = served * _PERCENT / (_DIRECTLY * sum(weighed))
    inputs = (path for told in found.values() for path in told.inputs)
    return Amount(money.rounded(share, Decimal("0.1")), tuple(inputs))
