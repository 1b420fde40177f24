"""About: the version, and the license of everything that is shipped."""

from importlib.metadata import PackageNotFoundError

import pytest
from PySide6.QtCore import Qt

from roadmapper import paths, release
from tests.ui_hands import click, press
from ui import about
from ui.about import LICENSES, About
from ui.settings_sheet import SettingsSheet
from ui.window import Window


def test_every_license_that_is_shipped_can_be_read() -> None:
    shipped = {str(one.relative_to(paths.assets())) for one in paths.assets().rglob("*LICENSE.txt")}

    assert set(LICENSES.values()) == shipped


def test_about_shows_the_license_that_is_chosen(window: Window) -> None:
    window.show_settings()
    (sheet,) = window.findChildren(SettingsSheet)
    click(sheet.about)
    (shown,) = window.findChildren(About)
    assert "SIL OPEN FONT LICENSE" in shown.text.toPlainText()

    shown.choice.setFocus()
    press(shown.choice, Qt.Key.Key_Down)
    press(shown.choice, Qt.Key.Key_Down)

    assert "ISC License" in shown.text.toPlainText()


def test_a_program_that_was_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_name: str) -> str:
        raise PackageNotFoundError

    assert about.told_version().startswith("Version ")
    monkeypatch.setattr(release, "version", unknown)
    assert about.told_version().startswith("Run from its source")
