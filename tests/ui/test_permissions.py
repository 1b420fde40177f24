"""The real window of somebody who owns nothing: read-only folders are told, nothing is lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from roadmapper.samples import build_sample, find_sample
from tests.nobody import as_nobody, open_folder, skip_without_nobody

_START = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from ui.app import make_app
from ui.home.new import Beginning
from ui.settings import Settings
from ui.window import Window
place, own = Path(sys.argv[1]), Path(sys.argv[2])
app = make_app()
folder = str(place / "closed")
settings = Settings(theme="light", motion=False, folder=folder, tour_seen=True)
window = Window(settings, own / "settings.json")
window.show()
def say():
    print(*[one.words for one in window.toasts.shown], sep="\\n")
"""
_BEGIN = 'window.journeys.begin(Beginning("Lowmarsh", "Notes", "", None)); say()'
_SETTINGS = "window._keep(window.settings); say()"
_READ = """
window.open_proposal(place / "fern.roadmap")
opened = window.wizard.opened
print(opened.reading)
print(opened.bridge.set("deal.health_system", "Lowmarsh"), opened.text("deal.health_system"))
say()
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """Return a folder of somebody else, with a proposal in it."""
    skip_without_nobody()
    with open_folder() as folder:
        build_sample(
            find_sample("fernhollow"),
            folder / "fern.roadmap",
            lambda: datetime(2027, 5, 3, tzinfo=UTC),
        )
        (folder / "fern.roadmap").chmod(0o644)
        (folder / "closed").mkdir()
        (folder / "closed").chmod(0o555)
        yield folder


def _said(place: Path, program: str, own: str = "home") -> str:
    done = as_nobody(_START + program, str(place), str(place / own), home=place / "home")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_folder_for_proposals_without_permission_is_told(place: Path) -> None:
    told = _said(place, _BEGIN)

    assert told.startswith("The proposal could not be made The folder")
    assert "is read-only. Choose another folder." in told
    assert list((place / "closed").iterdir()) == []


def test_settings_that_cannot_be_kept_are_told(place: Path) -> None:
    told = _said(place, _SETTINGS, own="closed")

    assert "The settings could not be kept" in told
    assert list((place / "closed").iterdir()) == []


def test_a_proposal_of_others_opens_for_reading(place: Path) -> None:
    before = (place / "fern.roadmap").read_bytes()

    told = _said(place, _READ)

    assert "may not be changed, so it is open for reading" in told
    assert "False Fernhollow Health" in told
    assert "Open for reading only" in told
    assert (place / "fern.roadmap").read_bytes() == before
