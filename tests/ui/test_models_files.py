"""Model cards come in from files, on the page of the models."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.cards.small import MARKDOWN, chai
from tests.ui.drop_hands import drop
from tests.ui_hands import body_at, click, press
from ui.pages import models_files
from ui.pages.models import ModelsPage
from ui.pages.models_data import PATH
from ui.pages.models_sheet import CardSheet
from ui.parts.labels import Label
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_PATIENCE = 20_000


@pytest.fixture
def page(window: Window, empty_file: Path) -> ModelsPage:
    """Return the page without a model."""
    return body_at(window, empty_file, "transparency", ModelsPage)


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """Return a CHAI card in a file."""
    path = tmp_path / "card.xml"
    path.write_text(chai("0.2"), encoding="utf-8")
    return path


def _sheet(window: Window, qtbot: QtBot) -> CardSheet:
    """Wait for the sheet that shows a card."""

    def found() -> list[CardSheet]:
        return [one for one in window.findChildren(CardSheet) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()), timeout=_PATIENCE)
    return found()[-1]


def _is_open(sheet: QWidget) -> bool:
    """Return whether a sheet is there; one that was left may be gone."""
    return isValid(sheet) and sheet.isVisible()


def _words(sheet: QWidget) -> str:
    return "\n".join(one.text() for one in sheet.findChildren(Label))


def _taken(window: Window, page: ModelsPage, qtbot: QtBot, card: Path) -> str:
    """Bring a card in and return its row."""
    page.files.take(card)
    click(_sheet(window, qtbot).go)
    return page.row


def test_a_card_is_chosen_shown_and_added_as_one_step(
    window: Window, page: ModelsPage, qtbot: QtBot, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models_files, "ask_card", lambda *_told: card)
    before = page.models.opened.answers

    click(page.list.take)
    sheet = _sheet(window, qtbot)

    assert page.models.opened.answers == before
    assert "What is placed" in _words(sheet)
    assert "Has no place here" in _words(sheet)
    click(sheet.go)
    assert len(page.models.rows) == 1
    assert page.row == page.models.rows[0]
    assert page.card.isVisible()
    assert page.models.opened.answers.text(f"{PATH}[{page.row}].model_name")
    page.models.opened.bridge.undo()
    assert page.models.opened.answers == before


def test_a_file_dropped_on_the_page_is_read(
    window: Window, page: ModelsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "README.md"
    path.write_text(MARKDOWN, encoding="utf-8")

    assert drop(page, path)

    sheet = _sheet(window, qtbot)
    assert "Northquill Tide" in _words(sheet)
    press(sheet, Qt.Key.Key_Escape)
    assert not page.models.rows


def test_a_proposal_dropped_on_the_page_is_left_to_the_window(
    window: Window, page: ModelsPage, sample_file: Path
) -> None:
    drop(page, sample_file)

    assert not window.tasks.is_running("model_card")


def test_what_has_no_place_is_shown_whole(
    window: Window, page: ModelsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "README.md"
    strange = "Nobody knows where this belongs. " * 30
    path.write_text(f"{MARKDOWN}\n## Weather on launch day\n\n{strange}\n", encoding="utf-8")

    page.files.take(path)

    assert strange.strip() in _words(_sheet(window, qtbot))


def test_a_card_of_the_same_name_asks_field_by_field(
    window: Window, page: ModelsPage, qtbot: QtBot, card: Path
) -> None:
    row = _taken(window, page, qtbot, card)
    path = f"{PATH}[{row}].intended_use"
    theirs = page.models.opened.answers.text(path)
    page.models.opened.bridge.set(path, "Ours.")
    page.models.opened.bridge.set(f"{PATH}[{row}].model_version", None)
    card.write_text(chai("0.2").replace(theirs, f"{theirs} More."), encoding="utf-8")

    page.files.take(card)
    sheet = _sheet(window, qtbot)

    assert [one.path for one in sheet.conflicts] == [path]
    assert not sheet.go.isEnabled()
    ways = list(sheet.conflicts[0].ways.values())
    click(ways[1])
    assert sheet.go.isEnabled()
    click(sheet.go)
    assert page.row == row
    assert page.models.opened.answers.text(path) == f"{theirs} More."
    page.models.opened.bridge.undo()
    assert page.models.opened.answers.text(path) == "Ours."


def test_a_card_that_says_nothing_more_than_what_has_no_place_asks_nothing(
    window: Window, page: ModelsPage, qtbot: QtBot, card: Path
) -> None:
    _taken(window, page, qtbot, card)
    before = page.models.opened.answers

    page.files.take(card)
    sheet = _sheet(window, qtbot)

    assert not sheet.conflicts
    assert not sheet.checks
    press(sheet, Qt.Key.Key_Escape)
    assert page.models.opened.answers == before


def test_each_field_of_a_new_card_is_taken_or_left(
    window: Window, page: ModelsPage, qtbot: QtBot, card: Path
) -> None:
    before = page.models.opened.answers
    page.files.take(card)
    sheet = _sheet(window, qtbot)
    assert {"model_name", "intended_use", "performance_metrics"} <= sheet.picks.keys()
    assert not sheet.left

    for name in ("intended_use", "performance_metrics"):
        click(sheet.picks[name])
    click(sheet.go)

    answers, here = page.models.opened.answers, f"{PATH}[{page.row}]"
    assert answers.text(f"{here}.model_name")
    assert answers.value(f"{here}.intended_use") is None
    assert answers.text(f"{here}.intended_users")
    assert not [one for one in answers if one.startswith(f"{here}.performance_metrics")]
    page.models.opened.bridge.undo()
    assert page.models.opened.answers == before


def test_the_card_it_goes_into_is_chosen_in_the_sheet(
    window: Window, page: ModelsPage, qtbot: QtBot, card: Path
) -> None:
    click(page.list.add)
    first = page.row
    page.models.opened.bridge.set(f"{PATH}[{first}].model_name", "Ours")
    page.models.opened.bridge.set(f"{PATH}[{first}].intended_use", "Our use.")
    page.files.take(card)
    sheet = _sheet(window, qtbot)
    assert sheet.goal.currentIndex() == 0
    assert [sheet.goal.itemText(at) for at in range(sheet.goal.count())] == ["A new card", "Ours"]

    sheet.goal.setFocus()
    press(sheet.goal, Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: not _is_open(sheet))
    again = _sheet(window, qtbot)
    assert again.goal.currentText() == "Ours"
    assert again.goal.hasFocus()
    assert "Only the file says something new" in _words(again)
    assert {one.path.rpartition(".")[2] for one in again.conflicts} == {
        "model_name",
        "intended_use",
    }
    for conflict in again.conflicts:
        click(next(iter(conflict.ways.values())))
    click(again.go)
    assert page.models.rows == (first,)
    assert page.models.opened.answers.text(f"{PATH}[{first}].intended_use") == "Our use."


def test_a_card_dropped_on_another_step_leads_to_the_models(
    window: Window, empty_file: Path, qtbot: QtBot, card: Path
) -> None:
    window.open_proposal(empty_file)
    assert window.wizard is not None

    assert drop(window.wizard.rail, card, card.with_suffix(".txt"))

    assert window.wizard.section.id == "transparency"
    assert "Drop the others after it" in window.toasts.shown[-1].words
    assert "What is placed" in _words(_sheet(window, qtbot))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b'{"error": "not found"}',
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        b"%PDF-1.7\n{}",
        b"a" * 6_000_000,
    ],
    ids=["empty", "bytes", "error", "entity", "pdf", "large"],
)
def test_what_is_no_card_is_refused_with_one_sentence_and_nothing_changes(
    window: Window, page: ModelsPage, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "card.pdf"
    path.write_bytes(content)
    before = page.models.opened.answers

    page.files.take(path)

    qtbot.waitUntil(lambda: bool(window.toasts.shown), timeout=_PATIENCE)
    toast = window.toasts.shown[-1]
    qtbot.waitUntil(
        lambda: "Nothing was changed" in window.toasts.shown[-1].accessibleName(), timeout=_PATIENCE
    )
    assert toast.accessibleName().strip()
    assert page.models.opened.answers == before


def test_reading_that_takes_its_time_is_told_and_can_be_ended(
    window: Window, page: ModelsPage, qtbot: QtBot, card: Path
) -> None:
    page.files.take(card)
    page.files.waiting.tell("Reading")
    told = window.toasts.shown[-1]

    click(told.action)

    assert not window.tasks.is_running("model_card")
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=_PATIENCE)
    QApplication.processEvents()
    assert not window.findChildren(CardSheet)
    assert not page.models.rows
