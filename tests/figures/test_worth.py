"""Value and cost follow their drivers, case by case."""

from decimal import Decimal

import numpy as np
import pytest

from roadmapper.figures.spread import from_counts
from tests.figured import COSTS, DRIVERS, FEES, TERM, Cells, book, cost, driver, fee, rows_of


def test_hard_value_is_the_sum_over_all_classes_but_soft() -> None:
    kinds = ("cash-releasing", "revenue", "capacity", "avoided cost", "soft")

    found = book(rows_of(DRIVERS, *(driver(kind) for kind in kinds)))

    assert found["value.hard_low"] == Decimal(0)
    assert found["value.hard_likely"] == Decimal(4 * 30_000)
    assert found["value.hard_high"] == Decimal(4 * 54_000)
    assert found["value.cash_likely"] == found["value.capacity_likely"] == Decimal(30_000)


@pytest.mark.parametrize(
    "gap",
    [
        {"volume": ""},
        {"unit_value": "a lot"},
        {"realization": None},
        {"improvement": ("1", "2", "")},
        {"improvement": ("1", "2")},
        {"improvement": "1"},
        {"class": ""},
    ],
)
def test_a_driver_with_a_gap_is_not_counted(gap: Cells) -> None:
    found = book(rows_of(DRIVERS, driver(), driver(more=gap)))

    assert found["value.hard_likely"] == Decimal(30_000)


def test_the_value_of_the_term_follows_the_ramp() -> None:
    found = book(TERM, rows_of(DRIVERS, driver("cash-releasing")))

    assert found["value.term_hard_likely"] == Decimal(75_000)
    assert found["value.cash_first_year_likely"] == Decimal(15_000)


@pytest.mark.parametrize("ramp", ["", "soon", "50, later", "-10, 100"])
def test_without_a_readable_ramp_there_is_no_value_of_the_term(ramp: str) -> None:
    found = book(TERM, rows_of(DRIVERS, driver(), driver(more={"ramp": ramp})))

    assert found["value.hard_likely"] == Decimal(60_000)
    assert "value.term_hard_likely" not in found


def test_costs_count_once_or_for_each_year_that_is_left() -> None:
    found = book(TERM, rows_of(COSTS, cost(), cost(timing="one-time"), cost(year="3")))

    assert found["value.cost_likely"] == Decimal(300 + 100 + 100)


def test_a_cost_after_the_term_does_not_count() -> None:
    found = book(TERM, rows_of(COSTS, cost(timing="one-time", year="4")))

    assert found["value.cost_likely"] == Decimal(0)


def test_the_system_carries_its_own_part_of_a_cost_only() -> None:
    vendor, shared = cost(borne_by="the vendor"), cost(borne_by="shared equally")

    found = book(TERM, rows_of(COSTS, vendor, shared))

    assert found["value.cost_likely"] == Decimal(150)


def test_an_incomplete_cost_takes_the_full_cost_away() -> None:
    found = book(TERM, rows_of(FEES, fee()), rows_of(COSTS, cost(), cost(likely="")))

    assert "value.cost_low" in found
    assert "value.cost_likely" not in found
    assert "value.total_cost_likely" not in found


def test_what_is_left_sets_low_value_against_high_cost() -> None:
    found = book(
        TERM,
        rows_of(FEES, fee("1", "1000")),
        rows_of(DRIVERS, driver()),
        rows_of(COSTS, cost(timing="one-time")),
    )

    assert found["value.total_cost_likely"] == Decimal(3100)
    assert found["value.net_likely"] == Decimal(75_000 - 3100)
    assert found["value.net_low"] == Decimal(0 - 3300)


def test_a_budget_without_an_amount_is_not_known() -> None:
    known, open_ = {"fiscal_year": "FY2028", "amount": "900000"}, {"fiscal_year": "FY2029"}

    assert book(rows_of("value.budgeted_savings", known))["value.budgeted"] == Decimal(900_000)
    assert "value.budgeted" not in book(rows_of("value.budgeted_savings", known, open_))


def test_a_budget_of_zero_is_an_answer() -> None:
    assert book(rows_of("value.budgeted_savings", {"amount": "0"}))["value.budgeted"] == Decimal(0)
    assert "value.secured" not in book(rows_of("value.budgeted_savings", {"amount": "0"}))


