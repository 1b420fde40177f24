"""Fees are added up as the agreement says, or not at all."""

from decimal import Decimal

from roadmapper.figures.fees import fees_at_risk
from roadmapper.proposal.answers import Answers
from tests.figured import FEES, TERM, book, fee, rows_of


def test_the_yearly_fee_is_quantity_times_price_of_what_is_charged_each_year() -> None:
    once = {"item": "Set-up", "quantity": "1", "price": "180000", "basis": "once"}

    found = book(rows_of(FEES, fee(), once))

    assert found["pricing.annual_fee"] == Decimal(1_536_000)
    assert found["pricing.one_time_fee"] == Decimal(180_000)
    assert "pricing.term_fee" not in found


def test_the_fee_of_the_term_rises_each_year_and_holds_the_set_up() -> None:
    once = {"item": "Set-up", "quantity": "1", "price": "180000", "basis": "once"}

    found = book(TERM, rows_of(FEES, fee(escalator="3"), once))

    assert found["pricing.term_fee"] == Decimal("4927622.40")


def test_an_item_that_begins_after_an_anniversary_is_charged_from_that_year() -> None:
    later = fee("10", "100", start="2028-07-01")

    found = book(TERM, rows_of(FEES, fee("1", "1000"), later))

    assert found["pricing.annual_fee"] == Decimal(1000)
    assert found["pricing.term_fee"] == Decimal(3000 + 2000)


def test_an_item_that_begins_within_the_first_year_counts_for_all_of_it() -> None:
    found = book(TERM, rows_of(FEES, fee("1", "1000", start="2028-06-30")))

    assert found["pricing.annual_fee"] == Decimal(1000)


def test_a_price_that_is_missing_takes_the_fee_away() -> None:
    found = book(TERM, rows_of(FEES, fee(), {"item": "More seats", "quantity": "10"}))

    assert not any(name.startswith("pricing.") for name in found)


def test_a_price_that_is_missing_once_takes_the_fee_of_the_term_away() -> None:
    found = book(TERM, rows_of(FEES, fee(), {"item": "Set-up", "basis": "once"}))

    assert "pricing.annual_fee" in found
    assert "pricing.term_fee" not in found


def test_a_row_without_an_answer_changes_nothing() -> None:
    found = book(TERM, rows_of(FEES, fee(), {"basis": "each year"}))

    assert found["pricing.annual_fee"] == Decimal(1_536_000)


def test_no_fee_is_at_risk_in_years_that_are_not_told() -> None:
    told = {**rows_of(FEES, fee(escalator="0")), "pricing.at_risk_pct": "25"}
    later = {**told, "pricing.at_risk_years": "2-3"}

    found = book(later)

    assert "pricing.fee_at_risk" not in found
    assert fees_at_risk(Answers(later), 3) == tuple(map(Decimal, (0, 384_000, 384_000)))


def test_the_fee_at_risk_is_its_share_of_the_yearly_fee() -> None:
    found = book(rows_of(FEES, fee()), {"pricing.at_risk_pct": "25"})

    assert found["pricing.fee_at_risk"] == Decimal(384_000)
    assert found["pricing.fee_certain"] == Decimal(1_152_000)


def test_one_corridor_gives_the_least_and_the_most_of_a_year() -> None:
    corridor = {"floor": "75", "ceiling": "110"}

    found = book(rows_of(FEES, fee()), rows_of("pricing.collar", corridor))

    assert found["pricing.least_year"] == Decimal(1_152_000)
    assert found["pricing.most_year"] == Decimal(1_689_600)


def test_two_corridors_leave_the_least_and_the_most_open() -> None:
    corridor = {"floor": "75", "ceiling": "110"}

    found = book(rows_of(FEES, fee()), rows_of("pricing.collar", corridor, corridor))

    assert "pricing.most_year" not in found


def test_only_named_measures_are_counted() -> None:
    found = book(rows_of("pricing.kpis", {"measure": "Minutes"}, {"weight": "50"}))

    assert found["pricing.kpi_count"] == Decimal(1)


def test_a_half_typed_start_counts_from_the_first_year() -> None:
    found = book(TERM, rows_of(FEES, fee("1", "1000", start="2028-")))

    assert found["pricing.annual_fee"] == Decimal(1000)
