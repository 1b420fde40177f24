"""Money over time comes out as spreadsheets and textbooks have it."""

from datetime import date

import pytest

from roadmapper.figures.returns import irr, mirr, npv, payback, profitability, xirr, xnpv

_OWN = (-400_000.0, 350_000.0, 600_000.0, 700_000.0)


def test_the_first_flow_is_not_discounted() -> None:
    flows = (-10_000.0, 3_000.0, 4_200.0, 6_800.0)

    assert npv(0.1, flows) == pytest.approx(1307.287753568743)
    assert npv(0.1, (0.0, *flows)) == pytest.approx(1188.4434123352216)


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        ((-70_000, 12_000, 15_000, 18_000, 21_000, 26_000), 0.08663094803653153),
        ((-70_000, 12_000, 15_000, 18_000, 21_000), -0.021244848273405576),
        ((-100, 39, 59, 55, 20), 0.28094842115992974),
        ((-250_000, 100_000, 150_000, 200_000, 250_000, 300_000), 0.5672303344358671),
        (_OWN, 1.034820552547925),
    ],
)
def test_a_rate_of_return(flows: tuple[float, ...], rate: float) -> None:
    assert irr(flows) == pytest.approx(rate, rel=1e-6)


@pytest.mark.parametrize("flows", [(-1_000, 2_500, -1_540), (1, 2), (-1, -2), (), (0, 0)])
def test_flows_that_do_not_turn_just_once_have_no_rate(flows: tuple[float, ...]) -> None:
    assert irr(flows) is None


def test_dated_flows() -> None:
    days = [
        date(2008, 1, 1),
        date(2008, 3, 1),
        date(2008, 10, 30),
        date(2009, 2, 15),
        date(2009, 4, 1),
    ]
    flows = [-10_000.0, 2_750.0, 4_250.0, 3_250.0, 2_750.0]

    assert xnpv(0.09, days, flows) == pytest.approx(2086.647602031535)
    assert xirr(days, flows) == pytest.approx(0.3733625335188314, rel=1e-6)


def test_a_modified_rate() -> None:
    flows = (-120_000.0, 39_000.0, 30_000.0, 21_000.0, 37_000.0, 46_000.0)

    assert mirr(flows, 0.1, 0.12) == pytest.approx(0.1260941303659051)
    assert mirr((1.0, 2.0), 0.1, 0.1) is None


def test_payback_is_found_inside_its_year() -> None:
    assert payback(_OWN) == pytest.approx(1.0833333333)
    assert payback(_OWN, 0.08) == pytest.approx(1.1476)
    assert payback((5.0, 1.0)) == 0
    assert payback((-5.0, 1.0, 1.0)) is None


def test_the_same_project_by_other_measures() -> None:
    assert npv(0.08, _OWN) == pytest.approx(994_159.9349692627)
    assert npv(0.08, _OWN, mid_year=True) == pytest.approx(1_048_853.504746211)
    assert profitability(0.08, _OWN) == pytest.approx(3.4854, abs=1e-4)
    assert profitability(0.08, (1.0,)) is None
