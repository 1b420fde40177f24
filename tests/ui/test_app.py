"""Starting: what is loaded beside Home."""

import gc
import logging
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.app import prepare
from ui.window import Window

_HOUSE = Path(__file__).parents[2] / "ui"


def test_what_an_open_proposal_needs_is_loaded_beside_home(
    window: Window, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "ui.app")

    prepare(window)

    qtbot.waitUntil(lambda: "Everything is loaded" in caplog.text)
    gc.unfreeze()
    assert not gc.isenabled()


def test_home_is_painted_without_the_template_and_the_steps() -> None:
    told = "import sys, ui.app, ui.home.resume, roadmapper.store.headlines; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "ui.home.view" in loaded
    assert not {"roadmapper.template.model", "ui.wizard", "ui.fields.kinds"} & set(loaded)


def test_no_source_is_read_where_the_window_is_loaded() -> None:
    told = "import linecache, ui.app, ui.home.resume; print(*linecache.cache)"

    read = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert not [name for name in read.stdout.split() if Path(name).is_relative_to(_HOUSE)]


def test_work_asked_for_after_the_window_closed_is_not_begun(window: Window) -> None:
    begun: list[str] = []
    window.close()

    window.tasks.run("late", lambda _work: begun.append("late"), begun.append)

    window.tasks.close()
    assert not begun
    assert not window.tasks.is_busy
