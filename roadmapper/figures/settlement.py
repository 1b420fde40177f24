"""Settles a contract: the fixed order of steps, period after period.

In every period: results, gates, corridor, share and limits of each structure (`settling.py`);
then all of it added, the collar where a clause inside it holds, what lies outside it (service
credits always), what was paid meanwhile, and the part that is disputed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Generic

from roadmapper.figures.arithmetic import Arithmetic, N, clamped, summed
from roadmapper.figures.settling import Payment, Settler
from roadmapper.figures.structures import Clause, Contract, Royalty, ServiceCredits
from roadmapper.figures.terms import Results, worth

_DIGITS = 60


@dataclass(frozen=True, slots=True)
class Statement(Generic[N]):
    """What one period comes to, rounded as the contract says.

    `before_collar` is the sum of all payments inside the collar, `after_collar` the same within
    its limits, `total` with those outside, such as credits; `true_up` is what is left after the
    payments made meanwhile, `held` the disputed part of it, `due` the rest.
    """

    period: int
    payments: tuple[Payment[N], ...]
    before_collar: N
    after_collar: N
    total: N
    interim: N
    true_up: N
    held: N
    due: N


def settle(
    arithmetic: Arithmetic[N],
    contract: Contract,
    periods: Sequence[Results[N]],
    *,
    with_steps: bool = False,
) -> tuple[Statement[N], ...]:
    """Return a statement for every period, in order; royalties count what was paid before.

    Payments have the steps that lead to them only `with_steps`.

    Raises:
        MissingResultError: The results lack a column that the contract names.
    """
    return tuple(_statements(arithmetic, contract, periods, with_steps=with_steps))


def settle_one(arithmetic: Arithmetic[N], contract: Contract, results: Results[N]) -> Statement[N]:
    """Return the statement of one period, or of one organisation, by itself."""
    return settle(arithmetic, contract, (results,))[0]


def _statements(
    arithmetic: Arithmetic[N],
    contract: Contract,
    periods: Sequence[Results[N]],
    *,
    with_steps: bool,
) -> Iterator[Statement[N]]:
    paid: dict[int, N] = {}
    for results in periods:
        with localcontext(prec=_DIGITS):
            statement = _statement(arithmetic, contract, results, paid, with_steps=with_steps)
        yield statement


def _statement(
    arithmetic: Arithmetic[N],
    contract: Contract,
    results: Results[N],
    paid: dict[int, N],
    *,
    with_steps: bool,
) -> Statement[N]:
    payments: list[Payment[N]] = []
    zero = arithmetic.number(Decimal(0))
    for at, clause in enumerate(contract.clauses):
        if clause.periods and results.period not in clause.periods:
            continue
        settler = Settler(arithmetic, results, paid.get(at, zero), contract.round_to)
        made = tuple(settler.payments(clause, with_steps=with_steps))
        if isinstance(clause.structure, Royalty):
            now = made[0].amount
            paid[at] = paid.get(at, zero) + arithmetic.most(now, zero - now)
        payments.extend(made)
    return _added_up(arithmetic, contract, results, tuple(payments))


def _added_up(
    arithmetic: Arithmetic[N],
    contract: Contract,
    results: Results[N],
    payments: tuple[Payment[N], ...],
) -> Statement[N]:
    before = summed(arithmetic, [one.amount for one in payments if not one.outside])
    after = clamped(arithmetic, before, *limits_of(arithmetic, contract, results))
    outside = summed(arithmetic, [one.amount for one in payments if one.outside])
    total = after + outside
    interim = _rounded(arithmetic, contract, worth(arithmetic, contract.interim, results))
    true_up = total - interim
    held = _rounded(arithmetic, contract, worth(arithmetic, contract.disputed, results))
    return Statement(
        results.period, payments, before, after, total, interim, true_up, held, true_up - held
    )


def limits_of(
    arithmetic: Arithmetic[N], contract: Contract, results: Results[N]
) -> tuple[N | None, N | None]:
    """Return the least and the most that a collar lets a period pay.

    None without a collar, and none in a period in which no clause inside it holds.
    """
    collar = contract.collar
    if collar is None or not any(_is_inside(one, results.period) for one in contract.clauses):
        return None, None
    zero = arithmetic.number(Decimal(0))
    fee = Settler(arithmetic, results, zero, contract.round_to).fee(collar.fee)
    least = _rounded(arithmetic, contract, fee * arithmetic.number(1 - collar.below))
    most = _rounded(arithmetic, contract, fee * arithmetic.number(1 + collar.above))
    return least, most


def _is_inside(clause: Clause, period: int) -> bool:
    """Return whether a clause holds in a period and what it pays lies inside the collar."""
    how = clause.structure
    always_outside = isinstance(how, ServiceCredits) or (isinstance(how, Royalty) and how.returned)
    holds = not clause.periods or period in clause.periods
    return holds and not clause.outside and not always_outside


def _rounded(arithmetic: Arithmetic[N], contract: Contract, amount: N) -> N:
    return arithmetic.rounded(amount, contract.round_to)
