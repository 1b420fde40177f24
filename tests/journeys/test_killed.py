"""The window is killed while somebody types: all that the bar called saved is there again."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from tests.journeys.typist import PATHS
from tests.ui_hands import press
from ui.window import Window

ROOT = Path(__file__).parents[2]
ROUNDS = 4
MOST = 0.6
"""Seconds for which it is typed on after enough was saved, at the most."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX")


def test_what_the_bar_called_saved_survives_a_kill_and_can_be_undone(
    window: Window, empty_file: Path
) -> None:
    chance = random.Random(7)  # noqa: S311 - a fixed seed, no secret
    last = 0
    for _ in range(ROUNDS):
        last = _typed_until_killed(empty_file, last + 1, chance)
        words = _words(empty_file)
        assert set(range(1, last + 1)) <= words
        # The change that was under way may have reached the disk without being told yet.
        assert words <= set(range(1, last + 2))
        last = max(words, default=0)

    assert last >= ROUNDS
    window.open_proposal(empty_file)
    wizard = window.wizard
    assert wizard is not None
    assert any("Nothing was lost" in one.words for one in window.toasts.shown)
    for _ in range(last + ROUNDS):
        press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not any(wizard.opened.text(path) for path in PATHS)


def _typed_until_killed(path: Path, first: int, chance: random.Random) -> int:
    """Have it typed until the kill; return the last number that was called saved."""
    command = [sys.executable, "-m", "tests.journeys.typist", str(path), str(first)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        said = [process.stdout.readline() for _ in range(chance.randint(1, 3))]
        # The moment of the kill is what is tested, so it cannot be waited for.
        time.sleep(chance.uniform(0, MOST))
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    return int(said[-1])


def _words(path: Path) -> set[int]:
    """Return every number that is on disk."""
    with ProposalFile.open(path, write=False) as file:
        values = [file.answers.value(address) for address in PATHS]
    return {int(word) for value in values for word in _text(value).split()}


def _text(value: Value) -> str:
    return value if isinstance(value, str) else ""
