"""Exposure and coverage say how much risk there is, and how much of a budget is secured."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from roadmapper.figures.book import figures
from roadmapper.figures.deal import Deal
from roadmapper.figures.exposure import most_by_year, most_of_a_year
from roadmapper.figures.fiscal import budget_of
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.dealt import KPIS, dealt, outlooked
from tests.figured import FEES, Cells, fee, rows_of
from tests.figures.random_deals import deals

FLAT = rows_of(FEES, fee("100", "1000", escalator="0"))
LOSS: Cells = {"minimum_loss": "2", "vendor_share": "30", "cap": "15000"}


def _most(deal: Deal) -> Decimal | None:
    return most_of_a_year(most_by_year(deal))


def test_a_year_can_cost_us_the_fee_at_risk() -> None:
    assert _most(dealt(FLAT)) == 20_000


def test_the_cap_of_a_loss_and_of_credits_come_on_top() -> None:
    sla = {"band_from": "99.9", "band_to": "99", "credit": "30", "cap": "10", "months": "1"}

    most = _most(dealt(FLAT, rows_of("pricing.downside", LOSS), rows_of("pricing.sla", sla)))

    assert most is not None
    assert round(most) == 20_000 + 15_000 + 10_000


def test_credits_add_up_over_levels_and_not_over_the_bands_of_one() -> None:
    bands = [
        {"measure": measure, "band_from": "99", "credit": credit, "months": "1"}
        for measure, credit in (("Uptime", "10"), ("uptime ", "20"), ("Answers", "5"))
    ]

    most = _most(dealt(FLAT, rows_of("pricing.sla", *bands)))

    assert most is not None
    assert round(most) == 20_000 + 20_000 + 5_000


def test_a_fee_that_grows_with_use_counts_as_if_all_used_it() -> None:
    ramp: dict[str, Value] = {"pricing.ramp_by": "use", "value.adoption": ("10", "20", "60")}

    assert _most(dealt(FLAT, ramp)) == 20_000


def test_a_set_up_fee_that_waits_for_milestones_comes_on_top_of_the_collar() -> None:
    step = {"milestone": "Gate", "weight": "100", "chance": "80"}
    held = {"pricing.holdback": "50", "pricing.holdback_of": "set-up fee"}
    once = rows_of(FEES, fee("100", "1000", escalator="0"), fee("1", "8000", basis="once"))
    collar = rows_of("pricing.collar", {"floor": "80", "ceiling": "100"})

    assert _most(dealt(once, held, rows_of("pricing.milestones", step), collar)) == 24_000


def test_a_collar_holds_what_a_year_can_cost_us() -> None:
    loss = rows_of("pricing.downside", {**LOSS, "cap": ""})
    collar = rows_of("pricing.collar", {"floor": "75", "ceiling": "110"})

    assert _most(dealt(FLAT, loss)) is None
    assert _most(dealt(FLAT, loss, collar)) == 25_000
    assert _most(dealt(FLAT, collar)) == 20_000
    assert "outlook.exposure" not in outlooked(FLAT, loss)


def test_fees_outside_a_collar_are_not_held_by_it() -> None:
    once = {"item": "Set-up", "quantity": "1", "price": "40000", "basis": "once"}
    milestone = {"milestone": "Live", "weight": "100"}
    held = {"pricing.holdback": "25", **rows_of("pricing.milestones", milestone)}
    fees = rows_of(FEES, fee("100", "1000", escalator="0"), once)
    collar = rows_of("pricing.collar", {"floor": "90", "ceiling": "110"})

    assert _most(dealt(fees, held, collar)) == 10_000 + 10_000


def test_other_fees_inside_a_collar_give_it_room() -> None:
    members: Cells = {"units": ("900", "900", "900"), "rate": "0.5"}
    collar = rows_of("pricing.collar", {"floor": "90", "ceiling": "110"})

    most = _most(dealt(FLAT, rows_of("pricing.per_member", members), collar))

    assert most == 10_000 + 900 * 6


def test_no_draw_costs_more_than_the_contract_allows() -> None:
    told = outlooked(FLAT, {f"{KPIS}[r1].expected": ("40", "55", "60")})

    mean, tail = told["outlook.exposure_mean"].value, told["outlook.exposure_tail"].value
    assert 0 < mean < tail <= told["outlook.exposure"].value


@settings(max_examples=12, deadline=None)
@given(deals())
def test_no_deal_costs_more_in_a_year_than_its_contract_allows(answers: dict[str, Value]) -> None:
    told = {one.name: one.value for one in figures(Answers(answers), 50, whole=False)}

    if "outlook.exposure" in told:
        assert told["outlook.exposure_tail"] <= told["outlook.exposure"]


def _budget(year: str, start: str = "2027-07-01", month: str = "Jul") -> dict[str, Value]:
    row = {"fiscal_year": year, "amount": "10000"}
    dates = {"deal.start_date": start, "deal.fiscal_year_start": month}
    return {**dates, **rows_of("value.budgeted_savings", row)}


@pytest.mark.parametrize(
    ("year", "start", "month", "parts"),
    [
        ("FY2028", "2027-07-01", "Jul", (12, 0)),
        ("FY29", "2027-07-01", "Jul", (0, 12)),
        ("2027/28", "2027-10-01", "Jul", (9, 0)),
        ("FY2028", "2027-07-01", "Jan", (6, 6)),
        ("next year", "2027-07-01", "Jul", (12, 0)),
        ("FY2028", "soon", "Jul", (12, 0)),
    ],
)
def test_a_fiscal_year_takes_its_part_of_each_contract_year(
    year: str, start: str, month: str, parts: tuple[int, ...]
) -> None:
    budget = budget_of(Answers(_budget(year, start, month)), 2)

    assert budget is not None
    assert budget.parts == tuple(Decimal(one) / 12 for one in parts)


def test_a_fiscal_year_outside_the_term_has_no_coverage() -> None:
    assert budget_of(Answers(_budget("FY2040")), 2) is None
    assert "outlook.coverage.mean" not in outlooked(_budget("FY2040"))


def test_the_first_budgeted_year_inside_the_term_counts_however_it_is_written() -> None:
    years = ("FY2027", "FY2029", "FY28", "2027/28")
    rows = [{"fiscal_year": year, "amount": "100"} for year in years]

    budget = budget_of(Answers({**_budget("x"), **rows_of("value.budgeted_savings", *rows)}), 2)

    assert budget is not None
    assert (budget.amount, budget.parts) == (Decimal(200), (Decimal(1), Decimal(0)))


def test_coverage_is_cash_against_what_is_budgeted() -> None:
    told = outlooked(_budget("FY2028"))

    cash = 15_000 * 100 / Decimal(10_000)  # 30,000 at likely, half of it in the first year
    low, high = (told[f"outlook.coverage.{part}"].value for part in ("p10", "p90"))
    assert low < cash < high
    assert 0 < told["outlook.coverage_chance"].value <= 100
