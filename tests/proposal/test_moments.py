"""When something is: days, months and quarters as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.proposal.moments import Moment, moment

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end", "written"),
    [
        ("Q3 2028", date(2028, 7, 1), date(2028, 9, 30), "Q3 2028"),
        ("2028 Q1", date(2028, 1, 1), date(2028, 3, 31), "Q1 2028"),
        ("q4-2028", date(2028, 10, 1), date(2028, 12, 31), "Q4 2028"),
        ("February 2028", date(2028, 2, 1), date(2028, 2, 29), "February 2028"),
        (" Sep. 2028 ", date(2028, 9, 1), date(2028, 9, 30), "September 2028"),
        ("May 14, 2028", date(2028, 5, 14), date(2028, 5, 14), "May 14, 2028"),
        ("2028-05-14", date(2028, 5, 14), date(2028, 5, 14), "2028-05-14"),
    ],
)
def test_a_moment_is_read_and_written(text: str, start: date, end: date, written: str) -> None:
    found = moment(text)

    assert found is not None
    assert (found.start, found.end, found.text) == (start, end, written)


@pytest.mark.parametrize("text", ["", "After gate G3", "30 days later", "Q5 2028", "May 40, 2028"])
def test_anything_else_is_no_moment(text: str) -> None:
    assert moment(text) is None


@given(DAYS, st.sampled_from([0, 1, 3]))
def test_what_is_written_is_read_again(day: date, months: int) -> None:
    made = Moment(day, months).near(day)

    assert moment(made.text) == made


@given(DAYS, st.sampled_from([1, 3]))
def test_the_nearest_begins_no_farther_than_half_of_it(day: date, months: int) -> None:
    near = Moment(day, months).near(day)

    assert near.start.day == 1
    assert abs((near.start - day).days) <= 16 * months


def test_a_step_is_one_of_its_kind() -> None:
    assert Moment(date(2028, 10, 1), 3).stepped(1).text == "Q1 2029"
    assert Moment(date(2028, 1, 1), 1).stepped(-1).text == "December 2027"
