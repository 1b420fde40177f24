"""A copy comes home in the window: side by side, one step, one undo."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmapper.merge import Side
from roadmapper.proposal.change import Origin
from roadmapper.store.backups import Backups
from roadmapper.store.file import ProposalFile
from tests.ui.files_hands import kept_at, opened_in, sheet_of, toast_of, type_at
from tests.ui_hands import click, press
from ui import homecoming
from ui.clock import now
from ui.held import Held
from ui.merge_sheet import MergeSheet
from ui.opened import Opened
from ui.window import Window

NAME, PROMISE = "deal.health_system", "deal.promise"


@pytest.fixture
def copy(sample_file: Path, tmp_path: Path) -> Path:
    """Return a copy of the sample."""
    path = tmp_path / "from kim.roadmap"
    with ProposalFile.open(sample_file, write=False) as file:
        file.copy_to(path, clock=lambda: datetime(2027, 5, 3, tzinfo=UTC))
    return path


def _edit(path: Path, **values: str) -> None:
    opened = Opened(path, clock=now)
    for name, value in values.items():
        opened.session.set(f"deal.{name}", value)
    opened.close()


def _merge(window: Window, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(homecoming, "ask_open", lambda *_told: copy)
    menu = window.menu.menu()
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "Merge a copy").trigger()


def test_what_only_they_changed_comes_home_as_one_step_with_a_backup(
    window: Window, sample_file: Path, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(copy, name="Ambient notes", promise="Less typing")
    window.tasks.close()
    wizard = opened_in(window, sample_file)
    type_at(wizard, NAME, " and more")
    before = wizard.opened.answers
    _merge(window, copy, monkeypatch)
    sheet = sheet_of(window, MergeSheet)
    assert not sheet.conflicts

    click(sheet.go)

    assert kept_at(sample_file, "deal.name") == "Ambient notes"
    assert kept_at(sample_file, PROMISE) == "Less typing"
    assert kept_at(sample_file) == "Fernhollow Health and more"
    assert wizard.opened.session.history.undoable[-1].origin is Origin.MERGE
    assert kept_at(Backups(tmp_path / "backups").of(sample_file)[0].path, PROMISE) != "Less typing"
    click(toast_of(window, "Changes came home").action)
    assert wizard.opened.answers == before


def test_a_change_can_be_left_out(
    window: Window, sample_file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(copy, name="Ambient notes", promise="Less typing")
    opened_in(window, sample_file)
    _merge(window, copy, monkeypatch)
    sheet = sheet_of(window, MergeSheet)

    click(sheet.checks[PROMISE])
    click(sheet.go)

    assert kept_at(sample_file, "deal.name") == "Ambient notes"
    assert kept_at(sample_file, PROMISE) != "Less typing"


def test_every_conflict_is_decided_before_changes_come_home(
    window: Window, sample_file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(sample_file, health_system="Ours", promise="Our promise of one hour")
    _edit(copy, health_system="Theirs", promise="Our promise of two hours")
    opened_in(window, sample_file)
    _merge(window, copy, monkeypatch)
    sheet = sheet_of(window, MergeSheet)
    first, second = sheet.conflicts
    assert (first.path, second.path) == (NAME, PROMISE)
    assert not sheet.go.isEnabled()
    assert "two" in second.ways[Side.THEIRS].pick.accessibleName()

    click(first.ways[Side.THEIRS])
    assert sheet.state.text() == "One decision is still open"
    second.ways[Side.MINE].pick.setFocus()
    press(second.ways[Side.MINE].pick, Qt.Key.Key_Space)
    click(sheet.go)

    assert kept_at(sample_file) == "Theirs"
    assert kept_at(sample_file, PROMISE) == "Our promise of one hour"


def test_all_conflicts_can_be_decided_at_once(
    window: Window, sample_file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(sample_file, health_system="Ours", promise="Ours")
    _edit(copy, health_system="Theirs", promise="Theirs")
    opened_in(window, sample_file)
    _merge(window, copy, monkeypatch)
    sheet = sheet_of(window, MergeSheet)

    click(sheet.all[Side.THEIRS])
    click(sheet.go)

    assert (kept_at(sample_file), kept_at(sample_file, PROMISE)) == ("Theirs", "Theirs")


def test_keeping_all_of_ours_changes_nothing_and_says_so(
    window: Window, sample_file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _edit(sample_file, health_system="Ours")
    _edit(copy, health_system="Theirs")
    wizard = opened_in(window, sample_file)
    before = wizard.opened.session.history.undoable[-1]
    _merge(window, copy, monkeypatch)
    sheet = sheet_of(window, MergeSheet)

    click(sheet.all[Side.MINE])
    click(sheet.go)

    assert toast_of(window, "Everything stays as it is")
    assert wizard.opened.session.history.undoable[-1] == before


def test_a_copy_without_news_and_a_file_that_is_no_copy_are_told(
    window: Window, sample_file: Path, copy: Path, empty_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_in(window, sample_file)

    _merge(window, copy, monkeypatch)
    assert toast_of(window, "Nothing to bring home")
    _merge(window, empty_file, monkeypatch)
    assert "not saved as a copy" in toast_of(window, "cannot come home").words


def test_an_open_copy_leads_home_and_is_compared_there(
    window: Window, sample_file: Path, copy: Path, qtbot: QtBot
) -> None:
    _edit(copy, name="Ambient notes")
    opened_in(window, copy)

    click(toast_of(window, "This is a copy of fernhollow").actions_below["Bring its changes home"])

    qtbot.waitUntil(lambda: bool(window.findChildren(MergeSheet)))
    assert opened_in(window).opened.path == sample_file
    click(sheet_of(window, MergeSheet).go)
    assert kept_at(sample_file, "deal.name") == "Ambient notes"
    assert not [one for one in window.toasts.shown if "This is a copy" in one.words]


def test_a_fresh_copy_is_not_told_of_but_its_menu_leads_home(
    window: Window, sample_file: Path, copy: Path
) -> None:
    opened_in(window, copy)

    assert not window.toasts.shown
    menu = window.menu.menu()
    assert menu is not None
    assert "Bring changes home to fernhollow" in [one.text() for one in menu.actions()]
    sample_file.unlink()
    opened_in(window, copy)


def test_a_copy_waits_while_another_holds_its_original(
    window: Window, sample_file: Path, copy: Path, qtbot: QtBot
) -> None:
    _edit(copy, name="Ambient notes")
    opened_in(window, copy)
    other = Opened(sample_file, clock=now)

    window.menu.files.homecoming.bring_home()
    sheet_of(window, Held).dismiss()
    assert opened_in(window).opened.path == copy
    other.close()
    window.menu.files.homecoming.bring_home()

    qtbot.waitUntil(lambda: bool(window.findChildren(MergeSheet)))
    sheet_of(window, MergeSheet).dismiss()
