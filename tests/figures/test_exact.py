"""The agreement settled exactly: every year, the first year worked out, and five outcomes."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from roadmapper.figures import repaid
from roadmapper.figures.book import FIGURE_NAMES
from roadmapper.template.kinds import Value
from tests.dealt import GAINS, KPIS, amounts, gain, kpi, outlooked
from tests.figured import DRIVERS, FEES, Cells, rows_of

D = Decimal
COLLAR = rows_of("pricing.collar", {"floor": "85", "ceiling": "110"})
RICH: Mapping[str, Value] = {
    **COLLAR,
    **rows_of("pricing.downside", {"minimum_loss": "1", "vendor_share": "10", "cap": "5000"}),
    **rows_of(
        "pricing.outcomes", {"event": "Notes", "price": "2", "expected": ("0", "100", "300")}
    ),
    **rows_of(
        "pricing.sla", {"band_from": "99.9", "band_to": "99.5", "credit": "5", "months": "2"}
    ),
    **rows_of("pricing.per_member", {"what": "Beds", "units": ("90", "100", "120"), "rate": "1.5"}),
    **rows_of(
        "pricing.royalty",
        {"rate": "6", "revenue": ("0", "100000", "200000"), "amount": "5000", "cap_multiple": "2"},
    ),
}


def test_the_first_year_is_worked_out_step_by_step() -> None:
    worked = amounts(outlooked(COLLAR), "worked")

    assert worked["base_fee"] == 50_000
    assert [worked["at_risk"], worked["certain"]] == [10_000, 40_000]
    # 60 minutes to 44 of 40 is four fifths of the way; nothing is earned up to half of it.
    assert [worked["kpi.r1.attained"], worked["kpi.r1.share"]] == [80, 60]
    assert worked["kpi.r1.earned"] == 6_000
    assert worked["gain.r1.value"] == 75_000
    assert worked["gain.r1.counted"] == 75_000 - 20_000
    assert worked["gain.r1.paid"] == 11_000
    assert worked["before_collar"] == 57_000
    assert [worked["collar_least"], worked["collar_most"]] == [42_500, 55_000]
    assert worked["after_collar"] == worked["total"] == 55_000


def test_every_step_says_in_words_how_it_is_found_and_from_which_answers() -> None:
    told = outlooked(COLLAR)

    attained = told["worked.kpi.r1.attained"]
    assert attained.unit == "%"
    assert attained.formula == "(result − baseline) ÷ (target − baseline)"
    assert f"{KPIS}[r1].target" in attained.inputs
    assert f"{GAINS}[r1].cap" not in attained.inputs
    assert "value.drivers[r1].improvement" in told["worked.gain.r1.value"].inputs


def test_the_worked_year_is_the_settled_one() -> None:
    told = outlooked(RICH)
    settled, worked = amounts(told, "settled.1"), amounts(told, "worked")

    lines = [value for name, value in settled.items() if name.isdigit()]
    assert settled["total"] == worked["total"]
    inside = [worked["certain"], worked["loss.r1.paid"], worked["member.r1.paid"]]
    inside += [worked["kpi.r1.earned"], worked["gain.r1.paid"], worked["outcome.r1.earned"]]
    assert worked["before_collar"] == sum(inside)
    assert worked["outside"] == worked["credit.r1.paid"] + worked["royalty.r1.paid"]
    assert sum(lines) == worked["before_collar"] + worked["outside"]


def test_settled_years_are_what_the_outlook_pays_if_all_is_likely() -> None:
    told = outlooked()

    value = sum(one.value for name, one in told.items() if name == "outlook.tornado.likely")
    assert value != 0
    totals = [told[f"settled.{year}.total"].value for year in (1, 2, 3)]
    assert [str(one) for one in totals] == ["57000.00", "73380.00", "74801.40"]


@pytest.mark.parametrize("more", [{}, COLLAR, RICH], ids=["plain", "collar", "all of it"])
def test_a_better_outcome_of_the_five_never_pays_less(more: Mapping[str, Value]) -> None:
    five = amounts(outlooked(more), "five")

    for row in ("paid", "value"):
        order = [five[f"{one}.{row}"] for one in ("none", "threshold", "half", "target", "best")]
        assert order == sorted(order)


def test_nothing_changed_pays_what_is_certain_and_no_more() -> None:
    five = amounts(outlooked(), "five")

    assert [five[f"none.{row}"] for row in ("paid", "forgone", "value")] == [40_000, 10_000, 0]
    assert [five[f"half.{row}"] for row in ("paid", "forgone")] == [51_500, 5_000]
    assert [five[f"target.{row}"] for row in ("paid", "forgone")] == [61_000, 0]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "(result − threshold) ÷ (target − threshold), from 0 to 100%"),
        ({"threshold": ""}, "the way to the target, at most 100%"),
        (
            {"at_threshold": "50"},
            "in a straight line from 50% at the threshold to 100% at the target",
        ),
        ({"payout": "cliff"}, "all of it at the target, nothing before"),
        (
            {"payout": "tiers", "tiers": "80: 50, 100: 100"},
            "what the agreed tiers give for that way",
        ),
    ],
)
def test_what_a_measure_earns_is_said_in_its_own_terms(
    more: Mapping[str, Value], words: str
) -> None:
    told = outlooked(rows_of(KPIS, kpi(more)))

    assert told["worked.kpi.r1.share"].formula == words


def test_a_bonus_is_named_only_where_there_is_one() -> None:
    with_bonus = outlooked({"pricing.bonus": "5"})["worked.kpi.r1.earned"].formula

    assert with_bonus.endswith(", and its bonus")
    assert not outlooked()["worked.kpi.r1.earned"].formula.endswith("bonus")


def test_a_price_for_members_or_events_alone_is_a_deal() -> None:
    member: Cells = {"what": "Beds", "units": ("90", "100", "120"), "rate": "1.5"}

    told = outlooked({FEES: ()}, rows_of("pricing.per_member", member))

    assert told["worked.member.r1.paid"].value == 1800
    assert "outlook.above_base" not in told


def test_a_measure_without_numbers_is_settled_by_how_far_it_came() -> None:
    open_ = kpi({"target": "", "expected": ("", "", "")})

    told = outlooked(rows_of(KPIS, open_))
    five = amounts(told, "five")

    assert "no expected result" in told["worked.kpi.r1.attained"].formula
    assert "worked.kpi.r1.actual" not in told
    assert [five["none.forgone"], five["target.forgone"]] == [10_000, 0]


def test_the_five_are_of_the_year_in_which_most_of_the_contract_holds() -> None:
    glide = {"pricing.at_risk_years": "1-2", **rows_of(GAINS, gain({"years": "2"}))}

    assert outlooked(glide)["five.year"].value == 2
    assert outlooked()["five.year"].value == 1


def test_members_are_no_outcome_and_without_drivers_there_is_no_value() -> None:
    members = rows_of(
        "pricing.per_member", {"what": "Beds", "units": ("90", "100", "120"), "rate": "1.5"}
    )

    told = amounts(outlooked({DRIVERS: ()}, members), "five")

    assert told["none.paid"] == 40_000 + 1_800
    assert "none.value" not in told


def test_returns_agree_with_the_outlook() -> None:
    told = outlooked()
    returns = amounts(told, "returns")

    assert abs(returns["npv"] - told["outlook.npv.mean"].value) <= 1
    assert set(returns) == {
        *("npv", "irr", "xnpv", "xirr", "mirr"),
        *("payback_years", "discounted_payback_years", "roi", "pi"),
    }
    assert abs(returns["xirr"] - returns["irr"]) < returns["irr"] / 100
    assert abs(returns["xnpv"] / returns["npv"] - 1) < D("0.01")
    net = told["outlook.net.mean"].value
    spent = told["outlook.paid.mean"].value + told["outlook.case.expected.costs"].value
    assert abs(returns["roi"] - net * 100 / spent) <= D("0.1")
    assert 0 < returns["payback_years"] <= returns["discounted_payback_years"]


def test_without_a_discount_rate_there_is_no_present_value() -> None:
    returns = amounts(outlooked({"value.discount_rate": ""}), "returns")

    assert set(returns) == {"irr", "xirr", "payback_years", "roi"}


@pytest.mark.parametrize("start", ["", "9998-01-01"])
def test_without_a_day_that_can_be_counted_from_nothing_is_dated(start: str) -> None:
    returns = amounts(outlooked({"deal.start_date": start}), "returns")

    assert "irr" in returns
    assert not {"xirr", "xnpv"} & set(returns)


def test_a_contract_may_begin_on_a_leap_day() -> None:
    returns = amounts(outlooked({"deal.start_date": "2028-02-29"}), "returns")

    assert abs(returns["xirr"] - returns["irr"]) < returns["irr"] / 100


@pytest.mark.parametrize(
    ("flows", "years"),
    [
        ((-400_000.0, 350_000.0, 600_000.0), 1 + 50 / 600),
        ((0.0, -5.0, 10.0), 1.5),
        ((0.0, 5.0), None),
        ((-5.0, 1.0), None),
        ((0.0, 0.0), None),
    ],
)
def test_payback_counts_from_the_first_payment(flows: tuple[float, ...], years: float) -> None:
    assert repaid.payback(flows) == (years if years is None else pytest.approx(years))


def test_every_fixed_name_stands_in_the_list() -> None:
    told = outlooked(RICH)

    fixed = [
        name
        for name in told
        if name.startswith(("returns.", "five.", "settled."))
        and not name.rpartition(".")[2].isdigit()
    ]
    assert set(fixed) <= set(FIGURE_NAMES)


def test_amounts_past_all_measure_have_no_figures() -> None:
    huge = rows_of(GAINS, gain({"benchmark": "9" * 18, "cap": "9" * 18, "minimum_rate": "0"}))

    assert not [name for name in outlooked(huge) if name.startswith("five.")]
