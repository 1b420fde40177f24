"""A name of another proposal: it stands in the way of saving, until it goes or is allowed here."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmapper import paths
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import allowed
from roadmapper.store.file import ProposalFile
from roadmapper.template.shelf import template_in
from tests.ui_hands import click, press, type_text
from ui.allowing import AllowName
from ui.pages.export import ExportPage
from ui.pages.findings import FindingRow
from ui.window import Window

_SOON = 30_000
_FEW = {"deal.health_system": "Lowmarsh Health", "solution.summary": "As at Larkmere, it listens."}


@pytest.fixture
def page(window: Window, empty_file: Path, qtbot: QtBot) -> ExportPage:
    """Return the export of a proposal that names the customer of another beside it."""
    template = template_in(paths.templates() / "partnership")
    ProposalFile.create(
        empty_file.with_name("lark.roadmap"),
        template.id,
        template.version,
        clock=lambda: datetime(2027, 5, 3, tzinfo=UTC),
        answers=Answers({"deal.health_system": "Larkmere University Health"}),
    )
    window.resize(1440, 900)
    window.open_proposal(empty_file)
    wizard = window.wizard
    assert wizard is not None
    wizard.opened.bridge.change(dict(_FEW), "Answer a little")
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    made = wizard.outlet.export_page
    assert made is not None
    qtbot.waitUntil(lambda: made.names.stands, timeout=_SOON)
    return made


def _dialog(window: Window) -> AllowName:
    (found,) = (one for one in window.findChildren(AllowName) if one.isVisible())
    return found


def test_a_foreign_name_is_told_on_the_page_and_keeps_it_from_being_saved(page: ExportPage) -> None:
    assert page.names.isVisible()
    assert not page.save_button.isEnabled()
    assert '"Larkmere" belongs to another proposal' in page.names.told.text()
    assert page.open_line.isHidden()


def test_a_name_that_is_allowed_with_a_reason_stands_no_longer_in_the_way(
    page: ExportPage, window: Window, qtbot: QtBot
) -> None:
    click(page.names.allow)
    dialog = _dialog(window)
    assert not dialog.yes.isEnabled()
    type_text(dialog.reason, "They are our reference")
    click(dialog.yes)

    qtbot.waitUntil(page.save_button.isEnabled, timeout=_SOON)
    assert window.wizard is not None
    assert allowed(window.wizard.opened.answers) == {"Larkmere": "They are our reference"}
    assert page.names.isHidden()
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.names.stands, timeout=_SOON)


def test_the_answer_with_the_name_is_one_click_away(page: ExportPage, window: Window) -> None:
    click(page.names.answer)

    assert window.wizard is not None
    assert window.wizard.section.id == "solution"


def test_the_review_lists_the_name_and_can_allow_it(
    page: ExportPage, window: Window, qtbot: QtBot
) -> None:
    click(page.back)
    rows = window.findChildren(FindingRow)
    (one,) = (row for row in rows if "belongs to another" in row.sentence and row.isVisible())

    click(one.aside)

    assert one.aside.text() == "Allow here"
    qtbot.waitUntil(lambda: _dialog(window).isVisible())
