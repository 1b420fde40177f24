"""A proposal that another holds, or that may not be changed: read, copied or taken over."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QTextEdit
from pytestqt.qtbot import QtBot

from roadmapper.proposal.session import Session
from roadmapper.store.backups import Backups
from roadmapper.store.file import ProposalFile
from tests.ui.files_hands import input_at, kept_at, opened_in, sheet_of, toast_of, type_at
from tests.ui_hands import click, press, type_text
from ui.clock import now
from ui.held import Held
from ui.history import History
from ui.keyboard_map import KeyboardMap
from ui.opened import Opened
from ui.settings_sheet import SettingsSheet
from ui.window import Window

NAME = "deal.health_system"


@pytest.fixture
def held(sample_file: Path) -> Iterator[Opened]:
    """Return the sample as another window has it open."""
    other = Opened(sample_file, clock=now)
    yield other
    if not other.is_closed:
        other.close()


def _reading(window: Window, held: Opened) -> None:
    window.open_proposal(held.path)
    click(sheet_of(window, Held).read)


def _button(window: Window, label: str) -> QPushButton:
    reading = window.menu.files.reading
    assert reading is not None
    (found,) = reading.notice.findChildren(QPushButton)
    assert found.text() == label
    return found


def test_who_has_a_proposal_open_is_told_calmly_with_three_ways(
    window: Window, held: Opened
) -> None:
    window.open_proposal(held.path)

    sheet = sheet_of(window, Held)
    assert sheet.accessibleName().startswith("Open in another window since ")
    assert [one.text() for one in (sheet.read, sheet.copy, sheet.take_over)] == [
        "Open read-only",
        "Open a copy",
        "Take over",
    ]
    assert sheet.read.hasFocus()
    press(sheet.read, Qt.Key.Key_Escape)
    assert window.wizard is None


def test_the_first_field_takes_no_letter_either(window: Window, held: Opened) -> None:
    _reading(window, held)
    first = QApplication.focusWidget()
    assert isinstance(first, QTextEdit)

    assert first.isReadOnly()


def test_another_computer_is_named(window: Window, held: Opened) -> None:
    change = "UPDATE lock SET machine = 'ward-7', user = 'kim', heartbeat = ?"
    held.file._connection.execute(change, ["2027-05-03T10:42:00+00:00"])
    held.file._connection.commit()
    window.open_proposal(held.path)

    assert sheet_of(window, Held).accessibleName().startswith("Open by kim on ward-7 since ")


def test_enter_opens_it_read_only_and_every_step_is_shown(
    window: Window, held: Opened, qtbot: QtBot
) -> None:
    window.open_proposal(held.path)
    press(sheet_of(window, Held).read, Qt.Key.Key_Return)

    wizard = opened_in(window)
    assert wizard.topbar.saved.text() == "Read-only"
    assert not wizard.topbar.undo.isEnabled()
    qtbot.waitUntil(_button(window, "Try again").isVisible)
    for section in wizard.sections:
        wizard.go(section.id)
        assert _button(window, "Try again").isVisible()


def test_nothing_can_be_typed_while_reading(window: Window, held: Opened) -> None:
    _reading(window, held)
    wizard = opened_in(window)
    before = wizard.opened.answers
    field = input_at(wizard, NAME)

    type_text(field, "Lowmarsh")
    wizard.flush()

    assert wizard.page.body.fields[NAME].editor.read() == "Fernhollow Health"
    assert wizard.opened.answers == before
    assert not wizard.opened.bridge.waiting


def test_what_is_chosen_while_reading_goes_back_and_says_so_once(
    window: Window, held: Opened
) -> None:
    _reading(window, held)
    wizard = opened_in(window)
    editor = wizard.page.body.fields["deal.use_case"].editor
    before = editor.read()

    for _ in range(2):
        editor.write("virtual nursing")
        editor.chosen()

    assert editor.read() == before
    assert [one.words for one in window.toasts.shown] == [toast_of(window, "reading only").words]


def test_rows_cannot_be_added_moved_or_undone_while_reading(window: Window, held: Opened) -> None:
    _reading(window, held)
    opened = opened_in(window).opened
    before = opened.answers

    assert not opened.bridge.act(lambda session: session.add_row("pricing.kpis"))
    assert not opened.bridge.act(Session.undo)
    opened_in(window).undo()

    assert opened.answers == before


def test_the_history_is_read_without_ways_back(window: Window, held: Opened) -> None:
    held.session.set(NAME, "Lowmarsh")
    _reading(window, held)
    window.menu.show_history()

    (line,) = sheet_of(window, History).lines
    assert line.back.isHidden()


def test_trying_again_opens_it_for_changes_once_it_is_free(window: Window, held: Opened) -> None:
    _reading(window, held)
    click(_button(window, "Try again"))
    sheet_of(window, Held).dismiss()
    held.close()

    click(_button(window, "Try again"))

    assert not opened_in(window).opened.reading
    type_at(opened_in(window), "deal.name", " and more")
    assert kept_at(held.path, "deal.name").endswith(" and more")


def test_a_copy_of_what_another_holds_can_be_changed(window: Window, held: Opened) -> None:
    window.open_proposal(held.path)
    click(sheet_of(window, Held).copy)

    copy = opened_in(window).opened
    assert copy.path.name == "fernhollow - copy.roadmap"
    assert not copy.reading
    assert copy.file.copy_of == "fernhollow.roadmap"


def test_taking_over_keeps_a_backup_and_the_other_is_told_at_the_next_change(
    window: Window, held: Opened, tmp_path: Path
) -> None:
    told: list[str] = []
    held.bridge.not_kept.connect(told.append)
    window.open_proposal(held.path)
    click(sheet_of(window, Held).take_over)

    assert not opened_in(window).opened.reading
    assert len(Backups(tmp_path / "backups").of(held.path)) == 1
    assert not held.bridge.set(NAME, "Lowmarsh")
    assert "was taken over by another program" in told[0]
    assert kept_at(held.path) == "Fernhollow Health"


def test_without_a_backup_nothing_is_taken_over(
    window: Window, held: Opened, tmp_path: Path
) -> None:
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    window.open_proposal(held.path)
    click(sheet_of(window, Held).take_over)

    assert window.wizard is None
    assert toast_of(window, "No backup was made")
    assert held.bridge.set(NAME, "Lowmarsh")


def _file(path: Path) -> None:
    path.chmod(0o444)


def _folder(path: Path) -> None:
    path.parent.chmod(0o555)


@pytest.mark.parametrize("mark_read_only", [_file, _folder])
def test_what_may_not_be_changed_opens_for_reading_and_offers_a_copy(
    window: Window, sample_file: Path, mark_read_only: Callable[[Path], None]
) -> None:
    place = sample_file.parent / "theirs"
    place.mkdir()
    path = sample_file.rename(place / sample_file.name)
    before = path.read_bytes()
    mark_read_only(path)

    assert opened_in(window, path).opened.reading
    click(_button(window, "Open a copy"))
    place.chmod(0o755)

    copy = opened_in(window).opened
    assert copy.path.parent == window.settings.proposals_folder
    assert not copy.reading
    assert path.read_bytes() == before
    assert list(place.iterdir()) == [path]


def test_a_read_only_proposal_stays_so_at_another_text_size(window: Window, held: Opened) -> None:
    _reading(window, held)

    window.take_settings(window.settings._replace(scale=1.5))

    assert opened_in(window).opened.reading
    assert not [one for one in window.findChildren(Held) if one.isVisible()]


def test_the_open_proposal_is_not_opened_a_second_time(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard = opened_in(window, sample_file)

    window.open_proposal(sample_file)

    assert window.wizard is wizard
    assert not [one for one in window.findChildren(Held) if one.isVisible()]
    qtbot.waitUntil(lambda: not window.tasks.is_running("backup"))


def test_a_read_only_proposal_is_searched_and_exported(window: Window, held: Opened) -> None:
    _reading(window, held)
    wizard = opened_in(window)

    window.doings.search()
    wizard.outlet.show_export()

    assert wizard.outlet.is_exporting
    with ProposalFile.open(held.path, write=False) as file:
        assert file.answers == wizard.opened.answers


@pytest.mark.parametrize(
    ("section", "table"),
    [
        ("roadmap", "roadmap.items"),
        ("coalition", "coalition.people"),
        ("system", "system.priorities"),
    ],
)
def test_pages_made_by_hand_show_again_what_is_kept(
    section: str, table: str, window: Window, held: Opened
) -> None:
    _reading(window, held)
    wizard = opened_in(window)
    wizard.go(section)
    before = wizard.opened.answers
    shown = wizard.page.grab().toImage()
    rows = before.rows(table)

    assert not wizard.opened.bridge.change({table: rows[::-1]}, "Move all")
    toast_of(window, "reading only").go()

    assert wizard.opened.answers == before
    assert wizard.page.grab().toImage() == shown


def test_the_list_that_comes_later_leaves_the_focus_in_the_dialog(
    window: Window, held: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.journeys.listed):
        window.journeys.refresh()
        window.open_proposal(held.path)
    window.home._arriving = True
    window.home.show_entries(())
    sheet = sheet_of(window, Held)

    assert sheet.isAncestorOf(window.focusWidget())
    press(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.home.first_run.new.hasFocus()


def test_settings_open_with_the_cursor_in_the_first_field(window: Window) -> None:
    window.show_settings()

    assert sheet_of(window, SettingsSheet).name.hasFocus()


def test_a_dialog_is_scrolled_by_the_page_keys(window: Window) -> None:
    press(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)
    sheet = sheet_of(window, KeyboardMap)
    bars = [one.verticalScrollBar() for one in sheet.findChildren(QScrollArea)]

    press(window.focusWidget(), Qt.Key.Key_PageDown)
    assert any(bar.value() > 0 for bar in bars)

    press(window.focusWidget(), Qt.Key.Key_PageUp)
    assert all(bar.value() == 0 for bar in bars)
