"""A model card from a file to a file, with a person's hands: dropped, completed, exported."""

from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.cards.small import chai
from tests.ui.drop_hands import drop
from tests.ui_hands import body_at, click, press, type_text
from ui.fields.rows import RowsField
from ui.pages import models_export
from ui.pages.models import ModelsPage
from ui.pages.models_data import PATH
from ui.pages.models_field import CardField, UnknownPopover
from ui.pages.models_sheet import CardSheet
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_PATIENCE = 20_000
_PUBLISHED = next(Path(__file__).parents[3].glob("*/fixtures/model-cards/chai"), None)
CARDS = sorted(_PUBLISHED.glob("v*/OrbDoc*.xml")) if _PUBLISHED else []


@pytest.fixture
def page(window: Window, empty_file: Path) -> ModelsPage:
    """Return the page without a model."""
    window.resize(1440, 900)
    return body_at(window, empty_file, "transparency", ModelsPage)


def _import(window: Window, page: ModelsPage, qtbot: QtBot, card: Path) -> None:
    """Drop a card on the window and add it."""
    assert drop(page, card)

    def sheets() -> list[CardSheet]:
        return [one for one in window.findChildren(CardSheet) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(sheets()), timeout=_PATIENCE)
    click(sheets()[-1].go)


def _export(
    window: Window, page: ModelsPage, qtbot: QtBot, target: Path, monkeypatch: pytest.MonkeyPatch
) -> bytes:
    """Export the chosen card in the format it came in; return what was written."""
    monkeypatch.setattr(models_export, "ask_save", lambda *_told: target)
    click(page.list.give)
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    place = 1 if "v0.2" in target.name else 0
    menu.actions()[place].trigger()
    menu.close()
    qtbot.waitUntil(target.exists, timeout=_PATIENCE)
    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=_PATIENCE)
    return target.read_bytes()


def _texts(xml: bytes) -> list[tuple[str, str]]:
    root = etree.fromstring(xml)
    return [(str(one.tag), (one.text or "").strip()) for one in root.iter()]


def _fill(page: ModelsPage, name: str) -> None:
    """Answer one essential question by keys and mouse, if it is open."""
    page.focus(f"{PATH}[{page.row}].{name}")
    field = page.card.body.field(name)
    assert isinstance(field, CardField)
    if field.offer.isHidden():
        return
    if isinstance(field.editor, RowsField):
        click(field.offer)
        (box,) = (one for one in field.offer.findChildren(UnknownPopover) if one.isVisible())
        for line, words in ((box.because, "it is counted from go-live on"), (box.plan, "show it")):
            type_text(line, words)
            press(line, Qt.Key.Key_Return)
    else:
        type_text(QApplication.focusWidget(), f"Answered for {name}.")
    page.flush()


@pytest.mark.parametrize("card", CARDS, ids=lambda one: one.parent.name)
def test_a_published_card_goes_out_as_it_came(
    window: Window, page: ModelsPage, qtbot: QtBot, card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _import(window, page, qtbot, card)
    target = page.models.opened.path.parent / f"out-{card.parent.name}.xml"

    out = _export(window, page, qtbot, target, monkeypatch)

    assert _texts(out) == _texts(card.read_bytes())


def test_a_card_is_dropped_completed_and_exported_with_what_was_added(
    window: Window,
    page: ModelsPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = tmp_path / "card.xml"
    card.write_text(chai("0.2"), encoding="utf-8")
    _import(window, page, qtbot, card)
    essential = [one.id for one in page.models.question.columns if one.essential]
    assert len(essential) <= 14
    open_before = list(page.models.unanswered(page.row))
    assert open_before

    for name in essential:
        _fill(page, name)

    assert list(page.models.unanswered(page.row)) == []
    model = page.list.buttons[page.row].model
    assert model is not None
    assert not model.gaps
    out = _export(window, page, qtbot, tmp_path / "out-v0.2.xml", monkeypatch)
    told = out.decode()
    assert all(text in told for tag, text in _texts(card.read_bytes()) if "ModelName" in tag)
    answers = page.models.opened.answers
    said = [answers.text(f"{PATH}[{page.row}].{one.id}") for one in open_before]
    assert any(said)
    assert all(text in told for text in said if text)
