"""Uncertain numbers fall out as their kind says, and the same each time."""

import numpy as np
import pytest

from roadmapper.figures.spread import (
    Spread,
    drawn,
    even_draws,
    event,
    from_counts,
    limits,
    lognormal,
    months,
    pert_moments,
    triangular_moments,
)
from roadmapper.figures.uncertain import Shape


@pytest.mark.parametrize(
    ("spread", "parts"),
    [
        (Spread(2, 4, 12), {0.05: 2.5897738761, 0.5: 4.7667225939, 0.95: 8.2127672402}),
        (Spread(0, 5, 10), {0.1: 2.4663645329, 0.9: 7.5336354671}),
        (Spread(0, 0.1, 1), {0.05: 0.0299981823, 0.9: 0.4623297500}),
        (Spread(2, 4, 12, Shape.TRIANGULAR), {0.1: 3.4142135624, 0.9: 9.1715728753}),
        (Spread(2, 4, 12, Shape.UNIFORM), {0.1: 3.0, 0.9: 11.0}),
    ],
)
def test_the_parts_of_a_spread(spread: Spread, parts: dict[float, float]) -> None:
    found = drawn(spread, np.array(list(parts)))

    assert found.tolist() == pytest.approx(list(parts.values()), rel=1e-6)


def test_low_and_high_may_be_the_tenth_and_the_ninetieth_part() -> None:
    spread = Spread(2, 4, 10, Shape.TRIANGULAR, are_limits=False)

    assert limits(spread) == pytest.approx((-0.54784, 13.72593), abs=1e-5)
    assert drawn(spread, np.array([0.1, 0.9])).tolist() == pytest.approx([2, 10])


def test_a_pert_by_its_parts_has_these_parts() -> None:
    spread = Spread(2, 4, 10, are_limits=False)

    assert drawn(spread, np.array([0.1, 0.9])).tolist() == pytest.approx([2, 10], rel=1e-5)


def test_no_draw_passes_a_physical_bound() -> None:
    spread = Spread(2, 4, 10, Shape.TRIANGULAR, are_limits=False, least=0, most=12)

    made = drawn(spread, even_draws(1, "any", 10_000))

    assert (made.min(), made.max()) == (0, 12)


def test_a_number_without_spread_is_itself() -> None:
    assert set(drawn(Spread(3, 3, 3), even_draws(1, "any", 5)).tolist()) == {3.0}


@pytest.mark.parametrize(("low", "likely", "high"), [(2, 4, 12), (0, 5, 10), (0, 0.1, 1)])
def test_many_draws_have_the_mean_they_should(low: float, likely: float, high: float) -> None:
    even = even_draws(7, "minutes", 10_000)

    for shape, moments in ((Shape.PERT, pert_moments), (Shape.TRIANGULAR, triangular_moments)):
        mean, deviation = moments(low, likely, high)
        made = drawn(Spread(low, likely, high, shape), even)
        assert abs(made.mean() - mean) < 4 * deviation / 100
        assert made.std() == pytest.approx(deviation, rel=0.03)


def test_moments_are_exact_and_not_the_textbook_shortcut() -> None:
    assert pert_moments(2, 4, 12) == pytest.approx((5, 1.7320508076))
    assert pert_moments(0, 5, 10) == pytest.approx((5, 1.8898223650))
    assert triangular_moments(2, 4, 12) == pytest.approx((6, 2.1602468995))


def test_a_cost_has_its_median_and_its_ninetieth_part() -> None:
    assert lognormal(100, 250, np.array([0.5, 0.9])).tolist() == pytest.approx([100, 250])


def test_a_rate_from_counts_is_surer_with_more_trials() -> None:
    few, many = (from_counts(5 * size, 100 * size, np.array([0.1, 0.5, 0.9])) for size in (1, 1000))

    assert many[1] == pytest.approx(0.05, abs=1e-3)
    assert few[2] - few[0] > 10 * (many[2] - many[0])


def test_an_event_comes_as_often_as_it_should() -> None:
    made = event(0.25, even_draws(3, "event", 10_000))

    assert set(made.tolist()) == {0.0, 1.0}
    assert made.mean() == pytest.approx(0.25, abs=4 * 0.433 / 100)


def test_as_many_months_come_as_are_expected() -> None:
    made = months(0.5, even_draws(3, "months", 10_000))

    assert made.mean() == pytest.approx(0.5, abs=4 * 0.692 / 100)
    assert set(months(12, even_draws(3, "months", 10)).tolist()) == {12.0}
    assert set(months(0, even_draws(3, "months", 10)).tolist()) == {0.0}


def test_draws_are_the_same_for_ever_and_differ_by_name_and_seed() -> None:
    first = even_draws(20_261_125, "minutes", 3)

    assert first.tolist() == even_draws(20_261_125, "minutes", 5)[:3].tolist()
    assert first.tolist() == pytest.approx(KNOWN)
    assert even_draws(20_261_125, "visits", 3).tolist() != first.tolist()
    assert even_draws(1, "minutes", 3).tolist() != first.tolist()


KNOWN = [0.8535062349236051, 0.7124983123429247, 0.9701973151183119]
