"""Backups in the window: kept, listed, opened as a copy, gone back to; and files that are lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmapper.store.backups import KEPT, Backups
from roadmapper.store.file import ProposalFile
from tests.ui.files_hands import die_while_typing, kept_at, opened_in, sheet_of, toast_of, type_at
from tests.ui_hands import click, press
from ui import doors
from ui.backups_sheet import BackupsSheet
from ui.history import History
from ui.lost import Lost
from ui.messages import Question
from ui.window import Window
from ui.wizard import Wizard

NAME = "deal.health_system"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """Return the backups that the window keeps."""
    return Backups(tmp_path / "backups")


def _open(window: Window, path: Path, qtbot: QtBot) -> Wizard:
    wizard = opened_in(window, path)
    qtbot.waitUntil(lambda: not window.tasks.is_running("backup"))
    return wizard


def _menu(window: Window, label: str) -> None:
    menu = window.menu.menu()
    assert menu is not None
    (action,) = (one for one in menu.actions() if one.text() == label)
    action.trigger()


def test_opening_keeps_one_backup_a_day(
    window: Window, empty_file: Path, backups: Backups, qtbot: QtBot
) -> None:
    wizard = _open(window, empty_file, qtbot)
    type_at(wizard, NAME, "Lowmarsh")
    window.go_home()
    _open(window, empty_file, qtbot)

    assert len(backups.of(empty_file)) == 1


def test_a_folder_without_room_for_backups_is_told_and_the_proposal_opens(
    window: Window, empty_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    _open(window, empty_file, qtbot)

    assert "No backup of" in toast_of(window, "No backup was made").words
    type_at(opened_in(window), NAME, "Lowmarsh")
    assert kept_at(empty_file) == "Lowmarsh"


def test_going_back_to_a_backup_is_one_step_and_keeps_what_was_there(
    window: Window, sample_file: Path, backups: Backups, qtbot: QtBot
) -> None:
    wizard = _open(window, sample_file, qtbot)
    before = wizard.opened.answers
    row = wizard.opened.answers.rows("pricing.kpis")[0]
    wizard.opened.bridge.act(lambda session: session.remove_row("pricing.kpis", row))
    wizard.opened.bridge.set(NAME, "Lowmarsh")
    _menu(window, "Backups")
    (line,) = sheet_of(window, BackupsSheet).lines

    click(line.back)

    assert wizard.opened.answers == before
    assert kept_at(backups.of(sample_file)[0].path) == "Lowmarsh"
    assert wizard.opened.session.undo_label.startswith("Undo go back to May 3, 2027")
    click(toast_of(window, "Back at").action)
    assert wizard.opened.text(NAME) == "Lowmarsh"


def test_going_back_to_the_oldest_of_ten_backups_works_though_a_new_one_takes_its_place(
    window: Window, empty_file: Path, backups: Backups, qtbot: QtBot
) -> None:
    wizard = _open(window, empty_file, qtbot)
    window.journeys.safe.forget(empty_file)
    for day in range(1, KEPT + 1):
        wizard.opened.bridge.change({NAME: f"Lowmarsh {day}"}, f"Day {day}")
        backups.keep(empty_file, datetime(2027, 4, day, tzinfo=UTC))
    wizard.opened.bridge.change({NAME: "Lowmarsh"}, "Today")
    _menu(window, "Backups")

    click(sheet_of(window, BackupsSheet).lines[-1].back)

    assert wizard.opened.text(NAME) == "Lowmarsh 1"
    assert kept_at(backups.of(empty_file)[0].path) == "Lowmarsh"


def test_a_backup_opens_as_a_copy_that_can_come_home(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    _open(window, sample_file, qtbot)
    _menu(window, "Backups")
    click(sheet_of(window, BackupsSheet).lines[0].copy)

    opened = opened_in(window).opened
    assert opened.path.name.startswith("fernhollow - backup May 3, 2027")
    assert opened.file.copy_of == "fernhollow.roadmap"


def test_a_proposal_without_backups_says_so(window: Window, empty_file: Path) -> None:
    opened_in(window, empty_file)
    window.tasks.cancel("backup")
    window.journeys.safe.forget(empty_file)
    _menu(window, "Backups")

    assert sheet_of(window, BackupsSheet).lines == []
    press(sheet_of(window, BackupsSheet), Qt.Key.Key_Escape)


def _click_card(window: Window, path: Path, qtbot: QtBot) -> None:
    grid, listing = window.home.grid, window.home.listing
    window.go_home()
    qtbot.waitUntil(lambda: listing.row_of(path) >= 0)
    index = listing.index(listing.row_of(path))
    qtbot.waitUntil(lambda: grid.visualRect(index).width() > 0)
    click(grid.viewport(), grid.visualRect(index).center())


def test_a_file_that_cannot_be_read_keeps_its_card_and_leads_to_its_backups(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    _open(window, sample_file, qtbot)
    window.go_home()
    sample_file.write_bytes(b"damaged")
    _click_card(window, sample_file, qtbot)

    sheet = sheet_of(window, Lost)
    assert sheet.accessibleName() == "This file can't be read."
    assert list(sheet.buttons) == ["Remove from list", "Show in folder", "Try a backup"]
    click(sheet.buttons["Try a backup"])
    listed = sheet_of(window, BackupsSheet)
    assert listed.lines[0].back.isHidden()
    click(listed.lines[0].copy)

    assert opened_in(window).opened.text(NAME) == "Fernhollow Health"
    assert sample_file.read_bytes() == b"damaged"


def test_a_file_that_was_moved_is_found_again_with_its_backups(
    window: Window,
    sample_file: Path,
    backups: Backups,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _open(window, sample_file, qtbot)
    window.go_home()
    there = sample_file.rename(sample_file.with_name("elsewhere.roadmap"))
    monkeypatch.setattr(doors, "ask_open", lambda *_told: there)
    _click_card(window, sample_file, qtbot)

    sheet = sheet_of(window, Lost)
    assert sheet.accessibleName() == "This file was moved or deleted."
    click(sheet.buttons["Find it"])

    assert opened_in(window).opened.path == there
    assert str(sample_file) not in window.settings.recent
    assert len(backups.of(there)) == 1


def test_a_lost_file_can_leave_the_list(window: Window, sample_file: Path, qtbot: QtBot) -> None:
    _open(window, sample_file, qtbot)
    window.go_home()
    sample_file.unlink()
    _click_card(window, sample_file, qtbot)

    click(sheet_of(window, Lost).buttons["Remove from list"])

    qtbot.waitUntil(lambda: window.home.listing.row_of(sample_file) < 0)


def test_deleting_a_proposal_deletes_its_backups(
    window: Window, sample_file: Path, backups: Backups, qtbot: QtBot
) -> None:
    _open(window, sample_file, qtbot)
    window.go_home()
    window.journeys.ask_delete(sample_file)

    click(sheet_of(window, Question).yes)

    assert backups.of(sample_file) == ()


def test_deleting_a_proposal_whose_disk_is_away_leaves_its_backups(
    window: Window, sample_file: Path, backups: Backups, qtbot: QtBot
) -> None:
    _open(window, sample_file, qtbot)
    window.go_home()
    window.journeys.ask_delete(sample_file)
    away = sample_file.rename(sample_file.with_suffix(".away"))
    click(sheet_of(window, Question).yes)

    away.rename(sample_file)

    assert len(backups.of(sample_file)) == 1


def test_a_file_of_a_newer_program_is_told_and_not_called_lost(
    window: Window, empty_file: Path
) -> None:
    with ProposalFile.open(empty_file) as file:
        file._connection.execute("PRAGMA user_version = 99")
    window.open_proposal(empty_file)

    assert "newer Roadmapper" in toast_of(window, "cannot be opened").words


def test_after_an_unexpected_close_the_history_opens_at_what_was_recovered(
    window: Window, empty_file: Path
) -> None:
    wizard = opened_in(window, empty_file)
    type_at(wizard, NAME, "Lowmarsh")
    window.go_home()
    die_while_typing(empty_file)

    opened_in(window, empty_file)
    toast = toast_of(window, "Recovered after an unexpected close")
    assert "Nothing was lost. Last change at " in toast.words
    click(toast.action)

    lines = sheet_of(window, History).lines
    assert [line.is_recovered for line in lines] == [True, False]


def test_backups_follow_a_proposal_that_gets_another_name(
    window: Window, sample_file: Path, backups: Backups, qtbot: QtBot
) -> None:
    _open(window, sample_file, qtbot)
    window.go_home()

    moved = window.deeds.move(sample_file, "Renamed")

    assert (len(backups.of(sample_file)), len(backups.of(moved))) == (0, 1)


def test_the_menu_opens_the_history(window: Window, sample_file: Path, qtbot: QtBot) -> None:
    _open(window, sample_file, qtbot)

    _menu(window, "History")

    assert not [line for line in sheet_of(window, History).lines if line.is_recovered]
