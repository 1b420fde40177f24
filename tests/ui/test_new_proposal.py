"""The dialog that begins a proposal: what it starts from, what it asks, what it says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.samples import list_samples
from roadmapper.store.file import ProposalFile
from tests.ui_hands import click, press, type_text
from ui import messages
from ui.home.beginning import Beginning
from ui.home.begun import BegunSheet
from ui.home.new import NewProposal, Offer
from ui.making import make_new, template_used
from ui.parts.scrolling import Yielding
from ui.settings import Settings
from ui.tasks import Tasks
from ui.window import Window

_SOON = 20_000


def _dialog(window: Window) -> NewProposal:
    window.journeys.ask_new()
    dialog = window.findChildren(NewProposal)[-1]
    assert dialog is not None
    return dialog


@pytest.fixture
def with_sample(window: Window, sample_file: Path, qtbot: QtBot) -> Window:
    """Return the window on Home with the filled sample in its list."""
    window.open_proposal(sample_file)
    window.go_home()
    qtbot.waitUntil(lambda: bool(window.home.listing.entries))
    return window


def test_what_will_be_copied_is_counted_and_listed_before_it_is(
    with_sample: Window, qtbot: QtBot
) -> None:
    dialog = _dialog(with_sample)
    click(dialog.previous)
    qtbot.waitUntil(dialog.show_list.isVisible, timeout=_SOON)
    assert dialog.note.text().endswith(" left blank for the new client.")

    click(dialog.show_list)
    (sheet,) = with_sample.findChildren(BegunSheet)
    counted = dialog.note.text().partition(" will")[0]
    assert sheet.line.text().startswith(f"{counted} kept, ")
    click(sheet.done)
    assert dialog.isVisible()

    type_text(dialog.system, "Lowmarsh Health")
    type_text(dialog.opportunity, "Notes roadmap")
    click(dialog.begin)

    made = with_sample.findChildren(BegunSheet)[-1]
    assert made.line.text().startswith(f"{counted} kept, ")


def test_a_missing_name_is_asked_for_in_the_words_of_each_field(window: Window) -> None:
    dialog = _dialog(window)

    click(dialog.begin)
    assert dialog.system.hasFocus()
    assert dialog.system.accessibleDescription() == (
        "Enter the health system’s name. It goes on the cover."
    )
    assert dialog.opportunity.accessibleDescription() == "Name the opportunity in a few words."

    type_text(dialog.system, "L")
    assert dialog.system.property("state") == ""
    assert dialog.opportunity.property("state") == "error"


def test_who_only_passes_through_a_field_is_told_nothing(window: Window) -> None:
    dialog = _dialog(window)

    press(dialog.system, Qt.Key.Key_Tab)
    assert not dialog.system.property("state")

    dialog.system.setFocus()
    type_text(dialog.system, "L")
    press(dialog.system, Qt.Key.Key_Backspace)
    press(dialog.system, Qt.Key.Key_Tab)
    assert dialog.system.property("state") == "error"


def test_a_use_suggests_a_name_until_one_is_typed(window: Window) -> None:
    dialog = _dialog(window)
    click(dialog.use_cases["virtual nursing"])
    assert dialog.opportunity.text() == "Virtual nursing roadmap"

    click(dialog.use_cases["imaging"])
    assert dialog.opportunity.text() == "Imaging roadmap"
    assert not dialog.use_cases["virtual nursing"].isChecked()

    dialog.opportunity.setText("Own words")
    click(dialog.use_cases["virtual nursing"])
    assert dialog.opportunity.text() == "Own words"


def test_decision_and_author_are_kept(window: Window) -> None:
    window.take_settings(
        Settings(
            name="Ann Ruiz",
            theme="light",
            motion=False,
            folder=window.settings.folder,
            tour_seen=True,
        )
    )
    dialog = _dialog(window)
    type_text(dialog.system, "Lowmarsh Health")
    type_text(dialog.opportunity, "Notes")
    type_text(dialog.decision, "9/30/2027")
    assert dialog.prepared_by.text() == "Ann Ruiz"

    click(dialog.begin)

    assert window.wizard is not None
    opened = window.wizard.opened
    assert opened.text("deal.decision_date") == "2027-09-30"
    (row,) = opened.session.rows("deal.team")
    assert opened.text(f"deal.team[{row}].name") == "Ann Ruiz"
    assert not opened.session.can_undo


def test_what_is_no_date_is_not_taken(window: Window) -> None:
    dialog = _dialog(window)
    type_text(dialog.system, "Lowmarsh Health")
    type_text(dialog.opportunity, "Notes")
    type_text(dialog.decision, "soon")

    click(dialog.begin)

    assert dialog.decision.hasFocus()
    assert "Write the date like" in dialog.decision.accessibleDescription()
    assert window.wizard is None


def test_an_author_who_is_in_the_team_already_is_not_named_twice(
    tmp_path: Path, sample_file: Path
) -> None:
    first, second = tmp_path / "first.roadmap", tmp_path / "second.roadmap"
    told = ("Lowmarsh", "Notes", "")

    for path, earlier in ((first, sample_file), (second, first)):
        make_new(path, Beginning(*told, earlier, prepared_by="Ann Ruiz"), _clock)

    for path in (first, second):
        with ProposalFile.open(path, write=False) as file:
            assert list(file.answers.values()).count("Ann Ruiz") == 1


def _clock() -> datetime:
    return datetime(2027, 5, 3, tzinfo=UTC)


def test_each_sample_can_be_opened_from_the_dialog(window: Window) -> None:
    dialog = _dialog(window)
    click(dialog.sample)
    assert not dialog.system.isVisible()
    assert dialog.begin.text() == "Open the sample"
    dialog.samples.setCurrentIndex(1)

    click(dialog.begin)

    assert window.wizard is not None
    title = list_samples()[1].title
    assert window.wizard.opened.path.name == f"Sample - {title}.roadmap"


def test_file_asks_at_once_and_without_a_choice_the_dialog_stays(
    window: Window, sample_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = _dialog(window)
    answers: list[Path | None] = [sample_file, None]
    monkeypatch.setattr(messages, "ask_open", lambda *_told: answers.pop())

    click(dialog.file)
    assert dialog.isVisible()
    assert dialog.blank.isChecked()

    click(dialog.file)
    assert window.wizard is not None
    assert window.wizard.opened.path == sample_file


def test_a_name_that_is_taken_gets_a_number_and_it_is_said(window: Window) -> None:
    for _ in range(2):
        window.journeys.begin(Beginning("Lowmarsh Health", "Notes", "", None))

    assert window.wizard is not None
    assert window.wizard.opened.path.name == "Lowmarsh Health - Notes 2.roadmap"
    assert "this is “Lowmarsh Health - Notes 2”" in window.toasts.shown[-1].words


def test_a_template_is_asked_for_only_if_there_are_several(window: Window) -> None:
    template, tasks = template_used(), Tasks(window)
    one = NewProposal(window, Offer((template,), (), ()), tasks)
    one.open()
    assert not one.templates.isVisible()
    assert not one.sample.isVisible()
    one.dismiss()

    several = NewProposal(window, Offer((template, template), (), ()), tasks)
    several.open()
    assert several.templates.isVisible()


def test_the_foot_is_never_cut(window: Window, qtbot: QtBot) -> None:
    window.take_settings(
        Settings(theme="light", motion=False, scale=2.0, folder=window.settings.folder)
    )
    window.resize(1024, 700)
    dialog = _dialog(window)

    qtbot.waitUntil(lambda: dialog.panel.height() > 0)
    body = dialog.findChild(Yielding)
    assert body is not None
    qtbot.waitUntil(body.verticalScrollBar().isVisible)
    for button in (dialog.cancel, dialog.begin):
        corner = button.mapTo(dialog.panel, button.rect().bottomRight())
        assert dialog.panel.rect().contains(corner)
        assert button.width() >= button.minimumSizeHint().width()
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_the_dialog_grows_with_what_it_asks_where_there_is_room(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    window.open_proposal(sample_file)
    window.go_home()
    qtbot.waitUntil(lambda: bool(window.home.listing.entries))
    window.resize(1440, 900)
    dialog = _dialog(window)
    body = dialog.findChild(Yielding)
    assert body is not None
    before = dialog.panel.height()

    click(dialog.previous)
    qtbot.waitUntil(lambda: dialog.panel.height() > before)
    qtbot.waitUntil(lambda: not body.verticalScrollBar().isVisible())
