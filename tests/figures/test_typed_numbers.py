"""Numbers are read as they were meant, or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.figures.typed_numbers import decimal_marks, is_unclear, number


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1200.50", "1200.50"),
        ("1e5", "1e5"),
        ("-3", "-3"),
        ("$1,234,567.89", "1234567.89"),
        ("1,234,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("1.234.567", "1234567"),
        ("1 234 567,5", "1234567.5"),
        ("1\u202f234\u00a0567", "1234567"),
        ("1'234'567.5", "1234567.5"),
        ("12,5", "12.5"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        ("(1,234,567)", "-1234567"),
        ("($ 5)", "-5"),
        ("-$5.25", "-5.25"),
        ("$-5", "-5"),
        ("−7", "-7"),
        ("5-", "-5"),
        ("12%", "0.12"),
        ("12,5 %", "0.125"),
        ("USD 5", "5"),
        ("5 €", "5"),
        (".5", "0.5"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, meant: str) -> None:
    assert number(text, decimal_marks([text])) == Decimal(meant)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "$", "n/a", "NaN", "inf", "-Infinity", "1,23,456", "1.2.3", "1,2,3.4", "12 34"),
        *("1,234.567,8", "--5", "(5", "5)", "٣", "1" * 40, "=1+1", "5 kg", ",", "1,", "TRUE"),
    ],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text, decimal_marks([text])) is None


def test_a_comma_before_three_digits_is_read_by_the_other_numbers_of_its_table() -> None:
    assert number("9,000", decimal_marks(["9,000"])) is None
    assert is_unclear("9,000", decimal_marks(["9,000"]))
    assert number("9,000", decimal_marks(["9,000", "1,000,000"])) == 9000
    assert number("9,000", decimal_marks(["9,000", "0.98"])) == 9000
    assert number("9,000", decimal_marks(["9,000", "12,5"])) == 9


def test_a_point_before_three_digits_is_a_decimal_unless_the_table_uses_commas() -> None:
    assert number("9.000", decimal_marks(["9.000"])) == 9
    assert number("9.000", decimal_marks(["9.000", "12,5"])) == 9000
    assert number("9.000", decimal_marks(["9.000", "12,5", "0.98"])) is None


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from(["{:.2f}", "{:,.2f}"]))
def test_every_amount_comes_back_from_how_it_is_written(exact: Decimal, form: str) -> None:
    here = form.format(exact)
    there = here.translate(str.maketrans(",.", ".,"))

    for text in (here, there, f"${here}"):
        assert number(text, decimal_marks([text])) == exact


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    found = number(text, decimal_marks([text]))

    assert found is None or found.is_finite()
