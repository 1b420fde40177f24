"""Where a copy comes from: what its file says is not trusted."""

from pathlib import Path

import pytest

from roadmapper.homecoming import find_original
from roadmapper.store.file import ProposalFile
from tests.proposals import START


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy whose original lies in another folder, beside one of another name."""
    original, copy = tmp_path / "there" / "fern.roadmap", tmp_path / "here" / "copy.roadmap"
    for one in (original, copy):
        one.parent.mkdir()
    ProposalFile.create(original, "tiny", "1", clock=lambda: START)
    with ProposalFile.open(original, write=False) as file:
        file.copy_to(copy, clock=lambda: START)
    return copy


def test_the_original_is_found_by_its_name_in_a_known_folder(copy: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"

    assert find_original(copy, "fern.roadmap", (there,)) == there / "fern.roadmap"


@pytest.mark.parametrize("name", ["../there/fern.roadmap", r"\\\\there\\fern", "", "x" * 5000])
def test_a_name_that_leads_elsewhere_is_not_followed(name: str, copy: Path) -> None:
    assert find_original(copy, name, ()) is None


def test_a_whole_path_is_not_followed(copy: Path, tmp_path: Path) -> None:
    assert find_original(copy, str(tmp_path / "there" / "fern.roadmap"), ()) is None
