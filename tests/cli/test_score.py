"""score, on the command line."""

import json
from collections.abc import Callable
from typing import Any

Roadmapper = Callable[..., Any]


def test_score_shows_six_levels_with_what_is_missing(roadmapper: Roadmapper) -> None:
    assert roadmapper("sample", "fernhollow", "f.roadmap").code == 0

    said = roadmapper("score", "f.roadmap")
    told = json.loads(roadmapper("score", "f.roadmap", "--json").out)

    assert said.code == 0
    assert "C5 Compliance and security: level 3, supported by evidence" in said.out
    assert "for level 4: Have their security review, or the redlines of" in said.out
    assert said.out.splitlines()[-1] == "Ready: all six reach level 2, and nothing must be fixed."
    assert [one["level"] for one in told["criteria"]] == [4, 4, 3, 3, 3, 3]
    assert told["ready"] is True
    assert sum(float(one["weight"]) for one in told["criteria"]) == 100
    assert "What raises it most: " in said.out


def test_score_says_why_a_proposal_is_not_ready(roadmapper: Roadmapper, proposal: str) -> None:
    said = roadmapper("score", proposal).out
    told = json.loads(roadmapper("score", proposal, "--json").out)

    assert "C1 Business continuity: level 0, nothing" in said
    assert said.splitlines()[-1].startswith("Not ready: C1, C2, C3, C4, C5, C6 below level 2")
    assert told["raises_most"]["path"] == "continuity.targets"
