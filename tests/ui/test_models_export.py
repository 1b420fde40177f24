"""Model cards go out to files, and what a file could not hold is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from roadmapper import model_cards
from roadmapper.template.kinds import Value
from tests.cards.small import TEMPLATE, chai
from tests.ui_hands import body_at, click
from ui.pages import models_export
from ui.pages.models import ModelsPage
from ui.pages.models_data import PATH
from ui.pages.models_export import FORMATS, TASK
from ui.parts.labels import Label
from ui.parts.sheet import Dialog
from ui.toasts import Toast
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_SOON = 60_000


@pytest.fixture
def page(window: Window, empty_file: Path) -> ModelsPage:
    """Return the page with one model that came from a card."""
    body = body_at(window, empty_file, "transparency", ModelsPage)
    card, opened = model_cards.read(chai("0.1").encode(), TEMPLATE), body.models.opened
    came = model_cards.arriving(TEMPLATE, opened.answers, (), card)
    opened.bridge.change(came.found.values(), "Import card")
    return body


def _give(page: ModelsPage, place: int, target: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(models_export, "ask_save", lambda *_told: target)
    page.export.menu(page.row).actions()[place].trigger()


def _toast(window: Window, words: str, qtbot: QtBot) -> Toast:
    def found() -> list[Toast]:
        return [one for one in window.toasts.shown if words in one.words]

    qtbot.waitUntil(lambda: bool(found()), timeout=_SOON)
    return found()[0]


@pytest.mark.parametrize("place", [at for at, one in enumerate(FORMATS) if one.version != "0.2"])
def test_a_card_goes_out_in_each_format(  # noqa: PLR0917 - fixtures
    window: Window,
    page: ModelsPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: int,
) -> None:
    target = tmp_path / f"out{FORMATS[place].suffix}"

    _give(page, place, target, monkeypatch)

    toast = _toast(window, f"Saved “{target.name}”", qtbot)
    assert target.stat().st_size > 500
    assert [*toast.actions_below][:2] == ["Open", "Show in folder"]
    if target.suffix in (".xml", ".pdf"):
        assert model_cards.read(target.read_bytes(), TEMPLATE).texts["model_name"]


def test_what_a_file_could_not_hold_is_counted_and_listed(
    window: Window,
    page: ModelsPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = f"{PATH}[{page.row}]"
    told: dict[str, Value] = {f"{path}.licence_terms": "Ours", f"{path}.intended_users": None}
    page.models.opened.bridge.change(told, "Change the card")
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)

    _give(page, 0, tmp_path / "out.xml", monkeypatch)

    toast = _toast(window, "One answer has no place in this format.", qtbot)
    assert "One thing it asks for is not answered." in toast.words
    click(toast.actions_below["Show in folder"])
    assert [one.toLocalFile() for one in opened] == [str(tmp_path)]
    click(toast.actions_below["What is missing"])
    (sheet,) = window.findChildren(Dialog)
    words = [one.text() for one in sheet.findChildren(Label)]
    assert {"License", "Intended users"} <= {*words}


def test_a_version_that_asks_for_more_is_refused_and_the_older_offered(
    window: Window,
    page: ModelsPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "out.pdf"

    _give(page, 3, target, monkeypatch)

    toast = _toast(window, "asks for a result under", qtbot)
    assert not target.exists()
    click(toast.actions_below["Use version 0.1"])
    _toast(window, "Saved “out.pdf”", qtbot)
    assert target.is_file()


def test_writing_that_takes_its_time_is_told_and_can_be_ended(
    window: Window,
    page: ModelsPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "out.docx"
    target.write_text("as it was", encoding="utf-8")

    _give(page, 4, target, monkeypatch)
    page.export.waiting.tell("Writing")
    click(window.toasts.shown[-1].action)

    assert not window.tasks.is_running(TASK)
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=_SOON)
    assert target.read_text(encoding="utf-8") == "as it was"
