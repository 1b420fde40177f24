"""Who types fast goes with Tab from answer to answer, and through all fields of a row."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.rows_hands import add_first, cell_editor, shown
from tests.ui_hands import press, type_text
from ui.evidence import EvidencePopover
from ui.fields.rows import RowsField
from ui.window import Window

# Lists and menus rise to the top and take the keyboard, which a screen that is none cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _go(window: Window, path: Path, address: str) -> None:
    if window.wizard is None:
        window.open_proposal(path)
    assert window.wizard is not None
    window.wizard.go_to(address)
    QApplication.processEvents()


def _text(window: Window, address: str) -> object:
    assert window.wizard is not None
    window.wizard.flush()
    return window.wizard.opened.value(address)


def test_tab_goes_from_answer_to_answer(window: Window, empty_file: Path) -> None:
    _go(window, empty_file, "deal.health_system")

    type_text(_focus(), "Lowmarsh Health")
    press(_focus(), Qt.Key.Key_Tab)
    type_text(_focus(), "Northquill")
    press(_focus(), Qt.Key.Key_Tab)
    press(_focus(), Qt.Key.Key_Right)
    press(_focus(), Qt.Key.Key_Space)
    press(_focus(), Qt.Key.Key_Tab)
    type_text(_focus(), "Lowmarsh notes")
    press(_focus(), Qt.Key.Key_Tab)
    type_text(_focus(), "Less typing after clinic.")

    assert _text(window, "deal.health_system") == "Lowmarsh Health"
    assert _text(window, "deal.vendor") == "Northquill"
    assert _text(window, "deal.use_case") == "clinical decision support / early warning"
    assert _text(window, "deal.name") == "Lowmarsh notes"
    assert _text(window, "deal.promise") == "Less typing after clinic."


def test_arrows_go_among_choices_and_tab_comes_back_to_the_chosen_one(
    window: Window, empty_file: Path
) -> None:
    _go(window, empty_file, "deploy.pilot")
    first = _focus()

    press(_focus(), Qt.Key.Key_Left)
    assert _focus() is first
    press(_focus(), Qt.Key.Key_End)
    last = _focus()
    press(_focus(), Qt.Key.Key_Right)
    assert _focus() is last
    press(_focus(), Qt.Key.Key_Up)
    chosen = _focus()
    press(_focus(), Qt.Key.Key_Space)
    press(_focus(), Qt.Key.Key_Home)
    assert _focus() is first
    press(_focus(), Qt.Key.Key_Tab)
    assert _focus() is not first
    press(_focus(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)

    assert _focus() is chosen


def test_evidence_is_added_from_the_keyboard_while_tab_passes_it_by(
    window: Window, empty_file: Path
) -> None:
    _go(window, empty_file, "deal.promise")

    press(
        _focus(),
        Qt.Key.Key_E,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert window.findChildren(EvidencePopover)


@pytest.fixture
def drivers(window: Window, empty_file: Path) -> RowsField:
    """Return the table of value drivers with one new row."""
    window.resize(1440, 900)
    field = shown(window, empty_file, "value.drivers")
    press(_focus(), Qt.Key.Key_Space)
    assert len(field.model.rows) == 1
    return field


def test_tab_goes_on_from_the_table_into_the_fields_it_has_no_room_for(
    window: Window, empty_file: Path
) -> None:
    window.resize(1440, 900)
    evidence = shown(window, empty_file, "solution.evidence")
    add_first(evidence)
    press(_focus(), Qt.Key.Key_Escape)
    unseen = len(evidence.model.columns) - evidence.model.shown
    assert unseen > 1
    assert evidence.hint.text() == f"Enter opens the row with {unseen} more fields"
    evidence.table.select(0, evidence.model.shown - 1)

    type_text(evidence.table, "m")
    press(cell_editor(evidence), Qt.Key.Key_Tab)

    assert evidence.form is not None
    assert evidence.form.isAncestorOf(_focus())
    column = evidence.model.columns[evidence.model.shown]
    type_text(_focus(), "58 minutes")
    evidence.flush()
    row = evidence.model.rows[0]
    assert evidence.opened.text(f"solution.evidence[{row}].{column.id}") == "58 minutes"


def test_sources_are_not_asked_for_behind_a_link_to_the_sources(drivers: RowsField) -> None:
    press(drivers.table, Qt.Key.Key_Return)

    assert drivers.form is not None
    names = [one.objectName() for one in drivers.form.findChildren(QWidget)]
    assert not [one for one in names if one.startswith("evidence:") and one.endswith(".evidence")]


def test_who_types_without_a_pause_is_kept_all_the_same(
    window: Window, empty_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.fields.base.LONGEST", 60)
    _go(window, empty_file, "deal.compelling_event")
    assert window.wizard is not None
    opened = window.wizard.opened

    def kept() -> bool:
        type_text(_focus(), "a")
        return bool(opened.text("deal.compelling_event"))

    qtbot.waitUntil(kept)
