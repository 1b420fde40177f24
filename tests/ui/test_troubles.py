"""Disk full; a file removed, replaced, changed, locked, read-only: told, and nothing lost."""

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from roadmapper.store.file import ProposalFile
from tests.ui_hands import click, press, type_text
from ui import exporting, proposal_menu
from ui.exporting import Wish
from ui.last_answers import LastAnswers
from ui.messages import Question
from ui.toasts import Toast
from ui.window import Window
from ui.wizard import Wizard

ROOT = Path(__file__).parents[2]
SOON = 60_000
NOW = datetime(2027, 5, 3, 10, 42, 7, tzinfo=UTC)


def _wizard(window: Window, path: Path) -> Wizard:
    window.open_proposal(path)
    assert window.wizard is not None
    return window.wizard


def _type(wizard: Wizard, text: str, path: str = "deal.health_system") -> None:
    wizard.go_to(path)
    type_text(_input(wizard, path), text)
    wizard.flush()


def _input(wizard: Wizard, path: str) -> QWidget:
    found = wizard.page.body.fields[path].editor.focusProxy()
    assert found is not None
    return found


def _told(window: Window, words: str = "") -> Toast | None:
    found = (one for one in window.toasts.shown if words in one.words)
    return next(found, None)


def _toast(window: Window, words: str = "") -> Toast:
    found = _told(window, words)
    assert found is not None, [one.words for one in window.toasts.shown]
    return found


