"""Charts, timelines and covers: every text inside the picture, none over another."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapper import paths
from roadmapper.document.geometry import (
    chart_scene,
    cover_scene,
    step_scene,
    tier_scene,
    timeline_scene,
)
from roadmapper.document.measure import Measure
from roadmapper.document.scale import number_text, ticks
from roadmapper.document.scene import Label, Polygon, Polyline, Rect, Scene
from roadmapper.document.style import load_style
from roadmapper.document.svg import svg
from roadmapper.document.tree import (
    Bar,
    Chart,
    ChartKind,
    Cover,
    Flag,
    Gate,
    Lane,
    Limit,
    Series,
    Timeline,
    Tone,
)

STYLE = load_style(paths.templates() / "partnership" / "style.toml")
MEASURE = Measure(STYLE, paths.fonts())
FIRST = date(2027, 7, 1)
BRISK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)

WORDS = st.text(st.sampled_from("abc defghij klmnopq. RSTUVW–xyz%é漢✓"), min_size=1, max_size=40)
NUMBERS = st.decimals(-99999, 99999, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Draw any chart that compose could make."""
    kind = draw(st.sampled_from(ChartKind))
    count = draw(st.integers(1, 30))
    series_count = {ChartKind.RANGE: 3, ChartKind.DUMBBELL: 2}.get(kind) or draw(st.integers(1, 6))
    values = st.lists(st.none() | NUMBERS, min_size=count, max_size=count).map(tuple)
    written = st.just(()) | st.lists(WORDS, min_size=count, max_size=count).map(tuple)
    shown = [Series(draw(WORDS), draw(values), draw(written)) for _ in range(series_count)]
    return Chart(
        "k",
        kind,
        "Title",
        tuple(draw(st.lists(WORDS, min_size=count, max_size=count))),
        tuple(shown),
        "What it shows.",
        unit=draw(st.sampled_from(["", "%", "$M", "min", "minutes a day"])),
        limit=draw(st.none() | st.builds(Limit, NUMBERS, WORDS)),
        emphasised=tuple(draw(st.lists(st.integers(0, 40), max_size=3))),
        flag=draw(st.none() | st.builds(Flag, st.integers(-1, count + 1).map(Decimal), WORDS)),
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Draw any timeline from a month to ten years, some of it outside its span."""
    span = draw(st.integers(28, 3660))
    days = st.integers(-60, span + 60).map(lambda n: FIRST + timedelta(days=n))
    bars = st.lists(st.builds(Bar, WORDS, days, days), max_size=5).map(tuple)
    lanes = st.lists(st.builds(Lane, WORDS, st.sampled_from(Tone), bars), max_size=7).map(tuple)
    gates = st.lists(st.builds(Gate, WORDS, days), max_size=5).map(tuple)
    end = FIRST + timedelta(days=span)
    return Timeline("t", "Title", FIRST, end, draw(gates), draw(lanes), "What it shows.")


@BRISK
@given(charts(), st.integers(150, 520))
def test_every_text_of_a_chart_stands_inside_it_and_over_no_other(chart: Chart, width: int) -> None:
    scene = chart_scene(chart, width, STYLE, MEASURE)

    assert problems(scene) == []
    assert scene.width == width


@BRISK
@given(timelines(), st.integers(420, 720), st.integers(260, 460))
def test_every_text_of_a_timeline_stands_inside_it_and_over_no_other(
    timeline: Timeline, width: int, height: int
) -> None:
    scene = timeline_scene(timeline, width, height, STYLE, MEASURE)

    assert problems(scene) == []
    assert (scene.width, scene.height) == (width, height)


@BRISK
@given(st.lists(WORDS, max_size=6), st.sampled_from([(612, 792), (595.28, 841.89)]))
def test_every_station_of_the_cover_stands_inside_it_and_over_no_other(
    stations: list[str], page: tuple[float, float]
) -> None:
    cover = Cover("Org", "v1", "eyebrow", "title", "promise", (), tuple(stations))

    scene = cover_scene(cover, *page, STYLE, MEASURE)

    assert problems(scene) == []
    assert scene.height == page[1] * 0.6


@BRISK
@given(st.lists(NUMBERS, max_size=9), st.booleans())
def test_ticks_are_at_most_five_and_hold_every_value(numbers: list[Decimal], zero: bool) -> None:
    found = ticks(numbers, zero=zero)

    assert 2 <= len(found) <= 5
    assert all(found[0] <= number <= found[-1] for number in numbers)


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        ("-0.7", "$M", "−$0.7M"),
        ("0", "$M", "$0"),
        ("1234567", "", "1,234,567"),
        ("3.90", "%", "3.9%"),
        ("12", "min", "12\u00a0min"),
        ("12", "minutes a day", "12"),
    ],
)
def test_a_number_is_written_as_it_is_read(number: str, unit: str, expected: str) -> None:
    assert number_text(Decimal(number), unit) == expected


def test_an_emphasised_bar_is_gold_and_its_value_carries_the_warning_color() -> None:
    chart = simple(ChartKind.BARS, emphasised=(1,))

    scene = chart_scene(chart, 256, STYLE, MEASURE)

    fills = [mark.fill for mark in scene.marks if isinstance(mark, Rect)]
    assert fills == ["track", "accent", "track", "gold"]
    assert [label.color for label in labels(scene)][-2:] == ["ink", "warn"]


def test_a_missing_value_breaks_the_line() -> None:
    chart = simple(ChartKind.LINE, values=(1, 2, None, 3, 4))

    scene = chart_scene(chart, 300, STYLE, MEASURE)

    drawn = [mark for mark in scene.marks if isinstance(mark, Polyline) and mark.stroke == "accent"]
    assert [len(line.points) for line in drawn] == [2, 2]


def test_an_area_of_three_series_is_a_band_with_a_line_inside() -> None:
    series = tuple(Series(name, (Decimal(v), Decimal(v + 1))) for v, name in enumerate("abc"))
    chart = Chart("k", ChartKind.AREA, "T", ("x", "y"), series, "alt")

    scene = chart_scene(chart, 300, STYLE, MEASURE)

    assert (
        len([mark for mark in scene.marks if isinstance(mark, Polygon) and mark.opacity < 1]) == 1
    )
    assert "b" in [label.text for label in labels(scene)]
    assert "c" not in [label.text for label in labels(scene)]


def test_the_lines_of_a_chart_differ_in_their_dashes_so_that_grey_print_reads() -> None:
    values = (Decimal(1), Decimal(2))
    series = tuple(Series(f"s{i}", values) for i in range(6))
    chart = Chart("k", ChartKind.LINE, "T", ("x", "y"), series, "alt")

    scene = chart_scene(chart, 300, STYLE, MEASURE)

    lines = [m for m in scene.marks if isinstance(m, Polyline) and m.stroke_width >= 1.3]
    assert len({line.dash for line in lines}) == 6


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_chart_without_values_is_drawn_empty(kind: ChartKind, count: int) -> None:
    chart = Chart("k", kind, "T", ("a",) * count, (Series("s", ()),) * count, "alt")

    assert problems(chart_scene(chart, 300, STYLE, MEASURE)) == []


def test_the_same_chart_gives_the_same_scene_and_svg() -> None:
    chart = simple(ChartKind.COLUMNS)

    first, second = (chart_scene(chart, 300, STYLE) for _ in range(2))

    assert first == second
    assert svg(first, STYLE) == svg(second, STYLE)


def test_a_gate_outside_the_timeline_is_left_out_and_a_bar_is_clipped() -> None:
    late = FIRST + timedelta(days=900)
    lane = Lane("Lane", Tone.ACCENT, (Bar("Long", FIRST - timedelta(days=90), late),))
    end = FIRST + timedelta(days=600)
    timeline = Timeline("t", "T", FIRST, end, (Gate("Late gate", late),), (lane,), "alt")

    scene = timeline_scene(timeline, 600, 300, STYLE, MEASURE)

    assert "Late gate" not in [label.text for label in labels(scene)]
    bar = next(mark for mark in scene.marks if isinstance(mark, Rect) and mark.stroke == "accent")
    assert bar.x + bar.width <= 600


@pytest.mark.parametrize(("days", "expected"), [(59, "Jul 2027"), (600, "Q3 2027"), (3600, "2028")])
def test_the_calendar_follows_the_span(days: int, expected: str) -> None:
    timeline = Timeline("t", "T", FIRST, FIRST + timedelta(days=days), (), (), "alt")

    scene = timeline_scene(timeline, 690, 200, STYLE, MEASURE)

    assert expected in [label.text for label in labels(scene)]


def test_steps_and_tiers_carry_their_numbers_and_the_last_tier_is_the_narrowest() -> None:
    widths = []
    for number in (1, 2, 3):
        block = tier_scene(number, 3, 132, Tone.GOLD, STYLE)
        widths.append(next(mark.width for mark in block.marks if isinstance(mark, Rect)))

    assert widths == sorted(widths, reverse=True)
    assert [label.text for label in labels(step_scene(4, 80, True, STYLE))] == ["4"]


def simple(
    kind: ChartKind, values: tuple[int | None, ...] = (1, 3), emphasised: tuple[int, ...] = ()
) -> Chart:
    """Return a chart of one series."""
    numbers = tuple(None if value is None else Decimal(value) for value in values)
    names = tuple(f"Group {i}" for i in range(len(values)))
    return Chart(
        "k", kind, "T", names, (Series("rate", numbers),), "alt", unit="%", emphasised=emphasised
    )


def labels(scene: Scene) -> list[Label]:
    """Return the texts of a scene."""
    return [mark for mark in scene.marks if isinstance(mark, Label)]


def problems(scene: Scene) -> list[str]:
    """Return which texts leave the scene or stand over another."""
    boxes = list(_boxes(scene))
    found = [
        f"outside: {label.text!r} {box}"
        for label, box in boxes
        if min(box[:2]) < -0.5 or box[2] > scene.width + 0.5 or box[3] > scene.height + 0.5
    ]
    for (one, a), (other, b) in combinations(boxes, 2):
        if a[0] < b[2] - 0.3 and b[0] < a[2] - 0.3 and a[1] < b[3] - 0.3 and b[1] < a[3] - 0.3:
            found.append(f"over: {one.text!r} {a} and {other.text!r} {b}")
    return found


def _boxes(scene: Scene) -> Iterator[tuple[Label, tuple[float, float, float, float]]]:
    """Yield each text with its box: capitals above the base line, descenders below it."""
    for label in labels(scene):
        wide = MEASURE.width(label.text, label.family, label.size, label.bold)
        left = label.x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
        yield label, (left, label.y - 0.74 * label.size, left + wide, label.y + 0.21 * label.size)


def test_a_crowded_timeline_shows_the_earliest_of_every_lane_and_counts_the_rest() -> None:
    bars = tuple(
        Bar(f"Item {i}", FIRST + timedelta(days=i % 400), FIRST + timedelta(days=500))
        for i in range(2000)
    )
    lanes = (Lane("Work", Tone.ACCENT, bars), Lane("Care", Tone.PLUM, bars[:3]))
    gates = tuple(Gate(f"Gate {i}", FIRST + timedelta(days=i)) for i in range(200))
    timeline = Timeline("t", "T", FIRST, FIRST + timedelta(days=600), gates, lanes, "alt")
    begun = time.monotonic()

    scene = timeline_scene(timeline, 690, 400, STYLE, MEASURE)

    assert time.monotonic() - begun < 5  # it took half a minute when each bar met each other one
    assert problems(scene) == []
    said = [label.text for label in labels(scene)]
    assert "and 1913 more" in said
    assert any("180 more" in text for text in said)
    assert sum(isinstance(mark, Rect) and bool(mark.stroke) for mark in scene.marks) == 90


def test_a_timeline_may_end_on_the_last_of_all_days() -> None:
    lane = Lane("Lane", Tone.ACCENT, (Bar("For ever", date.min, date.max),))
    timeline = Timeline("t", "T", date.min, date.max, (Gate("G", date.max),), (lane,), "alt")

    scene = timeline_scene(timeline, 690, 200, STYLE, MEASURE)

    assert problems(scene) == []
    assert len(scene.marks) < 500
