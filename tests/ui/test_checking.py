"""Check an exported file: the sheet says which export it is and lists what differs."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from roadmapper.gate.differ import Change, Difference
from roadmapper.proposal.answers import Answers
from roadmapper.store.revisions import Revision, RevisionNote
from roadmapper.verifying import Report, State
from tests.gate.finished import made, with_part
from tests.trees import small_document
from tests.ui_hands import click
from ui import checking
from ui.checking import CheckedSheet
from ui.window import Window

_SOON = 30_000
_MAIN = "word/document.xml"


@pytest.fixture
def sent(window: Window, empty_file: Path) -> Path:
    """Return a file that went out of the proposal that is open."""
    path = empty_file.with_name("offer.docx")
    path.write_bytes(made(small_document(), "docx"))
    window.resize(1280, 800)
    window.open_proposal(empty_file)
    assert window.wizard is not None
    data = path.read_bytes()
    at = datetime(2027, 5, 3, 9, tzinfo=UTC)
    how = ("docx", "full", "a4", "1", sha256(data).hexdigest(), len(data))
    note = RevisionNote("r-0123456789abcdef", at, 0, "offer.docx", *how)
    window.wizard.opened.file.add_revision(Revision(note, Answers(), {}, data))
    return path


def _checked(window: Window, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "ask_export", lambda *_told: path)
    command = next(one for one in window.doings.commands() if "exported file" in one.label)
    command.act()


def _sheet(window: Window, qtbot: QtBot) -> CheckedSheet:
    qtbot.waitUntil(lambda: bool(window.findChildren(CheckedSheet)), timeout=_SOON)
    (sheet,) = window.findChildren(CheckedSheet)
    return sheet


def _words(sheet: CheckedSheet) -> str:
    return " | ".join(label.text() for label in sheet.findChildren(QLabel))


def test_an_unchanged_file_is_said_to_be_the_export(
    window: Window, sent: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    _checked(window, sent, monkeypatch)

    sheet = _sheet(window, qtbot)

    assert "It is your export, unchanged" in _words(sheet)
    click(sheet.done)


def test_an_edited_file_is_listed_paragraph_by_paragraph(
    window: Window, sent: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = sent.with_name("theirs.docx")
    data = sent.read_bytes()
    theirs.write_bytes(with_part(data, _MAIN, lambda xml: xml.replace(b"is enough", b"will do")))
    _checked(window, theirs, monkeypatch)

    sheet = _sheet(window, qtbot)

    words = _words(sheet)
    assert "One paragraph differs" in words
    assert "Was: One sentence is enough." in words
    assert "One sentence will do." in words
    assert len(sheet.lines) == 1


def test_a_paragraph_without_end_is_cut_where_it_is_shown(window: Window) -> None:
    endless = Difference("", Change.ADDED, "", "word " * 100_000)

    sheet = CheckedSheet(window, "theirs.docx", Report(State.CHANGED, None, (endless,)))

    assert len(_words(sheet)) < 2_000


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    window: Window, sent: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = sent.with_name("odd.docx")
    odd.write_text("Dear Ana")
    _checked(window, odd, monkeypatch)

    qtbot.waitUntil(lambda: bool(window.toasts.shown), timeout=_SOON)
    told = window.toasts.shown[-1].findChildren(QLabel)
    assert any("damaged or cut off" in label.text() for label in told)
