"""Each way to charge that can be answered pays what its formula says."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.flows import Year, likely, years_of
from roadmapper.template.kinds import Value
from tests.dealt import GAINS, KPIS, dealt, gain, kpi
from tests.figured import COSTS, DRIVERS, FEES, Cells, driver, fee, rows_of

PLAIN: dict[str, Value] = {
    KPIS: (),
    GAINS: (),
    COSTS: (),
    **rows_of(FEES, fee("100", "1000", escalator="0")),
}
"""A yearly fee of 100,000 and nothing else."""


def _years(*more: Mapping[str, Value]) -> list[Year[Decimal]]:
    deal = dealt(PLAIN, *more)
    return list(years_of(EXACT, deal, likely(deal)))


def _structure(*names: str) -> dict[str, Value]:
    return {"pricing.structure": names}


def _kpis(*rows: Cells) -> dict[str, Value]:
    return rows_of(KPIS, *rows)


def test_a_measure_earns_by_the_way_to_its_target() -> None:
    linear, cliff = kpi({"weight": "60"}), kpi({"weight": "40", "payout": "cliff"})

    year = _years(_kpis(linear, cliff))[0]

    # 44 of 60 to 40 is 80% of the way; from half way on it pays (80 - 50) / 50 = 60%.
    assert year.fixed == 80_000
    assert year.earned == Decimal(20_000) * Decimal("0.6") * Decimal("0.6")
    assert year.forgone == 20_000 - year.earned


@pytest.mark.parametrize(
    "gap", [{"expected": None}, {"target": ""}, {"target": "60"}, {"expected": ("9", "5", "1")}]
)
def test_a_measure_without_its_numbers_counts_as_reached(gap: Cells) -> None:
    year = _years(_kpis(kpi(gap)))[0]

    assert (year.earned, year.forgone) == (Decimal(20_000), Decimal(0))


def test_a_weight_nobody_gave_counts_as_earned_and_too_many_are_scaled_down() -> None:
    half = _years(_kpis(kpi({"weight": "50", "expected": ("60", "60", "60")})))[0]
    double = _years(_kpis(*[kpi({"expected": ("60", "60", "60")})] * 2))[0]

    assert (half.fixed, half.forgone) == (Decimal(90_000), Decimal(10_000))
    assert (double.fixed, double.forgone) == (Decimal(80_000), Decimal(20_000))


def test_without_a_baseline_the_threshold_is_where_the_way_begins() -> None:
    year = _years(_kpis(kpi({"baseline": "", "expected": ("44", "44", "44")})))[0]

    assert year.earned == 20_000 * Decimal("0.6")


def test_tiers_pay_by_steps() -> None:
    tiers = kpi({"payout": "tiers", "tiers": "100: 100, 75: 40%"})

    assert _years(_kpis(tiers))[0].earned == 8_000


def test_a_bonus_is_paid_past_the_target() -> None:
    best = kpi({"expected": ("38", "38", "38")})

    year = _years(_kpis(best), {"pricing.bonus": "10"})[0]

    assert year.earned == 20_000 + 5_000


def test_a_bonus_counts_the_weights_that_are_given() -> None:
    past = kpi({"weight": "50", "expected": ("36", "36", "36")})

    year = _years(_kpis(past), {"pricing.bonus": "10"})[0]

    assert year.earned == 10_000 + 5_000


def test_fees_are_at_risk_in_the_years_that_are_told() -> None:
    first = _years(_kpis(kpi({"expected": ("60", "60", "60")})), {"pricing.at_risk_years": "2-3"})

    assert [year.forgone for year in first] == [0, 20_000, 20_000]
    assert [year.fixed for year in first] == [100_000, 80_000, 80_000]


def test_a_structure_that_was_not_picked_does_not_count() -> None:
    picked = _structure("fixed subscription")

    year = _years(_kpis(kpi()), rows_of(GAINS, gain()), picked)[0]

    assert [year.fixed, year.earned, year.gain] == [100_000, 0, 0]


def test_a_gain_counts_its_own_kind_of_value_past_the_minimum() -> None:
    cash = gain({"counts": "cash-releasing", "cap": "", "years": "2"})

    years = _years(rows_of(GAINS, cash))

    # Half the second year's 30,000 of cash lies past 2% of 1,000,000.
    assert [year.gain for year in years] == [0, 2_000, 0]


def test_the_smaller_cap_of_a_gain_holds_and_is_told() -> None:
    capped = gain({"minimum_rate": "", "cap": "30000", "cap_share": "5"})

    years = _years(rows_of(GAINS, capped))

    assert [year.gain for year in years] == [5_000, 5_000, 5_000]
    assert [year.capped for year in years] == [1, 1, 1]


def test_a_gate_that_does_not_hold_leaves_a_part_of_the_gain() -> None:
    open_ = gain({"minimum_rate": "", "cap": ""})
    gate = rows_of("pricing.quality_gate", {"measure": "Falls", "chance": "40", "left": "50"})

    plain = _years(rows_of(GAINS, open_))[0].gain
    gated = _years(rows_of(GAINS, open_), gate)[0].gain

    assert gated == plain / 2


def test_we_bear_a_part_of_a_loss_up_to_its_cap() -> None:
    losing = driver("revenue", {"improvement": ("-9", "-9", "-9"), "ramp": "100"})
    two_sided = _structure("gain share two-sided")
    row = {"minimum_loss": "2", "vendor_share": "30", "cap": "150000"}

    year = _years(
        two_sided,
        rows_of(DRIVERS, losing),
        rows_of(GAINS, gain()),
        rows_of("pricing.downside", row),
    )[0]

    assert year.value == -540_000
    assert (year.gain, year.loss) == (Decimal(0), Decimal(-150_000))


def test_a_loss_with_a_minimum_needs_an_amount_to_count_against() -> None:
    losing = driver("revenue", {"improvement": ("-9", "-9", "-9"), "ramp": "100"})
    open_ = gain({"benchmark": "", "minimum_rate": ""})
    row = {"minimum_loss": "2", "vendor_share": "30", "cap": "150000"}

    year = _years(
        _structure("gain share two-sided"),
        rows_of(DRIVERS, losing),
        rows_of(GAINS, open_),
        rows_of("pricing.downside", row),
    )[0]

    assert (year.gain, year.loss) == (Decimal(0), Decimal(0))


def test_outcomes_are_paid_without_those_taken_back() -> None:
    row: Cells = {
        "price": "10",
        "expected": ("500", "1000", "2000"),
        "reversed": "5",
        "most": "9000",
    }

    years = _years(rows_of("pricing.outcomes", {**row, "years": "1"}))

    assert [year.earned for year in years] == [9_000, 0, 0]


MILESTONES = rows_of(
    "pricing.milestones",
    {"milestone": "Live", "weight": "60", "chance": "90", "late": ("0", "3", "8")},
    {"milestone": "Trained", "weight": "40", "chance": "30"},
)
HELD: dict[str, Value] = {
    **MILESTONES,
    "pricing.holdback": "25",
    "pricing.late_per_week": "2",
    "pricing.late_most": "10",
}


def test_a_part_of_the_set_up_fee_waits_for_milestones() -> None:
    once = {"item": "Set-up", "quantity": "1", "price": "40000", "basis": "once"}

    year = _years(HELD, rows_of(FEES, fee("100", "1000"), once))[0]

    assert (year.set_up, year.fixed) == (Decimal(30_000), Decimal(100_000))
    assert year.earned == 10_000 * Decimal("0.6") * Decimal("0.94")
    assert year.forgone == 10_000 - year.earned


def test_a_part_of_the_first_yearly_fee_may_wait_instead() -> None:
    years = _years(HELD, {"pricing.holdback_of": "first yearly fee"})

    assert [year.fixed for year in years] == [75_000, 100_000, 100_000]
    assert years[0].earned == 25_000 * Decimal("0.6") * Decimal("0.94")


@pytest.mark.parametrize("of", ["set-up fee", "first yearly fee"])
def test_a_milestone_weight_nobody_gave_is_not_held_back(of: str) -> None:
    once = {"item": "Set-up", "quantity": "1", "price": "100000", "basis": "once"}
    live = rows_of("pricing.milestones", {"milestone": "Live", "weight": "60"})
    held: dict[str, Value] = {"pricing.holdback": "25", "pricing.holdback_of": of}

    year = _years(live, held, rows_of(FEES, fee("100", "1000"), once))[0]

    assert (year.set_up + year.fixed, year.earned) == (Decimal(185_000), Decimal(15_000))


def test_credits_are_those_of_the_months_in_each_band() -> None:
    bands = (("99.9", "99.5", "5", "1.5"), ("99.5", "", "25", "0.5"))
    rows = (
        {"band_from": high, "band_to": low, "credit": credit, "cap": "10", "months": months}
        for high, low, credit, months in bands
    )

    year = _years(rows_of("pricing.sla", *rows))[0]

    month = Decimal(100_000) / 12
    assert year.credits == round(month * Decimal("0.05") * Decimal("1.5"), 2) + round(
        month * Decimal("0.1") * Decimal("0.5"), 2
    )


def test_members_are_paid_for_each_month_at_least_so_many() -> None:
    row: Cells = {"units": ("800", "900", "1000"), "rate": "0.5", "least_units": "950"}

    assert _years(rows_of("pricing.per_member", row))[0].fixed == 100_000 + 5_700


def test_a_fee_grows_by_fixed_parts_or_with_use() -> None:
    ramped = _structure("ramped or adoption-based")
    steps: dict[str, Value] = {"pricing.ramp_by": "steps", "pricing.ramp_parts": "40, 70, 100"}
    use: dict[str, Value] = {
        "pricing.ramp_by": "use",
        "pricing.ramp_floor": "40",
        "value.adoption": ("50", "60", "90"),
    }

    assert [year.fixed for year in _years(ramped, steps)] == [40_000, 70_000, 100_000]
    # The drivers bring half of their effect in the first year: 30% use is below the floor.
    assert [year.fixed for year in _years(ramped, use)] == [40_000, 60_000, 60_000]


def test_a_royalty_comes_back_until_its_multiple_and_the_contribution_is_paid_first() -> None:
    row: Cells = {
        "contribution": "Data",
        "amount": "5000",
        "rate": "10",
        "cap_multiple": "2",
        "revenue": ("20000", "40000", "90000"),
    }

    years = _years(rows_of("pricing.royalty", row))

    assert [year.royalty for year in years] == [4_000, 4_000, 2_000]
    assert [year.once for year in years] == [5_000, 0, 0]
    assert [year.fixed for year in years] == [100_000] * 3


def test_the_collar_cuts_gains_first_and_lifts_what_was_not_earned() -> None:
    rich = rows_of(GAINS, gain({"minimum_rate": "", "cap": ""}))
    narrow = rows_of("pricing.collar", {"floor": "95", "ceiling": "110"})
    missed = _kpis(kpi({"expected": ("60", "60", "60")}))

    high = _years(rich, narrow)[2]
    low = _years(missed, narrow)[0]

    assert high.gain == 10_000
    assert (low.earned, low.forgone) == (Decimal(15_000), Decimal(5_000))


def test_a_set_up_fee_lies_outside_the_collar() -> None:
    once = {"item": "Set-up", "quantity": "1", "price": "90000", "basis": "once"}

    year = _years(
        rows_of(FEES, fee("100", "1000"), once),
        rows_of("pricing.collar", {"floor": "90", "ceiling": "110"}),
    )[0]

    assert (year.set_up, year.fixed) == (Decimal(90_000), Decimal(100_000))


@pytest.mark.parametrize("row", [{"floor": "120", "ceiling": "90"}, {"floor": "", "ceiling": ""}])
def test_a_collar_that_cannot_be_is_none(row: Cells) -> None:
    assert dealt(rows_of("pricing.collar", row)).contract.collar is None
