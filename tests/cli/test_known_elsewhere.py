"""What another proposal in the folder knows of a source is told by the check."""

from tests.cli.conftest import Roadmapper


def test_a_source_that_another_proposal_withdrew_is_told_in_this_one_and_never_exported(
    roadmapper: Roadmapper,
) -> None:
    for name in ("fern.roadmap", "harrow bay.roadmap"):
        roadmapper("new", name)
        roadmapper("rows", name, "solution.evidence", "add", "reference=Kim and others, 2024")
    roadmapper("set", "fern.roadmap", "_evidence.deal.promise", "r1")
    register = "solution.evidence[r1]"
    assert "Kim and others" not in roadmapper("check", "fern.roadmap").out

    roadmapper("set", "harrow bay.roadmap", f"{register}.standing", "Withdrawn")
    told = roadmapper("check", "fern.roadmap", "--json").out

    assert "in the proposal “harrow bay” it is marked withdrawn." in told
    assert f"{register}.standing" in told
    roadmapper("set", "fern.roadmap", f"{register}.standing", "withdrawn")
    told = roadmapper("check", "fern.roadmap", "--json").out
    assert "harrow bay" not in told
    assert "stands behind this and is marked withdrawn." in told
