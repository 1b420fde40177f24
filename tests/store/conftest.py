"""A proposal file with a little in it."""

from pathlib import Path

import pytest

from roadmapper.proposal.answers import Answers
from roadmapper.store.file import ProposalFile
from tests.proposals import Clock


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """Return the path of a proposal file with two answers."""
    path = tmp_path / "fern.roadmap"
    answers = Answers({"deal.name": "Fern", "deal.structure": ("share", "fixed")})
    ProposalFile.create(path, "small", "1", clock=Clock(), answers=answers)
    return path
