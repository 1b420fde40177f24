"""Where bars, gates and labels stand, what is at a place, and where the keys lead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.document.tree import Document, Landscape, Timeline
from roadmapper.proposal.lanes import Lane
from tests.composed import SAMPLES, document_of, sample, template
from tests.ui.test_roadmap_time import half_months
from ui.pages import roadmap_ways
from ui.pages.roadmap_board import Board, Gate, Item
from ui.pages.roadmap_placing import aired, held, plan_of, shortened
from ui.pages.roadmap_plan import PlacedBar, Plan, Sizes
from ui.pages.roadmap_read import read_board
from ui.pages.roadmap_time import Dates, Scale, span_of
from ui.pages.roadmap_told import told
from ui.pages.roadmap_ways import Place

LANES = (
    Lane("Now", "Now", "accent"),
    Lane("Together", "Together", "plum"),
    Lane("Alone", "Alone", "slate"),
)
START = date(2028, 1, 1)


def width_of(text: str) -> float:
    """Return how wide a text is, as if all letters were alike."""
    return 6.0 * len(text)


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Return a timeline with some bars and gates."""
    spans = draw(st.lists(half_months(), max_size=14))
    names = st.text("abc def", max_size=40)
    items = [
        Item(f"roadmap.items[r{at}]", draw(names), draw(st.sampled_from(LANES)).id, span)
        for at, span in enumerate(spans)
    ]
    days = draw(st.lists(st.dates(date(2025, 1, 1), date(2040, 1, 1)), max_size=6))
    gates = [Gate(f"deploy.gates[g{at}]", draw(names), day) for at, day in enumerate(days)]
    items.sort(key=lambda one: (one.dates, one.name))
    gates.sort(key=lambda one: (one.on, one.name))
    return Board(LANES, tuple(items), tuple(gates))


def planned(board: Board, scale: Scale = Scale.QUARTERS, width: float = 900) -> Plan:
    """Return the timeline of a board, placed."""
    return plan_of(board, span_of([*board.days] or [START], scale, width), Sizes(), width_of)


def small_board() -> Board:
    """Return three bars in two lanes and a gate."""
    items = (
        Item("roadmap.items[a]", "Pilot", "Now", Dates(START, date(2028, 3, 31))),
        Item("roadmap.items[b]", "Scale", "Now", Dates(date(2028, 4, 1), date(2028, 12, 31))),
        Item(
            "roadmap.items[c]",
            "Orders",
            "Together",
            Dates(date(2028, 3, 1), date(2028, 6, 30)),
            ("roadmap.items[a]",),
        ),
    )
    return Board(LANES, items, (Gate("deploy.gates[g]", "Scale or stop", date(2028, 6, 30)),))


@given(boards(), st.sampled_from(Scale), st.floats(300, 2000))
def test_bars_and_labels_of_a_row_never_overlap(board: Board, scale: Scale, width: float) -> None:
    for lane in planned(board, scale, width).lanes:
        rows: dict[int, list[tuple[float, float]]] = {}
        for bar in lane.bars:
            rows.setdefault(bar.row, []).append(bar.reach)
        for reaches in rows.values():
            reaches.sort()
            assert all(one[1] <= other[0] for one, other in pairwise(reaches))


@given(boards(), st.sampled_from(Scale), st.floats(300, 2000))
def test_everything_lies_on_the_timeline(board: Board, scale: Scale, width: float) -> None:
    plan = planned(board, scale, width)

    for lane in plan.lanes:
        for bar in lane.bars:
            left, right = bar.reach
            assert left >= 0
            assert right <= plan.span.width + Sizes().least
            assert lane.top < bar.box.top
            assert bar.box.bottom < lane.top + lane.height


@given(boards(), st.sampled_from(Scale))
def test_the_middle_of_a_bar_is_that_bar(board: Board, scale: Scale) -> None:
    plan = planned(board, scale)

    for bar in plan.bars:
        hit = plan.hit(bar.box.left + bar.box.width / 2, bar.box.middle)
        assert (hit.part, hit.path, hit.lane) == ("bar", bar.item.path, bar.item.lane)


