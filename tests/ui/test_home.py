"""Home: beginning, finding, opening and removing proposals."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui_hands import click, press, type_text
from ui.home.beginning import Beginning
from ui.home.begun import BegunSheet
from ui.home.entries import Entry, Status, ago, read_entry, told_apart
from ui.home.listing import SORTS, Listing
from ui.home.new import NewProposal
from ui.messages import Question
from ui.window import Window

NOW = datetime(2027, 5, 3, 10, 42, tzinfo=UTC)


def _listed(window: Window, qtbot: QtBot, count: int) -> None:
    window.go_home()
    qtbot.waitUntil(lambda: len(window.home.listing.entries) == count)


def _begin(window: Window, *clients: str) -> None:
    for client in clients:
        window.journeys.begin(Beginning(client, "Virtual nursing roadmap", "virtual nursing", None))


def test_without_proposals_home_shows_the_ways_to_begin(window: Window, qtbot: QtBot) -> None:
    _listed(window, qtbot, 0)

    qtbot.waitUntil(window.home.first_run.isVisible)


def test_three_cards_stand_side_by_side_at_the_size_the_window_opens_with(
    window: Window, qtbot: QtBot
) -> None:
    window.resize(1440, 900)
    _begin(window, "Cedar Strand", "Harrow Bay", "Lowmarsh")
    _listed(window, qtbot, 3)
    grid = window.home.grid
    model = grid.model()

    def tops() -> set[int]:
        return {grid.visualRect(model.index(at, 0)).top() for at in range(3)}

    qtbot.waitUntil(lambda: len(tops()) == 1)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_on_home_lies_over_another(scale: float, window: Window, qtbot: QtBot) -> None:
    window.take_settings(window.settings._replace(scale=scale))
    window.resize(1280, 800)
    _begin(window, "Cedar Strand")
    _listed(window, qtbot, 1)
    home = window.home

    qtbot.waitUntil(lambda: home.search.geometry().right() < home.open.geometry().left())
    assert home.search.width() >= home.search.minimumSizeHint().width()
    assert home.open.geometry().right() < home.new.geometry().left()


def test_the_sample_opens_with_one_click(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.home.first_run.isVisible)

    click(window.home.first_run.sample)

    assert window.wizard is not None
    assert window.wizard.opened.text("deal.health_system") == "Fernhollow Health"


def test_a_new_proposal_is_asked_for_made_and_opened(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.home.first_run.isVisible)
    click(window.home.first_run.new)
    dialog = window.findChild(NewProposal)
    assert dialog is not None

    type_text(QApplication.focusWidget(), "Lowmarsh Health")
    type_text(dialog.opportunity, "Virtual nursing roadmap")
    click(dialog.use_cases["virtual nursing"])
    click(dialog.begin)

    assert window.wizard is not None
    opened = window.wizard.opened
    assert opened.path.name == "Lowmarsh Health - Virtual nursing roadmap.roadmap"
    assert opened.text("deal.use_case") == "virtual nursing"
    assert window.windowTitle() == "Lowmarsh Health - Roadmapper"


def test_a_proposal_from_an_earlier_one_clears_the_client_and_lists_what_was_kept(
    window: Window, sample_file: Path
) -> None:
    window.journeys.begin(Beginning("Lowmarsh Health", "Notes roadmap", "", sample_file))

    assert window.wizard is not None
    answers = window.wizard.opened.answers
    assert answers.text("deal.health_system") == "Lowmarsh Health"
    assert not any("Fernhollow" in str(value) for value in answers.values())
    assert answers.rows("solution.evidence")
    sheet = window.findChild(BegunSheet)
    assert sheet is not None
    click(sheet.done)


def test_a_new_proposal_without_a_name_is_not_made_and_says_what_to_enter(window: Window) -> None:
    window.journeys.ask_new()
    dialog = window.findChild(NewProposal)
    assert dialog is not None

    click(dialog.begin)

    assert dialog.system.property("state") == "error"
    assert dialog.system.hasFocus()
    assert window.wizard is None


def test_esc_closes_a_dialog_and_gives_the_focus_back(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.home.first_run.isVisible)
    window.home.first_run.new.setFocus()
    window.journeys.ask_new()

    press(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert window.home.first_run.new.hasFocus()


def test_tab_stays_inside_a_dialog(window: Window) -> None:
    window.journeys.ask_new()
    dialog = window.findChild(NewProposal)
    assert dialog is not None

    for _ in range(30):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert dialog.isAncestorOf(focus)


def test_a_search_shows_what_contains_all_its_words(window: Window, qtbot: QtBot) -> None:
    _begin(window, "Tarn Clinics", "Cedar Strand", "Lowmarsh Medical")
    _listed(window, qtbot, 3)

    assert not window.home.search.isClearButtonEnabled()
    type_text(window.home.search, "nursing cedar")
    assert window.home.search.isClearButtonEnabled()

    assert [window.home.listing.entry(0).client] == ["Cedar Strand"]
    assert window.home.listing.rowCount() == 1


def test_a_search_without_a_match_says_so_and_can_be_cleared(window: Window, qtbot: QtBot) -> None:
    _begin(window, "Tarn Clinics")
    _listed(window, qtbot, 1)
    type_text(window.home.search, "zebra")
    assert window.home.nothing.isVisible()

    click(window.home.nothing.clear)

    assert window.home.listing.rowCount() == 1
    assert window.home.grid.isVisible()


def test_the_current_card_stays_current_while_it_is_found(window: Window, qtbot: QtBot) -> None:
    _begin(window, "Tarn Clinics", "Cedar Strand", "Lowmarsh Medical")
    _listed(window, qtbot, 3)
    grid, listing = window.home.grid, window.home.listing
    cedar = next(one.path for one in listing.entries if one.client == "Cedar Strand")
    grid.setCurrentIndex(listing.index(listing.row_of(cedar)))

    window.home.search.setText("nursing cedar")
    assert listing.entry(grid.currentIndex().row()).path == cedar

    window.home.search.setText("tarn")
    assert not grid.currentIndex().isValid()


@pytest.mark.parametrize(
    ("sort", "clients"),
    [
        ("Last edited", ["Cedar", "Birch", "Alder"]),
        ("Client", ["Alder", "Birch", "Cedar"]),
        ("Decision date", ["Birch", "Cedar", "Alder"]),
        ("Completeness", ["Birch", "Alder", "Cedar"]),
    ],
)
def test_proposals_stand_in_the_chosen_order(sort: str, clients: list[str]) -> None:
    listing = Listing()
    told = (
        ("Alder", 0.5, 9, ""),
        ("Birch", 0.75, 5, "2027-06-01"),
        ("Cedar", 0.25, 1, "2027-07-01"),
    )
    listing.show_entries(
        Entry(Path(name), name, "", part, Status.IN_PROGRESS, NOW - timedelta(days), decision)
        for name, part, days, decision in told
    )

    listing.order_by(SORTS.index(sort))

    assert [listing.entry(row).client for row in range(3)] == clients


def test_a_click_on_a_card_opens_the_proposal(window: Window, qtbot: QtBot) -> None:
    _begin(window, "Tarn Clinics")
    _listed(window, qtbot, 1)
    grid = window.home.grid
    qtbot.waitUntil(lambda: grid.visualRect(grid.model().index(0, 0)).width() > 0)

    click(grid.viewport(), grid.visualRect(grid.model().index(0, 0)).center())

    assert window.wizard is not None


def test_deleting_asks_first_and_names_the_proposal(window: Window, qtbot: QtBot) -> None:
    _begin(window, "Tarn Clinics")
    _listed(window, qtbot, 1)
    path = window.home.listing.entry(0).path
    grid = window.home.grid
    grid.setCurrentIndex(grid.model().index(0, 0))
    press(grid, Qt.Key.Key_Delete)
    question = window.findChild(Question)
    assert question is not None
    assert "Tarn Clinics" in question.accessibleName()
    assert path.exists()

    click(question.yes)

    assert not path.exists()


def test_a_file_that_cannot_be_read_stays_in_the_list_and_says_why(tmp_path: Path) -> None:
    bad = tmp_path / "bad.roadmap"
    bad.write_text("no proposal", encoding="utf-8")

    entry = read_entry(bad)

    assert entry.status is Status.UNREADABLE
    assert entry.problem == "This file can't be read."


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=20), "Just now"),
        (timedelta(minutes=12), "12 min ago"),
        (timedelta(days=1), "Yesterday"),
        (timedelta(days=400), "March 29, 2026"),
    ],
)
def test_when_something_was_is_told_as_one_would_say_it(passed: timedelta, words: str) -> None:
    assert ago(NOW - passed, NOW) == words


def test_two_proposals_that_read_alike_are_told_apart_by_their_files() -> None:
    stems = ("Lowmarsh - Notes", "Lowmarsh - Notes - copy", "Other")
    entries = [
        Entry(Path(f"{stem}.roadmap"), stem.split()[0], "Notes", 1, Status.IN_PROGRESS, NOW)
        for stem in stems
    ]

    assert [one.line for one in told_apart(entries)] == ["Notes", "copy: Notes", "Notes"]


def test_the_first_key_is_obeyed_however_soon_it_is_pressed(window: Window) -> None:
    assert not window.actions()

    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_text(QApplication.focusWidget(), "a")

    assert window.home.search.hasFocus()
    assert window.home.search.text() == "a"
