"""Step 5: which models are in a proposal, in which order, and the answer that there are none."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.models_hands import two_models
from tests.ui_hands import body_at, click, drag, hold, move_to, press, type_text
from ui.pages.models import ModelsPage
from ui.pages.models_button import ModelButton
from ui.pages.models_data import NO_MODELS, PATH
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: Window, sample_file: Path) -> ModelsPage:
    """Return the page of the sample, which has two models."""
    return two_models(window, sample_file)


@pytest.fixture
def empty(window: Window, empty_file: Path) -> ModelsPage:
    """Return the page without a model."""
    return body_at(window, empty_file, "transparency", ModelsPage)


def _button(page: ModelsPage, row: str) -> ModelButton:
    return page.list.buttons[row]


def _is_chosen(page: ModelsPage, row: str) -> bool:
    model = _button(page, row).model
    assert model is not None
    return model.chosen


def test_a_model_is_left_out_and_taken_in_from_the_menu_and_by_a_key(page: ModelsPage) -> None:
    before, (first, _second) = page.models.opened.answers, page.models.rows
    assert page.list.menu(first).actions()[0].text().startswith("Leave out")

    page.list.menu(first).actions()[0].trigger()

    assert not _is_chosen(page, first)
    assert "not in this proposal" in _button(page, first).accessibleName()
    assert page.list.menu(first).actions()[0].text().startswith("Include")
    _button(page, first).setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_I, _CTRL)
    assert _is_chosen(page, first)
    assert page.models.opened.answers == before


def test_a_model_that_is_left_out_keeps_its_label(page: ModelsPage, qtbot: QtBot) -> None:
    first, second = page.models.rows
    page.models.choose(second)
    facts = page.label.frame
    qtbot.waitUntil(lambda: facts.facts is not None and facts.facts.key == f"facts-{first}")

    click(_button(page, second))

    assert facts.facts is not None
    assert facts.facts.key == f"facts-{second}"
    assert facts.name == page.models.opened.answers.text(f"{PATH}[{second}].model_name")
    assert page.row == second


def test_a_card_is_dragged_to_its_place_as_one_step(page: ModelsPage) -> None:
    before, (first, second) = page.models.opened.answers, page.models.rows
    held, below = _button(page, first), _button(page, second)

    drag(held, QPoint(40, 20), QPoint(40, 20 + below.y() - held.y() + 30))

    assert page.models.rows == tuple(page.list.buttons) == (second, first)
    assert _button(page, first).y() > _button(page, second).y()
    page.models.opened.bridge.undo()
    assert page.models.opened.answers == before
    assert _button(page, first).y() < _button(page, second).y()


def test_a_card_in_the_hand_goes_back_with_escape(page: ModelsPage) -> None:
    first, second = page.models.rows
    held = _button(page, first)
    top = held.y()
    start = hold(held, QPoint(40, 20))
    move_to(held, start + QPoint(0, 60))
    move_to(held, start + QPoint(0, 120))
    assert held.is_held
    assert held.y() != top

    press(held, Qt.Key.Key_Escape)

    assert not held.is_held
    assert held.y() == top
    assert page.models.rows == (first, second)


def test_a_short_drag_is_a_click(page: ModelsPage) -> None:
    second = page.models.rows[1]

    drag(_button(page, second), QPoint(40, 20), QPoint(41, 21))

    assert page.row == second
    assert not _button(page, second).is_held


def test_a_copy_has_a_name_of_its_own(page: ModelsPage) -> None:
    first = page.models.rows[0]
    answers = page.models.opened.answers
    name = answers.text(f"{PATH}[{first}].model_name")
    _button(page, first).setFocus()

    press(QApplication.focusWidget(), Qt.Key.Key_D, _CTRL)
    page.models.duplicate(first)

    names = [model.name for model in page.models.all()]
    assert names[:3] == [name, f"{name}, copy 2", f"{name}, copy"]
    page.models.opened.bridge.undo()
    page.models.opened.bridge.undo()
    assert page.models.opened.answers == answers


def test_a_solution_without_models_says_so_in_one_sentence(
    window: Window, empty: ModelsPage
) -> None:
    assert empty.none.isVisible()

    click(empty.none.switch)

    assert not empty.list.isVisible()
    assert [path for path, field in empty.fields.items() if field.isVisible()] == [
        "transparency.no_models_why"
    ]
    type_text(QApplication.focusWidget(), "The pathway is a list of fixed rules")
    empty.flush()
    assert window.wizard is not None
    assert empty.models.opened.answers.value(NO_MODELS) is True
    click(empty.none.switch)
    assert empty.list.isVisible()
    assert empty.models.opened.answers.value(NO_MODELS) is None


def test_cards_behind_the_switch_are_kept_and_come_back(page: ModelsPage) -> None:
    before = page.models.opened.answers
    assert not page.none.isVisible()

    page.models.say_none(on=True)

    assert page.none.isVisible()
    assert not page.list.isVisible()
    assert page.focus(f"{PATH}[{page.models.rows[0]}].model_name")
    assert page.none.switch.hasFocus()
    press(page.none.switch, Qt.Key.Key_Space)
    assert page.list.isVisible()
    assert page.models.opened.answers == before


def test_alt_and_the_arrows_move_a_card(page: ModelsPage) -> None:
    first, second = page.models.rows
    _button(page, second).setFocus()

    press(QApplication.focusWidget(), Qt.Key.Key_Up, _ALT)
    press(QApplication.focusWidget(), Qt.Key.Key_Up, _ALT)

    assert page.models.rows == (second, first)
    assert _button(page, second).hasFocus()