@given(boards(), st.floats(0, 2000))
def test_more_air_moves_bars_with_their_lanes(board: Board, height: float) -> None:
    plan = planned(board)
    airy = aired(plan, height)

    assert plan.height <= airy.height <= max(plan.height, height) + 0.01
    for lane in airy.lanes:
        assert all(
            lane.top < bar.box.top and bar.box.bottom < lane.top + lane.height for bar in lane.bars
        )


@given(boards(), st.data())
def test_a_bar_that_is_held_and_put_back_stands_where_it_stood(
    board: Board, data: st.DataObject
) -> None:
    plan = planned(board)
    bars = list(plan.bars)
    if not bars:
        return
    bar = data.draw(st.sampled_from(bars))
    there = held(plan, bar.item.path, data.draw(half_months()), width_of)

    back = held(there, bar.item.path, bar.item.dates, width_of)

    assert [one.box for one in back.bars] == [one.box for one in plan.bars]


@given(st.text(max_size=40), st.floats(0, 300))
def test_a_shortened_text_fits(text: str, room: float) -> None:
    assert width_of(shortened(text, room, width_of)) <= room


def test_a_label_stands_inside_else_at_right_else_at_left() -> None:
    def placed(name: str, start: date, end: date) -> PlacedBar:
        items = (
            Item("roadmap.items[z]", "", "Alone", Dates(date(2027, 1, 1), date(2028, 12, 31))),
            Item("roadmap.items[a]", name, "Now", Dates(start, end)),
        )
        bar = planned(Board(LANES, items, ()), Scale.QUARTERS).bar("roadmap.items[a]")
        assert bar is not None
        return bar

    inside = placed("Pilot", date(2027, 1, 1), date(2027, 6, 30))
    right = placed("Outage drill", date(2027, 1, 1), date(2027, 1, 15))
    left = placed("Fee review, second year", date(2028, 12, 16), date(2028, 12, 31))

    assert inside.inside
    assert right.text_at > right.box.right
    assert left.text_at + width_of(left.text) < left.box.left


def test_edges_dot_gate_and_empty_lanes_are_found() -> None:
    plan = planned(small_board())
    bar, gate = plan.bar("roadmap.items[b]"), plan.gates[0]
    assert bar is not None
    x, y = bar.dot
    lane = plan.lanes[2]

    assert plan.hit(bar.box.left + 2, bar.box.middle).part == "start"
    assert plan.hit(bar.box.right - 2, bar.box.middle).part == "end"
    assert plan.hit(x, y, bar.item.path).part == "dot"
    assert plan.hit(gate.x, gate.y).path == "deploy.gates[g]"
    assert (plan.hit(50, lane.top + 5).part, plan.hit(50, lane.top + 5).lane) == ("lane", "Alone")
    assert plan.hit(50, 5).part == ""


def test_a_gate_makes_room_for_today() -> None:
    board = small_board()
    span = span_of(board.days, Scale.QUARTERS, 900)
    x = span.x(board.gates[0].on)

    free = plan_of(board, span, Sizes(), width_of).gates[0]
    beside = plan_of(board, span, Sizes(), width_of, (x + 10, x + 60)).gates[0]
    under = plan_of(board, span, Sizes(), width_of, (x - 30, x + 30)).gates[0]

    assert free.text_at > free.x
    assert beside.text_at < beside.x
    assert (free.row, beside.row, under.row) == (0, 0, 1)


# --- what follows from the board ----------------------------------------------------------------


