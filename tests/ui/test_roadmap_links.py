"""The roadmap step: what comes from other steps, links with gates and keys, lanes, few writes."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.proposal.change import Batch
from tests.ui.roadmap_hands import bar, choose, heard, item, middle, months, undo_label
from tests.ui_hands import click, drag, press, type_text
from ui.pages.roadmap import RoadmapPage
from ui.pages.roadmap_lanes import LanesSheet
from ui.parts.labels import Label
from ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
DOWN, UP, LEFT, RIGHT = Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Right


def gate_dot(page: RoadmapPage, place: int) -> QPoint:
    """Select a gate and return where its dot is."""
    gate = page.canvas.plan.gates[place]
    click(page.canvas, QPoint(round(gate.x), round(gate.y)))
    return QPoint(*(round(one) for one in page.canvas.plan.gates[place].dot))


def sheet(window: Window) -> LanesSheet:
    """Return the dialog of the lanes."""
    return next(one for one in window.findChildren(LanesSheet) if one.isVisible())


# --- links with gates ---------------------------------------------------------------------------


def test_a_line_from_the_dot_of_a_gate_makes_a_bar_wait_for_it(page: RoadmapPage) -> None:
    dot = gate_dot(page, 0)

    drag(page.canvas, dot, middle(bar(page, "Champions")))

    assert item(page, "Champions").after == ("deploy.gates[g0]",)
    assert undo_label(page) == "Undo let Champions depend on Ready to start (G0)"


def test_a_line_from_a_bar_to_a_gate_makes_the_bar_wait_too(page: RoadmapPage) -> None:
    choose(page, "First value")
    gate = page.canvas.plan.gates[1]
    dot = QPoint(*(round(one) for one in bar(page, "First value").dot))

    drag(page.canvas, dot, QPoint(round(gate.x), round(gate.y)))

    assert item(page, "First value").after == ("deploy.gates[g2]",)


def test_a_bar_that_begins_before_its_gate_is_moved_after_it(page: RoadmapPage) -> None:
    drag(page.canvas, gate_dot(page, 1), middle(bar(page, "Baseline")))
    choose(page, "Baseline")
    assert not page.early.isHidden()
    assert item(page, "Baseline").path in page.canvas.board.early

    page.early.acted.emit()

    assert item(page, "Baseline").dates.start == date(2028, 3, 21)
    assert page.early.isHidden()


def test_l_and_enter_link_with_keys_and_once_more_unlinks(page: RoadmapPage) -> None:
    choose(page, "Pilot")
    before = item(page, "Pilot").after
    for _ in range(2):
        press(page.canvas, Key.Key_L)
        assert page.canvas.waiting == item(page, "Pilot").path
        press(page.canvas, UP)
        press(page.canvas, Key.Key_Return)
        assert page.canvas.place.path == item(page, "Pilot").path

    gate = "deploy.gates[g0]"
    assert gate in before
    assert item(page, "Pilot").after == ("roadmap.items[set]", gate)
    assert undo_label(page) == "Undo let Pilot: ED and two clinics depend on Ready to start (G0)"


def test_escape_leaves_links_as_they_are(page: RoadmapPage) -> None:
    choose(page, "Champions")

    press(page.canvas, Key.Key_L)
    press(page.canvas, RIGHT)
    press(page.canvas, Key.Key_Escape)

    assert page.canvas.waiting == ""
    assert page.canvas.place.path == item(page, "Champions").path
    assert undo_label(page) == ""


# --- what comes from other steps ----------------------------------------------------------------


def test_a_moved_rehearsal_changes_its_date_in_the_continuity_step(page: RoadmapPage) -> None:
    found = item(page, "Tabletop")
    at = middle(bar(page, "Tabletop"))

    drag(page.canvas, at, at + months(page, 1))

    assert page._opened.text(f"{found.path}.date") == "2028-06-16"
    assert undo_label(page) == "Undo move Tabletop rehearsal"


def test_a_promise_moves_by_whole_quarters(page: RoadmapPage) -> None:
    choose(page, "Safe drafts")
    path = item(page, "Safe drafts").path

    press(page.canvas, RIGHT, ALT)
    press(page.canvas, RIGHT, SHIFT)
    page.flush()

    assert page._opened.text(f"{path}.quarter") == "Q2 2029"
    assert item(page, "Safe drafts").dates.end == date(2029, 6, 30)


def test_enter_on_a_rehearsal_opens_the_continuity_step(page: RoadmapPage, window: Window) -> None:
    choose(page, "Tabletop")
    assert page.strip.step_button.text() == "Go to Continuity"
    assert "kept in another step" in heard(page)

    press(page.canvas, Key.Key_Return)

    assert window.wizard is not None
    assert window.wizard.section.id == "continuity"


def test_what_another_step_keeps_is_neither_removed_nor_linked(page: RoadmapPage) -> None:
    choose(page, "Wave 3")

    press(page.canvas, Key.Key_Delete)
    press(page.canvas, Key.Key_L)

    assert page.canvas.waiting == ""
    assert item(page, "Wave 3").dated is not None


def test_a_rehearsal_that_is_entered_later_appears(page: RoadmapPage) -> None:
    path = item(page, "Tabletop").path

    page._opened.bridge.set(f"{path}.date", "2028-06-20")

    assert item(page, "Tabletop").dates.start == date(2028, 6, 20)


def test_money_at_risk_stands_by_year_of_the_contract(page: RoadmapPage) -> None:
    choose(page, "Fee review")

    assert [one.told for one in page.canvas.board.stakes] == [
        "$288,000 at risk in year 1",
        "$296,640 at risk in year 2",
        "$305,539 at risk in year 3",
    ]
    lane = next(one for one in page.canvas.plan.lanes if one.stakes)
    assert lane.lane.id == "Value and risk"
    assert any("in year 2" in one.text() for one in page.strip.findChildren(Label))


# --- few writes ---------------------------------------------------------------------------------


def test_repeated_keys_are_one_step_and_one_write(page: RoadmapPage, qtbot: QtBot) -> None:
    batches: list[Batch] = []
    page._opened.bridge.changed.connect(batches.append)
    before = item(page, "Champions").dates
    choose(page, "Champions")

    for _ in range(5):
        press(page.canvas, RIGHT, ALT)
    assert batches == []
    assert item(page, "Champions").dates != before
    qtbot.waitUntil(lambda: len(batches) == 1)

    assert undo_label(page) == "Undo move Champions"
    page._opened.bridge.undo()
    assert item(page, "Champions").dates == before


def test_leaving_the_page_keeps_what_was_moved(page: RoadmapPage, window: Window) -> None:
    choose(page, "Champions")
    path = item(page, "Champions").path
    press(page.canvas, RIGHT, ALT)

    assert window.wizard is not None
    window.wizard.go("value")

    assert window.wizard.opened.text(f"{path}.from") == "2027-08-01"


def test_moving_there_and_back_changes_nothing(page: RoadmapPage) -> None:
    choose(page, "Observe")
    path = item(page, "Observe").path
    page._opened.bridge.set(f"{path}.from", "2028-01-01")

    press(page.canvas, RIGHT, ALT)
    press(page.canvas, LEFT, ALT)
    page.flush()

    assert undo_label(page) != "Undo move Observe output review"
    assert page.canvas.moving == ""


# --- lanes --------------------------------------------------------------------------------------


def lanes(page: RoadmapPage) -> list[str]:
    """Return the names of the lanes."""
    return [one.name for one in page.canvas.board.lanes]


def test_a_lane_is_renamed_and_colored(page: RoadmapPage, window: Window) -> None:
    click(page.bar.lanes)
    line = sheet(window).rows["value"]
    line.edit()
    type_text(window.focusWidget(), "Money")
    press(window.focusWidget(), Key.Key_Return)
    click(line.colors.button("slate"))
    click(sheet(window).done)

    lane = page.canvas.board.lane("Value and risk")
    assert (lane.name, lane.tone) == ("Money", "slate")
    assert undo_label(page) == "Undo color lane Money"
    page._opened.bridge.undo()
    page._opened.bridge.undo()
    assert lanes(page)[-1] == "Value and risk"


def test_alt_up_moves_a_lane_but_not_a_stage(page: RoadmapPage) -> None:
    choose(page, "Baseline")
    press(page.canvas, UP, ALT)
    assert lanes(page)[3:] == ["Workforce", "Value and risk", "Continuity"]

    choose(page, "Pilot")
    press(page.canvas, DOWN, ALT)

    assert lanes(page)[:3] == ["Current solution", "Co-development", "In-house capability"]
    assert undo_label(page) == "Undo move lane Value and risk"


def test_two_lanes_can_be_added_and_an_empty_one_removed(page: RoadmapPage, window: Window) -> None:
    click(page.bar.lanes)
    for name in ("Research", "Legal"):
        click(sheet(window).add)
        type_text(window.focusWidget(), name)
        press(window.focusWidget(), Key.Key_Return)
    assert not sheet(window).add.isEnabled()
    assert lanes(page)[6:] == ["Research", "Legal"]

    click(sheet(window).rows["own1"].remove)

    assert lanes(page)[6:] == ["Legal"]


def test_a_lane_of_ones_own_without_a_name_is_gone_when_escape_closes_the_dialog(
    page: RoadmapPage, window: Window
) -> None:
    click(page.bar.lanes)
    click(sheet(window).add)
    lane = sheet(window).rows["own1"]
    lane.name.clear()

    press(lane.name, Key.Key_Escape)

    assert lanes(page)[6:] == []
    assert not [one for one in window.findChildren(LanesSheet) if one.isVisible()]


def test_f2_opens_the_lanes_at_the_selected_one(page: RoadmapPage, window: Window) -> None:
    choose(page, "EMR")

    press(page.canvas, Key.Key_F2)

    assert window.focusWidget() is sheet(window).rows["continuity"].name


def test_the_form_of_a_bar_offers_lanes_as_they_are_called(page: RoadmapPage) -> None:
    page._opened.bridge.set("roadmap.lanes[value].name", "Money")
    choose(page, "Baseline")

    press(page.canvas, Key.Key_Return)

    form = page.panel.form
    assert form is not None
    lane = next(one for one in form.fields if one.question.id == "lane")
    assert "Money" in [one.label for one in lane.question.options]


# --- progress and readers -----------------------------------------------------------------------


def test_what_is_done_is_told(page: RoadmapPage) -> None:
    page._opened.bridge.set(f"{item(page, 'Baseline').path}.progress", "40")
    choose(page, "Baseline")

    assert "40 percent done" in heard(page)
    assert "40 percent done" in page.strip.dates.text()


def test_a_reader_finds_bars_and_gates_in_the_order_of_time(page: RoadmapPage) -> None:
    items = page.canvas.listed.items

    assert list(items) == [one.path for one in page.canvas.board.in_time]
    assert items["roadmap.items[nursing]"].accessibleName() == (
        "Nursing flowsheet drafting, co-development, April 2028 to August 2028, "
        "depends on order capture from conversation and end of pilot (G2)"
    )


@pytest.mark.parametrize("name", ["Wave 2", "Nursing"])
def test_the_focus_goes_with_the_selection(page: RoadmapPage, window: Window, name: str) -> None:
    choose(page, name)

    assert window.focusWidget() is page.canvas.listed.items[item(page, name).path]


@pytest.mark.parametrize("width", [760, 1024, 1440])
def test_nothing_is_cut_at_the_side_of_a_narrow_page(page: RoadmapPage, width: int) -> None:
    choose(page, "Nursing")
    page.window().resize(width, 700)
    page.setFixedWidth(max(page.minimumSizeHint().width(), width - 400))
    QApplication.processEvents()

    for part in (*page.bar.acts, page.bar.scale, page.strip.open_button):
        right = part.mapTo(page, part.rect().topRight()).x()
        assert right < page.width()
