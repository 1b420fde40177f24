"""What can be done with a proposal in the list: rename, duplicate, mark, delete."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from roadmapper.proposal.notes import STATUS
from roadmapper.store.file import ProposalFile
from tests.ui_hands import click, press, type_text
from ui.clock import now
from ui.home.beginning import Beginning
from ui.home.entries import Status
from ui.messages import Question
from ui.opened import Opened
from ui.parts.sheet import Sheet
from ui.renaming import Rename
from ui.window import Window


@pytest.fixture
def listed(window: Window, qtbot: QtBot) -> Window:
    """Return the window with two proposals on Home."""
    for client in ("Tarn Clinics", "Cedar Strand"):
        window.journeys.begin(Beginning(client, "Virtual nursing", "virtual nursing", None))
    window.go_home()
    qtbot.waitUntil(lambda: window.home.listing.rowCount() == 2)
    window.home.grid.setFocus()
    return window


def _path(window: Window, client: str = "Tarn Clinics") -> Path:
    return next(one.path for one in window.home.listing.entries if one.client == client)


def _choose(window: Window, words: str, client: str = "Tarn Clinics") -> None:
    menu = window.deeds.menu(_path(window, client))
    assert menu is not None
    next(one for one in menu.actions() if one.text().startswith(words)).trigger()


def test_the_menu_opens_by_right_click_and_by_the_menu_key_at_the_card(
    listed: Window, qtbot: QtBot
) -> None:
    grid = listed.home.grid
    qtbot.waitUntil(lambda: grid.visualRect(grid.model().index(0, 0)).width() > 0)
    place = grid.visualRect(grid.model().index(1, 0)).center()
    reasons = QContextMenuEvent.Reason
    for reason, at in ((reasons.Mouse, place), (reasons.Keyboard, QPoint())):
        event = QContextMenuEvent(reason, at, grid.viewport().mapToGlobal(at))
        QApplication.sendEvent(grid.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert [one.text() for one in menu.actions() if one.text()] == [
            "Open",
            "Rename\tF2",
            "Duplicate",
            "Mark as delivered",
            "Show in folder",
            "Delete\tDel",
        ]
        assert grid.currentIndex().row() == 1
        menu.close()


def test_arrows_move_over_the_cards_and_enter_opens(listed: Window) -> None:
    grid = listed.home.grid
    grid.setCurrentIndex(grid.model().index(0, 0))

    press(grid, Qt.Key.Key_Right)
    wanted = grid.current
    press(grid, Qt.Key.Key_Return)

    assert listed.wizard is not None
    assert listed.wizard.opened.path == wanted


def test_f2_renames_the_proposal_and_its_file(listed: Window, qtbot: QtBot) -> None:
    old = _path(listed)
    listed.home.grid.select(old)
    press(listed.home.grid, Qt.Key.Key_F2)
    dialog = listed.findChild(Rename)
    assert dialog is not None
    assert QApplication.focusWidget() is dialog.name

    type_text(dialog.name, "Night shift roadmap")
    dialog.file.setText("Tarn nights")
    press(dialog.file, Qt.Key.Key_Return)

    new = old.with_name("Tarn nights.roadmap")
    qtbot.waitUntil(lambda: listed.home.grid.current == new)
    entry = listed.home.listing.entry(listed.home.listing.row_of(new))
    assert (entry.client, entry.line) == ("Tarn Clinics", "Night shift roadmap")
    assert not old.exists()
    assert str(new) in listed.settings.recent
    assert str(old) not in listed.settings.recent
    qtbot.waitUntil(listed.home.grid.hasFocus)


@pytest.mark.parametrize(
    ("deed", "told"), [("Rename", "It could not be renamed"), ("Delete", "could not be deleted")]
)
def test_what_another_window_has_open_is_neither_renamed_nor_deleted(
    deed: str, told: str, listed: Window
) -> None:
    path = _path(listed)
    other = Opened(path, clock=now)

    _choose(listed, deed)

    assert not listed.findChildren(Sheet)
    (toast,) = listed.toasts.shown
    assert told in toast.words
    assert "Open in another window since " in toast.words
    assert toast.words.endswith("Close it there first.")
    other.close()
    _choose(listed, deed)
    assert listed.findChildren(Sheet)


def test_a_proposal_opened_elsewhere_while_its_deletion_is_asked_about_stays(
    listed: Window,
) -> None:
    path = _path(listed)
    _choose(listed, "Delete")
    question = listed.findChild(Question)
    assert question is not None
    other = Opened(path, clock=now)

    click(question.yes)

    assert path.exists()
    assert "could not be deleted" in listed.toasts.shown[-1].words
    other.close()


def test_a_file_name_that_is_taken_is_refused_with_a_sentence(listed: Window) -> None:
    other = _path(listed, "Cedar Strand")
    listed.deeds.ask_rename(_path(listed))
    dialog = listed.findChild(Rename)
    assert dialog is not None

    dialog.file.setText(f" {other.stem} ")
    click(dialog.agree)

    assert dialog.isVisible()
    assert dialog.file.property("state") == "error"
    dialog.file.setText("")
    click(dialog.agree)
    assert dialog.isVisible()


def test_the_open_proposal_is_renamed_and_comes_back_at_its_step(
    window: Window, sample_file: Path
) -> None:
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.go("pricing")
    window.menu.ask_rename()
    dialog = window.findChild(Rename)
    assert dialog is not None

    dialog.name.setText("Ambient notes")
    dialog.file.setText("Ambient")
    click(dialog.agree)

    wizard = window.wizard
    assert wizard is not None
    assert wizard.opened.path == sample_file.with_name("Ambient.roadmap")
    assert wizard.opened.text("deal.name") == "Ambient notes"
    assert wizard.section.id == "pricing"
    assert wizard.opened.session.undo_label == "Undo rename the proposal"


def test_a_duplicate_stands_beside_it_and_is_the_current_card(listed: Window, qtbot: QtBot) -> None:
    path = _path(listed)

    _choose(listed, "Duplicate")

    copy = path.with_name(f"{path.stem} - copy.roadmap")
    qtbot.waitUntil(lambda: listed.home.grid.current == copy)
    assert f"The copy is “{copy.stem}”." in listed.toasts.shown[-1].words


def test_the_open_proposal_is_duplicated_and_the_copy_can_be_opened(
    window: Window, sample_file: Path
) -> None:
    window.open_proposal(sample_file)

    window.menu.duplicate()
    assert window.wizard is not None
    assert window.wizard.opened.path == sample_file
    click(window.toasts.shown[-1].actions_below["Open the copy"])

    assert window.wizard is not None
    assert window.wizard.opened.path.stem == "fernhollow - copy"


def test_delivered_is_marked_from_the_card_and_taken_back(listed: Window, qtbot: QtBot) -> None:
    path = _path(listed)

    def status() -> Status:
        return next(one.status for one in listed.home.listing.entries if one.path == path)

    _choose(listed, "Mark as delivered")
    qtbot.waitUntil(lambda: status() is Status.DELIVERED)
    with ProposalFile.open(path, write=False) as file:
        assert file.answers.text(STATUS) == "delivered"

    _choose(listed, "Mark as in progress")
    qtbot.waitUntil(lambda: status() is Status.IN_PROGRESS)


def test_what_another_has_open_is_not_changed_and_it_is_said(listed: Window) -> None:
    path = _path(listed)
    with ProposalFile.open(path):
        _choose(listed, "Mark as delivered")

    assert "It could not be changed" in listed.toasts.shown[-1].words


def test_delete_names_the_proposal_and_keep_keeps_it(listed: Window) -> None:
    path = _path(listed)
    _choose(listed, "Delete")
    question = listed.findChild(Question)
    assert question is not None
    assert "Tarn Clinics" in question.accessibleName()

    click(question.no)

    assert path.exists()


def test_only_a_file_from_elsewhere_can_be_left_out_of_the_list(
    listed: Window, sample_file: Path, qtbot: QtBot
) -> None:
    listed.open_proposal(sample_file)
    listed.go_home()
    qtbot.waitUntil(lambda: listed.home.listing.row_of(sample_file) >= 0)

    _choose(listed, "Leave out of this list", "Fernhollow Health")

    qtbot.waitUntil(lambda: listed.home.listing.row_of(sample_file) < 0)
    assert sample_file.exists()
    menu = listed.deeds.menu(_path(listed))
    assert menu is not None
    assert "Leave out of this list" not in {one.text() for one in menu.actions()}
