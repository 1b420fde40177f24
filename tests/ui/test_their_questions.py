"""Their own questions on the review: pasted or from a file, led to answers, taken out again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmapper.proposal.their_questions import PATH, cell
from tests.ui_hands import click, press, type_text
from ui.pages import asked_sheets
from ui.pages.asked_list import TheirQuestions
from ui.pages.asked_row import AskedRow
from ui.pages.asked_sheets import PasteSheet, PlaceSheet
from ui.pages.review import ReviewPage
from ui.parts.labels import Label
from ui.window import Window
from ui.wizard import Wizard

_SOON = 60_000


@pytest.fixture
def asked(window: Window, empty_file: Path, qtbot: QtBot) -> tuple[Wizard, TheirQuestions]:
    """Return their questions on the review of an empty proposal, once answers can be suggested."""
    window.resize(1440, 900)
    window.open_proposal(empty_file)
    wizard = window.wizard
    assert wizard is not None
    wizard.go("review")
    page = wizard.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: page.asked._suggester is not None, timeout=_SOON)
    return wizard, page.asked


def _added(wizard: Wizard, asked: TheirQuestions, *questions: str) -> list[AskedRow]:
    click(asked.add)
    sheet = wizard.window().findChildren(PasteSheet)[-1]
    sheet.text.show_plain("\n".join(questions))
    click(sheet.yes)
    return list(asked.rows.values())


def _words(row: AskedRow) -> list[str]:
    return [one.text() for one in row.findChildren(Label)]


def test_questions_are_pasted_and_an_answer_is_suggested_until_it_is_confirmed(
    asked: tuple[Wizard, TheirQuestions],
) -> None:
    wizard, part = asked

    (row, _other) = _added(wizard, part, "1. Do you sign our BAA?", "2. Lunch?")

    assert part.told == "0 of 2 answered"
    assert "Suggested: Security: Business associate agreement." in _words(row)
    assert not wizard.opened.text(cell(row.asked.row, "where"))
    press(row.stops[0], Qt.Key.Key_Return)
    (row, _other) = part.rows.values()
    assert wizard.opened.text(cell(row.asked.row, "where")) == "security.baa"
    assert "Security: Business associate agreement is not answered yet." in _words(row)

    wizard.opened.bridge.set("security.baa", "signed")

    assert part.told == "1 of 2 answered"
    click(next(iter(part.rows.values())).stops[0])
    assert wizard.page.body.fields["security.baa"]._ringed


def test_a_question_gets_another_place_or_a_day(asked: tuple[Wizard, TheirQuestions]) -> None:
    wizard, part = asked
    (row,) = _added(wizard, part, "Lunch?")
    assert "No place is chosen." in _words(row)

    click(row.stops[0])
    (sheet,) = wizard.window().findChildren(PlaceSheet)
    assert not sheet.answer.isEnabled()
    sheet.step.setFocus()
    type_text(sheet.step, "Work")
    assert sheet.step.currentText() == "Workforce"
    assert sheet.answer.currentText() == "Anywhere in this step"
    type_text(sheet.day.input, "2027-05-03")
    click(sheet.yes)

    assert wizard.opened.text(cell(row.asked.row, "where")) == "workforce"
    assert wizard.opened.text(cell(row.asked.row, "by")) == "2027-05-03"
    (row,) = part.rows.values()
    assert "Workforce is not answered yet. We answer by May 3, 2027." in _words(row)


def test_a_list_comes_from_a_file_and_a_bad_one_is_refused_in_place(
    asked: tuple[Wizard, TheirQuestions], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard, part = asked
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text("No,Question\n1,Who pays?\n2,Who decides?\n", encoding="utf-8")
    bad.write_bytes(b"\x00\x01\x02")
    click(part.add)
    (sheet,) = wizard.window().findChildren(PasteSheet)
    assert not sheet.yes.isEnabled()

    for path in (bad, good):
        monkeypatch.setattr(asked_sheets, "ask_questions", lambda *_rest, path=path: path)
        click(sheet.file)
        if path is bad:
            assert sheet.told.startswith("The file is no text.")
            assert not sheet.yes.isEnabled()

    assert sheet.told == "2 questions."
    click(sheet.yes)
    assert [one.asked.text for one in part.rows.values()] == ["Who pays?", "Who decides?"]
    assert len(_added(wizard, part, "who pays", "Who else?")) == 3


def test_a_question_is_taken_out_and_undo_brings_it_back(
    asked: tuple[Wizard, TheirQuestions],
) -> None:
    wizard, part = asked
    (row,) = _added(wizard, part, "Lunch?")
    assert row.stops[-1].accessibleName() == "Take this question out: Lunch?"

    press(row.stops[-1], Qt.Key.Key_Space)

    assert not part.rows
    wizard.undo()
    assert [one.asked.text for one in part.rows.values()] == ["Lunch?"]


def test_their_questions_are_no_field_of_the_form_and_are_found_by_their_address(
    asked: tuple[Wizard, TheirQuestions],
) -> None:
    wizard, part = asked
    assert PATH not in wizard.page.body.fields
    _added(wizard, part, "Lunch?", "Who pays?")
    wizard.go("deal")

    wizard.go_to(PATH)

    (first, _other) = part.rows.values()
    assert wizard.window().focusWidget() is first.stops[0]


def test_tab_goes_through_every_question_as_one_reads(
    asked: tuple[Wizard, TheirQuestions], qtbot: QtBot
) -> None:
    wizard, part = asked
    _added(wizard, part, "Do you sign our BAA?", "Lunch?")
    stops = list(part.stops)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in stops))
    stops[0].setFocus()

    met = []
    for _stop in stops:
        met.append(wizard.window().focusWidget())
        press(met[-1], Qt.Key.Key_Tab)

    assert met == stops
