"""The roadmap step with real drags and keys: bars move, undo takes them back, all is told."""

from datetime import date

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.roadmap_hands import bar, choose, heard, item, middle, months, undo_label
from tests.ui_hands import click, drag, hold, move_to, press, type_text
from ui.pages.roadmap import RoadmapPage
from ui.pages.roadmap_time import Scale
from ui.window import Window

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


# --- the pointer --------------------------------------------------------------------------------


def test_a_dragged_bar_moves_by_half_months_and_undo_puts_it_back(page: RoadmapPage) -> None:
    before = item(page, "EMR write-back").dates
    start = middle(bar(page, "EMR write-back"))

    drag(page.canvas, start, start + months(page, 1))

    assert item(page, "EMR write-back").dates.start == date(2027, 8, 1)
    assert item(page, "EMR write-back").dates.days == before.days
    assert undo_label(page) == "Undo move EMR write-back"
    assert page._opened.bridge.undo()
    assert item(page, "EMR write-back").dates == before


def test_two_drags_are_two_steps_however_quick(page: RoadmapPage) -> None:
    before = item(page, "Baseline").dates
    for _ in range(2):
        edge = bar(page, "Baseline").box
        at = QPoint(round(edge.right) - 2, round(edge.middle))
        drag(page.canvas, at, at + months(page, 1))

    page._opened.bridge.undo()
    assert item(page, "Baseline").dates != before
    page._opened.bridge.undo()
    assert item(page, "Baseline").dates == before


def test_an_edge_stretches_the_bar(page: RoadmapPage) -> None:
    before = item(page, "Scale").dates
    box = bar(page, "Scale").box
    at = QPoint(round(box.right) - 2, round(box.middle))

    drag(page.canvas, at, at - months(page, 2))

    now = item(page, "Scale").dates
    assert now.start == before.start
    assert now.end == date(2028, 12, 31)
    assert undo_label(page) == "Undo stretch Scale: two sites a quarter"


def test_escape_puts_back_what_is_held(page: RoadmapPage) -> None:
    before = item(page, "Prove value").dates
    at = middle(bar(page, "Prove value"))
    on_screen = hold(page.canvas, at)
    move_to(page.canvas, on_screen + months(page, 3))
    assert bar(page, "Prove value").item.dates != before

    press(page.canvas, Key.Key_Escape)
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=at + months(page, 3))

    assert bar(page, "Prove value").item.dates == before == item(page, "Prove value").dates
    assert undo_label(page) == ""


def test_a_click_selects_and_changes_nothing(page: RoadmapPage) -> None:
    choose(page, "Nursing")

    assert page.canvas.place.path == item(page, "Nursing").path
    assert page.strip.title.text() == "Nursing flowsheet drafting"
    assert undo_label(page) == ""


def test_a_line_from_the_dot_makes_the_other_bar_wait(page: RoadmapPage) -> None:
    choose(page, "Champions")
    dot = QPoint(*(round(one) for one in bar(page, "Champions").dot))

    drag(page.canvas, dot, middle(bar(page, "Training, each")))

    assert item(page, "Training, each").after == (item(page, "Champions").path,)
    assert undo_label(page) == "Undo let Training, each wave depend on Champions"


def test_a_bar_cannot_wait_for_what_waits_for_it(page: RoadmapPage, window: Window) -> None:
    choose(page, "Nursing")
    dot = QPoint(*(round(one) for one in bar(page, "Nursing").dot))

    drag(page.canvas, dot, middle(bar(page, "Order capture")))

    assert item(page, "Order capture").after == ()
    assert "depends on" in window.toasts.shown[-1].words


def test_a_dragged_gate_changes_its_date_in_the_deployment_step(page: RoadmapPage) -> None:
    gate = page.canvas.plan.gates[-1]
    at = QPoint(round(gate.x), round(gate.y))

    drag(page.canvas, at, at + months(page, 1))

    assert page._opened.text("deploy.gates[g3].date") == "2028-09-30"
    assert undo_label(page) == "Undo move Scale or stop (G3)"


