"""Step 5: what others ask of a model, how far it is answered, and the way to the answer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper import model_cards
from tests.ui.rows_hands import focus
from tests.ui_hands import body_at, click, press
from ui.pages.models import ModelsPage
from ui.pages.models_asked import AskedSheet
from ui.pages.models_data import PATH
from ui.parts.labels import Label
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_PATIENCE = 20_000


@pytest.fixture
def page(window: Window, sample_file: Path) -> ModelsPage:
    """Return the page of the sample, which has two models."""
    return body_at(window, sample_file, "transparency", ModelsPage)


def _sheet(window: Window, page: ModelsPage, qtbot: QtBot) -> AskedSheet:
    click(page.list.asked_of)

    def found() -> list[AskedSheet]:
        return [one for one in window.findChildren(AskedSheet) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=_PATIENCE)
    return found()[-1]


def _words(sheet: AskedSheet) -> str:
    return "\n".join(one.text() for one in sheet.findChildren(Label) if one.isVisible())


def test_the_questions_come_first_and_every_list_says_its_date_and_how_firm_it_is(
    window: Window, page: ModelsPage, qtbot: QtBot
) -> None:
    sheet = _sheet(window, page, qtbot)
    assert sheet.shown.name == "questions"
    assert "Of 51 items" in sheet.summary.text()

    for place, asked in enumerate(sheet.lists):
        sheet.choice.setCurrentIndex(place)
        QApplication.processEvents()
        said = _words(sheet)
        assert asked.status in said
        assert f"As of {asked.as_of:%B} {asked.as_of.day}, {asked.as_of.year}." in said
        assert "complian" not in said.lower()
        assert all(item.text in said for item in asked.items)
    hti1 = next(one for one in sheet.lists if one.name == "hti1-predictive")
    assert "proposal" in hti1.status
    assert "pending" in hti1.status


def test_a_click_leads_to_the_field_that_answers(
    window: Window, page: ModelsPage, qtbot: QtBot
) -> None:
    sheet = _sheet(window, page, qtbot)
    way = next(one for one in sheet.links if one.path.endswith(".how_to_use"))

    click(way)

    field = page.card.body.field("how_to_use")
    assert field is not None
    assert field.isAncestorOf(focus())
    assert not sheet.isVisible()


def test_what_is_open_is_said_as_not_yet_and_can_be_shown_alone(
    window: Window, page: ModelsPage, qtbot: QtBot
) -> None:
    page.models.opened.bridge.set(f"{PATH}[{page.row}].human_oversight", None)
    sheet = _sheet(window, page, qtbot)
    way = next(one for one in sheet.links if one.path.endswith(".human_oversight"))
    assert way.text() == "Human review: not yet"
    before = len(sheet.links)

    click(sheet.open_only)

    assert 0 < len(sheet.links) < before
    assert "Where did the training data come from" not in _words(sheet)


def test_arrows_go_through_the_answers_and_enter_leads_there(
    window: Window, page: ModelsPage, qtbot: QtBot
) -> None:
    sheet = _sheet(window, page, qtbot)
    sheet.links[0].setFocus()

    press(QApplication.focusWidget(), Qt.Key.Key_Up)
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert sheet.links[1].hasFocus()
    path = sheet.links[1].path
    press(QApplication.focusWidget(), Qt.Key.Key_Return)

    field = page.card.body.field(path.rpartition(".")[2])
    assert field is not None
    assert field.isAncestorOf(focus())


def test_an_address_leads_into_a_given_row(window: Window, page: ModelsPage, qtbot: QtBot) -> None:
    sheet = _sheet(window, page, qtbot)
    given = [item for one in sheet.lists for item in one.items if item.row]
    assert given

    told = sheet.told.path(given[0], given[0].fields[0])

    assert f"[{given[0].row}]" in told
    assert model_cards.fields_of(page.models.opened.template)[given[0].fields[0]].given
    assert page.focus(told)
