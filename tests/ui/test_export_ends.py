"""How a save ends: stopped at any moment, failed, or saved after all, and what is said then."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import roadmapper.export
from roadmapper.errors import ExportError
from roadmapper.export import Exported
from tests.ui_hands import click
from ui import exporting
from ui.exporting import Wish
from ui.messages import Question
from ui.toasts import Toast
from ui.window import Window

_SOON = 90_000


@pytest.fixture
def window_there(window: Window, empty_file: Path) -> Window:
    """Return the window with a proposal of a few words."""
    window.open_proposal(empty_file)
    assert window.wizard is not None
    told = {"deal.health_system": "Lowmarsh Health", "solution.summary": "It listens."}
    window.wizard.opened.bridge.change(dict(told), "Answer a little")
    return window


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder to save in."""
    made = tmp_path / "out"
    made.mkdir()
    return made


@pytest.fixture
def save(
    window_there: Window, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Return what saves a draft of one kind."""

    def do(kind: str) -> None:
        monkeypatch.setattr(exporting, "ask_save", lambda *_told: folder / f"a.{kind}")
        assert window_there.wizard is not None
        wish = Wish(kind, "full", "letter")
        window_there.exporter.ask(window_there.wizard.opened, wish, 1)
        (asked,) = (one for one in window_there.findChildren(Question) if one.isVisible())
        click(asked.yes)

    return do


def _toast(window: Window, words: str) -> Callable[[], Toast | None]:
    return lambda: next((one for one in window.toasts.shown if words in one.words), None)


def _met(window: Window, words: str, qtbot: QtBot) -> Toast:
    qtbot.waitUntil(lambda: _toast(window, words)() is not None, timeout=_SOON)
    found = _toast(window, words)()
    assert found is not None
    return found


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_word_file_is_stopped_while_libreoffice_counts_its_pages(
    window_there: Window, save: Callable[[str], None], folder: Path, qtbot: QtBot
) -> None:
    save("docx")
    toast = _met(window_there, "Reading page numbers", qtbot)

    click(toast.action)

    _met(window_there, "Nothing was written", qtbot)
    assert list(folder.iterdir()) == []


def test_a_stop_that_comes_too_late_is_told_as_what_it_is(
    window_there: Window,
    save: Callable[[str], None],
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, go_on = Event(), Event()

    def put(_file: Path, out: Path, **_more: object) -> Exported:
        begun.set()
        go_on.wait(60)
        out.write_bytes(b"pages")
        return Exported(out, 1, (), "ours", remembered=True)

    monkeypatch.setattr(roadmapper.export, "export", put)
    save("pdf")
    qtbot.waitUntil(begun.is_set, timeout=_SOON)
    click(_met(window_there, "Saving the PDF", qtbot).action)
    go_on.set()

    _met(window_there, "Draft saved as PDF", qtbot)
    assert (folder / "a.pdf").exists()


def test_what_nobody_foresaw_is_told_calmly_with_details_to_copy(
    window_there: Window,
    save: Callable[[str], None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_told: object, **_more: object) -> Exported:
        raise KeyError("a slip of ours")

    monkeypatch.setattr(roadmapper.export, "export", fail)
    save("pdf")
    toast = _met(window_there, "Something went wrong in Export. Your proposal is safe.", qtbot)

    click(toast.actions_below["Copy details"])

    assert "KeyError: 'a slip of ours'" in QApplication.clipboard().text()


def test_a_save_that_failed_is_tried_again_at_another_place(
    window_there: Window,
    save: Callable[[str], None],
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_file: Path, out: Path, **_more: object) -> Exported:
        if out.name == "a.pdf":
            raise ExportError(f'The disk is full. "{out.name}" was not saved.')
        out.write_bytes(b"pages")
        return Exported(out, 1, (), "ours", remembered=True)

    monkeypatch.setattr(roadmapper.export, "export", refuse)
    save("pdf")
    toast = _met(window_there, "The disk is full", qtbot)
    monkeypatch.setattr(exporting, "ask_save", lambda *_told: folder / "b.pdf")
    click(toast.actions_below["Try again"])

    _met(window_there, "Draft saved as PDF", qtbot)
    assert (folder / "b.pdf").exists()


def test_a_file_that_no_program_opens_is_told_with_its_place(
    window_there: Window,
    save: Callable[[str], None],
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: QUrl(url).isEmpty())
    save("pdf")
    toast = _met(window_there, "Draft saved as PDF", qtbot)

    click(toast.actions_below["Open"])

    assert _toast(window_there, str(folder / "a.pdf"))() is not None
