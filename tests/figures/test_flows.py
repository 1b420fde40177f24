"""One formula serves exact money and draws; what it says of a year always adds up."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings

from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.chance import draws_of, outcome_of
from roadmapper.figures.deal import Deal
from roadmapper.figures.dealing import deal_of
from roadmapper.figures.draws import DRAWS
from roadmapper.figures.flows import Year, likely, results_of, worst, years_of
from roadmapper.figures.settlement import settle
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.dealt import dealt
from tests.figured import COSTS, cost, rows_of
from tests.figures.random_deals import deals

ROWS = tuple(name for name in Year.__dataclass_fields__ if name != "by_class")


def _deal(answers: dict[str, Value]) -> Deal:
    made = deal_of(Answers(answers))
    assert made is not None
    return made


@settings(max_examples=15, deadline=None)
@given(deals(certain=True))
def test_draws_of_what_is_certain_are_the_exact_settlement(answers: dict[str, Value]) -> None:
    deal = _deal(answers)

    exact = years_of(EXACT, deal, likely(deal))
    drawn = years_of(DRAWS, deal, draws_of(deal, 3))

    for one, many in zip(exact, drawn, strict=True):
        for row in ROWS:
            told = np.broadcast_to(getattr(many, row), 3)
            assert told == pytest.approx([float(getattr(one, row))] * 3, abs=0.011), row
        for name, value in one.by_class.items():
            told = np.broadcast_to(many.by_class[name], 3)
            assert told == pytest.approx([float(value)] * 3, abs=0.011), name


@settings(max_examples=12, deadline=None)
@given(deals())
def test_draws_settled_together_are_each_settled_exactly(answers: dict[str, Value]) -> None:
    deal = _deal(answers)
    draws = draws_of(deal, 3)

    together = outcome_of(deal, draws, 3).net

    for at in range(3):
        alone = {name: Decimal(float(column[at])) for name, column in draws.items()}
        exact = sum((_net(one) for one in years_of(EXACT, deal, alone)), Decimal(0))
        assert float(together[at]) == pytest.approx(float(exact), rel=1e-9, abs=0.05)


@settings(max_examples=15, deadline=None)
@given(deals())
def test_what_is_paid_by_kind_is_what_the_contract_settles(answers: dict[str, Value]) -> None:
    deal = _deal(answers)

    for known in (likely(deal), worst(deal)):
        years = years_of(EXACT, deal, known)
        periods = [results_of(EXACT, deal, known, year + 1) for year in range(deal.years)]
        for year, one in zip(years, settle(EXACT, deal.contract, periods), strict=True):
            fees = year.set_up + year.fixed + year.earned + year.gain + year.loss
            assert fees - year.credits - year.royalty == one.total
            assert year.loss <= 0 <= min(year.forgone, year.credits, year.royalty)
            if deal.contract.collar is not None:
                low, high = _limits(deal, one.period)
                assert low <= one.after_collar <= high


def _limits(deal: Deal, year: int) -> tuple[Decimal, Decimal]:
    collar, fee = deal.contract.collar, deal.base_fees[year - 1]
    assert collar is not None
    cent = Decimal("0.01")
    return fee * (1 - collar.below) - cent, fee * (1 + collar.above) + cent


def _net(year: Year[Decimal]) -> Decimal:
    paid = year.set_up + year.fixed + year.earned + year.gain + year.loss
    return year.value - paid + year.credits + year.royalty - year.once - year.costs


def test_a_deal_is_the_same_value_for_the_same_answers() -> None:
    assert dealt() == dealt()
    assert hash(dealt()) == hash(dealt())
    assert dealt() != dealt({"pricing.at_risk_pct": "21"})


def test_a_cost_without_a_range_is_certain_and_not_nothing() -> None:
    deal = dealt(rows_of(COSTS, cost("300", low="", high="")))

    assert [year.costs for year in years_of(EXACT, deal, likely(deal))] == [300, 300, 300]