def test_the_wheel_zooms_with_ctrl_and_scrolls_sideways_with_shift(page: RoadmapPage) -> None:
    def turn(modifier: Qt.KeyboardModifier, by: int) -> None:
        at = QPointF(400, 200)
        event = QWheelEvent(
            at,
            page.canvas.mapToGlobal(at),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.canvas, event)

    turn(CTRL, 120)
    QApplication.processEvents()

    assert page.canvas.scale is Scale.MONTHS
    assert page.bar.scale.index == Scale.MONTHS
    side = page.view.area.horizontalScrollBar()
    side.setValue(0)
    turn(SHIFT, -120)
    assert side.value() == 120
    turn(CTRL, -120)
    turn(CTRL, -120)
    assert page.bar.scale.index == Scale.YEARS


# --- the keys -----------------------------------------------------------------------------------


def test_arrows_move_the_selection_in_time_and_between_lanes(page: RoadmapPage) -> None:
    canvas = page.canvas
    choose(page, "Configure")

    press(canvas, Key.Key_Right)
    assert canvas.place.path == item(page, "Wave 1").path
    press(canvas, Key.Key_Right)
    assert canvas.place.path == item(page, "Pilot").path
    press(canvas, Key.Key_End)
    assert canvas.place.path == item(page, "Wave 5").path
    press(canvas, Key.Key_Down)
    assert canvas.place.lane == "Co-development"
    press(canvas, Key.Key_Up)
    press(canvas, Key.Key_Up)
    assert canvas.place.path.startswith("deploy.gates[")


def test_alt_and_arrows_move_the_bar_shift_and_arrows_stretch_it(page: RoadmapPage) -> None:
    choose(page, "Order capture")

    press(page.canvas, Key.Key_Right, ALT)
    assert item(page, "Order capture").dates.start == date(2027, 11, 16)
    press(page.canvas, Key.Key_Right, SHIFT)
    assert item(page, "Order capture").dates.end == date(2028, 4, 30)
    press(page.canvas, Key.Key_Left, ALT)
    assert item(page, "Order capture").dates.start == date(2027, 11, 1)


def test_enter_opens_all_fields_and_escape_comes_back(page: RoadmapPage, window: Window) -> None:
    choose(page, "Nursing")

    press(page.canvas, Key.Key_Return)
    form = page.panel.form
    assert form is not None
    assert form.isAncestorOf(window.focusWidget())
    press(window.focusWidget(), Key.Key_Escape)

    assert page.panel.isHidden()
    assert page.canvas.hasFocus()


def test_escape_closes_the_fields_from_the_timeline_too(page: RoadmapPage) -> None:
    choose(page, "Nursing")
    press(page.canvas, Key.Key_Return)
    page.canvas.setFocus()

    press(page.canvas, Key.Key_Escape)

    assert page.panel.isHidden()
    assert page.canvas.hasFocus()


def test_delete_removes_the_bar_and_the_toast_brings_it_back(
    page: RoadmapPage, window: Window
) -> None:
    path = item(page, "Baseline").path
    choose(page, "Baseline")

    press(page.canvas, Key.Key_Delete)

    assert page.canvas.board.item(path) is None
    assert page.canvas.place.path == item(page, "First value").path
    toast = window.toasts.shown[-1]
    assert toast.words == "Baseline removed"
    click(toast.action)
    assert item(page, "Baseline").path == path


def test_a_gate_is_not_removed_here(page: RoadmapPage) -> None:
    gate = page.canvas.plan.gates[0]
    click(page.canvas, QPoint(round(gate.x), round(gate.y)))

    press(page.canvas, Key.Key_Delete)

    assert len(page.canvas.board.gates) == 3


def test_the_timeline_is_one_stop_of_the_tab_key(page: RoadmapPage, window: Window) -> None:
    page.canvas.setFocus()

    press(page.canvas, Key.Key_Tab)

    focus = window.focusWidget()
    assert focus is not page.canvas
    assert not page.view.isAncestorOf(focus)


# --- adding, opening, starting ------------------------------------------------------------------


def test_add_item_adds_to_the_selected_lane_and_opens_it_for_typing(
    page: RoadmapPage, window: Window
) -> None:
    choose(page, "Nursing")

    click(page.bar.add_item)
    type_text(window.focusWidget(), "Third item")
    page.flush()

    added = item(page, "Third item")
    assert added.lane == "Co-development"
    assert added.dates.start == date(2029, 3, 1)


