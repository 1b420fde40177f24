"""The menu of the open proposal: history, copies, delivered."""

from pathlib import Path

from roadmapper.proposal.notes import STATUS
from roadmapper.store.file import ProposalFile
from tests.ui_hands import click
from ui.history import History
from ui.window import Window
from ui.wizard import Wizard


def _wizard(window: Window, path: Path) -> Wizard:
    window.open_proposal(path)
    assert window.wizard is not None
    return window.wizard


def test_history_lists_the_steps_and_goes_back_to_before_one(
    window: Window, empty_file: Path
) -> None:
    wizard = _wizard(window, empty_file)
    for path in ("deal.name", "deal.vendor", "deal.promise"):
        wizard.opened.bridge.set(path, "Notes")
    window.menu.show_history()
    sheet = window.findChild(History)
    assert sheet is not None

    click(sheet.lines[1].back)

    answers = wizard.opened.answers
    assert (answers.text("deal.name"), answers.text("deal.vendor")) == ("Notes", "")
    assert wizard.opened.session.can_redo


def test_a_copy_holds_what_was_typed_a_moment_ago(
    window: Window, empty_file: Path, tmp_path: Path
) -> None:
    wizard = _wizard(window, empty_file)
    wizard.opened.bridge.set("deal.name", "Notes")

    window.menu.copy_to(wizard, tmp_path / "copy.roadmap")

    with ProposalFile.open(tmp_path / "copy.roadmap", write=False) as file:
        assert file.answers.text("deal.name") == "Notes"


def test_a_copy_over_a_file_that_is_there_is_refused_in_one_sentence(
    window: Window, empty_file: Path, sample_file: Path
) -> None:
    wizard = _wizard(window, empty_file)
    before = sample_file.read_bytes()

    window.menu.copy_to(wizard, sample_file)

    assert sample_file.read_bytes() == before
    assert "could not be saved" in window.toasts.shown[-1].words


def test_delivered_is_marked_and_taken_back(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file)

    window.menu.toggle_delivered()
    assert wizard.opened.text(STATUS) == "delivered"

    window.menu.toggle_delivered()
    assert wizard.opened.text(STATUS) == ""
