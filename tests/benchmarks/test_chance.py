"""The loop our draws are measured against settles the same contract."""

import pytest

from benchmarks.by_loop import looped, plan_of
from benchmarks.chance import FEW, sample_deal
from roadmapper.figures.outlook import outlook


def test_the_loop_comes_to_the_same_net() -> None:
    deal = sample_deal()
    told = {one.name: float(one.value) for one in outlook(deal, FEW)}
    ours = [told[f"outlook.net.{part}"] for part in ("mean", "p10", "p50", "p90")]

    theirs = looped(plan_of(deal), 1_500, 1)

    width = ours[3] - ours[1]
    assert theirs == pytest.approx(ours, abs=0.08 * width)
