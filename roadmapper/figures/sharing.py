"""How a gain or a loss is shared: corridor, counted amount, rate, factor, relief, limits."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic

from roadmapper.figures.arithmetic import Arithmetic, N, Steps
from roadmapper.figures.payouts import kept
from roadmapper.figures.structures import GainShare, Limit, Sharing
from roadmapper.figures.terms import Results, Term, worth


def saved(arithmetic: Arithmetic[N], one: GainShare, results: Results[N]) -> N:
    """Return what was saved against the benchmark, negative where more was spent."""
    if one.saved is not None:
        return worth(arithmetic, one.saved, results)
    spent = one.spent if one.spent is not None else Decimal(0)
    return worth(arithmetic, one.benchmark, results) - worth(arithmetic, spent, results)


@dataclass(frozen=True, slots=True)
class Shared(Generic[N]):
    """What is shared of a difference, and the steps to it, in their order."""

    steps: Steps[N]
    paid: N


def shared(
    arithmetic: Arithmetic[N],
    how: Sharing,
    difference: N,
    benchmark: Term,
    results: Results[N],
) -> Shared[N]:
    """Return the vendor's share of a difference, zero within the corridor."""
    base = worth(arithmetic, benchmark, results)
    minimum = worth(arithmetic, how.minimum, results)
    counted = _counted(arithmetic, how, difference, base, minimum)
    begin: Steps[N] = (("benchmark", base), ("minimum", minimum), ("counted", counted))
    if how.bands:
        part = kept(arithmetic, arithmetic.ratio(counted, base), how.bands) * base
    else:
        rate = worth(arithmetic, how.rate, results)
        begin = (*begin, ("share", rate))
        part = counted * rate
    scaled = part * worth(arithmetic, how.factor, results)
    left = scaled - worth(arithmetic, how.relief, results)
    positive = arithmetic.most(left, arithmetic.number(Decimal(0)))
    capped = limited(arithmetic, positive, how.limits, results)
    end = (("shared", part), ("scaled", positive), ("capped", capped))
    return Shared((*begin, *end), capped)


def limited(
    arithmetic: Arithmetic[N], amount: N, limits: tuple[Limit, ...], results: Results[N]
) -> N:
    """Return an amount, or the smallest limit it goes past."""
    for limit in limits:
        most = worth(arithmetic, limit.share, results) * worth(arithmetic, limit.of, results)
        amount = arithmetic.least(amount, most)
    return amount


def _counted(arithmetic: Arithmetic[N], how: Sharing, difference: N, base: N, minimum: N) -> N:
    zero = arithmetic.number(Decimal(0))
    past = difference - minimum * base if how.only_past else difference
    is_past = arithmetic.ratio(difference, base) >= minimum
    return arithmetic.choose(is_past, arithmetic.most(past, zero), zero)
