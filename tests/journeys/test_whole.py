"""From an empty home to both documents, with clicks and keys only."""

import zipfile
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmapper.store.file import ProposalFile
from tests.journeys.filling import fill_step, open_questions
from tests.ui_hands import click, press, type_text
from ui import exporting
from ui.home.new import NewProposal
from ui.messages import Question
from ui.replace import Replace
from ui.toasts import Toast
from ui.window import Window
from ui.wizard import Wizard

CTRL = Qt.KeyboardModifier.ControlModifier
SOON = 60_000

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _begun(window: Window, qtbot: QtBot) -> Wizard:
    window.resize(1440, 900)
    qtbot.waitUntil(window.home.first_run.isVisible)
    click(window.home.first_run.new)
    (dialog,) = window.findChildren(NewProposal)
    type_text(dialog.system, "Lowmarsh Health")
    type_text(dialog.opportunity, "Virtual nursing roadmap")
    click(dialog.use_cases["virtual nursing"])
    click(dialog.begin)
    assert window.wizard is not None
    return window.wizard


def _filled(window: Window, qtbot: QtBot) -> Wizard:
    wizard = _begun(window, qtbot)
    for section in wizard.sections:
        assert wizard.section == section
        fill_step(wizard, section.id)
        click(wizard.footer.next)
    return wizard


def test_a_proposal_is_begun_filled_closed_found_again_corrected_and_sent(
    window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = _filled(window, qtbot)
    assert wizard.outlet.is_exporting
    answers = wizard.opened.answers
    for section in wizard.sections:
        assert open_questions(wizard, section.id) == ()

    _find_and_replace(window, qtbot, "Lowmarsh", "Saltgrass")
    assert wizard.opened.text("deal.health_system") == "Saltgrass Health"
    assert wizard.opened.text("coalition.economic_buyer") == "Saltgrass Health"
    press(window, Qt.Key.Key_Z, CTRL)
    assert wizard.opened.answers == answers

    window.go_home()
    qtbot.waitUntil(lambda: len(window.home.listing.entries) == 1)
    window.open_proposal(window.home.listing.entries[0].path)
    assert window.wizard is not None
    assert window.wizard.opened.answers == answers

    for kind, name in (("docx", "Word file"), ("pdf", "PDF")):
        path = tmp_path / f"Roadmap.{kind}"
        monkeypatch.setattr(exporting, "ask_save", lambda *_told, path=path: path)
        _export(window, qtbot, kind, name)
    with zipfile.ZipFile(tmp_path / "Roadmap.docx") as archive:
        assert "Lowmarsh Health" in archive.read("word/document.xml").decode()
    document = pypdfium2.PdfDocument(tmp_path / "Roadmap.pdf")
    assert "Lowmarsh Health" in document[0].get_textpage().get_text_range()
    document.close()
    with ProposalFile.open(window.wizard.opened.path, write=False) as file:
        assert [one.name for one in file.revisions] == ["Roadmap.docx", "Roadmap.pdf"]


def _find_and_replace(window: Window, qtbot: QtBot, old: str, new: str) -> None:
    press(window, Qt.Key.Key_H, CTRL)
    (dialog,) = window.findChildren(Replace)
    type_text(dialog.old, old)
    type_text(dialog.new, new)
    qtbot.waitUntil(dialog.go.isEnabled)
    click(dialog.go)


def _export(window: Window, qtbot: QtBot, kind: str, name: str) -> None:
    press(window, Qt.Key.Key_E, CTRL)
    wizard = window.wizard
    assert wizard is not None
    page = wizard.outlet.export_page
    assert page is not None
    click(page.word if kind == "docx" else page.pdf)
    qtbot.waitUntil(page.save_button.isEnabled, timeout=SOON)
    click(page.save_button)
    for question in window.findChildren(Question):
        if question.isVisible():
            click(question.yes)

    def told() -> Toast | None:
        return next(
            (one for one in window.toasts.shown if f"Draft saved as {name}" in one.words), None
        )

    qtbot.waitUntil(lambda: told() is not None, timeout=SOON)
