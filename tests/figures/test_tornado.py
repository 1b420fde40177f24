"""One input at a time moves the net by what the formula says."""

from decimal import Decimal

from roadmapper.figures.book import figures
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from roadmapper.template.kinds import Value
from tests.dealt import outlooked
from tests.figured import COSTS, DRIVERS, FEES, cost, driver, fee, rows_of

MINUTES = "value.drivers[r1].improvement"
PUBLISHED: dict[str, Value] = {
    "deal.term_years": "1",
    "value.adoption": ("30", "60", "85"),
    **rows_of(FEES, fee("500", "3000")),
    **rows_of(
        DRIVERS,
        driver(
            "capacity",
            {
                "improvement": ("0.4", "0.9", "2.0"),
                "volume": "1400000",
                "unit_value": "2.5",
                "realization": "20",
                "ramp": "100",
            },
        ),
    ),
}
"""500 clinicians × 2,800 visits × minutes ÷ 60 × $150 × 20% realized × use, against 1,500,000."""


def _told() -> dict[str, Figure]:
    return {one.name: one for one in figures(Answers(PUBLISHED), 100)}


def test_the_published_case_swings_as_it_should() -> None:
    told = _told()

    assert told["outlook.tornado.likely"].value == -1_122_000
    assert told["outlook.tornado.0.swing"].value == 672_000
    assert told["outlook.tornado.0.low"].inputs == (MINUTES,)
    assert told["outlook.tornado.0.from"].value == Decimal("0.4")
    assert told["outlook.tornado.0.to"].value == Decimal("2.0")
    assert told["outlook.tornado.1.swing"].value == 346_500
    assert told["outlook.tornado.1.low"].inputs == ("value.adoption",)
    assert "outlook.tornado.2.swing" not in told


def test_a_break_even_outside_the_range_is_none_and_inside_it_is_found() -> None:
    assert "outlook.break_even.0" not in _told()

    wider: dict[str, Value] = {**PUBLISHED, MINUTES: ("0.4", "0.9", "4")}
    told = {one.name: one for one in figures(Answers(wider), 100)}
    assert told["outlook.break_even.0"].value == Decimal("3.57143")
    assert told["outlook.break_even.0"].inputs == (MINUTES,)


def test_each_input_stands_at_its_own_ends_and_the_largest_swing_first() -> None:
    told = outlooked()
    swings = [
        told[name].value for name in told if name.startswith("outlook.tornado.") and "swing" in name
    ]

    assert len(swings) > 3
    assert swings == sorted(swings, reverse=True)
    assert min(swings) > 0


def test_an_input_that_cannot_move_the_net_is_left_out() -> None:
    ours = cost("500", "annual", low="100", high="900", borne_by="the vendor")

    told = outlooked(rows_of(COSTS, ours))

    assert not [one for one in told.values() if one.inputs == (f"{COSTS}[r1].likely",)]


def test_adoption_drawn_for_each_driver_is_still_one_input() -> None:
    shared = outlooked({"value.adoption": ("30", "60", "85")})
    apart = outlooked({"value.adoption": ("30", "60", "85"), "value.correlation": False})

    def swing(told: dict[str, Figure]) -> list[Decimal]:
        return [
            one.value
            for name, one in told.items()
            if one.inputs == ("value.adoption",) and name.endswith(".swing")
        ]

    assert swing(shared) == swing(apart)
    assert len(swing(apart)) == 1
