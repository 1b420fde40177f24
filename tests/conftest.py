"""What any test may ask for: to compare with goldens, and to write them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapper import known_names

_GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the files under tests/golden anew"
    )


@pytest.fixture(autouse=True)
def _no_other_proposals(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let no proposal of the person who runs the tests be known, and remember no name of theirs."""
    folder = tmp_path_factory.getbasetemp() / "nobody"
    monkeypatch.setattr(known_names, "memory_file", lambda: folder / "names.json")
    monkeypatch.setattr(known_names, "usual_folder", lambda: folder)
    monkeypatch.setattr(known_names, "read_settings", dict)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that compares a text with a file under tests/golden."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(name: str, text: str) -> None:
        path = _GOLDEN / f"{name}.txt"
        if update:
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"write {path.name} with: pytest --update-golden"
        assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()

    return compare
