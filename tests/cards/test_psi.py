"""A stability index by chance: as simulated, and which limit follows from the number of cases."""

import pytest

from roadmapper.cards.psi import by_chance, reach, told

SIMULATED = [
    (50, 500, 0.89, 0.33, 1.02),
    (100, 100, 0.85, 0.23, 0.47),
    (100, 1_000, 0.47, 0.016, 0.27),
    (200, 200, 0.37, 0.005, 0.23),
    (200, 2_000, 0.041, 0, 0.13),
    (300, 3_000, 0.001, 0, 0.08),
    (500, 500, 0.003, 0, 0.09),
    (500, 5_000, 0, 0, 0.05),
    (1_000, 10_000, 0, 0, 0.02),
]
"""Cases, baseline, share above 0.10 and 0.25, and the value below which 99 of 100 lie."""


@pytest.mark.parametrize(("cases", "baseline", "look", "act", "point"), SIMULATED)
def test_chance_is_as_20_000_simulated_pairs_have_it(
    cases: int, baseline: int, look: float, act: float, point: float
) -> None:
    assert by_chance(0.10, cases, baseline) == pytest.approx(look, abs=0.05)
    assert by_chance(0.25, cases, baseline) == pytest.approx(act, abs=0.09)
    if cases >= 100:
        assert reach(cases, baseline).limit == pytest.approx(point, abs=0.04)


@pytest.mark.parametrize(
    ("cases", "baseline", "usual"),
    [
        (299, 2_990, False),
        (300, 3_000, True),
        (300, 2_999, False),
        (499, 499, False),
        (500, 500, True),
        (500, 400, False),
        (499, None, False),
        (500, None, True),
    ],
)
def test_the_usual_limits_hold_from_300_cases_or_from_500_with_an_equal_baseline(
    cases: int, baseline: int | None, usual: bool
) -> None:
    assert reach(cases, baseline).usual is usual


def test_too_few_cases_are_not_judged() -> None:
    assert reach(99, 5_000).too_few
    assert reach(5_000, 99).too_few
    assert (
        told(50)
        == "50 cases are too few to judge a stability index; pool windows until there are 100."
    )


def test_the_words_beside_a_limit_follow_the_sample_size() -> None:
    assert told(100, 1_000) == (
        "With 100 cases and a baseline of 1,000, 0.10 is crossed by chance in 43 of 100 checks; "
        "use 0.24, below which 99 of 100 values without any change lie."
    )
    assert told(500).endswith("lie below 0.09, so 0.10 and 0.25 say more than chance.")
    assert "fewer than 1 of 100" in told(300, 2_000)
