"""What must hold of ten thousand random contracts of every structure."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from roadmapper.figures.arithmetic import EXACT, clamped
from roadmapper.figures.contract_problems import problems
from roadmapper.figures.draws import DRAWS, Array
from roadmapper.figures.settlement import Statement, limits_of, settle, settle_one
from roadmapper.figures.settling import Kind
from roadmapper.figures.structures import (
    Clause,
    Contract,
    GainShare,
    PerEvent,
    PerMember,
    Sharing,
)
from roadmapper.figures.terms import Results
from tests.figures.many_contracts import BENCHMARK, GATE, OUTCOME, SHORTFALL, many

D = Decimal
BLOCKS, IN_BLOCK = 10, 1_000
STEPS = np.linspace(-0.6, 1.6, 23)
"""Outcomes from a loss past nothing (0) and the target (1) to far above it."""


@pytest.fixture(scope="module", params=range(BLOCKS))
def contracts(request: pytest.FixtureRequest) -> tuple[Contract, ...]:
    """Return one block of the contracts."""
    return tuple(many(2027 + request.param, IN_BLOCK))


def _told(outcome: str, shortfall: str = "0") -> Results[Decimal]:
    return Results({OUTCOME: D(outcome), SHORTFALL: D(shortfall), GATE: D("0.5")})


def _rising(gate: float) -> Results[Array]:
    numbers: Mapping[str, Array] = {
        OUTCOME: STEPS,
        SHORTFALL: np.clip(0.9 - STEPS, 0, 1),
        GATE: np.full(STEPS.shape, gate),
    }
    return Results(numbers)


def test_more_of_an_outcome_never_pays_less_and_all_stays_within_floor_and_cap(
    contracts: tuple[Contract, ...],
) -> None:
    told = _rising(0.5)
    for contract in contracts:
        made = settle_one(DRAWS, contract, told)
        total = np.broadcast_to(made.total, STEPS.shape)
        assert (np.diff(total) >= -1e-6).all()
        _stays_inside(contract, made)


def _stays_inside(contract: Contract, made: Statement[Array]) -> None:
    least, most = limits_of(DRAWS, contract, _rising(0.5))
    if least is not None and most is not None:
        assert (made.after_collar >= least).all()
        assert (made.after_collar <= most).all()
    paid = iter(made.payments)
    for clause in contract.clauses:
        one = clause.structure
        if isinstance(one, GainShare):
            _is_limited(next(paid).amount, one.gain)
            if one.loss is not None:
                _is_limited(-next(paid).amount, one.loss)
            continue
        first = next(paid)
        if isinstance(one, PerEvent) and not clause.gates:
            assert one.least is not None
            assert one.most is not None
            assert (first.amount >= float(one.least) - 0.006).all()
            assert (first.amount <= float(one.most) + 0.006).all()
        if isinstance(one, PerMember):
            assert one.most is not None
            assert (first.amount <= float(one.most) + 0.006).all()
        for _ in range(len(getattr(one, "measures", ())) + len(getattr(one, "steps", ()))):
            assert (next(paid).amount >= 0).all()


def _is_limited(amount: Array, how: Sharing | None) -> None:
    assert how is not None
    assert (amount >= 0).all()
    for limit in how.limits:
        assert isinstance(limit.share, Decimal)
        assert isinstance(limit.of, Decimal)
        assert (amount <= float(limit.share * limit.of) + 0.006).all()


def test_no_outcome_gives_the_floor(contracts: tuple[Contract, ...]) -> None:
    nothing = _told("0")
    for contract in contracts:
        made = settle_one(EXACT, contract, nothing)
        floors = {
            clause.structure.label: clause.structure.least
            for clause in contract.clauses
            if isinstance(clause.structure, PerEvent)
        }
        for pay in made.payments:
            if pay.kind in (Kind.RESULT, Kind.GAIN, Kind.LOSS) and pay.label not in floors:
                assert pay.amount == 0
        fixed = [one.amount for one in made.payments if not one.outside]
        floor = clamped(EXACT, sum(fixed, D(0)), *limits_of(EXACT, contract, nothing))
        assert made.after_collar == floor


def test_payments_make_the_total_and_true_ups_make_what_is_due(
    contracts: tuple[Contract, ...],
) -> None:
    for contract in contracts:
        made = settle(EXACT, contract, [_told("0.7", "0.1"), replace(_told("1.2"), period=2)])
        for one in made:
            inside = sum((pay.amount for pay in one.payments if not pay.outside), D(0))
            outside = sum((pay.amount for pay in one.payments if pay.outside), D(0))
            assert inside == one.before_collar
            assert one.after_collar + outside == one.total
            assert one.interim + one.true_up == one.total
            assert one.held + one.due == one.true_up
        paid = sum((one.interim + one.held + one.due for one in made), D(0))
        assert paid == sum((one.total for one in made), D(0))


def test_what_both_sides_get_of_a_saving_makes_the_saving(contracts: tuple[Contract, ...]) -> None:
    told = _told("1.1")
    for contract in contracts:
        for clause in contract.clauses:
            if isinstance(clause.structure, GainShare) and clause.structure.gain is not None:
                _is_divided(clause.structure, clause.structure.gain, told)


def _is_divided(one: GainShare, how: Sharing, told: Results[Decimal]) -> None:
    """Compare our share, theirs, and the whole that counts; limits and factors apart."""
    whole = replace(how, factor=D(1), limits=())
    ours = _paid(one, whole, told)
    bands = tuple(replace(band, rate=1 - band.rate) for band in how.bands)
    assert isinstance(how.rate, Decimal)
    theirs = _paid(one, replace(whole, rate=1 - how.rate, bands=bands), told)
    counted = _paid(one, replace(whole, rate=D(1), bands=()), told)
    assert abs(ours + theirs - counted) <= D("0.01")
    assert 0 <= ours <= counted <= BENCHMARK


def _paid(one: GainShare, how: Sharing, told: Results[Decimal]) -> Decimal:
    clause = Clause(replace(one, gain=how, loss=None))
    return settle_one(EXACT, Contract((clause,)), told).total


def test_the_same_seed_gives_the_same_contracts_and_the_same_payments() -> None:
    first, again, other = (tuple(many(seed, 200)) for seed in (7, 7, 8))

    assert first == again != other
    told = _told("0.8", "0.05")
    made = [[settle_one(EXACT, one, told) for one in several] for several in (first, again)]
    assert repr(made[0]).encode() == repr(made[1]).encode()


def test_none_of_the_contracts_has_a_problem_that_would_be_told() -> None:
    told = [problem for one in many(2027, 300) for problem in problems(one)]

    assert [one for one in told if "must rise" not in one] == []
