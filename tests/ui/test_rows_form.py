"""The form of a row: opening, editing, rows inside rows, going to an address, findings."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.proposal.facts import Finding, Severity
from tests.ui.rows_hands import at, click_cell, focus, place_of, press_in, shown, texts, wizard_of
from tests.ui_hands import click, press, type_text
from ui.field import Field
from ui.fields.kinds import rows_field
from ui.fields.rows import RowsField
from ui.fields.rows_form import RowForm
from ui.fields.rows_model import STATE
from ui.opened import Opened
from ui.parts.labels import Label
from ui.window import Window

KPIS = "pricing.kpis"
MODELS = "transparency.models"

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def kpis(window: Window, sample_file: Path) -> RowsField:
    """Return the table of measures, which has three rows."""
    return shown(window, sample_file, KPIS)


@pytest.fixture
def models(qtbot: QtBot, sample: Opened) -> RowsField:
    """Return the model cards as a table by itself; their page shows them otherwise."""
    field = rows_field(sample.question(MODELS), MODELS, sample)
    field.edited.connect(partial(sample.bridge.set, MODELS))
    sample.bridge.changed.connect(field.refresh)
    qtbot.addWidget(field)
    field.resize(1000, 900)
    field.show()
    field.activateWindow()
    QApplication.processEvents()
    return field


def _form(field: RowsField) -> RowForm:
    assert field.form is not None
    return field.form


def _field(form: RowForm, name: str) -> Field:
    return next(field for field in form.fields if field.question.id == name)


def test_enter_opens_the_row_at_the_current_cell_and_escape_goes_back(kpis: RowsField) -> None:
    click_cell(kpis, 1, 1)

    press_in(kpis, Qt.Key.Key_Return)

    form = _form(kpis)
    assert form.isVisible()
    assert form.head.title.accessibleName() == "Visits with a note used"
    assert _field(form, "definition").isAncestorOf(focus())

    press(focus(), Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert kpis.table.hasFocus()
    assert at(kpis) == (1, 1)


def test_the_row_is_in_sight_again_when_its_form_closes(
    kpis: RowsField, window: Window, qtbot: QtBot
) -> None:
    page = wizard_of(window).page
    click_cell(kpis, 0, 1)
    press_in(kpis, Qt.Key.Key_Return)
    bar = page.verticalScrollBar()
    form = _form(kpis)
    qtbot.waitUntil(lambda: form.mapTo(page, QPoint(0, 0)).y() < page.height())
    bar.setValue(bar.value() + form.height())

    press(focus(), Qt.Key.Key_Escape)

    port = kpis.table.viewport()
    qtbot.waitUntil(lambda: 0 <= port.mapTo(page, place_of(kpis, 0, 1)).y() < page.height())


def test_the_button_of_a_row_opens_it(kpis: RowsField) -> None:
    click_cell(kpis, 2, 0)

    click(kpis.buttons.open_button)
    assert _form(kpis).path == f"{KPIS}[{kpis.model.rows[2]}]"

    click(_form(kpis).head.close_button)
    assert kpis.form is None


def test_the_form_holds_every_column_at_its_own_address(kpis: RowsField) -> None:
    click_cell(kpis, 0, 0)
    press_in(kpis, Qt.Key.Key_Return)
    row = kpis.model.rows[0]

    fields = _form(kpis).fields

    paths = [f"{KPIS}[{row}].{column.id}" for column in kpis.question.columns]
    assert [field.path for field in fields] == paths
    assert len(paths) > kpis.model.shown


def test_typing_in_the_form_shows_in_the_table_and_undo_in_the_form(
    kpis: RowsField, qtbot: QtBot
) -> None:
    click_cell(kpis, 0, 0)
    press_in(kpis, Qt.Key.Key_Return)
    field = _field(_form(kpis), "measure")
    input_ = field.editor.focusProxy()
    assert input_ is not None

    with qtbot.waitSignal(kpis.opened.bridge.kept):
        press(input_, Qt.Key.Key_End)
        type_text(input_, "!")
    assert texts(kpis)[0] == "After-hours documentation!"
    assert _form(kpis).head.title.accessibleName() == "After-hours documentation!"
    assert at(kpis) == (0, 0)

    kpis.opened.bridge.undo()
    assert field.editor.read() == "After-hours documentation"


def test_the_form_turns_to_the_row_that_becomes_current(kpis: RowsField) -> None:
    click_cell(kpis, 0, 0)
    press_in(kpis, Qt.Key.Key_Return)
    form = _form(kpis)
    input_ = _field(form, "measure").editor.focusProxy()
    type_text(input_, "x")

    click_cell(kpis, 1, 0)

    assert "x" in texts(kpis)[0]
    assert _field(form, "measure").editor.read() == "Visits with a note used"
    assert _field(form, "measure").path == f"{KPIS}[{kpis.model.rows[1]}].measure"


def test_the_form_of_a_row_that_goes_closes(kpis: RowsField) -> None:
    click_cell(kpis, 1, 0)
    press_in(kpis, Qt.Key.Key_Return)
    form = _form(kpis)
    row = kpis.model.rows[1]

    kpis.opened.bridge.act(lambda session: session.remove_row(KPIS, row))

    assert form.path != f"{KPIS}[{row}]" or not form.isVisible()


def test_the_form_stands_below_and_beside_where_there_is_room(qtbot: QtBot, sample: Opened) -> None:
    field = rows_field(sample.question(KPIS), KPIS, sample)
    qtbot.addWidget(field)
    field.resize(700, 700)
    field.show()
    field.table.select(0, 0)
    field.open.open()
    form = _form(field)
    QApplication.processEvents()
    assert form.y() >= field.table.mapTo(field, field.table.rect().bottomLeft()).y()

    field.resize(1100, 900)
    QApplication.processEvents()
    assert form.x() >= field.table.mapTo(field, field.table.rect().topRight()).x()


def test_escape_in_the_table_closes_the_form(kpis: RowsField) -> None:
    click_cell(kpis, 0, 0)
    press_in(kpis, Qt.Key.Key_Return)
    click_cell(kpis, 1, 0)
    assert kpis.form is not None

    press_in(kpis, Qt.Key.Key_Escape)

    assert kpis.form is None
    assert kpis.table.hasFocus()


def test_tab_leads_from_the_table_through_the_form_to_the_next_question(kpis: RowsField) -> None:
    click_cell(kpis, 0, 0)
    press_in(kpis, Qt.Key.Key_Return)
    form = _form(kpis)
    kpis.add_button.setFocus()
    stops: list[Field] = []

    while len(stops) < 40:
        press(focus(), Qt.Key.Key_Tab)
        if not form.isAncestorOf(focus()):
            break
        stops += [field for field in form.fields if field.isAncestorOf(focus())]

    assert list(dict.fromkeys(stops)) == list(form.fields)
    assert not kpis.isAncestorOf(focus())


def test_a_model_card_has_tabs_and_builds_a_part_when_it_is_wanted(models: RowsField) -> None:
    click_cell(models, 0, 0)
    press_in(models, Qt.Key.Key_Return)
    form = _form(models)
    assert form.tabs is not None
    first = len(form.fields)
    assert first < len(models.question.columns) / 3

    click(form.tabs.button(3))

    assert len(form.fields) > first
    assert not form.fields[0].isVisible()
    assert form.fields[-1].isVisible()


def test_rows_inside_rows_are_edited_like_any_table(models: RowsField) -> None:
    click_cell(models, 0, 0)
    press_in(models, Qt.Key.Key_Return)
    form = _form(models)
    inner = _field(form, "components").editor
    assert isinstance(inner, RowsField)
    before = models.opened.answers
    count = len(inner.model.rows)

    inner.acts.add()
    type_text(inner.table, "v")

    row = models.model.rows[0]
    path = f"{MODELS}[{row}].components"
    assert len(models.opened.session.rows(path)) == count + 1
    press(inner.table.indexWidget(inner.table.currentIndex()), Qt.Key.Key_Escape)
    models.opened.bridge.undo()
    assert models.opened.answers == before
    assert len(inner.model.rows) == count


def test_inner_rows_are_counted_in_the_table(models: RowsField) -> None:
    names = [column.id for column in models.model.columns]
    place = names.index("components")
    count = len(models.opened.session.rows(f"{MODELS}[{models.model.rows[0]}].components"))

    assert texts(models, place)[0] == f"{count} rows"


def test_private_columns_say_so_in_heading_and_form(window: Window, sample_file: Path) -> None:
    field = shown(window, sample_file, "deal.team")
    heads = [
        str(field.model.headerData(at, Qt.Orientation.Horizontal))
        for at in range(field.model.shown)
    ]

    assert "Name, private" in heads
    assert "Role" in heads


def test_an_address_leads_to_its_cell_or_its_field(window: Window, kpis: RowsField) -> None:
    wizard = wizard_of(window)
    first, second, _ = kpis.model.rows
    wizard.go_to(f"{KPIS}[{second}].measure")
    assert at(kpis) == (1, 0)
    assert kpis.table.hasFocus()
    assert kpis.form is None

    wizard.go_to(f"{KPIS}[{first}].weight")
    assert kpis.form is not None
    assert _field(kpis.form, "weight").isAncestorOf(focus())


def test_an_address_leads_into_rows_inside_rows(models: RowsField) -> None:
    row = models.model.rows[1]
    path = f"{MODELS}[{row}].monitoring_plan"
    inside = models.opened.session.rows(path)[0]

    models.focus_inside(f"{path}[{inside}].amber")

    inner = _field(_form(models), "monitoring_plan").editor
    assert isinstance(inner, RowsField)
    assert models.table.currentIndex().row() == 1
    assert inner.isAncestorOf(focus())
    assert inner.table.currentIndex().row() == 0


def test_an_address_of_a_row_that_is_gone_leads_to_the_table(
    window: Window, kpis: RowsField
) -> None:
    wizard_of(window).go_to(f"{KPIS}[gone].measure")

    assert kpis.table.hasFocus()


def test_findings_mark_cells_tabs_and_fields(models: RowsField) -> None:
    row = models.model.rows[0]
    findings = [
        Finding("x", Severity.MUST_FIX, f"{MODELS}[{row}].model_name", "Name it."),
        Finding("x", Severity.SHOULD_FIX, f"{MODELS}[{row}].rollback", "Say how."),
    ]
    click_cell(models, 0, 0)
    press_in(models, Qt.Key.Key_Return)
    # While the cursor is in a field, nothing new is told there.
    _field(_form(models), "developer_name").editor.setFocus()

    models.show_inside(findings)

    index = models.model.index(0, 0)
    assert models.model.data(index, STATE) == Severity.MUST_FIX.value
    tip = str(models.model.data(index, Qt.ItemDataRole.ToolTipRole))
    assert "Name it." in tip
    assert "Say how." in tip
    assert models.model.data(models.model.index(1, 0), STATE) == ""
    sentences = [label.text() for label in _field(_form(models), "model_name").findChildren(Label)]
    assert "Name it." in sentences

    models.show_inside([])
    assert models.model.data(index, STATE) == ""


def test_a_field_tells_the_worst_and_marks_the_cell(
    window: Window, kpis: RowsField, qtbot: QtBot
) -> None:
    row = kpis.model.rows[0]
    kpis.opened.bridge.set(f"{KPIS}[{row}].weight", "no number")

    wizard = wizard_of(window)
    qtbot.waitUntil(lambda: bool(kpis.model.data(kpis.model.index(0, 0), STATE)))

    assert wizard.watcher.findings(f"{KPIS}[{row}].weight")
