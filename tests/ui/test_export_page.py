"""Export: what to save and how, and what is said when it went well or not."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

import roadmapper.export
from roadmapper.errors import ExportError
from roadmapper.proposal.printed import ACCENT, ANNEXES, MODEL_LABELS, ORDER, printed_at
from tests.ui_hands import click, drag, press
from ui import exporting
from ui.messages import Question
from ui.pages import export as export_page
from ui.pages.chapters import ChapterRow
from ui.pages.export import ExportPage
from ui.parts.labels import Elided, Rule
from ui.preview.press import State
from ui.toasts import Toast
from ui.window import Window

_SOON = 90_000
_FEW = {
    "deal.health_system": "Lowmarsh Health",
    "deal.version": "3",
    "system.emr": "epic",
    "solution.summary": "It listens, and a nurse signs.",
    "review.summary": "In short, a nurse signs.",
}


@pytest.fixture
def page(window: Window, empty_file: Path, qtbot: QtBot) -> ExportPage:
    """Return the export of a proposal with a few answers."""
    window.resize(1440, 900)
    window.open_proposal(empty_file)
    wizard = window.wizard
    assert wizard is not None
    wizard.opened.bridge.change(dict(_FEW), "Answer a little")
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    made = wizard.outlet.export_page
    assert made is not None
    qtbot.waitUntil(made.save_button.isEnabled, timeout=_SOON)
    return made


@pytest.fixture
def pages_there(page: ExportPage, qtbot: QtBot) -> None:
    """Wait for the pages."""
    qtbot.waitUntil(lambda: bool(page._press.images.sizes), timeout=_SOON)


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Answer the dialog that asks for a place with a file there."""
    path = tmp_path / "out" / "Chosen.pdf"
    path.parent.mkdir()
    monkeypatch.setattr(exporting, "ask_save", lambda *_told: path)
    return path


def _question(window: Window) -> Question:
    (found,) = (one for one in window.findChildren(Question) if one.isVisible())
    return found


def _toast(window: Window, words: str) -> Callable[[], Toast | None]:
    return lambda: next((one for one in window.toasts.shown if words in one.words), None)


def _row(page: ExportPage, key: str) -> ChapterRow:
    return next(one for one in page.chapters.rows if one.line.key == key)


def test_the_export_takes_the_frame_and_gives_it_back(page: ExportPage, window: Window) -> None:
    wizard = window.wizard
    assert wizard is not None
    assert wizard.rail.is_compact
    assert wizard.footer.isHidden()

    click(page.back)

    assert wizard.section.id == "review"
    assert not wizard.rail.is_compact
    assert wizard.footer.isVisible()
    assert wizard.topbar.export.isVisible()


@pytest.mark.usefixtures("pages_there")
def test_the_document_says_how_many_pages_it_has(page: ExportPage) -> None:
    count = page.preview.pages.count

    assert page.document.text() == f"{count} pages"
    assert page.reader.currentText() == "Full proposal"


@pytest.mark.usefixtures("pages_there")
def test_the_private_chapter_is_off_until_it_is_switched_on(page: ExportPage) -> None:
    row = _row(page, "coalition")
    assert not row.isChecked()
    assert "private" in row.accessibleName()

    click(row)

    assert page._opened.answers.value(printed_at("coalition")) is True
    assert "print " in page._opened.session.undo_label


@pytest.mark.usefixtures("pages_there")
def test_a_chapter_switched_off_leaves_the_pages_and_undo_brings_it_back(
    page: ExportPage, window: Window, qtbot: QtBot
) -> None:
    proofs = page._press
    row = _row(page, "solution")
    assert row.line.told.isdecimal()
    press(row, Qt.Key.Key_Space)
    qtbot.waitUntil(
        lambda: proofs.proof is not None and proofs.proof.page_of("solution.summary") is None,
        timeout=_SOON,
    )
    assert row.line.told == ""

    assert window.wizard is not None
    window.wizard.undo()

    assert _row(page, "solution").isChecked()


