"""A layout runs apart from the program: it may die or hang, and the program says so."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from roadmapper import paths
from roadmapper.document.style import load_style
from roadmapper.errors import ExportError
from roadmapper.make import Order
from roadmapper.worker import made_apart
from tests.trees import full_document

STYLE = load_style(paths.templates() / "partnership" / "style.toml")
ORDER = Order(full_document(), STYLE, STYLE.papers["letter"], "pdf")
SCRIPT = """
from tests.test_worker import ORDER
from roadmapper.worker import made_apart
print(made_apart(ORDER, lambda part, text: None).page_count)
"""


@dataclass(frozen=True, slots=True)
class Trap:
    """Calls a function in the process that unpacks it."""

    function: Callable[..., Any]
    argument: int

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[int]]:
        return self.function, (self.argument,)


def _trapped(function: Callable[..., Any], argument: int) -> Order:
    trap: Any = Trap(function, argument)
    return replace(ORDER, document=trap, letterhead=bytes(1_000_000))


def _made(order: Order, limit: float) -> None:
    made_apart(order, lambda _part, _text: None, limit)


def test_a_script_without_a_guard_for_its_main_part_may_export(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}

    for source in (str(script), "-"):
        done = subprocess.run(
            [sys.executable, source],
            input=SCRIPT,
            env=here,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

        assert (done.returncode, done.stderr) == (0, "")
        assert int(done.stdout) > 1


def test_a_layout_whose_process_dies_is_told() -> None:
    with pytest.raises(ExportError, match="the layout process ended"):
        _made(_trapped(os._exit, 3), 60)


def test_a_layout_that_never_ends_is_given_up() -> None:
    with pytest.raises(ExportError, match=r"within 1 seconds\. Shorten the longest table cells"):
        _made(_trapped(time.sleep, 60), 1)


def test_a_layout_that_fails_says_how() -> None:
    with pytest.raises(ExportError, match=r"could not be made: \w+Error: "):
        _made(_trapped(int, 1), 60)


def test_control_c_reaches_whoever_waits_and_not_the_layout() -> None:
    # The signal leaves nothing behind, so the layout goes on to a document that is none.
    with pytest.raises(ExportError, match="could not be made: AttributeError"):
        _made(_trapped(signal.raise_signal, signal.SIGINT), 60)

    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
