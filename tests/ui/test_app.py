"""Starting: what is loaded beside Home."""

import gc
import logging

import pytest
from pytestqt.qtbot import QtBot

from ui.app import prepare
from ui.window import Window


def test_what_an_open_proposal_needs_is_loaded_beside_home(
    window: Window, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "ui.app")

    prepare(window)

    qtbot.waitUntil(lambda: "Everything is loaded" in caplog.text)
    gc.unfreeze()
    assert gc.isenabled()