def test_a_chapter_moves_with_alt_and_the_arrows_and_keeps_the_focus(
    page: ExportPage, window: Window
) -> None:
    first, second = page.chapters.keys[:2]
    row = page.chapters.rows[0]
    row.setFocus()

    press(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert page._opened.answers.rows(ORDER)[:2] == (second, first)
    assert page.chapters.keys[:2] == (second, first)
    assert window.focusWidget() is row
    press(row, Qt.Key.Key_Down)
    assert window.focusWidget() is page.chapters.rows[2]


def test_a_chapter_is_dragged_to_its_place_without_being_switched(page: ExportPage) -> None:
    keys, row = page.chapters.keys, page.chapters.rows[0]
    start = QPoint(10, row.height() // 2)

    drag(row, start, start + QPoint(0, row.height() * 2))

    assert page.chapters.keys != keys
    assert page._opened.answers.rows(ORDER) == page.chapters.keys
    assert _row(page, keys[0]).isChecked()
    assert page.chapters.keys.index(keys[0]) >= 1


def test_word_has_a_letterhead_and_pdf_has_none(
    page: ExportPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert page.letterhead.isHidden() or not page.letterhead.isVisible()
    click(page.word)
    assert page.letterhead.isVisible()
    assert page.save_button.text() == "Save Word file"
    monkeypatch.setattr(export_page, "ask_letterhead", lambda *_told: tmp_path / "ours.docx")
    click(page.letterhead)

    assert page.wish.letterhead == tmp_path / "ours.docx"
    click(page.pdf)
    assert page.wish.letterhead is None
    assert page.wish.kind == "pdf"


@pytest.mark.usefixtures("pages_there")
def test_another_paper_makes_other_pages(page: ExportPage, qtbot: QtBot) -> None:
    page.paper.button(1).click()

    qtbot.waitUntil(lambda: round(page._press.images.sizes[0].width()) == 595, timeout=_SOON)
    assert page.wish.paper == "a4"


def test_with_findings_that_must_be_fixed_only_a_draft_is_saved_and_only_if_wanted(
    page: ExportPage, window: Window, save_as: Path, qtbot: QtBot
) -> None:
    assert "still open" in page.open_line.text()
    click(page.save_button)
    rules = _question(window).panel.findChildren(Rule)
    assert [one.isVisible() for one in rules].count(True) == 1, "no room for an empty body"
    click(_question(window).no)
    assert not window.tasks.is_running("export")

    click(page.save_button)
    click(_question(window).yes)
    qtbot.waitUntil(lambda: _toast(window, "Draft saved as PDF")() is not None, timeout=_SOON)

    document = pypdfium2.PdfDocument(save_as)
    assert "Draft" in document[0].get_textpage().get_text_range()
    document.close()


def test_a_saved_file_can_be_opened_and_shown_and_is_remembered(
    page: ExportPage, window: Window, save_as: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def show(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    window.exporter.ask(page._opened, page.wish, 1)
    click(_question(window).yes)
    qtbot.waitUntil(lambda: _toast(window, "Draft saved as PDF")() is not None, timeout=_SOON)
    toast = _toast(window, "Draft saved as PDF")()
    assert toast is not None

    for name in ("Open", "Show in folder"):
        click(toast.actions_below[name])

    assert shown == [str(save_as), str(save_as.parent)]
    assert [one.name for one in page._opened.file.revisions] == [save_as.name]


def test_cancel_ends_a_save_at_once_and_leaves_nothing_behind(
    page: ExportPage, window: Window, save_as: Path, qtbot: QtBot
) -> None:
    window.exporter.ask(page._opened, page.wish, 1)
    click(_question(window).yes)
    toast = _toast(window, "Saving the PDF")()
    assert toast is not None

    click(toast.action)

    qtbot.waitUntil(lambda: window.tasks.is_idle, timeout=_SOON)
    assert _toast(window, "Nothing was written")() is not None
    assert list(save_as.parent.iterdir()) == []


def test_a_save_that_fails_says_so_in_one_sentence(
    page: ExportPage, window: Window, save_as: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_told: object, **_more: object) -> None:
        raise ExportError(f'The disk is full. "{save_as.name}" was not saved.')

    monkeypatch.setattr(roadmapper.export, "export", fail)
    window.exporter.ask(page._opened, page.wish, 1)
    click(_question(window).yes)

    qtbot.waitUntil(lambda: _toast(window, "The disk is full")() is not None, timeout=_SOON)


def test_the_name_of_the_file_tells_client_and_version(page: ExportPage) -> None:
    name = exporting.document_name(page._opened, "pdf")

    assert name == "Lowmarsh Health roadmap v3.pdf"


def test_a_name_without_an_ending_gets_that_of_its_kind(
    page: ExportPage, window: Window, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "ask_save", lambda *_told: tmp_path / "Roadmap v3.1")
    window.exporter.ask(page._opened, page.wish, 1)
    click(_question(window).yes)

    qtbot.waitUntil((tmp_path / "Roadmap v3.1.pdf").exists, timeout=_SOON)
    qtbot.waitUntil(lambda: _toast(window, "Draft saved as PDF")() is not None, timeout=_SOON)


def test_ctrl_enter_does_what_the_main_button_does(page: ExportPage, window: Window) -> None:
    press(page.pdf, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert _question(window).yes.text() == "Save a draft"


def test_everything_of_the_export_has_a_name_and_no_label_is_cut(
    page: ExportPage, window: Window
) -> None:
    click(page.word)
    window.resize(1024, 700)

    for one in page.findChildren(QWidget):
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "")
            assert told, one
    for label in page.findChildren(QLabel):
        if label.isVisible() and not label.wordWrap() and not isinstance(label, Elided):
            assert label.width() >= label.sizeHint().width() - 1, label.text()


@pytest.mark.usefixtures("pages_there")
def test_an_accent_is_chosen_by_click_and_arrow_kept_and_undone(
    page: ExportPage, window: Window, qtbot: QtBot
) -> None:
    swatches = page.look.accents.swatches
    assert swatches["spruce"].isChecked()
    before = page._press.proof

    click(swatches["plum"])

    assert page._opened.answers.value(ACCENT) == "plum"
    qtbot.waitUntil(lambda: page._press.state is State.READY, timeout=_SOON)
    assert page._press.proof is not before
    press(swatches["plum"], Qt.Key.Key_Right)
    assert page._opened.answers.value(ACCENT) == "clay"
    assert window.wizard is not None
    window.wizard.undo()
    window.wizard.undo()
    assert swatches["spruce"].isChecked()


def test_model_facts_and_annexes_are_kept_with_the_proposal(page: ExportPage) -> None:
    assert _row(page, "detail").isVisible()

    page.look.facts.button(0).click()
    click(page.look.annexes)

    answers = page._opened.answers
    assert (answers.value(MODEL_LABELS), answers.value(ANNEXES)) == (True, False)
    assert "detail" not in page.chapters.keys
    assert page._count.text() == f"{len(page.chapters.keys) - 1} of {len(page.chapters.keys)}"


@pytest.mark.usefixtures("pages_there")
def test_a_brief_is_one_of_the_documents(page: ExportPage, qtbot: QtBot) -> None:
    titles = [page.reader.itemText(at) for at in range(page.reader.count())]

    _choose(page, "For the CFO")

    assert titles == list(page._opened.template.audiences.values())
    assert page.wish.audience == "cfo"
    assert page._sections.isHidden()
    qtbot.waitUntil(lambda: page._press.state is State.READY, timeout=_SOON)
    assert page.document.text() == "One page"
    _choose(page, "Full proposal")
    assert not page._sections.isHidden()


def test_elsewhere_the_pages_are_those_of_the_whole_document(page: ExportPage) -> None:
    _choose(page, "For the CIO")

    click(page.back)
    assert page._press.audience == "full"
    page.show()
    assert page.wish.audience == "cio"


def test_the_name_of_a_brief_tells_its_reader(page: ExportPage) -> None:
    name = exporting.document_name(page._opened, "docx", "cfo", draft=True)

    assert name == "Lowmarsh Health roadmap v3 for the CFO draft.docx"


def _choose(page: ExportPage, title: str) -> None:
    page.reader.setCurrentText(title)
    page.reader.activated.emit(page.reader.currentIndex())
