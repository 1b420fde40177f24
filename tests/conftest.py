"""What any test may ask for: to compare with goldens, and to write them anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

_GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the files under tests/golden anew"
    )


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
