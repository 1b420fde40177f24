"""claims, on the command line."""

import json
from collections.abc import Callable
from typing import Any

Roadmapper = Callable[..., Any]


def test_claims_lists_what_is_said_without_evidence(roadmapper: Roadmapper, proposal: str) -> None:
    said = "A clinician signs every note. It reduces burnout."
    assert "No paragraph claims anything" in roadmapper("claims", proposal).out
    assert roadmapper("set", proposal, "solution.summary", said).code == 0

    lines = roadmapper("claims", proposal).out.splitlines()
    (told,) = json.loads(roadmapper("claims", proposal, "--json").out)

    assert lines[0] == "solution.summary: outcome; no evidence and no condition"
    assert lines[1] == "    It reduces burnout."
    assert told == {
        "path": "solution.summary",
        "sentence": "It reduces burnout.",
        "kinds": ["outcome"],
        "lacks": ["evidence", "condition"],
    }
