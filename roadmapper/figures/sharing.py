"""How a gain or a loss is shared: corridor, counted amount, rate, factor, relief, limits."""

from decimal import Decimal

from roadmapper.figures.arithmetic import Arithmetic, N
from roadmapper.figures.payouts import kept
from roadmapper.figures.structures import GainShare, Limit, Sharing
from roadmapper.figures.terms import Results, Term, worth


def saved(arithmetic: Arithmetic[N], one: GainShare, results: Results[N]) -> N:
    """Return what was saved against the benchmark, negative where more was spent."""
    if one.saved is not None:
        return worth(arithmetic, one.saved, results)
    spent = one.spent if one.spent is not None else Decimal(0)
    return worth(arithmetic, one.benchmark, results) - worth(arithmetic, spent, results)


def shared(
    arithmetic: Arithmetic[N],
    how: Sharing,
    difference: N,
    benchmark: Term,
    results: Results[N],
) -> N:
    """Return the vendor's share of a difference, zero within the corridor."""
    base = worth(arithmetic, benchmark, results)
    counted = _counted(arithmetic, how, difference, base, results)
    if how.bands:
        part = kept(arithmetic, arithmetic.ratio(counted, base), how.bands) * base
    else:
        part = counted * worth(arithmetic, how.rate, results)
    part = part * worth(arithmetic, how.factor, results) - worth(arithmetic, how.relief, results)
    positive = arithmetic.most(part, arithmetic.number(Decimal(0)))
    return limited(arithmetic, positive, how.limits, results)


def limited(
    arithmetic: Arithmetic[N], amount: N, limits: tuple[Limit, ...], results: Results[N]
) -> N:
    """Return an amount, or the smallest limit it goes past."""
    for limit in limits:
        most = worth(arithmetic, limit.share, results) * worth(arithmetic, limit.of, results)
        amount = arithmetic.least(amount, most)
    return amount


def _counted(
    arithmetic: Arithmetic[N], how: Sharing, difference: N, base: N, results: Results[N]
) -> N:
    zero, minimum = arithmetic.number(Decimal(0)), worth(arithmetic, how.minimum, results)
    past = difference - minimum * base if how.only_past else difference
    is_past = arithmetic.ratio(difference, base) >= minimum
    return arithmetic.choose(is_past, arithmetic.most(past, zero), zero)