def test_a_bar_that_begins_too_early_is_told_and_can_be_moved_after() -> None:
    board = small_board()
    orders = board.item("roadmap.items[c]")
    assert orders is not None

    assert board.blockers(orders) == ("roadmap.items[a]",)
    assert board.after_all(orders).start == date(2028, 4, 1)
    assert board.after_all(orders).days == orders.dates.days
    moved_on = board.with_dates(orders.path, board.after_all(orders)).item(orders.path)
    assert moved_on is not None
    assert board.blockers(moved_on) == ()


def test_a_reader_hears_name_lane_dates_and_what_it_depends_on() -> None:
    board = small_board()

    assert told(board, "roadmap.items[b]") == "Scale, now, April 2028 to December 2028"
    assert told(board, "roadmap.items[c]") == (
        "Orders, together, March 2028 to June 2028, depends on pilot, begins before pilot is over"
    )
    assert told(board, "deploy.gates[g]").startswith("Scale or stop, decision gate, June 30, 2028")
    assert told(board, "roadmap.items[gone]") == ""


def test_a_way_around_is_seen_before_it_is_drawn() -> None:
    board = small_board()

    assert board.leads_to("roadmap.items[c]", "roadmap.items[a]")
    assert not board.leads_to("roadmap.items[a]", "roadmap.items[c]")


def test_a_roadmap_that_stops_at_go_live_is_noticed() -> None:
    board = small_board()

    assert not board.stops_at_go_live
    assert replace(board, items=board.in_lane("Now")).stops_at_go_live
    assert not replace(board, items=()).stops_at_go_live


def test_keys_lead_along_a_lane_and_across_lanes_to_what_is_near_in_time() -> None:
    board = small_board()
    pilot, scale = Place("roadmap.items[a]", "Now"), Place("roadmap.items[b]", "Now")
    orders = Place("roadmap.items[c]", "Together")

    assert roadmap_ways.along(board, pilot, 1) == scale
    assert roadmap_ways.along(board, scale, 1) == scale
    assert roadmap_ways.at_end(board, pilot, last=True) == scale
    assert roadmap_ways.across(board, pilot, 1) == orders
    assert roadmap_ways.across(board, orders, 1) == Place("", "Alone")
    assert roadmap_ways.across(board, Place("", "Alone"), 1) == Place("", "Alone")
    assert roadmap_ways.across(board, pilot, -1) == Place("deploy.gates[g]")
    assert roadmap_ways.after_removal(board, pilot.path) == scale
    assert roadmap_ways.after_removal(board, orders.path) == Place("", "Together")


@given(boards(), st.lists(st.sampled_from(["along", "back", "up", "down"]), max_size=20))
def test_keys_always_lead_to_something_that_is_there(board: Board, keys: list[str]) -> None:
    place = roadmap_ways.start_of(board)
    for key in keys:
        by = -1 if key in ("back", "up") else 1
        way = roadmap_ways.across if key in ("up", "down") else roadmap_ways.along
        place = way(board, place, by)
        assert not place.path or board.end_of(place.path) is not None


# --- screen and document ------------------------------------------------------------------------


def _timelines(document: Document) -> Iterator[Timeline]:
    """Yield the timeline of a document, wherever it stands."""
    for chapter in document.chapters:
        for block in chapter.blocks:
            if isinstance(block, Landscape):
                yield from (one for one in block.blocks if isinstance(one, Timeline))


@pytest.mark.parametrize("name", SAMPLES)
def test_screen_and_document_show_the_same(name: str) -> None:
    board = read_board(template(), sample(name))
    printed = next(_timelines(document_of(sample(name))))

    assert [(gate.label, gate.on) for gate in board.gates] == [
        (gate.name, gate.on) for gate in printed.gates
    ]
    assert [
        (
            lane.name,
            lane.tone,
            [(one.name, one.dates.start, one.dates.end) for one in board.in_lane(lane.id)],
        )
        for lane in board.lanes
        if board.in_lane(lane.id)
    ] == [
        (lane.name, lane.tone.value, [(bar.text, bar.start, bar.end) for bar in lane.bars])
        for lane in printed.lanes
    ]