@pytest.mark.parametrize("term", ["", "2.5", "0", "51", "three"])
def test_a_term_that_is_no_number_of_years_gives_no_sums_over_it(term: str) -> None:
    found = book({"deal.term_years": term}, rows_of(FEES, fee()), rows_of(DRIVERS, driver()))

    assert not {"pricing.term_fee", "value.term_hard_likely"} & set(found)


def test_every_driver_that_counts_has_its_own_figures_and_together_they_are_the_sum() -> None:
    found = book(rows_of(DRIVERS, driver(), driver("soft"), driver("revenue")))
    names = [name for name in found if name.startswith("value.driver.")]

    assert names == [
        f"value.driver.{row}.{case}" for row in ("r1", "r3") for case in ("low", "likely", "high")
    ]
    assert found["value.driver.r1.high"] == Decimal(54_000)
    assert found["value.hard_likely"] == sum(found[one] for one in names if "likely" in one)


def test_drivers_follow_adoption_unless_they_say_no() -> None:
    told = rows_of(DRIVERS, driver(), driver(more={"follows_adoption": "no"}))

    found = book({"value.adoption": ("40", "60", "80")}, told)

    assert found["value.driver.r1.likely"] == Decimal(18_000)
    assert found["value.driver.r1.high"] == Decimal("43200.00")
    assert found["value.driver.r2.likely"] == Decimal(30_000)


@pytest.mark.parametrize("adoption", [("60", "40", "80"), ("40", "60", "120"), ("", "60", "80")])
def test_an_adoption_that_cannot_be_is_left_out(adoption: tuple[str, ...]) -> None:
    found = book({"value.adoption": adoption}, rows_of(DRIVERS, driver()))

    assert found["value.driver.r1.likely"] == Decimal(30_000)


@pytest.mark.parametrize(
    ("chance", "comes"),
    [("100", (0, 30_000, 54_000)), ("50", (0, 30_000, 54_000)), ("20", (0, 0, 54_000))],
)
def test_an_event_comes_at_likely_if_it_is_likely(chance: str, comes: tuple[int, ...]) -> None:
    found = book(rows_of(DRIVERS, driver(more={"chance": chance})))

    assert tuple(found[f"value.hard_{case}"] for case in ("low", "likely", "high")) == comes


def test_a_rate_from_a_study_stands_between_its_tenth_and_ninetieth_part() -> None:
    counts: Cells = {"improvement": None, "shape": "counts", "seen": "30", "seen_in": "100"}

    found = book(rows_of(DRIVERS, driver(more=counts)))

    assert found["value.hard_likely"] == Decimal(18_000)
    ends = from_counts(30, 100, np.array([0.1, 0.9])) * 60_000
    told = [float(found[f"value.hard_{case}"]) for case in ("low", "high")]
    assert told == pytest.approx(ends.tolist(), rel=1e-3)


@pytest.mark.parametrize("counts", [("30", ""), ("30", "20"), ("0", "0"), ("-1", "9")])
def test_a_rate_that_cannot_be_is_not_counted(counts: tuple[str, str]) -> None:
    told: Cells = {"shape": "counts", "seen": counts[0], "seen_in": counts[1]}

    assert "value.hard_likely" not in book(rows_of(DRIVERS, driver(more=told)))


CHAIN = (
    driver("avoided cost", {"driver": "Turnover avoided", "improvement": ("1", "2", "4")}),
    driver("capacity", {"driver": "Charting", "unit": "minutes a visit"}),
    driver("revenue", {"driver": "Visits added"}),
)


def test_of_one_chain_only_the_largest_driver_is_added_up() -> None:
    found = book(rows_of(DRIVERS, *CHAIN))

    assert found["value.hard_likely"] == Decimal(120_000 + 30_000)
    assert found["value.driver.r2.likely.with.r1"] == Decimal(30_000)
    assert "value.driver.r2.likely" not in found


@pytest.mark.parametrize("more", [{"apart": "Other people"}, {"chain": "none"}])
def test_a_driver_that_stands_apart_is_added_up(more: Cells) -> None:
    rows = (CHAIN[0], {**CHAIN[1], **more}, CHAIN[2])

    assert book(rows_of(DRIVERS, *rows))["value.hard_likely"] == Decimal(180_000)


def test_a_chain_may_be_named_where_no_word_says_it() -> None:
    rows = (CHAIN[0], {**CHAIN[2], "chain": "burnout"})

    assert book(rows_of(DRIVERS, *rows))["value.hard_likely"] == Decimal(120_000)
