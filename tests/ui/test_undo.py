"""Undo and redo reach the whole proposal from wherever the cursor is, and show what they did."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui_hands import press, type_text
from ui.window import Window
from ui.wizard import Wizard

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wizard(window: Window, sample_file: Path) -> Wizard:
    """Return the steps of the sample."""
    window.open_proposal(sample_file)
    assert window.wizard is not None
    return window.wizard


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


@pytest.mark.parametrize(
    "elsewhere",
    ["deal.decision_date", "deal.term_years", "deal.promise", "deal.compelling_event"],
)
def test_undo_reaches_the_last_step_from_every_kind_of_answer(
    wizard: Wizard, elsewhere: str
) -> None:
    wizard.go_to("deal.version")
    type_text(_focus(), "9")
    wizard.flush()
    assert wizard.opened.text("deal.version") == "39"
    wizard.go_to(elsewhere)

    press(_focus(), Qt.Key.Key_Z, CTRL)
    assert wizard.opened.text("deal.version") == "3"
    press(_focus(), Qt.Key.Key_Y, CTRL)
    assert wizard.opened.text("deal.version") == "39"


@pytest.mark.parametrize(
    ("address", "typed", "before"),
    [("deal.term_years", "4", "3"), ("deal.decision_date", "5/14/29", "May 14, 2027")],
)
def test_undo_in_an_answer_shows_what_is_kept_now(
    wizard: Wizard, address: str, typed: str, before: str
) -> None:
    wizard.go_to(address)
    field = wizard.page.body.fields[address].editor.focusProxy()
    kept = wizard.opened.text(address)
    press(field, Qt.Key.Key_A, CTRL)
    type_text(field, typed)
    wizard.flush()
    assert wizard.opened.text(address) != kept

    press(field, Qt.Key.Key_Z, CTRL)

    assert wizard.opened.text(address) == kept
    assert field is not None
    assert field.property("text") == before


def test_undo_of_an_answer_on_another_step_goes_there(wizard: Wizard, qtbot: QtBot) -> None:
    wizard.go_to("pricing.at_risk_pct")
    press(_focus(), Qt.Key.Key_A, CTRL)
    type_text(_focus(), "55")
    wizard.go("security")

    press(_focus(), Qt.Key.Key_Z, CTRL)

    qtbot.waitUntil(lambda: wizard.section.id == "pricing")
    assert wizard.page.body.fields["pricing.at_risk_pct"].isAncestorOf(_focus())
