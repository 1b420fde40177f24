"""A copy comes home on the command line."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from roadmapper.store.file import ProposalFile
from tests.cli.conftest import Roadmapper

NOW = datetime(2027, 5, 3, tzinfo=UTC)


@pytest.fixture
def copy(roadmapper: Roadmapper, proposal: str) -> str:
    """Return the name of a copy of the proposal."""
    roadmapper("set", proposal, "deal.health_system", "Fernhollow Health")
    with ProposalFile.open(Path(proposal), write=False) as file:
        file.copy_to(Path("copy.roadmap"), clock=lambda: NOW)
    return "copy.roadmap"


def test_what_only_the_copy_changed_is_taken_in_one_step(
    roadmapper: Roadmapper, proposal: str, copy: str
) -> None:
    roadmapper("set", copy, "deal.name", "Ambient notes")
    roadmapper("rows", copy, "pricing.kpis", "add", "measure=Minutes saved")

    done = roadmapper("merge", proposal, copy)

    assert done.code == 0
    assert "Took: Minutes saved (pricing.kpis[r1])" in done.out
    assert roadmapper("get", proposal, "deal.name").out == "Ambient notes\n"
    roadmapper("undo", proposal)
    assert roadmapper("get", proposal, "deal.name").out == ""


def test_a_conflict_keeps_ours_is_listed_and_ends_with_1(
    roadmapper: Roadmapper, proposal: str, copy: str
) -> None:
    roadmapper("set", copy, "deal.health_system", "Lowmarsh")
    roadmapper("set", proposal, "deal.health_system", "Harrow Bay")

    done = roadmapper("merge", proposal, copy)

    assert done.code == 1
    assert "Kept ours, they say otherwise: " in done.out
    assert "ours: Harrow Bay\n    theirs: Lowmarsh\n" in done.out
    assert roadmapper("get", proposal, "deal.health_system").out == "Harrow Bay\n"


def test_a_dry_run_changes_nothing(roadmapper: Roadmapper, proposal: str, copy: str) -> None:
    roadmapper("set", copy, "deal.name", "Ambient notes")

    assert "Would take: " in roadmapper("merge", proposal, copy, "--dry-run").out
    assert roadmapper("get", proposal, "deal.name").out == ""
    assert roadmapper("merge", proposal, copy).code == 0
    assert roadmapper("merge", proposal, copy).out == "There is nothing new in copy.roadmap.\n"


def test_a_dry_run_looks_at_a_proposal_that_is_open_in_the_window(
    roadmapper: Roadmapper, proposal: str, copy: str
) -> None:
    roadmapper("set", copy, "deal.name", "Ambient notes")

    with ProposalFile.open(Path(proposal), clock=lambda: NOW):
        done = roadmapper("merge", proposal, copy, "--dry-run")

    assert done.code == 0
    assert "Would take: " in done.out


def test_what_is_no_copy_of_this_proposal_is_refused(
    roadmapper: Roadmapper, proposal: str, copy: str
) -> None:
    roadmapper("new", "other.roadmap")

    assert "not saved as a copy" in roadmapper("merge", proposal, "other.roadmap").err
    refused = roadmapper("merge", "other.roadmap", copy)
    assert refused.code == 2
    assert "copy of another proposal" in refused.err
