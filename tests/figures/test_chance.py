"""Draws behave as what they stand for: means, shared inputs, events, the same for ever."""

from collections.abc import Mapping
from decimal import Decimal
from math import sqrt

import numpy as np
import pytest

from roadmapper.figures.chance import Outcome, draws_of, outcome_of
from roadmapper.figures.draws import Array
from roadmapper.figures.spread import pert_moments
from roadmapper.figures.summary import dollars, parts, tenth, worst_tenth
from roadmapper.template.kinds import Value
from tests.dealt import KPIS, dealt
from tests.figured import COSTS, DRIVERS, driver, rows_of

RUNS = 10_000
NO_RISK: dict[str, Value] = {KPIS: (), "pricing.gain_share": (), COSTS: ()}
IMPROVED = f"{DRIVERS}[r1].improvement"


def _outcome(*more: Mapping[str, Value], runs: int = RUNS) -> Outcome:
    deal = dealt(*more)
    return outcome_of(deal, draws_of(deal, runs), runs)


def test_the_mean_of_the_value_is_the_closed_form() -> None:
    one = rows_of(DRIVERS, driver("revenue", {"improvement": ("2", "4", "12")}))
    mean, deviation = pert_moments(2, 4, 12)

    value = _outcome(NO_RISK, one).rows["value"]

    a_unit = 1000 * 100 * 0.6 * (0.5 + 1 + 1)
    assert abs(value.mean() - mean * a_unit) < 4 * deviation * a_unit / sqrt(RUNS)


def test_the_mean_of_what_is_paid_is_not_what_the_mean_pays() -> None:
    told = _outcome()

    cliff = {f"{KPIS}[r1].payout": "cliff"}
    earned = _outcome(cliff).rows["earned"]
    assert set(np.unique(earned.round(2))) == {0.0, 30_909.0}
    assert 0 < told.rows["earned"].mean() < 30_909


def test_one_draw_of_adoption_moves_all_drivers_or_each_has_its_own() -> None:
    flat = {f"{DRIVERS}[{row}].improvement": ("2", "2", "2") for row in ("r1", "r2")}
    adoption: dict[str, Value] = {"value.adoption": ("20", "50", "90"), **flat}

    shared = _outcome(NO_RISK, adoption).rows["value"]
    apart = _outcome(NO_RISK, adoption, {"value.correlation": False}).rows["value"]

    assert shared.mean() == pytest.approx(apart.mean(), rel=0.01)
    assert shared.std() == pytest.approx(apart.std() * sqrt(2), rel=0.03)


def test_a_driver_that_does_not_follow_adoption_is_left_alone() -> None:
    adoption: dict[str, Value] = {"value.adoption": ("50", "50", "50")}
    alone = {f"{DRIVERS}[r2].follows_adoption": "no"}

    both, one = (_outcome(NO_RISK, adoption, more).rows["value"].mean() for more in ({}, alone))
    none = _outcome(NO_RISK).rows["value"].mean()

    assert both == pytest.approx(none / 2)
    assert both < one < none


def test_an_event_counts_only_in_the_draws_in_which_it_comes() -> None:
    one = driver("revenue", {"improvement": ("4", "4", "4"), "chance": "25"})

    value = _outcome(NO_RISK, rows_of(DRIVERS, one)).rows["value"]

    whole = 4 * 1000 * 100 * 0.6 * 2.5
    assert set(np.unique(value)) == {0.0, whole}
    assert abs(value.mean() - whole / 4) < 4 * whole * sqrt(3) / 4 / sqrt(RUNS)


def test_a_rate_from_counts_needs_no_range() -> None:
    counts = {"improvement": "", "shape": "counts", "seen": "30", "seen_in": "100"}

    value = _outcome(NO_RISK, rows_of(DRIVERS, driver("revenue", counts))).rows["value"]

    assert value.mean() / (1000 * 100 * 0.6 * 2.5) == pytest.approx(31 / 102, rel=0.01)


def test_low_and_high_may_be_the_tenth_and_the_ninetieth_part() -> None:
    tenths = _outcome(NO_RISK, {"value.range_means": "tenths"})
    limits = _outcome(NO_RISK)

    assert tenths.net.std() > 1.2 * limits.net.std()


def test_another_edit_keeps_the_draws_of_all_other_inputs() -> None:
    first, other = (draws_of(dealt(more), 50) for more in ({}, {IMPROVED: ("0", "0.5", "2")}))

    changed = [name for name in first if first[name].tolist() != other[name].tolist()]
    assert changed == [IMPROVED]


def test_a_yearly_gate_is_drawn_for_each_year() -> None:
    gate = rows_of("pricing.quality_gate", {"measure": "Falls", "chance": "60", "left": "50"})
    draws = draws_of(dealt(gate), RUNS)

    columns = [draws[f"pricing.quality_gate[r1].chance#{year}"] for year in (1, 2, 3)]
    assert [column.mean() for column in columns] == pytest.approx([0.6] * 3, abs=0.02)
    assert (columns[0] != columns[1]).any()


@pytest.mark.parametrize("count", [1, 2, 7, 10, 99, 1000])
def test_parts_are_those_of_the_sorted_draws(count: int) -> None:
    draws: Array = np.random.default_rng(count).normal(size=count)

    assert parts(draws) == pytest.approx(np.quantile(draws, [0.1, 0.5, 0.9]).tolist())
    lowest = np.sort(draws)[: max(1, count // 10)]
    assert worst_tenth(draws) == pytest.approx(lowest.mean())


def test_what_moves_with_a_driver_is_good_when_it_is_good() -> None:
    together = {f"{DRIVERS}[r2].moves_with": ("r1",), f"{KPIS}[r1].moves_with": ("r2",)}
    draws = draws_of(dealt(together), RUNS)
    first, second = draws[IMPROVED], draws[f"{DRIVERS}[r2].improvement"]
    minutes = draws[f"{KPIS}[r1].expected"]

    in_order = np.argsort(first)
    assert (np.diff(second[in_order]) >= 0).all()
    assert (np.diff(minutes[in_order]) <= 0).all()


def test_rows_that_move_with_each_other_move_together() -> None:
    circle = {f"{DRIVERS}[r2].moves_with": ("r1",), f"{DRIVERS}[r1].moves_with": ("r2",)}
    draws = draws_of(dealt(circle), RUNS)

    in_order = np.argsort(draws[IMPROVED])
    assert (np.diff(draws[f"{DRIVERS}[r2].improvement"][in_order]) >= 0).all()


def test_half_a_dollar_and_half_a_tenth_are_rounded_up_as_money_is() -> None:
    assert [dollars(one) for one in (0.5, 2.5, 0.1 + 0.2 + 0.2, -2.5)] == [1, 3, 1, -3]
    assert [tenth(Decimal(one)) for one in ("0.25", "0.35")] == [Decimal("0.3"), Decimal("0.4")]
