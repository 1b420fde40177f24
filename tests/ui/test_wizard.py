"""The wizard: going about, typing, undo, and what is said about saving."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.store.file import ProposalFile
from tests.ui_hands import click, press, type_text
from ui.fields.growing import GrowingText
from ui.fields.inputs import LineInput
from ui.fields.rows_editors import CellText
from ui.window import Window
from ui.wizard import Wizard


def _wizard(window: Window, path: Path) -> Wizard:
    window.open_proposal(path)
    assert window.wizard is not None
    return window.wizard


def test_a_click_in_the_rail_goes_to_the_step(window: Window, sample_file: Path) -> None:
    wizard = _wizard(window, sample_file)

    click(wizard.rail.steps["pricing"])

    assert wizard.section.id == "pricing"


def test_typing_is_on_disk_when_the_bar_says_saved(
    window: Window, empty_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, empty_file)
    field = wizard.page.body.fields["deal.health_system"]

    with qtbot.waitSignal(wizard.opened.bridge.kept):
        type_text(field.editor.focusProxy(), "Lowmarsh Health")

    with ProposalFile.open(empty_file, write=False) as file:
        assert file.answers.text("deal.health_system") == "Lowmarsh Health"
    assert wizard.topbar.saved.text().startswith("Saved ")


def test_undo_takes_back_what_was_typed_and_names_it(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file)
    field = wizard.page.body.fields["deal.health_system"]
    type_text(field.editor.focusProxy(), "Lowmarsh Health")
    wizard.flush()
    assert "Undo edit health system" in wizard.topbar.undo.toolTip()

    click(wizard.topbar.undo)

    assert wizard.opened.text("deal.health_system") == ""
    assert field.editor.read() is None


def test_f8_goes_to_the_next_answer_that_is_missing(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file)
    wizard.go("system")

    press(window, Qt.Key.Key_F8)

    assert wizard.page.body.fields["system.emr"].isAncestorOf(window.focusWidget())


def test_only_the_field_that_was_jumped_to_last_is_ringed(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file)
    wizard.go_to("deal.health_system")
    fields = wizard.page.body.fields
    ringed = fields["deal.health_system"].grab().toImage()

    wizard.go_to("deal.vendor")

    left = fields["deal.health_system"].grab().toImage()
    edge = left.pixelColor(left.width() // 2, 1)
    assert edge != ringed.pixelColor(ringed.width() // 2, 1)


def test_guidance_makes_room_for_steps_with_a_page_of_their_own(
    window: Window, sample_file: Path
) -> None:
    window.resize(1440, 900)
    wizard = _wizard(window, sample_file)
    assert wizard.guidance.isVisible()

    wizard.go("coalition")
    assert not wizard.guidance.isVisible()
    wizard.go("solution")
    assert wizard.guidance.isVisible()

    wizard.go("review")
    assert not wizard.guidance.isVisible()

    wizard.go("system")
    wizard.room.toggle_guidance()
    wizard.go("coalition")
    assert wizard.guidance.isVisible()


def test_a_step_ends_with_its_last_field(window: Window, sample_file: Path, qtbot: QtBot) -> None:
    window.resize(1440, 900)
    wizard = _wizard(window, sample_file)
    wizard.go("continuity")
    page = wizard.page
    inner = page.widget()

    layout = inner.layout() if inner is not None else None

    assert inner is not None
    assert layout is not None
    qtbot.waitUntil(lambda: inner.height() == layout.heightForWidth(inner.width()))


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_K])
def test_keys_of_the_window_are_left_to_it_by_every_text(key: Qt.Key, window: Window) -> None:
    for field in (LineInput("Line"), GrowingText("Prose"), CellText("Cell", window)):
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        asked.ignore()

        QApplication.sendEvent(field, asked)

        assert not asked.isAccepted()
