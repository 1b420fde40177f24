"""The first run: the tour, the settings, the keyboard map."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.composed import document_of
from tests.ui_hands import click, press, type_text
from ui import theme
from ui.home.beginning import Beginning
from ui.keyboard_map import KeyboardMap
from ui.parts.sheet import Sheet
from ui.settings import Settings, load_settings, save_settings
from ui.settings_sheet import SettingsSheet
from ui.tour import Tour
from ui.window import Window


def test_the_tour_goes_from_thing_to_thing_and_ends(window: Window, sample_file: Path) -> None:
    window.open_proposal(sample_file)
    window.show_tour()
    tour = window.findChild(Tour)
    assert tour is not None

    for _ in range(4):
        click(tour.next)

    assert tour.isHidden()
    assert window.settings.tour_seen


def test_the_tour_can_be_left_with_esc(window: Window, sample_file: Path) -> None:
    window.open_proposal(sample_file)
    window.show_tour()
    tour = window.findChild(Tour)
    assert tour is not None

    press(tour, Qt.Key.Key_Escape)

    assert tour.isHidden()


def test_enter_goes_through_the_tour_and_the_focus_comes_back(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.open_proposal(sample_file)
    before = QApplication.focusWidget()
    assert before is not None
    window.show_tour()

    for _ in range(4):
        press(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert window.settings.tour_seen
    assert QApplication.focusWidget() is before


def test_the_tour_ends_with_its_proposal_and_does_not_come_back(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    window.take_settings(
        Settings(name="Ann", theme="light", motion=False, folder=window.settings.folder)
    )
    window.open_proposal(sample_file)
    qtbot.waitUntil(lambda: window.findChild(Tour) is not None)

    window.go_home()
    qtbot.waitUntil(lambda: window.findChild(Tour) is None)

    assert window.settings.tour_seen
    assert window.journeys.settings.tour_seen


def test_what_covers_the_window_keeps_its_commands_away(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.show_settings()

    press(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert [type(one) for one in window.findChildren(Sheet)] == [SettingsSheet]


def test_who_has_not_seen_the_tour_is_shown_it_once(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    window.take_settings(
        Settings(name="Ann", theme="light", motion=False, folder=window.settings.folder)
    )
    window.open_proposal(sample_file)

    qtbot.waitUntil(lambda: window.findChild(Tour) is not None)


def test_a_setting_holds_at_once_and_is_kept(window: Window, tmp_path: Path) -> None:
    window.show_settings()
    sheet = window.findChild(SettingsSheet)
    assert sheet is not None

    click(sheet.theme.button(2))

    assert theme.is_dark()
    assert load_settings(tmp_path / "settings.json").theme == "dark"


def test_another_text_size_builds_the_window_anew_at_the_same_step(
    window: Window, sample_file: Path
) -> None:
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.go("pricing")
    window.show_settings()
    sheet = window.findChild(SettingsSheet)
    assert sheet is not None

    click(sheet.scale.button(4))

    assert theme.scale() == 1.5
    assert window.wizard is not None
    assert window.wizard.section.id == "pricing"


def test_the_company_of_the_settings_signs_new_proposals_on_their_cover(window: Window) -> None:
    window.show_settings()
    sheet = window.findChild(SettingsSheet)
    assert sheet is not None
    type_text(sheet.company, " Northquill ")
    sheet.company.setFocus()
    press(sheet.company, Qt.Key.Key_Tab)
    press(sheet, Qt.Key.Key_Escape)

    window.journeys.begin(Beginning("Lowmarsh Health", "Notes roadmap", "", None))

    assert window.wizard is not None
    answers = window.wizard.opened.answers
    assert answers.text("deal.vendor") == window.settings.company == "Northquill"
    assert document_of(answers).cover.organization == "Northquill"


def test_an_earlier_proposal_says_itself_which_company_proposes(
    window: Window, sample_file: Path
) -> None:
    window.take_settings(window.settings._replace(company="Another"))

    window.journeys.begin(Beginning("Lowmarsh Health", "Notes roadmap", "", sample_file))

    assert window.wizard is not None
    assert window.wizard.opened.text("deal.vendor") == "Northquill Clinical Systems"


def test_settings_that_cannot_be_read_start_anew(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": 3, "scale": 7, "name": "Ann", "recent": ["a", 1]}', encoding="utf-8")

    found = load_settings(path)

    assert (found.theme, found.scale, found.name, found.recent) == ("system", 1.0, "Ann", ("a",))
    path.write_text("{", encoding="utf-8")
    assert load_settings(path) == Settings()


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    kept = Settings(name="Ann", theme="dark", scale=1.25, paper="a4").with_recent(
        Path("/x.roadmap")
    )

    save_settings(kept, path)

    assert load_settings(path) == kept


def test_the_keyboard_map_lists_every_command_with_keys(window: Window) -> None:
    press(window, Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier)

    sheet = window.findChild(KeyboardMap)
    assert sheet is not None
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
