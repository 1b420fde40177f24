"""The pages lead to the questions: by pointer, by key, beside the form, alone and in the export."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.preview_hands import SOON, open_few_pages, show_pages
from tests.ui_hands import click, press, type_text
from ui.preview.pages import PagesView
from ui.preview.panel import Preview
from ui.window import Window
from ui.wizard import Wizard


@pytest.fixture
def wizard(window: Window, empty_file: Path) -> Wizard:
    """Return an open proposal that fills a few pages."""
    return open_few_pages(window, empty_file)


@pytest.fixture
def preview(wizard: Wizard, qtbot: QtBot) -> Preview:
    """Return the preview beside the first step, with its pages there."""
    return show_pages(wizard, qtbot)


def _brought(pages: PagesView, wizard: Wizard, path: str) -> QPoint:
    """Bring an answer into sight and return where it stands in the viewport."""
    proof = wizard.outlet.press.proof
    assert proof is not None
    spot = proof.spot_of(path)
    assert spot is not None
    pages.go(spot.page)
    pages.reveal(spot.page, spot.top)
    corner = QPointF(pages._corner())
    return (pages._area(spot).center() - corner).toPoint()


def test_an_answer_is_lit_up_under_the_pointer_and_a_click_opens_its_field(
    preview: Preview, wizard: Wizard
) -> None:
    place = _brought(preview.pages, wizard, "solution.summary")
    view = preview.pages.viewport()
    QTest.mouseMove(view, place)

    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    click(view, place)

    assert wizard.section.id == "solution"
    field = wizard.page.body.fields["solution.summary"]
    assert field.isAncestorOf(wizard.window().focusWidget())
    assert field._ringed


def test_where_nothing_was_answered_the_pointer_stays_as_it_is(
    preview: Preview, wizard: Wizard
) -> None:
    _brought(preview.pages, wizard, "solution.summary")
    view = preview.pages.viewport()
    QTest.mouseMove(view, QPoint(3, 3))

    assert view.cursor().shape() is Qt.CursorShape.ArrowCursor
    click(view, QPoint(3, 3))
    assert wizard.section.id == "deal"


def test_a_click_beside_a_form_leaves_the_page_where_it_is(
    preview: Preview, wizard: Wizard
) -> None:
    place = _brought(preview.pages, wizard, "solution.summary")
    before = preview.pages.verticalScrollBar().value()

    click(preview.pages.viewport(), place)

    assert preview.pages.verticalScrollBar().value() == before
    assert preview.pages._at_home == "solution.summary"


def test_the_answer_of_the_field_one_is_in_is_brought_into_sight(
    preview: Preview, wizard: Wizard
) -> None:
    preview.go(1)

    wizard.go_to("review.summary")

    assert preview.pages.shows("review.summary")


def test_enter_opens_the_question_of_what_was_found(
    preview: Preview, wizard: Wizard, qtbot: QtBot
) -> None:
    preview.search()
    type_text(preview.finder.line, "It listens")
    qtbot.waitUntil(lambda: bool(preview.pages._hits), timeout=SOON)
    preview.pages.setFocus()

    press(preview.pages, Qt.Key.Key_Return)

    assert wizard.section.id == "solution"
    assert wizard.page.body.fields["solution.summary"]._ringed


def test_pages_that_hide_the_step_give_it_back(
    preview: Preview, wizard: Wizard, window: Window
) -> None:
    window.resize(1024, 700)
    assert not wizard.stack.isVisible()
    place = _brought(preview.pages, wizard, "solution.summary")

    click(preview.pages.viewport(), place)

    assert not preview.isVisible()
    assert wizard.page.body.fields["solution.summary"].isVisible()


@pytest.mark.usefixtures("preview")
def test_a_click_in_the_export_leads_back_to_the_step(wizard: Wizard, window: Window) -> None:
    press(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    page = wizard.outlet.export_page
    assert page is not None
    place = _brought(page.preview.pages, wizard, "solution.summary")

    click(page.preview.pages.viewport(), place)

    assert not wizard.outlet.is_exporting
    assert wizard.section.id == "solution"
