"""Evidence, notes and defaults at a question, and what the program works out itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from roadmapper.figures.book import figures
from roadmapper.proposal.notes import REGISTER
from tests.ui.rows_hands import CTRL, SHIFT, click_cell, press_in, shown
from tests.ui_hands import click, press, type_text
from ui.assumed import Assumed
from ui.evidence import EvidenceChip, EvidencePopover
from ui.field import Field
from ui.fields.computed import ComputedField
from ui.fields.rows_model import PROVEN
from ui.parts.labels import Icon
from ui.window import Window
from ui.wizard import Wizard

PATH = "deal.compelling_event"
LINKS = f"_evidence.{PATH}"


@pytest.fixture
def wizard(window: Window, sample_file: Path) -> Wizard:
    """Return the sample, open on its first step."""
    window.open_proposal(sample_file)
    assert window.wizard is not None
    return window.wizard


def _field(wizard: Wizard, path: str = PATH) -> Field:
    wizard.go(path.partition(".")[0])
    return wizard.page.body.fields[path]


def _chip(field: Field) -> EvidenceChip:
    found = field.findChild(EvidenceChip)
    assert isinstance(found, EvidenceChip)
    return found


def _popover(field: Field) -> EvidencePopover:
    found = field.findChild(EvidencePopover)
    assert isinstance(found, EvidencePopover)
    return found


def test_a_click_on_the_chip_attaches_sources_and_undo_takes_them_back(wizard: Wizard) -> None:
    field = _field(wizard)
    assert _chip(field).text() == "Add evidence"

    click(_chip(field))
    first, second = _popover(field).checks[:2]
    click(first)
    click(second)

    assert wizard.opened.value(LINKS) == (first.source.row, second.source.row)
    assert _chip(field).text() == "2 sources"
    wizard.undo()
    wizard.undo()
    assert wizard.opened.value(LINKS) is None
    assert _chip(field).text() == "Add evidence"


def test_an_answer_is_marked_as_a_goal_in_the_box_and_the_chip_says_so(wizard: Wizard) -> None:
    field = _field(wizard)
    click(_chip(field))

    click(_popover(field).marks.button(1))

    assert wizard.opened.value(f"_marks.{PATH}") == "goal"
    assert _chip(field).text() == "Goal"
    assert _chip(field).accessibleName() == "Goal attached to Why now"
    wizard.undo()
    assert _chip(field).text() == "Add evidence"


def test_a_source_that_lost_its_title_stays_attached_when_another_is(wizard: Wizard) -> None:
    lost = wizard.opened.answers.rows(REGISTER)[0]
    wizard.opened.bridge.change({LINKS: (lost,), f"{REGISTER}[{lost}].reference": None}, "Lose it")
    field = _field(wizard)
    click(_chip(field))
    other = _popover(field).checks[0]

    click(other)

    assert other.source.row != lost
    assert wizard.opened.value(LINKS) == (lost, other.source.row)


def test_keys_open_the_sources_of_the_field_one_is_in(wizard: Wizard) -> None:
    field = _field(wizard, "deal.term_years")
    field.editor.setFocus()
    assert _chip(field).isVisible()

    press(field.editor.focusProxy(), Qt.Key.Key_E, _CONTROL_SHIFT)
    popover = _popover(field)
    press(popover.checks[0], Qt.Key.Key_Space)

    assert _chip(field).text() == "1 source"
    assert _chip(field).accessibleName() == "1 source attached to Contract term"


_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_sources_are_found_by_their_words(wizard: Wizard) -> None:
    field = _field(wizard)
    click(_chip(field))
    popover = _popover(field)

    type_text(popover.search, "providence")
    shown = [check.source.title for check in popover.checks if check.isVisible()]

    assert len(shown) == 1
    assert shown[0].startswith("Providence")


def test_the_register_is_one_click_away(wizard: Wizard) -> None:
    field = _field(wizard)
    click(_chip(field))

    click(_popover(field).register)

    assert wizard.section.id == "solution"


def test_a_source_checked_more_than_three_years_ago_is_old(wizard: Wizard) -> None:
    field = _field(wizard)
    row = wizard.opened.answers.rows("solution.evidence")[0]

    wizard.opened.bridge.set(f"solution.evidence[{row}].as_of", "2024-01-31")
    wizard.opened.bridge.set(LINKS, (row,))

    assert _chip(field).text() == "1 source, old"


def test_what_is_private_carries_no_evidence(wizard: Wizard) -> None:
    field = _field(wizard, "coalition.champion")

    assert field.question.internal
    assert field.findChild(EvidenceChip) is None


def test_notes_are_kept_for_the_question_and_the_step(wizard: Wizard) -> None:
    field = _field(wizard)
    field.editor.setFocus()
    notes = wizard.guidance.notes
    wizard.guidance.show()
    click(wizard.guidance.tabs.button(2))

    type_text(notes.on_question.text, "Ask Dana.")
    type_text(notes.on_step.text, "Call on Monday.")
    wizard.flush()

    assert wizard.opened.value(f"_notes.{PATH}") == "Ask Dana."
    assert wizard.opened.value("_notes.deal.section") == "Call on Monday."
    icons = [one for one in field.findChildren(Icon) if "Ask Dana." in one.toolTip()]
    assert [one.isVisible() for one in icons] == [True]


def test_a_note_follows_the_question_one_is_in(wizard: Wizard) -> None:
    wizard.opened.bridge.set(f"_notes.{PATH}", "Ask Dana.")
    notes = wizard.guidance.notes

    _field(wizard).editor.setFocus()
    assert notes.on_question.read() == "Ask Dana."

    _field(wizard, "deal.term_years").editor.setFocus()
    assert notes.on_question.read() is None


def test_a_default_is_said_to_be_assumed_and_can_be_used(wizard: Wizard) -> None:
    field = _field(wizard, "deal.term_years")
    assumed = field.findChild(Assumed)
    assert isinstance(assumed, Assumed)
    assert assumed.isHidden()

    wizard.opened.bridge.set("deal.term_years", None)
    assert assumed.sentence.text() == "Assumed until you answer: 3 years"
    click(assumed.button)

    assert wizard.opened.value("deal.term_years") == "3"
    assert assumed.isHidden()


def test_nothing_is_assumed_about_what_is_paid(wizard: Wizard) -> None:
    field = _field(wizard, "pricing.at_risk_pct")
    assumed = field.findChild(Assumed)

    assert isinstance(assumed, Assumed)
    assert assumed.sentence.text() == "Usual: 15% of yearly fee"


def _words(field: Field) -> list[str]:
    return [one.text() for one in field.editor.findChildren(QLabel)]


def test_results_follow_the_answers(wizard: Wizard, qtbot: QtBot) -> None:
    field = _field(wizard, "value.outputs")
    assert isinstance(field.editor, ComputedField)
    hard = next(one for one in figures(wizard.opened.answers, 0) if one.name == "value.hard_likely")
    assert f"${hard.value:,.0f}" in _words(field)

    row = wizard.opened.answers.rows("value.drivers")[0]
    wizard.opened.bridge.set(f"value.drivers[{row}].volume", None)

    qtbot.waitUntil(lambda: f"${hard.value:,.0f}" not in _words(field))


def test_a_hard_driver_without_an_owner_is_a_gap(wizard: Wizard) -> None:
    row = wizard.opened.answers.rows("value.drivers")[0]
    wizard.opened.bridge.set(f"value.drivers[{row}].owner", None)

    assert "Nobody yet" in _words(_field(wizard, "coalition.lever_owners"))


def test_open_defaults_are_listed_as_assumptions(wizard: Wizard) -> None:
    wizard.opened.bridge.set("value.discount_rate", None)

    assert {"Discount rate", "8% a year"} <= set(_words(_field(wizard, "review.assumptions")))


def test_nothing_stands_where_nothing_is_worked_out_yet(wizard: Wizard) -> None:
    wizard.go("review")

    assert "review.scorecard" not in wizard.page.body.fields


def test_short_fields_stand_below_each_other_where_there_is_no_room(
    wizard: Wizard, qtbot: QtBot
) -> None:
    wizard.go("coalition")
    page = wizard.page
    fields = page.body.fields
    first, second = fields["coalition.economic_buyer"], fields["coalition.champion"]
    qtbot.waitUntil(lambda: first.y() == second.y())

    page.setFixedWidth(520)

    qtbot.waitUntil(lambda: first.y() < second.y())


def test_a_cell_carries_evidence_of_its_own_and_shows_it(window: Window, sample_file: Path) -> None:
    table = shown(window, sample_file, "value.drivers")
    opened = table.opened
    source = opened.answers.rows("solution.evidence")[0]
    click_cell(table, 0, 0)

    press_in(table, Qt.Key.Key_E, CTRL | SHIFT)
    box = next(one for one in table.findChildren(EvidencePopover) if one.isVisible())
    click(next(one for one in box.checks if one.source.row == source))
    box.close()

    path = table.model.cell_path(table.model.index(0, 0))
    assert opened.answers.rows(f"_evidence.{path}") == (source,)
    assert table.model.data(table.model.index(0, 0), PROVEN) == "some"
    assert "Source: " in table.model.data(table.model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    opened.bridge.set(f"solution.evidence[{source}].as_of", "2019-01-01")
    assert table.model.data(table.model.index(0, 0), PROVEN) == "old"
