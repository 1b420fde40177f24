"""Step 5: "not available, because …, we will …" as an answer on a card."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmapper.cards.unknown import unknown, unknown_text
from tests.ui.models_hands import card_field, empty_card
from tests.ui_hands import click, press, type_text
from ui.pages.models import ModelsPage
from ui.pages.models_field import CardField, UnknownPopover
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BECAUSE, PLAN = "we measured at two sites", "measure at yours by May 2027"
SAID = unknown_text(BECAUSE, PLAN)


@pytest.fixture
def page(window: Window, empty_file: Path) -> ModelsPage:
    """Return the page with one empty card."""
    return empty_card(window, empty_file)


def _popover(field: CardField) -> UnknownPopover:
    (found,) = (one for one in field.offer.findChildren(UnknownPopover) if one.isVisible())
    return found


def _say(field: CardField, because: str, plan: str) -> None:
    click(field.offer)
    popover = _popover(field)
    for line, words in ((popover.because, because), (popover.plan, plan)):
        line.selectAll()
        type_text(line, words)
        press(line, Qt.Key.Key_Return)


def test_an_empty_text_is_answered_by_a_reason_and_a_plan(page: ModelsPage) -> None:
    field = card_field(page, "summary")
    assert field.offer.isVisible()
    assert not field.chip.isVisible()

    _say(field, BECAUSE, PLAN)

    assert page.models.opened.answers.text(field.path) == SAID
    assert field.editor.read() == SAID
    assert field.chip.isVisible()
    model = page.list.buttons[page.row].model
    assert model is not None
    assert model.answered == 1


def test_it_is_edited_again_with_both_lines_filled(page: ModelsPage) -> None:
    field = card_field(page, "summary")
    _say(field, BECAUSE, PLAN)

    click(field.offer)
    popover = _popover(field)

    assert (popover.because.text(), popover.plan.text()) == (BECAUSE, PLAN)
    popover.plan.clear()
    assert not popover.save.isEnabled()
    type_text(popover.plan, "We will ask you.")
    click(popover.save)
    assert page.models.opened.answers.text(field.path) == unknown_text(BECAUSE, "ask you")


def test_a_table_says_it_in_a_row_of_its_own_as_one_step(page: ModelsPage) -> None:
    field = card_field(page, "performance_metrics")
    before = page.models.opened.answers

    _say(field, BECAUSE, PLAN)

    (row,) = page.models.opened.answers.rows(field.path)
    cells = page.models.opened.answers
    said = [cells.text(one) for one in cells if one.startswith(f"{field.path}[{row}].")]
    assert said == [SAID]
    assert field.chip.isVisible()
    _say(field, BECAUSE, "ask you")
    assert page.models.opened.answers.rows(field.path) == (row,)
    page.models.opened.bridge.undo()
    page.models.opened.bridge.undo()
    assert page.models.opened.answers == before


def test_keys_ask_for_it_and_the_tab_key_passes_by(page: ModelsPage) -> None:
    field = card_field(page, "summary")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert field.isAncestorOf(focused)

    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not field.offer
    field.focus()
    press(
        QApplication.focusWidget(),
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert _popover(field).isVisible()


def test_it_is_offered_only_where_nothing_is_said_and_words_have_a_place(page: ModelsPage) -> None:
    assert card_field(page, "decision_role").offer.isHidden()
    assert card_field(page, "irm_register").offer.isHidden()
    summary = card_field(page, "summary")
    page.models.opened.bridge.set(summary.path, "Drafts notes.")
    assert summary.offer.isHidden()

    page.models.opened.bridge.set(summary.path, SAID.upper())

    assert summary.chip.isVisible()
    assert unknown(page.models.opened.answers.text(summary.path))
