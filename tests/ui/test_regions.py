"""F6 goes around the parts of the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui_hands import press
from ui.regions import regions
from ui.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier


def _here(window: Window) -> str:
    assert window.wizard is not None
    focus = QApplication.focusWidget()
    parts = regions(window.wizard)
    return next(type(part).__name__ for part in parts if focus and part.isAncestorOf(focus))


@pytest.mark.parametrize("back", [False, True])
def test_f6_goes_to_every_part_and_comes_back_to_the_field(
    window: Window, sample_file: Path, back: bool
) -> None:
    window.resize(1440, 900)
    window.open_proposal(sample_file)
    field = QApplication.focusWidget()
    order = ["Guidance", "Footer", "TopBar", "Rail", "PageStack"]
    assert _here(window) == "PageStack"

    gone = []
    for _ in order:
        press(window, Qt.Key.Key_F6, SHIFT if back else Qt.KeyboardModifier.NoModifier)
        gone.append(_here(window))

    assert gone == ([*order[-2::-1], "PageStack"] if back else order)
    assert QApplication.focusWidget() is field


def test_f6_leaves_out_a_part_that_is_hidden(window: Window, sample_file: Path) -> None:
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.guidance.hide()

    assert [type(one).__name__ for one in regions(window.wizard)] == [
        "Rail",
        "PageStack",
        "Footer",
        "TopBar",
    ]