def _asked(window: Window) -> Question:
    found = [one for one in window.findChildren(Question) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_file_of_an_unknown_template_is_told_and_left_without_a_lock(
    window: Window, empty_file: Path
) -> None:
    with sqlite3.connect(empty_file) as raw:
        raw.execute("UPDATE meta SET value = '../elsewhere' WHERE name = 'template'")
    raw.close()
    window.open_proposal(empty_file)

    assert "There is no template" in _toast(window, "cannot be opened").words
    with ProposalFile.open(empty_file) as file:
        assert file.left is None


def _asked_last(window: Window) -> LastAnswers:
    found = _asked(window)
    assert isinstance(found, LastAnswers)
    return found


def _kept(path: Path, address: str = "deal.health_system") -> str:
    with ProposalFile.open(path, write=False) as file:
        return file.answers.text(address)


def _no_room(wizard: Wizard, pages: int) -> None:
    """Let the file take no more than some pages, as on a disk that is full; 0 lifts that."""
    limit = pages or 2**30
    wizard.opened.file._connection.execute(f"PRAGMA max_page_count={limit}")


def _removed(path: Path) -> None:
    path.rename(path.with_suffix(".away"))


def _replaced(path: Path) -> None:
    shutil.copy(path, path.with_suffix(".other"))
    path.with_suffix(".other").replace(path)


def _changed(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO answers VALUES ('deal.vendor', '\"Other\"')")
    other.close()


def _taken_over(path: Path) -> None:
    ProposalFile.open(path, take_over=True).close()


def _file_read_only(path: Path) -> None:
    path.chmod(0o444)


def _folder_read_only(path: Path) -> None:
    path.parent.chmod(0o555)


TROUBLES = {
    "removed": (_removed, "was moved or deleted meanwhile"),
    "replaced": (_replaced, "was replaced by another file"),
    "changed": (_changed, "was changed by another program"),
    "taken over": (_taken_over, "was taken over by another program"),
    "a file that became read-only": (_file_read_only, "may no longer be changed"),
    "a folder that became read-only": (_folder_read_only, "may no longer be changed"),
}


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path that a person chooses for a copy."""
    path = tmp_path / "copies" / "copy.roadmap"
    path.parent.mkdir()
    monkeypatch.setattr(proposal_menu, "ask_save", lambda *_told: path)
    return path


@pytest.fixture
def proposal(tmp_path: Path, empty_file: Path) -> Path:
    """Return an empty proposal in a folder of its own."""
    path = tmp_path / "mine" / "lowmarsh.roadmap"
    path.parent.mkdir()
    return empty_file.rename(path)


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_cannot_be_written_is_told_stays_and_goes_on_in_a_copy(
    window: Window, proposal: Path, copies: Path, trouble: str
) -> None:
    happen, words = TROUBLES[trouble]
    wizard = _wizard(window, proposal)
    _type(wizard, "Lowmarsh")
    happen(proposal)

    _type(wizard, "Ambient notes", "deal.name")

    toast = _toast(window, words)
    assert wizard.topbar.retry.isVisible()
    assert not wizard.topbar.saved.isVisible()
    wizard.go("system")
    wizard.go("deal")
    assert wizard.page.body.fields["deal.name"].editor.read() == "Ambient notes"

    click(toast.actions_below["Save a copy"])
    proposal.parent.chmod(0o755)

    assert window.wizard is not None
    assert window.wizard.opened.path == copies
    assert window.wizard.section.id == "deal"
    assert (_kept(copies), _kept(copies, "deal.name")) == ("Lowmarsh", "Ambient notes")
    assert not _told(window, "Not saved")


def test_a_full_disk_is_told_and_retry_writes_all_that_was_typed(
    window: Window, proposal: Path
) -> None:
    wizard = _wizard(window, proposal)
    _no_room(wizard, 1)
    for path in ("deal.health_system", "deal.name"):
        wizard.go_to(path)
        QGuiApplication.clipboard().setText("Lowmarsh " * 2000)
        press(_input(wizard, path), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        wizard.flush()
    assert "no space left" in _toast(window, "Not saved").words
    assert _kept(proposal) == ""

    _no_room(wizard, 0)
    click(wizard.topbar.retry)

    assert _kept(proposal) == _kept(proposal, "deal.name") != ""
    assert wizard.topbar.saved.isVisible()
    assert not wizard.topbar.retry.isVisible()
    assert not _told(window, "Not saved")


def test_an_answer_in_a_row_that_is_gone_waits_no_longer(window: Window, proposal: Path) -> None:
    wizard = _wizard(window, proposal)
    bridge = wizard.opened.bridge
    bridge.act(lambda session: session.add_row("pricing.kpis"))
    (row,) = wizard.opened.session.rows("pricing.kpis")
    _no_room(wizard, 1)
    assert not bridge.set(f"pricing.kpis[{row}].measure", "Minutes " * 2000)
    assert bridge.waiting

    _no_room(wizard, 0)
    bridge.act(lambda session: session.remove_row("pricing.kpis", row))
    click(wizard.topbar.retry)

    assert not bridge.waiting
    assert not wizard.topbar.retry.isVisible()


def test_a_step_that_failed_with_nothing_typed_can_be_retried_too(
    window: Window, proposal: Path
) -> None:
    wizard = _wizard(window, proposal)
    _removed(proposal)
    wizard.opened.bridge.act(lambda session: session.add_row("pricing.kpis"))
    assert wizard.topbar.retry.isVisible()

    proposal.with_suffix(".away").rename(proposal)
    click(wizard.topbar.retry)

    assert wizard.topbar.saved.isVisible()


@pytest.mark.parametrize("trouble", TROUBLES)
def test_the_sign_of_life_tells_at_once_that_a_file_is_lost_and_only_once(
    window: Window, proposal: Path, trouble: str
) -> None:
    happen, words = TROUBLES[trouble]
    wizard = _wizard(window, proposal)
    happen(proposal)

    wizard.opened._pulse.timeout.emit()
    told = _toast(window, words)
    wizard.opened._pulse.timeout.emit()
    proposal.parent.chmod(0o755)

    assert wizard.topbar.retry.isVisible()
    assert window.toasts.shown == [told]


def test_closing_asks_before_answers_are_lost_and_goes_back(window: Window, proposal: Path) -> None:
    wizard = _wizard(window, proposal)
    _removed(proposal)
    _type(wizard, "Lowmarsh")

    window.close()
    question = _asked_last(window)
    assert window.isVisible()
    click(question.no)
    proposal.with_suffix(".away").rename(proposal)
    window.go_home()

    assert window.wizard is None
    assert _kept(proposal) == "Lowmarsh"


def test_closing_without_the_last_answers_is_possible(window: Window, proposal: Path) -> None:
    wizard = _wizard(window, proposal)
    _removed(proposal)
    _type(wizard, "Lowmarsh")

    window.go_home()
    click(_asked_last(window).give_up)

    assert window.wizard is None
    assert window.stack.currentWidget() is window.home


def test_another_proposal_is_not_opened_over_answers_that_are_not_kept(
    window: Window, proposal: Path, sample_file: Path, copies: Path
) -> None:
    wizard = _wizard(window, proposal)
    _removed(proposal)
    _type(wizard, "Lowmarsh")

    window.open_proposal(sample_file)
    click(_asked_last(window).yes)

    assert window.wizard is not None
    assert window.wizard.opened.path == copies
    assert _kept(copies) == "Lowmarsh"


def test_a_copy_that_cannot_be_made_is_told_and_loses_nothing(
    window: Window, proposal: Path, copies: Path
) -> None:
    wizard = _wizard(window, proposal)
    _removed(proposal)
    _type(wizard, "Lowmarsh")
    copies.write_text("taken", encoding="utf-8")

    click(_toast(window, "Not saved").actions_below["Save a copy"])

    assert window.wizard is wizard
    assert wizard.opened.bridge.waiting == {"deal.health_system": "Lowmarsh"}
    assert _told(window, "The copy could not be saved")
    proposal.with_suffix(".away").rename(proposal)


def test_an_export_into_a_folder_without_permission_says_so(
    window: Window,
    sample_file: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A superuser may write into every folder, so the place is one that cannot take a file at all.
    blocked = tmp_path / "blocked"
    blocked.write_text("a file", encoding="utf-8")
    monkeypatch.setattr(exporting, "ask_save", lambda *_told: blocked / "Roadmap.pdf")
    wizard = _wizard(window, sample_file)

    window.exporter.ask(wizard.opened, Wish("pdf", "full", "letter"), 0)

    qtbot.waitUntil(lambda: _told(window, "Not saved") is not None, timeout=SOON)
    assert "choose another place" in _toast(window, "Not saved").words


def test_a_program_that_died_is_told_and_nothing_was_lost(window: Window, proposal: Path) -> None:
    program = f"""
import os
from datetime import datetime
from pathlib import Path
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.store.file import ProposalFile
from tests.proposals import HEADLINE
file = ProposalFile.open(Path({str(proposal)!r}))
now = datetime.fromisoformat({NOW.isoformat()!r})
change = Change("deal.health_system", None, "Lowmarsh")
file.append(Batch(1, "Edit", Origin.USER, "", now, (change,)), HEADLINE)
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)

    wizard = _wizard(window, proposal)

    assert wizard.opened.text("deal.health_system") == "Lowmarsh"
    assert "Nothing was lost. Last change at" in _toast(window, "Recovered after").words


def test_a_program_that_ended_well_is_not_told(window: Window, proposal: Path) -> None:
    _wizard(window, proposal)
    window.go_home()

    _wizard(window, proposal)

    assert not _told(window, "Recovered")
