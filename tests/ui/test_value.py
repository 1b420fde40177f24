"""Step 9: drivers as ranges, who answers for them, and what they come to."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.proposal.facts import Figure, Severity
from roadmapper.template.kinds import Value
from tests.outlooks import outlook
from tests.ui.rows_hands import cell_editor
from tests.ui.value_hands import click_cell, kept, owners, page_at, said, type_in
from tests.ui_hands import click, press, type_text
from ui.fields.rows_model import STATE
from ui.pages.coalition import CoalitionPage
from ui.pages.value import ValuePage
from ui.pages.value_model import OWNER, PATH
from ui.parts.labels import Label
from ui.watcher import Watcher
from ui.window import Window

_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: Window, sample_file: Path) -> ValuePage:
    """Return the page of the filled sample, with ranges that do not change with it."""
    made = page_at(window, sample_file)
    values: dict[str, Value] = {
        f"{PATH}[visits].improvement": ("0", "0.5", "0.9"),
        f"{PATH}[visits].realization": "60",
        f"{PATH}[cover].improvement": ("0", "54", "98"),
    }
    made.drivers.opened.bridge.change(values, "Set ranges")
    return made


def _looked(qtbot: QtBot, page: ValuePage) -> Watcher:
    """Wait until the proposal was looked at after the last change."""
    with qtbot.waitSignal(page._watcher.looked):
        page._watcher.look()
    return page._watcher


def _press(page: ValuePage, key: Qt.Key) -> None:
    press(page.drivers.table, key)


# --- the table ------------------------------------------------------------------------------------


def test_a_range_stands_in_three_cells_with_unit_share_and_owner(page: ValuePage) -> None:
    names = ("driver", "low", "likely", "high", "unit", "realization", OWNER)

    assert [said(page, 0, name) for name in names] == [
        "Visits added",
        "0",
        "0.5",
        "0.9",
        "visits a week",
        "60%",
        "COO",
    ]
    assert page.drivers.model.shown == len(names)


def test_below_a_driver_stands_what_it_is_worth_and_where(page: ValuePage) -> None:
    model = page.drivers.model

    told = [model.says_kind(place) for place in range(3)]  # type: ignore[attr-defined]

    assert told == ["Revenue, clinical", "Cash released, clinical", "Cash released, finance"]


def test_one_number_of_a_range_is_typed_and_the_others_stay(page: ValuePage) -> None:
    click_cell(page, 0, "likely")
    type_in(page, "0.7")
    press(cell_editor(page.drivers), Qt.Key.Key_Tab)

    assert kept(page, 0, "improvement") == ("0", "0.7", "0.9")
    assert said(page, 0, "likely") == "0.7"
    page.drivers.opened.bridge.undo()
    assert kept(page, 0, "improvement") == ("0", "0.5", "0.9")
    assert said(page, 0, "likely") == "0.5"


def test_clearing_one_number_keeps_the_others_and_clearing_all_clears_the_range(
    page: ValuePage,
) -> None:
    click_cell(page, 0, "likely")
    _press(page, Qt.Key.Key_Delete)
    assert kept(page, 0, "improvement") == ("0", "", "0.9")

    click_cell(page, 0, "low")
    press(page.drivers.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(page.drivers.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    _press(page, Qt.Key.Key_Delete)
    assert kept(page, 0, "improvement") is None


def test_a_range_is_copied_and_pasted_as_three_cells_in_one_step(page: ValuePage) -> None:
    click_cell(page, 0, "low")
    for _rest in range(2):
        press(page.drivers.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(page.drivers.table, Qt.Key.Key_C, _CTRL)
    assert QGuiApplication.clipboard().text() == "0\t0.5\t0.9"

    click_cell(page, 1, "low")
    press(page.drivers.table, Qt.Key.Key_V, _CTRL)
    assert kept(page, 1, "improvement") == ("0", "0.5", "0.9")
    page.drivers.opened.bridge.undo()
    assert kept(page, 1, "improvement") == ("0", "54", "98")


def test_a_low_above_the_likely_is_an_error_in_that_cell_only(
    qtbot: QtBot, page: ValuePage
) -> None:
    page.drivers.opened.bridge.set(f"{PATH}[visits].improvement", ("2", "0.5", "0.9"))
    _looked(qtbot, page)

    model, names = page.drivers.model, [one.id for one in page.drivers.model.columns]
    states = [
        model.index(0, names.index(f"improvement.{part}")).data(STATE)
        for part in ("low", "likely", "high")
    ]
    assert states == [Severity.MUST_FIX.value, "", ""]


def test_a_row_opens_with_what_the_table_has_no_room_for(page: ValuePage) -> None:
    click_cell(page, 0, "driver")
    _press(page, Qt.Key.Key_Return)

    form = page.drivers.form
    assert form is not None
    assert form.tabs is not None
    for place in range(3):
        form.show_group(place)
    asked = {field.question.id for field in form.fields}
    assert {"baseline", "volume", "unit_value", "ramp", "evidence", "shape"} <= asked


def test_a_driver_is_added_with_a_click_and_named_at_once(page: ValuePage) -> None:
    click(page.drivers.add_button)
    assert page.drivers.table.hasFocus()
    type_in(page, "Denials")
    press(cell_editor(page.drivers), Qt.Key.Key_Tab)
    type_in(page, "1")
    press(cell_editor(page.drivers), Qt.Key.Key_Tab)

    assert kept(page, 9, "driver") == "Denials"
    assert kept(page, 9, "improvement") == ("1", "", "")


# --- owners ---------------------------------------------------------------------------------------


def _without_owner(page: ValuePage) -> None:
    page.drivers.opened.bridge.set(f"{PATH}[visits].owner", None)
    QApplication.processEvents()


def test_a_driver_without_an_owner_offers_the_roles_of_the_coalition(page: ValuePage) -> None:
    _without_owner(page)
    click_cell(page, 0, OWNER, at_left=30)

    menu = owners(page)
    roles = [one.text() for one in menu.actions()]
    assert roles[0] == "CMIO"
    assert roles[-2:] == ["Type another role", "Open the coalition"]
    press(menu, Qt.Key.Key_Down)
    press(menu, Qt.Key.Key_Return)
    assert kept(page, 0, OWNER) == roles[1]
    assert page.drivers.table.hasFocus()


def test_an_owner_is_named_with_the_keyboard_alone(page: ValuePage) -> None:
    _without_owner(page)
    page.focus_first()
    for _rest in range(6):
        _press(page, Qt.Key.Key_Tab)
    _press(page, Qt.Key.Key_F2)
    menu = owners(page)
    press(menu, Qt.Key.Key_Return)

    assert kept(page, 0, OWNER) == "CMIO"


def test_somebody_else_may_be_typed(page: ValuePage) -> None:
    _without_owner(page)
    click_cell(page, 0, OWNER, at_left=30)
    menu = owners(page)
    typed = next(one for one in menu.actions() if one.text() == "Type another role")
    menu.setActiveAction(typed)
    press(menu, Qt.Key.Key_Return)
    type_text(cell_editor(page.drivers), "Director of coding")
    press(cell_editor(page.drivers), Qt.Key.Key_Return)

    assert kept(page, 0, OWNER) == "Director of coding"


def test_the_menu_of_owners_leads_to_the_coalition(window: Window, page: ValuePage) -> None:
    _without_owner(page)
    click_cell(page, 0, OWNER, at_left=30)
    menu = owners(page)
    menu.setActiveAction(menu.actions()[-1])
    press(menu, Qt.Key.Key_Return)

    assert window.wizard is not None
    assert isinstance(window.wizard.page.body, CoalitionPage)


def test_a_soft_driver_asks_for_no_owner(page: ValuePage) -> None:
    page.drivers.opened.bridge.set(f"{PATH}[visits].class", "soft")
    _without_owner(page)

    click_cell(page, 0, OWNER, at_left=30)

    assert not any(one.isVisible() for one in page.findChildren(type(page), "owners"))
    assert kept(page, 0, OWNER) is None


def test_an_owner_is_chosen_anew_from_the_menu_of_the_row(page: ValuePage) -> None:
    click_cell(page, 0, "driver")
    menu = page.drivers.acts.menu()
    next(one for one in menu.actions() if one.text() == "Choose an owner").trigger()
    press(owners(page), Qt.Key.Key_Return)

    assert kept(page, 0, OWNER) == "CMIO"


# --- what it comes to -----------------------------------------------------------------------------


def test_the_sum_says_what_the_document_says(qtbot: QtBot, page: ValuePage) -> None:
    facts = _looked(qtbot, page).facts
    assert facts is not None
    told = [one.text() for one in page.sums.findChildren(Label) if not one.isHidden()]

    assert told[0] == "Three years, likely"
    net = facts.figures["outlook.tornado.likely"].value
    parts = [
        facts.figures[f"value.term_{name}_likely"].value
        for name in ("cash", "revenue", "capacity", "avoided")
    ]
    assert sum(parts) == facts.figures["value.term_hard_likely"].value
    assert f"${net / 1000:.0f}K" in told or f"${net / 1_000_000:.1f}M" in told
    assert "Value created" in told


def test_the_sum_names_the_years_that_are_assumed(qtbot: QtBot, page: ValuePage) -> None:
    page.drivers.opened.bridge.set("deal.term_years", None)

    def is_told() -> bool:
        title = page.sums.findChildren(Label)[0].text()
        return page.drivers.opened.value("deal.term_years") is None and (
            title == "Three years, likely"
        )

    qtbot.waitUntil(is_told)
    page.drivers.opened.bridge.set("deal.term_years", "2")
    qtbot.waitUntil(lambda: page.sums.findChildren(Label)[0].text() == "Two years, likely")


def test_a_sum_without_costs_says_what_the_net_of_the_chart_counts(
    qtbot: QtBot, page: ValuePage
) -> None:
    facts = _looked(qtbot, page).facts
    assert facts is not None
    kept = {name: one for name, one in facts.figures.items() if "net" not in name}
    runs = Figure("outlook.runs", Decimal(10), "", "", ())
    page.sums.show_figures({**kept, runs.name: runs}, facts.answers)

    told = [one.text() for one in page.sums.findChildren(Label)]
    assert any(one.endswith("the chart leaves costs out.") for one in told)


def test_soft_value_stands_beside_the_money(page: ValuePage) -> None:
    told = page.sums.soft.text()

    assert told.startswith("Soft: After-hours documentation, ")
    assert told.endswith(" and 1 more. Shown beside the money, never added to it.")


def test_the_chart_is_switched_from_tornado_to_waterfall_and_back(page: ValuePage) -> None:
    page.charts.show_figures(outlook(), page.drivers.opened.answers)
    view = page.charts.view
    assert view.chart is not None
    assert view.chart.key == "tornado"

    click(page.charts.ways.button(1))
    assert view.chart.key == "waterfall"
    press(page.charts.ways.button(1), Qt.Key.Key_Left)
    assert view.chart.key == "tornado"


def test_break_evens_stand_below_the_tornado_only(page: ValuePage) -> None:
    root = Figure("outlook.break_even.0", Decimal("0.306"), "", "by hand", (f"{PATH}[visits]",))
    figures = {**outlook(), root.name: root}
    page.charts.show_figures(figures, page.drivers.opened.answers)
    below = page.charts.break_even
    assert below.isVisible()
    assert below.told[0] == "Visits added: even at 0.31 visits a week"
    assert below.told[1].startswith("None between low and high: ")

    click(page.charts.ways.button(1))
    assert below.isHidden()
    press(page.charts.ways.button(1), Qt.Key.Key_Left)
    assert below.isVisible()


def test_without_figures_the_chart_says_what_it_needs(page: ValuePage) -> None:
    page.charts.show_figures({}, page.drivers.opened.answers)

    assert page.charts.view.chart is None
    assert page.charts.view.otherwise.text().startswith("The chart is drawn once")


def test_the_chart_follows_an_edit_beside_the_window(qtbot: QtBot, page: ValuePage) -> None:
    shown: list[object] = []
    page._watcher.looked.connect(shown.append)
    click_cell(page, 0, "likely")
    type_in(page, "0.6")
    press(cell_editor(page.drivers), Qt.Key.Key_Return)
    assert shown == []

    qtbot.waitUntil(lambda: bool(shown))


def test_coverage_stands_below_the_savings_of_their_budget(page: ValuePage) -> None:
    values = {"coverage.p10": 41, "coverage.mean": 62, "coverage.p90": 88, "coverage_chance": 4}
    figures = {
        f"outlook.{name}": Figure(f"outlook.{name}", Decimal(value), "%", "by hand", ())
        for name, value in values.items()
    }
    page._show_coverage(figures)

    assert page.coverage.text() == (
        "Cash released covers 62% of what their budget already counts (eight runs in ten between "
        "41% and 88%); all of it in 4% of the runs."
    )
    page._show_coverage({})
    assert not page.coverage.isVisible()


# --- as a body ------------------------------------------------------------------------------------


def test_every_question_of_the_step_is_on_the_page(page: ValuePage) -> None:
    section = page.drivers.opened.template.section("value")
    assert section is not None
    asked = [one.id for one in section.questions]

    assert {path.partition(".")[2] for path in page.fields} == set(asked)


def test_an_address_leads_to_its_cell_or_its_field(window: Window, page: ValuePage) -> None:
    assert window.wizard is not None
    window.wizard.go_to(f"{PATH}[turnover].improvement")
    index = page.drivers.table.currentIndex()
    assert (page.drivers.model.rows[index.row()], index.column()) == ("turnover", 1)

    window.wizard.go_to("value.discount_rate")
    assert page.fields["value.discount_rate"].editor.isAncestorOf(window.focusWidget())


def test_only_essential_questions_leave_the_drivers(window: Window, page: ValuePage) -> None:
    assert window.wizard is not None
    click(window.wizard.page.scope.button(0))

    assert page.drivers.isVisible()
    assert page.fields["value.confounders"].isHidden()
