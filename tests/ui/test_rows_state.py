"""Whatever is done to a table, it says what the session keeps; and it does so quickly."""

from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.template.kinds import Value
from tests.ui.rows_hands import cell_editor
from tests.ui_hands import press, type_text
from ui.fields.kinds import rows_field
from ui.fields.rows import RowsField
from ui.fields.rows_text import cell_text
from ui.opened import Opened

PATH = "workforce.training"
MODELS = "transparency.models"

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_place = st.integers(0, 7)
_steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), _place),
        st.tuples(st.just("remove"), _place),
        st.tuples(st.just("move"), _place, _place),
        st.tuples(st.just("duplicate"), _place),
        st.tuples(st.just("paste"), _place, st.sampled_from(["a\t1", "b\nc\n\nd", "x\t\ty\t2k"])),
        st.tuples(st.just("clear"), _place),
        st.tuples(st.just("undo")),
        st.tuples(st.just("redo")),
    ),
    max_size=14,
)


def _do(field: RowsField, step: tuple[object, ...]) -> None:
    """Do one step, if there is a row to do it to."""
    edits, count = field.edits, len(field.model.rows)
    match step:
        case ("undo",):
            field.opened.bridge.undo()
        case ("redo",):
            field.opened.bridge.redo()
        case ("add", int(at)):
            edits.add(at)
        case ("remove", int(at)) if at < count:
            edits.remove(at)
        case ("move", int(at), int(to)) if at < count:
            edits.move(at, to)
        case ("duplicate", int(at)) if at < count:
            edits.duplicate(at)
        case ("paste", int(at), str(text)) if at < count:
            edits.paste(text, at, at % 3)
        case ("clear", int(at)) if at < count:
            edits.clear([field.model.index(at, 0)])
        case _:
            pass


def _check(field: RowsField) -> None:
    session = field.opened.session
    assert field.model.rows == session.rows(field.path)
    for place, row in enumerate(field.model.rows):
        for at, column in enumerate(field.model.columns):
            value = session.answers.value(f"{field.path}[{row}].{column.id}")
            said = field.model.data(field.model.index(place, at))
            assert said == cell_text(column, value, field.opened)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=_steps)
def test_table_and_session_agree_after_anything(
    opened: Opened, qtbot: QtBot, steps: list[tuple[object, ...]]
) -> None:
    opened.bridge.change({PATH: None}, "Begin")
    field = rows_field(opened.question(PATH), PATH, opened)
    qtbot.addWidget(field)
    opened.bridge.changed.connect(field.refresh)

    for step in steps:
        held = field.model.rows[0] if field.model.rows else ""
        index = QPersistentModelIndex(field.model.index(0, 0))
        _do(field, step)
        _check(field)
        if held in field.model.rows and index.isValid():
            assert field.model.rows[index.row()] == held
    opened.bridge.changed.disconnect(field.refresh)


def _filled(opened: Opened, count: int) -> None:
    rows = tuple(f"t{number}" for number in range(count))
    values: dict[str, Value] = {PATH: rows}
    for row in rows:
        values |= {
            f"{PATH}[{row}].tier": f"Tier {row}",
            f"{PATH}[{row}].people": "1200",
            f"{PATH}[{row}].when": "In the first month of the pilot, in small groups",
        }
    opened.bridge.change(values, "Fill")


@pytest.fixture
def long(opened: Opened, qtbot: QtBot) -> RowsField:
    """Return a table of 200 rows."""
    _filled(opened, 200)
    field = rows_field(opened.question(PATH), PATH, opened)
    qtbot.addWidget(field)
    opened.bridge.changed.connect(field.refresh)
    field.resize(800, 700)
    field.show()
    qtbot.waitExposed(field)
    return field


def test_two_hundred_rows_open_at_once(opened: Opened, qtbot: QtBot) -> None:
    _filled(opened, 200)
    start = process_time()

    field = rows_field(opened.question(PATH), PATH, opened)
    qtbot.addWidget(field)
    field.resize(800, 700)
    field.show()
    field.grab()

    assert process_time() - start < 0.15


def test_a_key_in_a_cell_of_a_long_table_takes_less_than_a_frame(long: RowsField) -> None:
    long.table.setFocus()
    long.table.select(100, 0)
    type_text(long.table, "N")
    editor = cell_editor(long)
    start = process_time()

    type_text(editor, "ew name of a tier")
    QApplication.processEvents()

    assert (process_time() - start) / 17 < 0.016
    press(editor, Qt.Key.Key_Return)
    assert long.opened.text(f"{PATH}[t100].tier") == "New name of a tier"


def test_a_model_card_with_all_its_columns_opens_at_once(sample: Opened, qtbot: QtBot) -> None:
    field = rows_field(sample.question(MODELS), MODELS, sample)
    qtbot.addWidget(field)
    field.resize(800, 900)
    field.show()
    field.table.select(0, 0)
    start = process_time()

    field.open.open()
    field.grab()

    assert process_time() - start < 0.15
