"""Half months, days as places, and the calendar above the timeline."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ui.pages.roadmap_time import (
    FARTHER,
    NEARER,
    Dates,
    Scale,
    Span,
    begun_on,
    calendar,
    first,
    half,
    last,
    length_told,
    moved,
    plus,
    snap_end,
    snap_start,
    snapped_day,
    span_of,
    stepped,
    stretched,
    widened,
)

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
ALL_DAYS = st.dates()
BY = st.integers(-900, 900)


@st.composite
def dates(draw: st.DrawFn) -> Dates:
    """Return a first and a last day."""
    start = draw(DAYS)
    return Dates(start, plus(start, draw(st.integers(0, 1200))))


@st.composite
def half_months(draw: st.DrawFn) -> Dates:
    """Return dates of whole half months."""
    start = half(draw(DAYS))
    return Dates(first(start), last(start + draw(st.integers(0, 60))))


@given(ALL_DAYS)
def test_snapping_twice_is_snapping_once(day: date) -> None:
    assert snap_start(snap_start(day)) == snap_start(day)
    assert snap_end(snap_end(day)) == snap_end(day)


@given(ALL_DAYS)
def test_every_day_lies_in_its_half_month(day: date) -> None:
    assert first(half(day)) <= day <= last(half(day))


@given(DAYS)
def test_a_day_snaps_to_what_is_nearest(day: date) -> None:
    assert abs((snap_start(day) - day).days) <= 8
    assert abs((snap_end(day) - day).days) <= 8


@given(half_months(), st.integers(-40, 40))
def test_a_bar_of_half_months_that_is_stepped_and_stepped_back_is_as_before(
    bar: Dates, by: int
) -> None:
    assert stepped(stepped(bar, by), -by) == bar


@given(half_months(), BY)
def test_a_bar_of_half_months_keeps_to_them_wherever_it_is_dragged(bar: Dates, days: int) -> None:
    now = moved(bar, days)

    assert now == Dates(first(half(now.start)), last(half(now.end)))
    assert half(now.end) - half(now.start) == half(bar.end) - half(bar.start)


@given(dates(), BY)
def test_a_dragged_bar_begins_with_a_half_month(bar: Dates, days: int) -> None:
    now = moved(bar, days)

    assert now == bar if not days else now.start == first(half(now.start))
    assert now.start <= now.end


@given(dates(), BY)
def test_with_alt_a_bar_moves_by_days_and_keeps_its_length(bar: Dates, days: int) -> None:
    now = moved(bar, days, fine=True)

    assert (now.start - bar.start).days == days
    assert now.days == bar.days


@given(dates(), BY, st.booleans(), st.booleans())
def test_a_stretched_bar_never_turns_around_and_keeps_its_other_end(
    bar: Dates, days: int, first_day: bool, fine: bool
) -> None:
    now = stretched(bar, days, first_day=first_day, fine=fine)

    assert now.start <= now.end
    assert now.end == bar.end if first_day else now.start == bar.start


@given(dates(), st.integers(-30, 30))
def test_a_widened_bar_ends_with_a_half_month_after_it_began(bar: Dates, by: int) -> None:
    now = widened(bar, by)

    assert now.start == bar.start <= now.end == last(half(now.end))


def test_a_bar_inside_a_half_month_steps_to_the_next_and_the_last() -> None:
    bar = Dates(date(2028, 4, 10), date(2028, 5, 4))

    assert stepped(bar, 1).start == date(2028, 4, 16)
    assert stepped(bar, -1).start == date(2028, 4, 1)


@given(ALL_DAYS, BY)
def test_the_day_of_a_gate_moves_to_the_end_of_a_half_month(day: date, days: int) -> None:
    assert snapped_day(day, 0) == day
    now = snapped_day(day, days)
    assert now == snap_end(now) or not days


@given(ALL_DAYS, ALL_DAYS, BY)
def test_no_date_falls_out_of_the_calendar(start: date, end: date, days: int) -> None:
    bar = Dates(min(start, end), max(start, end))

    for now in (moved(bar, days), stepped(bar, days), widened(bar, days), begun_on(bar, end)):
        assert now.start <= now.end


@given(st.lists(DAYS, min_size=1, max_size=20), st.sampled_from(Scale), st.floats(0, 4000), DAYS)
def test_a_place_leads_back_to_its_day(
    days: list[date], scale: Scale, width: float, day: date
) -> None:
    span = span_of(days, scale, width)

    middle = (span.x(day) + span.x(day, after=True)) / 2
    assert span.day(middle) == day
    assert span.width >= width - 1
    assert span.start <= min(days) <= max(days) < span.end


@given(st.lists(ALL_DAYS, min_size=1, max_size=4), st.sampled_from(Scale))
def test_the_calendar_covers_the_timeline_without_gaps(days: list[date], scale: Scale) -> None:
    days = [day for day in days if (day - min(days)).days < 4000]
    span = span_of(days, scale, 900)

    for line in calendar(span, scale):
        assert line[0].left == span.x(span.start)
        assert abs(line[-1].right - span.width) < 0.01
        ends = [cell.right for cell in line[:-1]]
        starts = [cell.left for cell in line[1:]]
        assert all(abs(end - start) < 0.01 for end, start in zip(ends, starts, strict=True))


def test_each_scale_names_its_cells() -> None:
    span = Span(date(2027, 7, 1), date(2028, 1, 31), 1.0)

    upper, lower = calendar(span, Scale.QUARTERS)
    assert [cell.text for cell in upper] == ["Q3 2027", "Q4 2027", "Q1 2028"]
    assert [cell.text for cell in lower][:3] == ["Jul", "Aug", "Sep"]
    upper, lower = calendar(span, Scale.MONTHS)
    assert upper[0].text == "Jul 2027"
    assert [cell.text for cell in lower][:2] == ["1", "16"]
    upper, lower = calendar(span, Scale.YEARS)
    assert [cell.text for cell in upper] == ["2027", "2028"]
    assert [cell.text for cell in lower] == ["Q3", "Q4", "Q1"]


def test_zooming_ends_at_months_and_at_years() -> None:
    assert NEARER[NEARER[NEARER[Scale.YEARS]]] is Scale.MONTHS
    assert FARTHER[FARTHER[FARTHER[Scale.MONTHS]]] is Scale.YEARS


def test_a_length_is_told_in_days_or_in_months() -> None:
    day = date(2028, 4, 1)

    assert length_told(Dates(day, day)) == "One day"
    assert length_told(Dates(day, date(2028, 4, 20))) == "20 days"
    assert length_told(Dates(day, date(2028, 5, 1))) == "1 month"
    assert length_told(Dates(day, date(2028, 8, 15))) == "4.5 months"
