"""How much must be measured is told before anything is measured."""

import pytest

from roadmapper.figures import priorities, sampling
from tests.figured import Cells, book, rows_of

GATE: Cells = {"metric": "Minutes for each note", "difference": "1.5", "varies": "3"}


@pytest.mark.parametrize(
    ("effect", "cases"),
    [(0.5, 62.79103787479271), (0.3, 174.41954965220197), (0.2, 392.4439867174543)],
)
def test_a_small_effect_needs_many_cases(effect: float, cases: float) -> None:
    assert sampling.cases_each(effect) == pytest.approx(cases, rel=1e-9)


def test_cases_of_one_site_count_for_less() -> None:
    assert sampling.design_effect(20, 0.05) == pytest.approx(1.95)
    assert sampling.design_effect(1, 0.05) == 1


def test_a_stepped_wedge_is_as_exact_as_in_the_published_example() -> None:
    started = sampling.wedge(4)

    assert started == ((0, 1, 1, 1, 1), (0, 0, 1, 1, 1), (0, 0, 0, 1, 1), (0, 0, 0, 0, 1))
    assert sampling.wedge_variance(started, 0.5, 0.2) == pytest.approx(0.2727272727272727)


def test_a_gate_tells_how_many_cases_it_needs_in_each_group() -> None:
    found = book(rows_of("deploy.gates", GATE, {**GATE, "per_site": "20", "alike": "5"}))

    assert found["pilot.gate.r1.cases"] == 63
    assert found["pilot.gate.r2.cases"] == 123
    assert found["pilot.cases"] == 123


def test_a_stepped_wedge_tells_the_smallest_difference_it_shows() -> None:
    gate = rows_of("deploy.gates", {**GATE, "per_site": "18", "alike": "2.173913043478"})
    waves = rows_of("deploy.waves", *({"site": name} for name in "ABCD"))
    wedge = {"deploy.pilot": "stepped-wedge (randomised order)"}

    smallest = book(gate, waves, wedge)["pilot.gate.r1.smallest"]

    expected = sampling.smallest_seen(sampling.wedge_variance(sampling.wedge(4), 0.5, 0.2))
    assert float(smallest) == pytest.approx(expected, rel=1e-3)
    assert "pilot.gate.r1.smallest" not in book(gate, waves)
    assert "pilot.gate.r1.smallest" not in book(gate, wedge)


@pytest.mark.parametrize(
    "gap",
    [{"varies": ""}, {"varies": "0"}, {"difference": "0"}, {"difference": "0.000000000001"}],
)
def test_without_a_difference_or_its_spread_no_number_of_cases_is_told(gap: Cells) -> None:
    assert "pilot.cases" not in book(rows_of("deploy.gates", {**GATE, **gap}))


def test_the_first_priority_weighs_most_and_a_shared_place_counts_alike() -> None:
    weights = priorities.weights(priorities.RANKS)

    assert weights == (10, 9, 8, 7, 6, 5, 4, 4, 2, 1)
    assert sum(weights) == 56


def test_a_fit_to_the_priorities_is_a_share_of_the_most_it_could_be() -> None:
    fits = {"system.priorities[r1].fit": "3", "system.priorities[r10].fit": "2"}

    assert str(book(fits)["system.priority_fit"]) == "19.0"
