"""Tables between programs: copying cells out, pasting a spreadsheet in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Option, Question
from tests.ui.rows_hands import (
    CTRL,
    SHIFT,
    add_first,
    at,
    click_cell,
    clip,
    press_in,
    shown,
    texts,
)
from tests.ui_hands import press
from ui.fields.rows import RowsField
from ui.fields.rows_text import UnreadableError, table_cells, table_text, typed_value
from ui.opened import Opened
from ui.window import Window


@pytest.fixture
def tools(window: Window, empty_file: Path) -> RowsField:
    """Return a table with text, money, date and yes or no, in which one empty row stands."""
    field = shown(window, empty_file, "system.tools_replaced")
    add_first(field)
    return field


def _kept(field: RowsField, row: int, column: str) -> Value:
    opened: Opened = field.opened
    return opened.value(f"{field.path}[{field.model.rows[row]}].{column}")


def _column(kind: Kind, *labels: str) -> Question:
    options = tuple(Option(label.lower(), label, label.lower()) for label in labels)
    return Question("c", kind, "Column", options=options)


def test_a_pasted_spreadsheet_fills_cells_adds_rows_and_is_one_step(tools: RowsField) -> None:
    before = tools.opened.answers
    clip(
        "Dictation\t$1,200\t5/14/2027\tNotes\tyes\r\n"
        '"Two\nlines"\t1.2m\tMay 1, 2028\t"Says ""no"""\tno\r\n'
        "Third\tabout 5\tsoon\r\n"
    )
    click_cell(tools, 0, 0)

    press_in(tools, Qt.Key.Key_V, CTRL)

    assert len(tools.model.rows) == 3
    assert [_kept(tools, 0, name) for name in ("tool", "annual_cost", "end_date")] == [
        "Dictation",
        "1200",
        "2027-05-14",
    ]
    assert _kept(tools, 0, "confirmed") is True
    assert [_kept(tools, 1, name) for name in ("tool", "annual_cost", "replaced_how")] == [
        "Two lines",
        "1200000",
        'Says "no"',
    ]
    assert _kept(tools, 2, "annual_cost") == "about 5"
    assert _kept(tools, 2, "end_date") == "soon"
    assert at(tools) == (0, 0)

    tools.opened.bridge.undo()
    assert tools.opened.answers == before


def test_columns_without_room_are_filled_too(window: Window, empty_file: Path) -> None:
    field = shown(window, empty_file, "pricing.kpis")
    add_first(field)
    assert field.model.shown < len(field.model.columns)
    clip("A\tB\tC\tminutes\t58\t48\t54\t40; 48; 58\t\t20%")
    click_cell(field, 0, 0)

    press_in(field, Qt.Key.Key_V, CTRL)

    assert _kept(field, 0, "weight") == "20"


def test_what_cannot_be_kept_is_told_and_nothing_else_is_lost(tools: RowsField) -> None:
    clip("Tool\t1\t\t\tperhaps")
    click_cell(tools, 0, 0)

    press_in(tools, Qt.Key.Key_V, CTRL)

    assert _kept(tools, 0, "tool") == "Tool"
    assert tools.hint.text() == "1 cell could not be read and stayed as before."


def test_lines_beyond_given_rows_are_told(window: Window, empty_file: Path) -> None:
    field = shown(window, empty_file, "roadmap.stages")
    names = [column.id for column in field.model.columns]
    clip("2027-01-01\n2027-02-01\n2027-03-01\n2027-04-01")
    click_cell(field, 1, names.index("from"))

    press_in(field, Qt.Key.Key_V, CTRL)

    assert _kept(field, 1, "from") == "2027-01-01"
    assert _kept(field, 2, "from") == "2027-02-01"
    assert field.hint.text() == "2 lines had no row to go to."


def test_one_copied_cell_fills_all_that_are_selected(tools: RowsField) -> None:
    clip("a\t1\nb\t2\nc\t3")
    click_cell(tools, 0, 0)
    press_in(tools, Qt.Key.Key_V, CTRL)
    clip("x")
    press_in(tools, Qt.Key.Key_Down, SHIFT)

    press_in(tools, Qt.Key.Key_V, CTRL)

    assert texts(tools) == ["x", "x", "c"]


