"""Money is exact and rounds half up, and only where it must."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.figures import money

AMOUNTS = st.decimals(0, 10**12, places=2)
PERCENTS = st.decimals(0, 100, places=2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1200", "1200"), ("-0.5", "-0.5"), ("0.3333", "0.3333"), ("007", "7")],
)
def test_a_kept_number_is_read_exactly(text: str, expected: str) -> None:
    assert money.amount(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "12k", "1,200", "1e9", "NaN", "9" * 19, "٣", None, True, ()])
def test_anything_else_is_no_number(text: object) -> None:
    assert money.amount(text) is None


@pytest.mark.parametrize(
    ("exact", "expected"),
    [("0.005", "0.01"), ("0.0049", "0.00"), ("2.675", "2.68"), ("-0.005", "-0.01")],
)
def test_half_a_cent_rounds_away_from_zero(exact: str, expected: str) -> None:
    assert money.cents(Decimal(exact)) == Decimal(expected)


def test_a_fixed_subscription_rises_as_in_the_published_example() -> None:
    payments = money.escalated(Decimal(500 * 3000), Decimal(3), 3)

    assert payments == (Decimal(1_500_000), Decimal(1_545_000), Decimal(1_591_350))


def test_the_last_step_of_a_ramp_holds_for_later_years() -> None:
    effects = money.ramped(Decimal(1000), (Decimal(15), Decimal(80)), 4)

    assert effects == (Decimal(150), Decimal(800), Decimal(800), Decimal(800))


def test_nothing_is_rounded_before_the_end_of_a_product() -> None:
    huge = Decimal("123456789012345678.123456789012")

    product = money.product((huge, huge, huge, Decimal("1e-40")))

    assert product == Decimal("188167637235.37")


@given(AMOUNTS, PERCENTS)
def test_a_share_and_its_rest_make_the_whole(base: Decimal, percent: Decimal) -> None:
    part = money.share(base, percent)

    assert money.total((part, money.negative(part), base)) == base
    assert 0 <= part <= base


@given(st.lists(AMOUNTS, max_size=8))
def test_a_total_does_not_depend_on_the_order(amounts: list[Decimal]) -> None:
    assert money.total(amounts) == money.total(reversed(amounts))