def test_add_gate_adds_it_in_the_deployment_step(page: RoadmapPage) -> None:
    click(page.bar.add_gate)

    rows = page._opened.answers.rows("deploy.gates")
    assert len(rows) == 4
    assert page._opened.text(f"deploy.gates[{rows[-1]}].gate") == "G1 silent exit"
    assert page.panel.path == f"deploy.gates[{rows[-1]}]"


def test_a_double_click_opens_the_fields(page: RoadmapPage) -> None:
    at = middle(bar(page, "Pilot"))

    QTest.mouseDClick(page.canvas, Qt.MouseButton.LeftButton, pos=at)

    assert page.panel.path == item(page, "Pilot").path


def test_a_gate_leads_to_its_own_step(page: RoadmapPage, window: Window) -> None:
    gate = page.canvas.plan.gates[0]
    click(page.canvas, QPoint(round(gate.x), round(gate.y)))

    click(page.strip.step_button)

    assert window.wizard is not None
    assert window.wizard.section.id == "deploy"


def test_an_empty_roadmap_starts_from_a_template_in_one_step(empty: RoadmapPage) -> None:
    assert empty.view.isHidden()
    assert empty.start.buttons["18-months"].hasFocus()

    click(empty.start.buttons["24-months"])

    assert len(empty.canvas.board.items) > 12
    assert empty.start.isHidden()
    assert empty.canvas.hasFocus()
    assert undo_label(empty) == "Undo start from 24 months"
    empty._opened.bridge.undo()
    assert empty.canvas.board.items == ()
    assert not empty.start.isHidden()
    assert empty.start.isAncestorOf(empty.window().focusWidget())


def test_what_stops_at_go_live_says_so_and_offers_what_comes_next(empty: RoadmapPage) -> None:
    click(empty.start.own)
    empty.flush()
    assert not empty.stops.isHidden()

    empty.stops.acted.emit()

    assert empty.stops.isHidden()
    assert [one.lane for one in empty.canvas.board.items] == [
        "Current solution",
        "Co-development",
    ]


# --- what is told -------------------------------------------------------------------------------


def test_a_bar_that_begins_too_early_can_be_moved_after(page: RoadmapPage) -> None:
    choose(page, "Nursing")
    for _ in range(4):
        press(page.canvas, Key.Key_Left, ALT)
    page.flush()
    assert not page.early.isHidden()
    assert "begins before" in heard(page)

    page.early.acted.emit()

    assert page.early.isHidden()
    assert item(page, "Nursing").dates.start == date(2028, 4, 1)


def test_a_reader_hears_the_selected_bar(page: RoadmapPage) -> None:
    choose(page, "Nursing")

    assert heard(page) == (
        "Nursing flowsheet drafting, co-development, April 2028 to August 2028, "
        "depends on order capture from conversation and end of pilot (G2)"
    )


def test_a_row_without_dates_is_told_and_opened(page: RoadmapPage) -> None:
    path = item(page, "Baseline").path
    page._opened.bridge.set(f"{path}.to", None)
    assert "Baseline is not on the timeline" in page.undated.accessibleName()

    page.undated.acted.emit()

    assert page.panel.path == path
    page._opened.bridge.undo()
    assert page.undated.isHidden()


def test_an_address_leads_to_its_bar_its_field_or_its_question(
    page: RoadmapPage, window: Window, qtbot: QtBot
) -> None:
    assert window.wizard is not None
    path = item(page, "Pilot").path

    window.wizard.go_to(path)
    assert page.canvas.place.path == path
    window.wizard.go_to(f"{path}.lane")
    assert page.panel.form is not None
    assert page.panel.form.isAncestorOf(window.focusWidget())
    window.wizard.go_to("roadmap.stages[codev].goal")
    qtbot.waitUntil(lambda: page.form.fields["roadmap.stages"].isAncestorOf(window.focusWidget()))


def test_what_changes_elsewhere_shows_here(page: RoadmapPage) -> None:
    path = item(page, "Pilot").path

    page._opened.bridge.change({f"{path}.name": "First pilot"}, "Find and replace")

    assert item(page, "First pilot").path == path


def test_the_panel_follows_the_selection(page: RoadmapPage) -> None:
    choose(page, "Pilot")
    press(page.canvas, Key.Key_Return)

    choose(page, "Nursing")

    assert page.panel.path == item(page, "Nursing").path
    page.panel.stepped.emit(1)
    assert page.panel.path == page.canvas.place.path != item(page, "Nursing").path
