"""Tables: clicking, typing, keys, moving rows, undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question
from tests.ui.rows_hands import (
    ALT,
    CTRL,
    SHIFT,
    add_first,
    at,
    cell_editor,
    click_cell,
    is_editing,
    place_of,
    press_in,
    shown,
    texts,
    wizard_of,
)
from tests.ui_hands import click, drag, press, type_text
from ui.fields.rows import RowsField
from ui.fields.rows_editors import CellChoice, CellText
from ui.fields.rows_widths import shared
from ui.window import Window

KPIS = "pricing.kpis"

# Lists and menus rise to the top and take the keyboard, which a screen that is none cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def kpis(window: Window, sample_file: Path) -> RowsField:
    """Return the table of measures, which has three rows."""
    return shown(window, sample_file, KPIS)


@pytest.fixture
def team(window: Window, empty_file: Path) -> RowsField:
    """Return a table in which nothing is answered."""
    return shown(window, empty_file, "deal.team")


def _cell(field: RowsField, row: int, column: str) -> str:
    return field.opened.text(f"{field.path}[{field.model.rows[row]}].{column}")


def test_a_number_stands_in_the_unit_of_its_row_and_follows_it(kpis: RowsField) -> None:
    target = next(at for at, one in enumerate(kpis.model.columns) if one.id == "target")
    painted: list[int] = []
    kpis.model.dataChanged.connect(
        lambda first, last: painted.extend((first.column(), last.column()))
    )
    assert kpis.model.index(0, target).data() == "48 minutes"

    kpis.opened.bridge.set(f"{kpis.path}[k1].unit", "%")
    kpis.model.sync()

    assert kpis.model.index(0, target).data() == "48%"
    assert min(painted) <= target <= max(painted)


def test_one_click_selects_and_a_second_edits(kpis: RowsField) -> None:
    click_cell(kpis, 1, 0)
    assert at(kpis) == (1, 0)
    assert not is_editing(kpis)

    click_cell(kpis, 1, 0)

    editor = cell_editor(kpis)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Visits with a note used"
    assert editor.selectedText() == ""


def test_typing_replaces_what_a_cell_said_and_enter_goes_down(kpis: RowsField) -> None:
    click_cell(kpis, 0, 0)

    type_text(kpis.table, "N")
    type_text(cell_editor(kpis), "otes used")
    press(cell_editor(kpis), Qt.Key.Key_Return)

    assert _cell(kpis, 0, "measure") == "Notes used"
    assert texts(kpis)[0] == "Notes used"
    assert at(kpis) == (1, 0)
    assert not is_editing(kpis)


def test_f2_edits_behind_the_text(kpis: RowsField) -> None:
    click_cell(kpis, 0, 0)

    press_in(kpis, Qt.Key.Key_F2)
    type_text(cell_editor(kpis), ", all")
    press(cell_editor(kpis), Qt.Key.Key_Tab)

    assert texts(kpis)[0] == "After-hours documentation, all"
    assert at(kpis) == (0, 1)


def test_escape_leaves_a_cell_as_it_was(kpis: RowsField) -> None:
    before = kpis.opened.answers
    click_cell(kpis, 0, 0)

    type_text(kpis.table, "x")
    press(cell_editor(kpis), Qt.Key.Key_Escape)

    assert not is_editing(kpis)
    assert kpis.opened.answers == before
    assert kpis.table.hasFocus()


def test_enter_in_the_last_row_adds_one_and_an_empty_row_is_enough(team: RowsField) -> None:
    add_first(team)
    assert len(team.model.rows) == 1

    type_text(team.table, "K")
    type_text(cell_editor(team), "im")
    press(cell_editor(team), Qt.Key.Key_Return)
    assert len(team.model.rows) == 2
    assert at(team) == (1, 0)

    press_in(team, Qt.Key.Key_F2)
    press(cell_editor(team), Qt.Key.Key_Return)
    assert len(team.model.rows) == 2


def test_tab_moves_across_a_row_and_leaves_the_table_at_its_end(kpis: RowsField) -> None:
    click_cell(kpis, 0, 0)

    for column in range(1, kpis.model.shown):
        press_in(kpis, Qt.Key.Key_Tab)
        assert at(kpis) == (0, column)
    press_in(kpis, Qt.Key.Key_Tab)

    assert not kpis.table.hasFocus()


def test_tab_after_the_last_cell_of_a_row_that_was_edited_begins_the_next(kpis: RowsField) -> None:
    last = kpis.model.shown - 1
    click_cell(kpis, 0, last)

    type_text(kpis.table, "9")
    press(cell_editor(kpis), Qt.Key.Key_Tab)
    assert at(kpis) == (1, 0)

    type_text(kpis.table, "x")
    press(cell_editor(kpis), Qt.Key.Key_Backtab, SHIFT)
    assert at(kpis) == (0, last)


def test_delete_clears_all_selected_cells_as_one_step(kpis: RowsField) -> None:
    before = kpis.opened.answers
    click_cell(kpis, 0, 1)
    press_in(kpis, Qt.Key.Key_Down, SHIFT)

    press_in(kpis, Qt.Key.Key_Delete)
    assert texts(kpis, 1)[:2] == ["", ""]

    kpis.opened.bridge.undo()
    assert kpis.opened.answers == before
    assert texts(kpis, 1)[0] != ""


def test_a_row_is_duplicated_after_itself_with_all_in_it(kpis: RowsField) -> None:
    click_cell(kpis, 0, 1)

    press_in(kpis, Qt.Key.Key_D, CTRL)

    assert texts(kpis)[:2] == ["After-hours documentation"] * 2
    assert at(kpis) == (1, 0)
    assert len(set(kpis.model.rows)) == 4


def test_a_removed_row_comes_back_with_undo_and_the_next_one_is_current(kpis: RowsField) -> None:
    before = texts(kpis)
    click_cell(kpis, 1, 2)

    press_in(kpis, Qt.Key.Key_Delete, CTRL)
    assert texts(kpis) == [before[0], before[2]]
    assert at(kpis) == (1, 2)

    kpis.opened.bridge.undo()
    assert texts(kpis) == before
    assert at(kpis) == (2, 2)


def test_a_message_brings_a_removed_row_back_and_goes_with_the_next_change(
    kpis: RowsField, window: Window
) -> None:
    before = texts(kpis)
    click_cell(kpis, 1, 2)
    press_in(kpis, Qt.Key.Key_Delete, CTRL)
    (toast,) = window.toasts.shown
    assert toast.words == "Row removed"

    click(toast.action)

    assert texts(kpis) == before
    assert window.toasts.shown == []


def test_alt_with_arrows_moves_the_row_and_the_current_cell_goes_along(kpis: RowsField) -> None:
    first, second, third = kpis.model.rows
    click_cell(kpis, 0, 1)

    press_in(kpis, Qt.Key.Key_Down, ALT)
    assert kpis.model.rows == (second, first, third)
    assert at(kpis) == (1, 1)

    press_in(kpis, Qt.Key.Key_Up, ALT)
    press_in(kpis, Qt.Key.Key_Up, ALT)
    assert kpis.model.rows == (first, second, third)
    assert kpis.opened.session.rows(KPIS) == (first, second, third)


def test_a_row_is_dragged_by_its_grip(kpis: RowsField) -> None:
    first, second, third = kpis.model.rows
    grips = kpis.table.grips.viewport()
    high = kpis.table.rowHeight(0)
    kpis.table.grab()

    drag(grips, QPoint(8, high // 2), QPoint(8, round(high * 2.8)))
    assert kpis.model.rows == (second, third, first)

    drag(grips, QPoint(8, round(high * 2.5)), QPoint(8, 2))
    assert kpis.model.rows == (first, second, third)


def test_escape_gives_up_a_drag(kpis: RowsField) -> None:
    before = kpis.model.rows
    grips = kpis.table.grips

    grips.dragged.connect(lambda *_: press_in(kpis, Qt.Key.Key_Escape))
    drag(grips.viewport(), QPoint(8, 10), QPoint(8, 120))

    assert kpis.model.rows == before
    assert not grips.is_dragging


def test_the_menu_of_a_row_does_what_the_keys_do(kpis: RowsField) -> None:
    before = texts(kpis)
    kpis.table.select(0, 0)
    words = [action.text().partition("\t")[0] for action in kpis.acts.menu().actions()]
    assert [word for word in words if word] == [
        "Open",
        "Duplicate",
        "Move up",
        "Move down",
        "Add evidence",
        "Delete row",
    ]

    kpis.acts.menu().actions()[-1].trigger()

    assert texts(kpis) == before[1:]


def test_the_button_of_a_row_shows_its_menu(kpis: RowsField) -> None:
    click_cell(kpis, 1, 0)

    click(kpis.buttons.menu_button)

    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert at(kpis) == (1, 0)
    menu.close()


def test_without_rows_there_is_a_sentence_and_a_button(team: RowsField) -> None:
    assert not team.table.isVisible()

    button = add_first(team)

    assert team.table.isVisible()
    assert not button.isVisible()
    assert team.table.hasFocus()
    assert at(team) == (0, 0)

    team.opened.bridge.undo()
    assert not team.table.isVisible()


def test_the_focus_goes_along_when_the_last_row_goes_and_comes_back(team: RowsField) -> None:
    button = add_first(team)

    press_in(team, Qt.Key.Key_Delete, CTRL)
    assert button.isVisible()
    assert button.hasFocus()

    team.opened.bridge.undo()
    assert team.table.hasFocus()


def test_the_menu_key_shows_the_menu_of_the_current_row(kpis: RowsField) -> None:
    told: list[int] = []
    kpis.table.menu_asked.connect(lambda row, _place: told.append(row))
    click_cell(kpis, 2, 0)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))

    QApplication.sendEvent(kpis.table.viewport(), event)

    assert told == [2]
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_a_cell_grows_over_its_neighbors_while_one_types(kpis: RowsField) -> None:
    click_cell(kpis, 0, 2)
    press_in(kpis, Qt.Key.Key_F2)
    editor = cell_editor(kpis)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()

    type_text(editor, "A report that is read from their record system once a week")

    text = editor.fontMetrics().horizontalAdvance(editor.text())
    assert editor.width() > kpis.table.columnWidth(2)
    assert editor.width() >= min(text, 340)
    assert kpis.table.viewport().rect().contains(editor.geometry())


def test_columns_have_room_to_be_read_and_the_rest_wait_in_the_form() -> None:
    columns = [Question(f"c{at}", Kind.LINE, "Column") for at in range(9)]

    for room in (200, 640, 1100):
        widths = shared(columns, room)
        assert sum(widths) == room
        assert all(width >= 120 for width in widths)
    assert shared(columns, 60) == (60,)


def test_given_rows_can_be_moved_but_not_added_or_removed(
    window: Window, sample_file: Path
) -> None:
    field = shown(window, sample_file, "workforce.concern_answers")
    before = field.model.rows
    click_cell(field, 0, 0)
    assert texts(field)[0] == field.question.fixed[0].label
    assert not field.add_button.isVisible()

    press_in(field, Qt.Key.Key_Delete, CTRL)
    press_in(field, Qt.Key.Key_D, CTRL)
    type_text(field.table, "x")
    assert field.model.rows == before

    press_in(field, Qt.Key.Key_Down, ALT)
    assert field.model.rows == (before[1], before[0], *before[2:])


def test_a_letter_picks_a_choice_in_its_cell(window: Window, sample_file: Path) -> None:
    field = shown(window, sample_file, "roadmap.sponsors")
    names = [column.id for column in field.model.columns]
    click_cell(field, 0, names.index("side"))

    column = field.model.columns[names.index("side")]
    now = _cell(field, 0, "side")
    other = next(option for option in column.options if option.value != now)
    type_text(field.table, other.label[0])
    choice = cell_editor(field)
    assert isinstance(choice, CellChoice)
    press(choice, Qt.Key.Key_Return)

    assert _cell(field, 0, "side") == other.value
    assert texts(field, names.index("side"))[0] == other.label


def test_a_second_click_on_a_choice_opens_its_list_and_a_pick_is_kept(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    field = shown(window, sample_file, "roadmap.sponsors")
    click_cell(field, 1, 0)
    click_cell(field, 1, 0)
    choice = cell_editor(field)
    assert isinstance(choice, CellChoice)
    view = choice.view()
    assert view.isVisible()

    click(view.viewport(), view.visualRect(choice.model().index(0, 0)).center())

    qtbot.waitUntil(lambda: not is_editing(field))
    assert texts(field, 0)[1] == ""


def test_prose_is_typed_over_several_rows_and_shift_enter_breaks_a_line(
    window: Window, empty_file: Path
) -> None:
    field = shown(window, empty_file, "roadmap.stages")
    names = [column.id for column in field.model.columns]
    goal = names.index("goal")
    click_cell(field, 0, goal)

    type_text(field.table, "a")
    editor = cell_editor(field)
    assert isinstance(editor, CellText)
    press(editor, Qt.Key.Key_Return, SHIFT)
    type_text(editor, "b")
    press(editor, Qt.Key.Key_Return)

    assert _cell(field, 0, "goal") == "a\nb"
    assert at(field) == (1, goal)


def test_what_is_half_typed_is_kept_when_one_goes_to_another_step(
    window: Window, kpis: RowsField
) -> None:
    click_cell(kpis, 0, 0)
    type_text(kpis.table, "N")
    type_text(cell_editor(kpis), "ew")

    wizard_of(window).go("value")

    assert _cell(kpis, 0, "measure") == "New"


def test_a_change_from_elsewhere_moves_neither_selection_nor_rows(kpis: RowsField) -> None:
    told: list[int] = []
    kpis.model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    kpis.model.modelReset.connect(lambda: told.append(-1))
    click_cell(kpis, 2, 1)

    kpis.opened.bridge.set(f"{KPIS}[{kpis.model.rows[0]}].measure", "Other")
    kpis.opened.bridge.act(lambda session: session.add_row(KPIS, {"measure": "First"}, at=0))

    assert told == [0]
    assert texts(kpis)[:2] == ["First", "Other"]
    assert at(kpis) == (3, 1)


def test_a_click_behind_the_cells_selects_the_row(kpis: RowsField) -> None:
    spot = QPoint(kpis.table.viewport().width() - 66, place_of(kpis, 1, 0).y())

    click(kpis.table.viewport(), spot)

    assert at(kpis)[0] == 1


def test_readers_learn_names_of_table_rows_columns_and_cells(kpis: RowsField) -> None:
    model, header = kpis.model, Qt.Orientation
    assert kpis.table.accessibleName() == "Measures we guarantee"
    assert model.headerData(0, header.Horizontal) == "Measure"
    assert model.headerData(1, header.Vertical) == "Visits with a note used"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(1, 0), role) == "Visits with a note used"
    assert kpis.add_button.accessibleName() == "Add a row to Measures we guarantee"


def test_cut_takes_answers_to_the_clipboard(kpis: RowsField) -> None:
    click_cell(kpis, 0, 0)

    press_in(kpis, Qt.Key.Key_X, CTRL)

    assert QGuiApplication.clipboard().text() == "After-hours documentation"
    assert texts(kpis)[0] == ""