def test_what_is_copied_is_read_back_as_it_was(window: Window, sample_file: Path) -> None:
    field = shown(window, sample_file, "system.tools_replaced")
    before = {path: field.opened.value(path) for path in field.opened.answers}
    click_cell(field, 0, 0)
    press_in(field, Qt.Key.Key_A, CTRL)
    press_in(field, Qt.Key.Key_C, CTRL)
    assert "\t" in QGuiApplication.clipboard().text()

    click_cell(field, 0, 0)
    press_in(field, Qt.Key.Key_V, CTRL)

    assert {path: field.opened.value(path) for path in field.opened.answers} == before


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a\tb\nc\td\n", [["a", "b"], ["c", "d"]]),
        ('"a\nb"\tc\r\n', [["a\nb", "c"]]),
        ('"say ""hi"""', [['say "hi"']]),
        ('"odd" one\ttwo', [['"odd" one', "two"]]),
        ("a\t\n\tb", [["a", ""], ["", "b"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("", []),
    ],
)
def test_the_clipboard_is_read_as_spreadsheets_write_it(text: str, cells: list[list[str]]) -> None:
    assert table_cells(text) == cells


def test_cells_with_tabs_quotes_and_lines_survive_the_clipboard() -> None:
    cells = [["a\tb", 'say "hi"'], ["two\nlines", ""]]

    assert table_cells(table_text(cells)) == cells


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        (_column(Kind.CHOICE, "Each year", "Once"), "each YEAR", "each year"),
        (_column(Kind.CHOICE, "Each year"), "now and then", "now and then"),
        (_column(Kind.CHOICES, "One", "Two, three"), "two, three", ("two, three",)),
        (_column(Kind.CHOICES, "One", "Two"), "One; two; other", ("one", "two", "other")),
        (_column(Kind.RANGE), "1 to 2.50 to 1k", ("1", "2.5", "1000")),
        (_column(Kind.PERCENT), "15%", "15"),
        (_column(Kind.YES_NO), "N", False),
        (_column(Kind.DATE), "14 May 2027", "2027-05-14"),
        (_column(Kind.PROSE), "a\n\nb\n", "a\n\nb"),
        (_column(Kind.LINE), " a \n b ", "a b"),
        (_column(Kind.LINE), "  ", None),
    ],
)
def test_a_typed_text_means_what_its_column_asks_for(
    column: Question, text: str, value: Value
) -> None:
    assert typed_value(column, text) == value


@pytest.mark.parametrize("kind", [Kind.YES_NO, Kind.LINK, Kind.ROWS, Kind.COMPUTED])
def test_a_text_that_means_nothing_there_is_refused(kind: Kind) -> None:
    with pytest.raises(UnreadableError):
        typed_value(_column(kind), "perhaps")


def test_headings_that_were_copied_along_are_no_row(tools: RowsField) -> None:
    names = [one.label for one in tools.model.columns[:2]]
    clip(f"{names[0]}\t{names[1].upper()}\nDictation\t$1,200\n")
    click_cell(tools, 0, 0)

    press_in(tools, Qt.Key.Key_V, CTRL)

    assert [_kept(tools, 0, name) for name in ("tool", "annual_cost")] == ["Dictation", "1200"]
    assert len(tools.model.rows) == 1


def test_a_spreadsheet_can_be_pasted_where_no_row_is_yet(window: Window, empty_file: Path) -> None:
    field = shown(window, empty_file, "system.tools_replaced")
    before = field.opened.answers
    field.setFocus()
    clip("Dictation\t$1,200\nScribes\t1.2m\n")

    press(field.focusProxy(), Qt.Key.Key_V, CTRL)

    assert [_kept(field, row, "tool") for row in (0, 1)] == ["Dictation", "Scribes"]
    assert field.table.hasFocus()
    field.opened.bridge.undo()
    assert field.opened.answers == before
