"""The published example: minutes saved alone do not pay for the product."""

from collections.abc import Mapping

import pytest

from roadmapper.figures.book import figures
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.figured import DRIVERS, FEES, driver, fee, rows_of

VISITS = str(500 * 2_800)


def _book(rate: str = "2.5", realised: str = "20", high: str = "2.0") -> Mapping[str, float]:
    """Return the figures of 500 clinicians with 2,800 visits each; `rate` is dollars a minute."""
    cells: dict[str, Value] = {
        "improvement": ("0.4", "0.9", high),
        "volume": VISITS,
        "unit_value": rate,
        "realization": realised,
        "ramp": "100",
    }
    answers = {
        **rows_of(DRIVERS, driver("capacity", cells)),
        **rows_of(FEES, fee("500", "3000")),
        "deal.term_years": "1",
        "value.adoption": ("30", "60", "85"),
    }
    return {one.name: float(one.value) for one in figures(Answers(answers), 200)}


def test_the_net_of_the_likely_case() -> None:
    told = _book()

    assert told["five.target.value"] == 378_000
    assert told["outlook.tornado.likely"] == -1_122_000


def test_what_each_range_moves() -> None:
    told = _book()

    bars = {told[f"outlook.tornado.{at}.{end}"] for at in (0, 1) for end in ("low", "high")}
    assert bars == {-1_332_000, -660_000, -1_311_000, -964_500}
    assert [told[f"outlook.tornado.{at}.swing"] for at in (0, 1)] == [672_000, 346_500]


@pytest.mark.parametrize(
    ("changed", "net"),
    [
        ({"realised": "5"}, -1_405_500),
        ({"realised": "50"}, -555_000),
        ({"rate": "2"}, -1_197_600),
        ({"rate": "3.333333333333"}, -996_000),
    ],
)
def test_what_one_other_number_moves(changed: Mapping[str, str], net: float) -> None:
    assert _book(**changed)["outlook.tornado.likely"] == net


def test_minutes_that_would_pay_for_it() -> None:
    assert _book(high="4")["outlook.break_even.0"] == pytest.approx(3.5714285714285716, rel=1e-5)
    assert not [name for name in _book() if "break_even" in name]
