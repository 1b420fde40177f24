"""What is set on the pricing page and moves nothing yet is said, with the way to what it lacks."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from roadmapper.proposal.facts import Figure
from roadmapper.template.kinds import Value
from ui.opened import Opened
from ui.pages.pricing_idle import idle

_CASES: tuple[tuple[str, Mapping[str, Value], str, Mapping[str, Value]], ...] = (
    (
        "outcome price per event",
        {"outcomes": ("r1",), "outcomes[r1].price": "500"},
        "pricing.outcomes[r1].expected",
        {"outcomes[r1].expected": ("10", "20", "30")},
    ),
    (
        "SLA credits",
        {"sla": ("r1",), "sla[r1].credit": "10"},
        "pricing.sla[r1].months",
        {"sla[r1].months": "1"},
    ),
    (
        "per member or bed per month",
        {"per_member": ("r1",), "per_member[r1].rate": "40"},
        "pricing.per_member[r1].units",
        {"per_member[r1].units": ("10", "20", "30")},
    ),
    (
        "co-investment / royalty",
        {"royalty": ("r1",), "royalty[r1].rate": "5"},
        "pricing.royalty[r1].revenue",
        {"royalty[r1].revenue": ("10", "20", "30")},
    ),
    (
        "milestone holdback",
        {"holdback": "20", "holdback_of": "first yearly fee"},
        "pricing.milestones",
        {"milestones": ("r1",), "milestones[r1].milestone": "Live", "milestones[r1].weight": "100"},
    ),
    (
        "milestone holdback",
        {
            "holdback": "20",
            "milestones": ("r1",),
            "milestones[r1].milestone": "Live",
            "milestones[r1].weight": "100",
        },
        "pricing.holdback_of",
        {"holdback_of": "first yearly fee"},
    ),
    ("ramped or adoption-based", {}, "pricing.ramp_parts", {"ramp_parts": "40, 70, 100"}),
    (
        "ramped or adoption-based",
        {"ramp_parts": "40, 70, 100", "ramp_floor": "30"},
        "pricing.ramp_by",
        {"ramp_floor": None},
    ),
)


def _told(opened: Opened, answers: Mapping[str, Value]) -> list[str]:
    opened.bridge.change({f"pricing.{one}": value for one, value in answers.items()}, "try")
    return [one.path for one in idle(opened, {})]


@pytest.mark.parametrize(("kind", "half", "path", "rest"), _CASES)
def test_what_counts_for_nothing_yet_is_said_until_it_counts(
    opened: Opened, kind: str, half: Mapping[str, Value], path: str, rest: Mapping[str, Value]
) -> None:
    assert _told(opened, half) == []
    assert _told(opened, {"structure": (kind,)}) == [path]
    assert _told(opened, rest) == []


def test_a_fee_that_follows_use_needs_to_know_the_use(opened: Opened) -> None:
    told = _told(opened, {"structure": ("ramped or adoption-based",), "ramp_by": "use"})

    assert told == ["value.adoption"]


def test_a_set_up_fee_can_be_held_back(opened: Opened) -> None:
    answers = dict(_CASES[5][1]) | {"structure": ("milestone holdback",)}
    _told(opened, answers)
    fee = Figure("pricing.one_time_fee", Decimal(100), "USD", "", ())

    assert list(idle(opened, {fee.name: fee})) == []
