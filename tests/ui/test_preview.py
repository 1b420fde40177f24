"""The preview: real pages beside the form, kept new, read by key, found by text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.proof_worker import ProofWorker
from tests.ui.preview_hands import SOON, open_few_pages, show_pages
from tests.ui_hands import click, press, type_text
from ui.preview.panel import Preview
from ui.preview.placing import Zoom
from ui.preview.press import State
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


def _is_drawn(preview: Preview) -> bool:
    """Return whether something stands on the page that is seen."""
    view = preview.pages.viewport()
    image = preview.pages.grab(QRect(QPoint(0, 0), view.size())).toImage()
    middle = image.height() // 2
    colors = {image.pixel(x, middle) for x in range(image.width() // 4, image.width() // 2)}
    return len(colors) > 2


def test_the_preview_shows_pages_and_says_that_they_are_up_to_date(
    preview: Preview, wizard: Wizard, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: _is_drawn(preview), timeout=SOON)

    assert wizard.outlet.press.state is State.READY
    assert preview.tools.up.isEnabled() is (preview.pages.page > 1)
    assert f"of {preview.pages.count}" in preview.pages.accessibleName()


def test_before_the_first_pages_an_outline_and_the_state_are_shown(wizard: Wizard) -> None:
    press(wizard.window(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    preview = wizard.outlet.desk.preview
    assert preview is not None
    assert preview.isVisible()
    assert wizard.outlet.press.state is State.LOADING
    assert preview.pages.accessibleName() == "Pages are being laid out"


def test_an_edit_reaches_the_pages_and_what_is_read_stays_in_sight(
    preview: Preview, wizard: Wizard, qtbot: QtBot
) -> None:
    preview.go(3)
    before = preview.pages.verticalScrollBar().value()
    field = wizard.page.body.fields["deal.health_system"]
    type_text(field.editor.focusProxy(), " and Clinics")
    wizard.flush()

    assert wizard.outlet.press.state is State.STALE
    qtbot.waitUntil(lambda: wizard.outlet.press.state is State.READY, timeout=SOON)

    assert preview.pages.page == 3
    assert preview.pages.verticalScrollBar().value() == before


@pytest.mark.usefixtures("preview")
def test_a_proof_older_than_the_newest_change_is_dropped(wizard: Wizard, qtbot: QtBot) -> None:
    press_ = wizard.outlet.press
    first = press_.proof
    wizard.opened.bridge.set("deal.health_system", "One")
    press_._send()
    wizard.opened.bridge.set("deal.health_system", "Two")
    with qtbot.waitSignal(press_._bench.made, timeout=SOON):
        pass
    assert press_.proof is first

    qtbot.waitUntil(lambda: press_.state is State.READY, timeout=SOON)
    assert press_.proof is not first


def test_the_page_of_the_field_one_is_in_is_shown(preview: Preview, wizard: Wizard) -> None:
    proof = wizard.outlet.press.proof
    assert proof is not None

    wizard.go("solution")

    assert preview.pages.page == proof.page_of("solution.summary")


def test_a_worker_that_died_is_told_and_retry_brings_the_pages(
    preview: Preview, wizard: Wizard, qtbot: QtBot
) -> None:
    worker = wizard.outlet.press._bench._worker
    assert isinstance(worker, ProofWorker)
    assert worker._running is not None
    worker._running.process.kill()
    worker._running.process.join()
    wizard.opened.bridge.set("deal.health_system", "Elsewhere")
    qtbot.waitUntil(lambda: wizard.outlet.press.state is State.FAILED, timeout=SOON)

    assert preview.trouble.isVisible()
    assert "could not be laid out" in preview.trouble.accessibleName()
    assert "Your answers are safe" in preview.trouble.accessibleName()
    click(preview.copy)
    assert "The layout process ended" in QApplication.clipboard().text()
    assert preview.copy.text() == "Copied"
    click(preview.again)

    qtbot.waitUntil(lambda: wizard.outlet.press.state is State.READY, timeout=SOON)
    assert not preview.trouble.isVisible()


def test_keys_turn_pages(preview: Preview) -> None:
    pages = preview.pages
    press(pages, Qt.Key.Key_Home)
    assert pages.page == 1
    press(pages, Qt.Key.Key_PageDown)
    assert pages.page == 2
    press(pages, Qt.Key.Key_End)
    assert pages.page == pages.count
    press(pages, Qt.Key.Key_PageUp)
    assert pages.page == pages.count - 1


def test_keys_enlarge_between_half_and_twice_the_true_size(preview: Preview) -> None:
    pages, held = preview.pages, Qt.KeyboardModifier.ControlModifier
    for _ in range(12):
        press(pages, Qt.Key.Key_Plus, held)
    assert pages.zoom == Zoom("part", 2.0)
    for _ in range(12):
        press(pages, Qt.Key.Key_Minus, held)
    assert pages.zoom == Zoom("part", 0.5)
    assert preview.tools.zoom.text() == "50%"
    press(pages, Qt.Key.Key_0, held | Qt.KeyboardModifier.AltModifier)
    assert pages.zoom == Zoom("page")


def test_the_width_of_a_page_fits(preview: Preview) -> None:
    preview.tools.zoomed.emit(Zoom("width"))

    area, view = preview.pages._placed.areas[0], preview.pages.viewport()
    assert abs(area.width() + 48 - view.width()) <= 2
    assert preview.tools.zoom.text() == "Fit width"


def test_two_pages_stand_beside_each_other(preview: Preview) -> None:
    preview.tools.columns.button(1).click()

    first, second = preview.pages._placed.areas[:2]
    assert first.top() == second.top()
    assert first.right() < second.left()


def test_small_pictures_lead_to_their_page_by_click_and_key(
    preview: Preview, wizard: Wizard
) -> None:
    wizard.outlet.desk.setSizes([500, 900])
    assert preview.thumbs.isVisible()
    place = preview.thumbs._areas[2].center().toPoint()
    preview.thumbs.verticalScrollBar().setValue(0)
    click(preview.thumbs.viewport(), place)
    assert preview.pages.page == 3
    press(preview.thumbs, Qt.Key.Key_Up)
    assert preview.pages.page == 2
    assert "page 2 of" in preview.thumbs.accessibleName()


def test_a_text_is_found_marked_and_gone_through(preview: Preview, qtbot: QtBot) -> None:
    pages, finder = preview.pages, preview.finder
    press(pages, Qt.Key.Key_Home)
    press(pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert finder.isVisible()
    type_text(finder.line, "a nurse signs")
    qtbot.waitUntil(lambda: finder.told.text() == "1 of 2", timeout=SOON)
    first = pages.page

    press(finder.line, Qt.Key.Key_Return)
    assert finder.told.text() == "2 of 2"
    assert pages.page != first
    click(finder.back)
    assert finder.told.text() == "1 of 2"
    press(finder.line, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert pages._hits == ()


def test_a_text_that_is_nowhere_is_said_to_be_not_found(preview: Preview, qtbot: QtBot) -> None:
    preview.search()
    type_text(preview.finder.line, "zeppelin")

    qtbot.waitUntil(lambda: preview.finder.told.text() == "Not found", timeout=SOON)
    assert not preview.finder.next.isEnabled()


@pytest.mark.usefixtures("preview")
def test_f11_shows_the_pages_on_the_whole_screen_and_esc_leaves(wizard: Wizard) -> None:
    window = wizard.window()
    press(window, Qt.Key.Key_F11)
    screen = wizard.outlet.desk._screen
    assert screen is not None
    assert screen.isVisible()
    assert window.isFullScreen()

    press(screen.preview.pages, Qt.Key.Key_Escape)

    assert wizard.outlet.desk._screen is None
    assert not window.isFullScreen()


@pytest.mark.usefixtures("preview")
def test_in_full_screen_tab_stays_in_sight_and_f11_gives_the_focus_back(wizard: Wizard) -> None:
    before = QApplication.focusWidget()
    press(wizard.window(), Qt.Key.Key_F11)
    screen = wizard.outlet.desk._screen
    assert screen is not None
    QApplication.processEvents()

    for _turn in range(20):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        assert screen.isAncestorOf(here)
    press(QApplication.focusWidget(), Qt.Key.Key_F11)

    assert wizard.outlet.desk._screen is None
    assert QApplication.focusWidget() is before


def test_the_keys_of_the_pages_hold_in_the_bar_above_them(preview: Preview) -> None:
    preview.tools.columns.button(0).setFocus()

    press(QApplication.focusWidget(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    press(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert preview.pages.zoom != Zoom()
    assert preview.finder.line.hasFocus()


def test_in_a_narrow_window_the_pages_take_the_place_of_the_form_and_lead_back(
    preview: Preview, wizard: Wizard
) -> None:
    wizard.window().resize(1024, 700)
    assert not wizard.stack.isVisible()
    assert preview.isVisible()

    click(preview.tools.back)

    assert wizard.stack.isVisible()
    assert not preview.isVisible()


def test_a_closed_preview_makes_no_more_proofs(preview: Preview, wizard: Wizard) -> None:
    click(preview.tools.close_button)
    wizard.opened.bridge.set("deal.health_system", "Unseen")

    assert wizard.outlet.press.state is State.STALE
    assert not wizard.outlet.press._pause.isActive()


@pytest.mark.usefixtures("preview")
def test_nothing_of_the_preview_outlives_the_proposal(wizard: Wizard, window: Window) -> None:
    worker = wizard.outlet.press._bench._worker
    assert worker is not None

    window.go_home()

    assert worker.process_id is None
    assert not wizard.outlet.press.images.isRunning()
