"""Step 9: adding what published studies found, and the first driver of an empty proposal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from roadmapper.proposal.notes import REGISTER
from tests.ui.files_hands import sheet_of as sheet_in
from tests.ui.rows_hands import cell_editor
from tests.ui.value_hands import kept, page_at, sheet_of, type_in
from tests.ui_hands import click, press, type_text
from ui.clock import now
from ui.held import Held
from ui.opened import Opened
from ui.pages.value import ValuePage
from ui.pages.value_drivers import DriversStart
from ui.pages.value_model import PATH
from ui.parts.chips import Chip
from ui.parts.labels import Label
from ui.window import Window


@pytest.fixture
def page(window: Window, sample_file: Path) -> ValuePage:
    """Return the page of the filled sample."""
    return page_at(window, sample_file)


@pytest.fixture
def empty(window: Window, empty_file: Path) -> ValuePage:
    """Return the page of an empty proposal."""
    return page_at(window, empty_file)


@pytest.fixture
def held(sample_file: Path) -> Iterator[Opened]:
    """Return the sample as another window has it open."""
    other = Opened(sample_file, clock=now)
    yield other
    other.close()


def _start(page: ValuePage) -> DriversStart:
    found = page.findChild(DriversStart)
    assert found is not None
    return found


def _chosen(window: Window, words: str) -> str:
    """Search for words in the open dialog and return which driver is current."""
    sheet = sheet_of(window)
    type_text(sheet.search, words)
    found = sheet.list.benchmark()
    return found.id if found else ""


# --- published studies ----------------------------------------------------------------------------


def test_a_study_is_searched_and_added_with_the_keyboard_alone(
    window: Window, page: ValuePage
) -> None:
    before = page.drivers.opened.answers
    click(page.drivers.studies)
    assert _chosen(window, "bedside nurse recruitment") == "nurse-departures"
    press(sheet_of(window).search, Qt.Key.Key_Return)

    row = len(before.rows(PATH))
    assert kept(page, row, "driver") == "Nurse departures avoided"
    assert kept(page, row, "improvement") == ("49500", "61110", "72700")
    assert kept(page, row, "class") == "avoided cost"
    assert kept(page, row, "shape") == "pert"
    (source,) = page.drivers.opened.answers.rows(REGISTER)[len(before.rows(REGISTER)) :]
    assert kept(page, row, "evidence") == (source,)
    register = f"{REGISTER}[{source}]"
    assert page.drivers.opened.text(f"{register}.caveat") == (
        "A survey; its publisher sells recruitment"
    )
    assert page.drivers.table.hasFocus()
    assert page.drivers.table.currentIndex().row() == row


def test_adding_a_study_is_one_step_of_undo(window: Window, page: ValuePage) -> None:
    before = page.drivers.opened.answers
    click(page.drivers.studies)
    _chosen(window, "readmissions")
    click(sheet_of(window).add_button)
    assert page.drivers.opened.answers != before

    page.drivers.opened.bridge.undo()

    assert page.drivers.opened.answers == before
    assert len(page.drivers.model.rows) == len(before.rows(PATH))


def test_a_message_takes_an_added_study_back(window: Window, page: ValuePage) -> None:
    before = page.drivers.opened.answers
    click(page.drivers.studies)
    _chosen(window, "readmissions")
    click(sheet_of(window).add_button)

    toast = window.toasts.shown[-1]
    assert toast.words.startswith("Added: Readmissions")
    click(next(one for one in toast.findChildren(QPushButton) if one.text() == "Undo"))
    assert page.drivers.opened.answers == before


def test_rows_that_are_there_stay_as_they_are(window: Window, page: ValuePage) -> None:
    before = dict(page.drivers.opened.answers)
    click(page.drivers.studies)
    press(sheet_of(window).search, Qt.Key.Key_Return)
    after = dict(page.drivers.opened.answers)

    changed = {path for path, value in before.items() if after.get(path) != value}
    assert changed == {PATH, REGISTER}


def test_what_suits_the_use_stands_first_with_range_source_funding_and_limits(
    window: Window, page: ValuePage
) -> None:
    click(page.drivers.studies)
    sheet = sheet_of(window)

    assert sheet.list.lines.line(0).title == "Ambient documentation"
    told = " | ".join(one.text() for one in sheet.view.findChildren(Label))
    for words in (
        "0 / 16 / 30 minutes per 8 scheduled hours",
        "Rotenstein and others, JAMA 2026",
        "Controlled, not randomized",
        "Funding not stated",
        "clinicians chose to use it",
        "Checked on November 25, 2026.",
    ):
        assert words in told
    assert sheet.list.lines.index(1, 0).data() == (
        "Documentation time, 0 / 16 / 30 minutes per 8 scheduled hours"
    )


def test_arrows_move_over_headings_and_deaths_are_never_money(
    window: Window, page: ValuePage
) -> None:
    click(page.drivers.studies)
    assert _chosen(window, "deaths") == "sepsis-deaths"
    sheet = sheet_of(window)
    chips = [one.accessibleName() for one in sheet.view.findChildren(Chip)]
    assert chips == ["Soft, not money", "Never money"]
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(sheet.search, key)
        found = sheet.list.benchmark()
        seen.append(found.id if found else "")
    assert seen == ["sepsis-bundle", "acute-cost", "sepsis-bundle"]


def test_nothing_found_is_said_and_nothing_can_be_added(window: Window, page: ValuePage) -> None:
    before = page.drivers.opened.answers
    click(page.drivers.studies)
    assert _chosen(window, "zebra") == ""
    sheet = sheet_of(window)
    assert not sheet.add_button.isEnabled()
    press(sheet.search, Qt.Key.Key_Return)
    assert sheet.isVisible()
    press(sheet.search, Qt.Key.Key_Escape)
    assert page.drivers.opened.answers == before


def test_adoption_is_filled_from_a_trial_with_its_source(window: Window, empty: ValuePage) -> None:
    click(_start(empty).studies)
    assert _chosen(window, "share of visits") == "use"
    assert sheet_of(window).add_button.text() == "Use as adoption"
    press(sheet_of(window).search, Qt.Key.Key_Return)

    opened = empty.drivers.opened
    assert opened.value("value.adoption") == ("20", "35", "70")
    assert opened.answers.rows("_evidence.value.adoption") == opened.answers.rows(REGISTER)
    assert opened.answers.rows(PATH) == ()


def test_while_reading_studies_can_be_looked_at_and_nothing_is_added(
    window: Window, held: Opened
) -> None:
    window.open_proposal(held.path)
    click(sheet_in(window, Held).read)
    assert window.wizard is not None
    window.wizard.go("value")
    page = window.wizard.page.body
    assert isinstance(page, ValuePage)
    rows = page.drivers.model.rows
    click(page.drivers.studies)
    press(sheet_of(window).search, Qt.Key.Key_Return)
    click(page.drivers.add_button)

    assert page.drivers.model.rows == rows
    assert window.toasts.shown


# --- an empty proposal ----------------------------------------------------------------------------


def test_an_empty_step_offers_three_drivers_for_the_use(window: Window, empty: ValuePage) -> None:
    empty.drivers.opened.bridge.set("deal.use_case", "virtual nursing")
    assert window.wizard is not None
    window.wizard.go("deal")
    window.wizard.go("value")
    start = _start(empty)

    assert any(
        one.text() == "Start with one driver you can measure." for one in start.findChildren(Label)
    )
    assert [chip.text() for chip in start.chips] == [
        "Bedside time for admissions",
        "Agency nurses",
        "Nurse departures avoided",
    ]


def test_a_suggested_driver_begins_without_numbers(empty: ValuePage) -> None:
    chip = next(iter(_start(empty).chips))
    click(chip)

    assert kept(empty, 0, "driver") == chip.text()
    assert kept(empty, 0, "improvement") is None
    assert empty.drivers.table.hasFocus()
    assert empty.drivers.table.currentIndex().column() == 1
    assert _start(empty).isHidden()


def test_the_first_driver_may_be_ones_own(empty: ValuePage) -> None:
    press(_start(empty).button, Qt.Key.Key_Space)
    type_in(empty, "Faxes")
    press(cell_editor(empty.drivers), Qt.Key.Key_Tab)

    assert kept(empty, 0, "driver") == "Faxes"


def test_an_empty_step_says_what_sum_and_chart_need(empty: ValuePage) -> None:
    told = [one.text() for one in empty.sums.findChildren(Label) if not one.isHidden()]

    assert "Give a driver its volume, its range and its worth, and the sum stands here." in told
    assert empty.charts.view.chart is None


def test_a_click_beside_the_dialog_closes_it(window: Window, page: ValuePage) -> None:
    click(page.drivers.studies)
    sheet = sheet_of(window)
    click(sheet, QPoint(4, 4))

    assert not sheet.isVisible()
