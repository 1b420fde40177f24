"""Values read as people write them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.document import formats
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Option, Question

AMOUNTS = st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=3)
OPTIONS = (Option("a", "Label A", "text a"), Option("b", "Label B", "text b"))


def asked(kind: Kind, unit: str = "") -> Question:
    """Return a question of this kind."""
    return Question("x", kind, "X", unit=unit, options=OPTIONS)


@pytest.mark.parametrize(
    ("kind", "unit", "value", "form", "text"),
    [
        (Kind.MONEY, "USD", "1536000", "", "$1,536,000"),
        (Kind.MONEY, "USD", "1536000", "short", "$1.54M"),
        (Kind.MONEY, "USD", "2000000", "short", "$2.00M"),
        (Kind.MONEY, "USD", "-12.5", "", "\u2212$12.50"),
        (Kind.MONEY, "USD", "-0.001", "", "$0"),
        (Kind.PERCENT, "% of yearly fee", "15", "", "15%"),
        (Kind.PERCENT, "", "2.50", "", "2.5%"),
        (Kind.NUMBER, "days", "90", "", "90 days"),
        (Kind.NUMBER, "days", "1", "", "1 day"),
        (Kind.NUMBER, "days", "90", "number", "90"),
        (Kind.NUMBER, "years", "3", "words", "three"),
        (Kind.NUMBER, "years", "13", "words", "13"),
        (Kind.NUMBER, "%", "8", "", "8%"),
        (Kind.NUMBER, "", "-1200", "", "\u22121,200"),
        (Kind.NUMBER, "days", "about 90", "", "about 90"),
        (Kind.DATE, "", "2027-05-14", "", "May 14, 2027"),
        (Kind.DATE, "", "in May", "", "in May"),
        (Kind.YES_NO, "", True, "", "yes"),
        (Kind.YES_NO, "", False, "", "no"),
        (Kind.CHOICE, "", "a", "", "text a"),
        (Kind.CHOICE, "", "gone", "", "gone"),
        (Kind.CHOICES, "", ("a", "b"), "", "text a and text b"),
        (Kind.CHOICES, "", ("a", "b"), "count", "two"),
        (Kind.CHOICES, "", ("a", "b"), "number", "2"),
        (Kind.RANGE, "weeks", ("6", "9", "14"), "", "6 to 14 weeks"),
        (Kind.RANGE, "weeks", ("6", "9", "14"), "likely", "9 weeks"),
        (Kind.RANGE, "weeks", ("6", "6", "6"), "", "6 weeks"),
        (Kind.RANGE, "weeks", ("", "9", ""), "", "9 weeks"),
        (Kind.RANGE, "weeks", ("", "9", ""), "low", ""),
        (Kind.LINE, "", "as typed", "", "as typed"),
        (Kind.LINE, "", None, "", ""),
    ],
)
def test_a_value_reads_in_a_sentence(
    kind: Kind, unit: str, value: Value, form: str, text: str
) -> None:
    assert formats.value_text(asked(kind, unit), value, form) == text


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.NUMBER, "90", "90"),
        (Kind.CHOICE, "a", "Label A"),
        (Kind.CHOICES, ("a", "b"), "Label A, Label B"),
        (Kind.YES_NO, True, "Yes"),
        (Kind.RANGE, ("6", "9", "14"), "6 to 14 (likely 9)"),
        (Kind.RANGE, ("6", "", "14"), "6 to 14"),
        (Kind.RANGE, (), ""),
    ],
)
def test_a_value_reads_in_a_cell(kind: Kind, value: Value, text: str) -> None:
    assert formats.value_text(asked(kind, "days"), value, cell=True) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_words_are_joined_as_in_a_sentence(words: list[str], text: str) -> None:
    assert formats.joined(words) == text


@pytest.mark.parametrize(
    ("amount", "unit", "form", "text"),
    [
        ("1536000", "USD", "", "$1,536,000"),
        ("1536000", "USD", "short", "$1.54M"),
        ("999999.6", "USD", "short", "$1,000,000"),
        ("1", "hours", "", "1 hour"),
        ("2925", "hours", "", "2,925 hours"),
        ("2925", "hours", "number", "2,925"),
        ("3", "", "words", "three"),
        ("15", "%", "", "15%"),
    ],
)
def test_a_figure_reads_the_same_everywhere(amount: str, unit: str, form: str, text: str) -> None:
    assert formats.figure_text(Decimal(amount), unit, form) == text


@given(AMOUNTS)
def test_a_written_number_can_be_read_back(amount: Decimal) -> None:
    text = formats.plain_number(amount).replace(",", "").replace("\u2212", "-")

    assert Decimal(text) == amount


@given(AMOUNTS)
def test_money_has_one_sign_and_no_hanging_cents(amount: Decimal) -> None:
    for text in (formats.money(amount), formats.short_money(amount)):
        assert text.count("$") == 1
        assert "-" not in text
        assert not text.endswith(".00")


@pytest.mark.parametrize(
    ("kind", "unit", "value", "text"),
    [
        (Kind.NUMBER, "minutes", "58", "58 minutes"),
        (Kind.NUMBER, "%", "61", "61%"),
        (Kind.NUMBER, "", "61", "61"),
        (Kind.NUMBER, "minutes", "58 minutes, July 2026", "58 minutes, July 2026"),
        (Kind.RANGE, "minutes", ("40", "48", "58"), "40 to 58 minutes (likely 48)"),
        (Kind.RANGE, "%", ("", "61", ""), "61%"),
    ],
)
def test_a_unit_the_row_names_stands_in_the_cell(
    kind: Kind, unit: str, value: Value, text: str
) -> None:
    question = replace(asked(kind, unit), unit_from="unit")

    assert formats.value_text(question, value, cell=True) == text


def test_a_range_of_dollars_reads_as_dollars() -> None:
    span = formats.value_text(asked(Kind.RANGE, "USD"), ("1000", "2000", "4000"))

    assert span == "$1,000 to $4,000"


def test_a_unit_without_a_plural_stays() -> None:
    assert formats.value_text(replace(asked(Kind.NUMBER), unit="mg"), "1") == "1 mg"
