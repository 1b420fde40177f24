"""Somebody without a right is told in one sentence, and nothing is changed or left behind."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from roadmapper.samples import build_sample, find_sample
from tests.nobody import as_nobody, open_folder, skip_without_nobody

_RUN = "import sys; from roadmapper.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def place() -> Iterator[Path]:
    """Return a folder with a proposal that others may read and nobody else may change."""
    skip_without_nobody()
    with open_folder() as folder:
        file = folder / "fern.roadmap"
        build_sample(find_sample("fernhollow"), file, lambda: datetime(2027, 5, 3, tzinfo=UTC))
        file.chmod(0o644)
        closed = folder / "closed"
        closed.mkdir()
        closed.chmod(0o555)
        yield folder


def _told(place: Path, *arguments: str) -> str:
    done = as_nobody(_RUN, *arguments, home=place / "home")
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1
    return done.stderr


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_an_export_into_a_folder_of_others_is_refused_and_leaves_nothing(
    place: Path, kind: str
) -> None:
    told = _told(place, "export", str(place / "fern.roadmap"), str(place / f"closed/f.{kind}"))

    assert f"You cannot write to {place / 'closed'}. Choose another folder." in told
    assert list((place / "closed").iterdir()) == []


def test_a_proposal_of_others_is_read_and_not_changed(place: Path) -> None:
    file = place / "fern.roadmap"
    before = file.read_bytes()

    told = _told(place, "set", str(file), "deal.health_system", "Lowmarsh")
    read = as_nobody(_RUN, "get", str(file), "deal.health_system", home=place / "home")

    assert "read-only" in told
    assert read.stdout == "Fernhollow Health\n"
    assert file.read_bytes() == before


def test_a_new_proposal_in_a_folder_of_others_is_refused(place: Path) -> None:
    assert "read-only" in _told(place, "new", str(place / "closed" / "new.roadmap"))
    assert list((place / "closed").iterdir()) == []
