"""What must hold of every contract, whatever is in it."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.draws import DRAWS, Array
from roadmapper.figures.settlement import settle, settle_one
from roadmapper.figures.settling import Kind
from roadmapper.figures.structures import Clause, Contract, FeesAtRisk, ServiceCredits
from roadmapper.figures.terms import Column, Results
from tests.figures.random_contracts import FEE, contracts, fees_at_risk, results

D = Decimal


@given(contracts(), results())
def test_the_sum_lies_within_its_collar_and_credits_outside(
    contract: Contract, told: Results[Decimal]
) -> None:
    made = settle_one(EXACT, contract, told)

    assert contract.collar is not None
    if all(isinstance(one.structure, ServiceCredits) for one in contract.clauses):
        assert made.after_collar == 0
        return
    assert made.after_collar >= round(FEE * (1 - contract.collar.below), 2)
    assert made.after_collar <= round(FEE * (1 + contract.collar.above), 2)
    assert made.total <= made.after_collar


@given(contracts(), results())
def test_all_lines_make_the_sum(contract: Contract, told: Results[Decimal]) -> None:
    made = settle_one(EXACT, contract, told)

    credited = sum(one.amount for one in made.payments if one.kind is Kind.CREDIT)
    assert sum(one.amount for one in made.payments) - credited == made.before_collar
    assert made.after_collar + credited == made.total
    assert all(one.amount == round(one.amount, 2) for one in made.payments)


@given(fees_at_risk(), results())
def test_more_of_a_result_never_pays_less(one: FeesAtRisk, told: Results[Decimal]) -> None:
    contract = Contract((Clause(one),))
    better = replace(
        told, numbers={name: value + D("0.125") for name, value in told.numbers.items()}
    )

    assert settle_one(EXACT, contract, told).total <= settle_one(EXACT, contract, better).total


@given(fees_at_risk())
def test_no_result_pays_what_is_certain_and_no_more(one: FeesAtRisk) -> None:
    nothing = Results({f"m{at}": D(-1) for at in range(4)})

    made = settle_one(EXACT, Contract((Clause(one),)), nothing)

    assert made.total == round(FEE * (1 - one.at_risk), 2)


@given(contracts(), st.lists(results(), min_size=1, max_size=4))
def test_payments_meanwhile_and_true_ups_make_the_sum(
    contract: Contract, told: list[Results[Decimal]]
) -> None:
    contract = replace(contract, interim=Column("events"), disputed=Column("users"))

    made = settle(EXACT, contract, told)

    for one in made:
        assert one.interim + one.true_up == one.total
        assert one.held + one.due == one.true_up


@settings(max_examples=60)
@given(contracts(), st.lists(results(), min_size=1, max_size=5))
def test_draws_are_settled_as_single_results_are(
    contract: Contract, told: list[Results[Decimal]]
) -> None:
    numbers: dict[str, Array] = {
        name: np.array([float(one.numbers[name]) for one in told]) for name in told[0].numbers
    }

    drawn = settle_one(DRAWS, contract, Results(numbers)).total

    exact = [float(settle_one(EXACT, contract, one).total) for one in told]
    # A cent in each line may round the other way, and a result on a limit may fall beside it.
    near = np.isclose(np.broadcast_to(drawn, len(told)), exact, atol=0.2, rtol=0)
    assert near.all() or _is_on_a_limit(contract, told)


def _is_on_a_limit(contract: Contract, told: list[Results[Decimal]]) -> bool:
    """Return whether a change of one part in a million million changes what is paid."""
    for one in told:
        for shift in (D("1e-12"), D("-1e-12")):
            moved = {name: value * (1 + shift) + shift for name, value in one.numbers.items()}
            before = settle_one(EXACT, contract, one).total
            after = settle_one(EXACT, contract, replace(one, numbers=moved)).total
            if abs(after - before) > D("0.05"):
                return True
    return False
