"""The palette, and find and replace."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui_hands import click, press, type_text
from ui.fields.rows import RowsField
from ui.palette import Palette, matches
from ui.replace import Replace
from ui.replace_line import ReplaceLine
from ui.window import Window
from ui.wizard import Wizard

CTRL = Qt.KeyboardModifier.ControlModifier


def _wizard(window: Window, path: Path) -> Wizard:
    window.open_proposal(path)
    assert window.wizard is not None
    return window.wizard


def _palette(window: Window) -> Palette:
    press(window, Qt.Key.Key_K, CTRL)
    found = window.findChild(Palette)
    assert found is not None
    return found


def _titles(palette: Palette) -> list[str]:
    return [palette.model.line(at).title for at in range(palette.model.rowCount())]


def test_a_step_is_found_by_name_and_enter_goes_there(window: Window, sample_file: Path) -> None:
    wizard = _wizard(window, sample_file)
    palette = _palette(window)

    type_text(palette.input, "continuity")
    while palette.model.line(palette.list.currentIndex().row()).line != "Step 7":
        press(palette.input, Qt.Key.Key_Down)
    press(palette.input, Qt.Key.Key_Return)

    assert wizard.section.id == "continuity"
    assert window.findChild(Palette) is None or not palette.isVisible()


@pytest.mark.parametrize(
    ("typed", "shown", "goal"),
    [
        ("May 14, 2027", "May 14, 2027", "deal.decision_date"),
        ("2027-05-14", "May 14, 2027", "deal.decision_date"),
        ("Ambient documentation", "Ambient documentation", "deal.use_case"),
    ],
)
def test_a_number_a_day_or_a_choice_is_found_as_it_reads_or_is_kept(
    typed: str, shown: str, goal: str, window: Window, sample_file: Path
) -> None:
    _wizard(window, sample_file)
    palette = _palette(window)

    type_text(palette.input, typed)

    items = [palette.model.line(at) for at in range(palette.model.rowCount())]
    went: list[str] = []
    wizard = window.wizard
    assert wizard is not None
    wizard.stack.focused.connect(went.append)
    place = wizard.opened.question(goal).label
    (found,) = [one for one in items if one.title == shown and one.line.startswith(place)]
    assert found.act is not None
    found.act()
    assert went[-1] == goal


def test_an_answer_is_found_by_its_text(window: Window, sample_file: Path) -> None:
    wizard = _wizard(window, sample_file)
    palette = _palette(window)

    type_text(palette.input, "Fernhollow")

    assert _titles(palette)[0] == "In this proposal"
    press(palette.input, Qt.Key.Key_Return)
    assert wizard.section.id == "deal"


def test_a_question_is_found_by_its_name(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file)
    palette = _palette(window)

    type_text(palette.input, "contract term")

    assert "Contract term" in _titles(palette)
    press(palette.input, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert wizard.page.body.fields["deal.term_years"].isAncestorOf(focus)


def test_a_mark_limits_the_palette_to_commands(window: Window, sample_file: Path) -> None:
    _wizard(window, sample_file)
    palette = _palette(window)

    type_text(palette.input, ">undo")

    assert _titles(palette) == ["Do", "Undo"]


def test_the_palette_says_when_nothing_matches(window: Window, empty_file: Path) -> None:
    _wizard(window, empty_file)
    palette = _palette(window)

    type_text(palette.input, "zzzz")

    assert palette.nothing.text() == "Nothing matches. Press Enter to search the guidance."


def test_before_anything_is_typed_the_last_five_commands_are_offered(
    window: Window, sample_file: Path
) -> None:
    _wizard(window, sample_file)
    for words in (">history", ">next step", ">undo"):
        palette = _palette(window)
        type_text(palette.input, words)
        press(palette.input, Qt.Key.Key_Return)
        if words == ">history":
            press(QApplication.focusWidget(), Qt.Key.Key_Escape)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    titles = _titles(_palette(window))

    assert titles[:4] == ["Do", "Undo", "Next step", "History"]
    assert len(titles) == 6
    assert window.settings.last_commands == ("Undo", "Next step", "History")


def test_a_mark_limits_the_palette_to_sources(window: Window, sample_file: Path) -> None:
    wizard = _wizard(window, sample_file)
    palette = _palette(window)

    type_text(palette.input, "#")

    rows = wizard.opened.answers.rows("solution.evidence")
    assert _titles(palette)[0] == "Sources"
    assert len(_titles(palette)) == len(rows) + 1
    press(palette.input, Qt.Key.Key_Return)
    assert wizard.section.id == "solution"


def test_what_is_in_the_proposal_comes_before_commands_and_steps(
    window: Window, sample_file: Path
) -> None:
    _wizard(window, sample_file)
    palette = _palette(window)

    type_text(palette.input, "export")

    groups = ("In this proposal", "Do", "Go to")
    assert [one for one in _titles(palette) if one in groups] == [*groups]


def test_what_nothing_matches_is_looked_for_in_the_guidance(
    window: Window, sample_file: Path
) -> None:
    wizard = _wizard(window, sample_file)
    palette = _palette(window)
    type_text(palette.input, "skin cfos")

    press(palette.input, Qt.Key.Key_Return)

    assert wizard.guidance.isVisible()
    said = wizard.guidance.hints.sayings
    assert said.count() == 1
    told = " ".join(one.text() for one in wizard.guidance.hints.findChildren(QLabel))
    assert "skin in the game" in told


def test_starts_of_words_match_better_than_middles() -> None:
    assert matches("Shared-risk pricing", "pri") == 2
    assert matches("Shared-risk pricing", "ici") == 1
    assert matches("Shared-risk pricing", "zz") == 0


def _replace(window: Window) -> Replace:
    press(window, Qt.Key.Key_H, CTRL)
    found = window.findChild(Replace)
    assert found is not None
    return found


def _found(qtbot: QtBot, dialog: Replace, state: str) -> None:
    qtbot.waitUntil(lambda: dialog.state.text() == state)


def test_replacing_changes_every_answer_and_one_undo_brings_all_back(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, sample_file)
    before = wizard.opened.answers
    dialog = _replace(window)

    type_text(dialog.old, "Fernhollow")
    type_text(dialog.new, "Lowmarsh")
    _found(qtbot, dialog, "One place in one answer")
    click(dialog.go)

    assert wizard.opened.text("deal.health_system") == "Lowmarsh Health"
    assert not any("Fernhollow" in str(value) for value in wizard.opened.answers.values())
    wizard.undo()
    assert wizard.opened.answers == before


def test_an_answer_that_is_not_checked_stays(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, sample_file)
    dialog = _replace(window)
    type_text(dialog.old, "Fernhollow")
    type_text(dialog.new, "Lowmarsh")
    _found(qtbot, dialog, "One place in one answer")

    click(dialog.checks["deal.health_system"])
    click(dialog.go)

    assert wizard.opened.text("deal.health_system") == "Fernhollow Health"


def test_what_goes_and_what_comes_is_seen_before_it_is_replaced(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, sample_file)
    dialog = _replace(window)
    type_text(dialog.old, "fernhollow")
    press(dialog.old, Qt.Key.Key_Return)
    assert dialog.new.hasFocus()
    type_text(dialog.new, "A&B")
    _found(qtbot, dialog, "One place in one answer")

    (line,) = dialog.findChildren(ReplaceLine)
    assert "Fernhollow</s>" in line.words.text()
    assert "A&amp;B</b> Health" in line.words.text()
    press(dialog.new, Qt.Key.Key_Return)

    assert wizard.opened.text("deal.health_system") == "A&B Health"


def test_many_answers_are_listed_without_holding_up_the_keyboard(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    _wizard(window, sample_file)
    dialog = _replace(window)

    type_text(dialog.old, "note")
    assert dialog.checks == {}
    qtbot.waitUntil(lambda: len(dialog.checks) > 100)
    for line in dialog.findChildren(ReplaceLine):
        assert "<s " in line.words.text()
    type_text(dialog.old, "zzzz")

    _found(qtbot, dialog, "Nothing matches.")
    assert not [one for one in dialog.findChildren(ReplaceLine) if not one.isHidden()]


def test_a_field_of_a_table_is_found_by_name_and_enter_opens_it(
    window: Window, sample_file: Path
) -> None:
    wizard = _wizard(window, sample_file)
    palette = _palette(window)

    type_text(palette.input, "worth of one unit")
    press(palette.input, Qt.Key.Key_Return)

    assert wizard.section.id == "value"
    drivers = wizard.page.body.fields["value.drivers"].editor
    assert isinstance(drivers, RowsField)
    assert drivers.form is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert drivers.form.isAncestorOf(focus)
