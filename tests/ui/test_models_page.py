"""Step 5: the model cards, their questions in tabs, and the label beside them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.document.tree import ChartKind
from roadmapper.proposal.path import AnswerPath
from tests.ui.models_hands import two_models
from tests.ui.rows_hands import focus
from tests.ui_hands import body_at, click, press, type_text
from ui.fields.rows import RowsField
from ui.pages.models import ModelsPage
from ui.pages.models_button import ModelButton
from ui.pages.models_data import PATH, tabs_of
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


_PATIENCE = 20_000


@pytest.fixture
def page(window: Window, sample_file: Path) -> ModelsPage:
    """Return the page of the sample, which has two models."""
    return two_models(window, sample_file)


@pytest.fixture
def empty(window: Window, empty_file: Path) -> ModelsPage:
    """Return the page without a model."""
    return body_at(window, empty_file, "transparency", ModelsPage)


def _button(page: ModelsPage, row: str) -> ModelButton:
    return page.list.buttons[row]


def _rows(page: ModelsPage) -> tuple[str, ...]:
    return tuple(page.list.buttons)


def test_the_tabs_hold_every_question_of_a_card_once(page: ModelsPage) -> None:
    question = page.models.question

    asked = [one.id for tab in tabs_of(question) for one in tab.columns]

    assert sorted([*asked, question.chosen_by]) == sorted(one.id for one in question.columns)
    assert [tab.label for tab in tabs_of(question)] == [
        "Purpose",
        "Training data",
        "Performance",
        "Monitoring",
        "Drift response",
        "Risk and governance",
    ]


def test_a_tab_shows_the_essential_questions_first_and_the_others_on_a_click(
    page: ModelsPage,
) -> None:
    before = len(page.card.fields)
    body = page.card.body
    assert all(one.question.essential for one in page.card.fields)

    click(body.more)

    assert len(page.card.fields) == len(body.tab.columns) > before
    assert all(field.isVisible() for field in body.fields)
    click(body.more)
    assert [one for one in body.fields if one.isVisible()] == list(body.fields[:before])


def test_every_question_of_a_card_can_be_reached_by_its_address(
    window: Window, page: ModelsPage
) -> None:
    row = _rows(page)[1]
    assert window.wizard is not None

    window.wizard.go_to(f"{PATH}[{row}].{page.models.question.chosen_by}")
    assert _button(page, row).hasFocus()
    for question in page.models.question.columns:
        if question.id == page.models.question.chosen_by:
            continue
        window.wizard.go_to(f"{PATH}[{row}].{question.id}")
        field = page.card.body.field(question.id)
        assert field is not None
        assert field.isVisible(), question.id
        assert field.path == f"{PATH}[{row}].{question.id}"


def test_an_address_leads_into_a_row_of_a_table_on_a_card(window: Window, page: ModelsPage) -> None:
    path = f"{PATH}[{_rows(page)[1]}].monitoring_plan"
    inside = page.models.opened.session.rows(path)[0]
    assert window.wizard is not None

    window.wizard.go_to(f"{path}[{inside}].amber")

    field = page.card.body.field("monitoring_plan")
    assert field is not None
    assert isinstance(field.editor, RowsField)
    assert field.editor.isAncestorOf(focus())


def test_what_is_typed_is_kept_and_shown_in_the_list_and_on_the_label(
    page: ModelsPage, qtbot: QtBot
) -> None:
    row = _rows(page)[0]
    name = page.card.body.field("model_name")
    assert name is not None
    name.editor.setFocus()
    type_text(QApplication.focusWidget(), " Two")
    page.flush()

    kept = page.models.opened.answers.text(f"{PATH}[{row}].model_name")
    assert kept.endswith("Two")
    model = _button(page, row).model
    assert model is not None
    assert model.name == kept
    frame = page.label.frame
    qtbot.waitUntil(lambda: frame.name == kept)


def test_arrows_go_from_card_to_card_and_the_label_follows(page: ModelsPage, qtbot: QtBot) -> None:
    first, second = _rows(page)
    qtbot.waitUntil(lambda: page.label.frame.facts is not None, timeout=_PATIENCE)
    _button(page, first).setFocus()

    press(QApplication.focusWidget(), Qt.Key.Key_Down)

    assert page.row == page.card.row == second
    assert _button(page, second).hasFocus()
    assert page.label.frame.facts is not None
    assert page.label.frame.facts.key == f"facts-{second}"
    click(_button(page, first))
    assert page.card.row == first


def test_typing_is_kept_on_the_card_it_was_typed_on(page: ModelsPage) -> None:
    first, second = _rows(page)
    version = page.card.body.field("model_version")
    assert version is not None
    version.editor.setFocus()
    type_text(QApplication.focusWidget(), "9")

    click(_button(page, second))

    answers = page.models.opened.answers
    assert answers.text(f"{PATH}[{first}].model_version").endswith("9")
    assert not answers.text(f"{PATH}[{second}].model_version").endswith("9")


def test_a_card_is_duplicated_moved_and_removed_by_keys_and_comes_back(page: ModelsPage) -> None:
    before, rows = page.models.opened.answers, _rows(page)
    _button(page, rows[0]).setFocus()

    press(QApplication.focusWidget(), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    copy = page.row
    assert _rows(page) == (rows[0], copy, rows[1])

    _button(page, copy).setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert _rows(page) == (*rows, copy)
    assert _button(page, copy).hasFocus()

    press(QApplication.focusWidget(), Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert _rows(page) == rows
    assert page.row == rows[0]
    for _step in range(3):
        page.models.opened.bridge.undo()
    assert page.models.opened.answers == before


def test_rename_puts_the_cursor_into_the_name(page: ModelsPage) -> None:
    row = _rows(page)[1]
    page.card.show_tab(3)
    click(_button(page, row))

    press(_button(page, row), Qt.Key.Key_F2)

    name = page.card.body.field("model_name")
    assert name is not None
    assert name.isAncestorOf(focus())


def test_without_a_card_the_page_says_what_to_do_and_the_first_one_is_a_click_away(
    empty: ModelsPage,
) -> None:
    assert empty.list.empty.isVisible()
    assert not empty.card.isVisible()

    click(empty.list.add)

    assert len(_rows(empty)) == 1
    assert empty.card.isVisible()
    model = _button(empty, empty.row).model
    assert model is not None
    assert model.answered == 0
    assert "gaps" in _button(empty, empty.row).accessibleName()
    empty.models.opened.bridge.undo()
    assert empty.list.empty.isVisible()
    assert not empty.card.isVisible()


def test_a_gap_is_counted_where_an_essential_answer_is_missing(page: ModelsPage) -> None:
    row = _rows(page)[0]
    path = AnswerPath.parse(PATH).row(row).column("rollback")

    page.models.opened.bridge.set(str(path), None)

    model = _button(page, row).model
    assert model is not None
    assert model.gaps == 1
    tabs = (page.card.tabs.button(place) for place in range(6))
    assert [getattr(one, "dot", "") for one in tabs] == ["", "", "", "", "warn", ""]


def test_the_essential_scope_leaves_the_others_out(window: Window, page: ModelsPage) -> None:
    assert window.wizard is not None
    click(page.card.body.more)

    click(window.wizard.page.scope.button(0))

    assert all(one.question.essential for one in page.card.fields if one.isVisible())
    assert not page.card.body.more.isVisible()
    page.card.show_tab(1)
    assert not page.card.body.more.isVisible()
    click(window.wizard.page.scope.button(1))
    assert page.card.body.more.isVisible()


@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_nothing_is_wider_than_its_place(window: Window, page: ModelsPage, width: int) -> None:
    window.resize(width, 800)
    QApplication.processEvents()

    for part in (page.list, page.card, page.label):
        assert part.isVisible()
        left = part.mapTo(page, part.rect().topLeft()).x()
        assert left >= 0
        assert left + part.width() <= page.width()
    assert page.width() <= width


def test_the_tabs_stand_on_one_line_at_1440(window: Window, page: ModelsPage) -> None:
    tabs = [page.card.tabs.button(place) for place in range(6)]

    assert len({one.y() for one in tabs}) == 1
    assert tabs[-1].geometry().right() <= page.card.tabs.width()
    window.resize(1920, 900)
    QApplication.processEvents()
    assert len({one.y() for one in tabs}) == 1


def test_results_show_value_interval_count_and_test_set_at_first_sight(page: ModelsPage) -> None:
    page.card.show_tab(2)
    field = page.card.body.field("fairness_metrics")
    assert field is not None
    assert isinstance(field.editor, RowsField)
    QApplication.processEvents()

    shown = [one.id for one in field.editor.model.columns[: field.editor.model.shown]]

    assert shown[:6] == ["group", "value", "lower", "upper", "n", "data_role"]


def test_a_result_without_a_group_is_named_by_its_measure(page: ModelsPage) -> None:
    page.card.show_tab(2)
    field = page.card.body.field("fairness_metrics")
    assert field is not None
    assert isinstance(field.editor, RowsField)
    model = field.editor.model
    page.models.opened.bridge.set(f"{model.row_path(0)}.group", None)
    QApplication.processEvents()

    assert model.stand_in(0) == "Omission rate"
    assert model.title(0) == "Omission rate"


def test_a_signal_shows_its_limits_and_what_they_rest_on_at_first_sight(page: ModelsPage) -> None:
    page.card.show_tab(3)
    field = page.card.body.field("monitoring_plan")
    assert field is not None
    assert isinstance(field.editor, RowsField)
    QApplication.processEvents()

    shown = [one.id for one in field.editor.model.columns[: field.editor.model.shown]]

    assert shown[:4] == ["signal", "amber", "red", "basis"]


def test_ctrl_tab_goes_from_tab_to_tab_and_round(page: ModelsPage) -> None:
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    name = page.card.body.field("model_name")
    assert name is not None
    name.editor.setFocus()

    press(QApplication.focusWidget(), Qt.Key.Key_Tab, ctrl)
    assert page.card.tabs.index == 1
    assert page.card.tabs.button(1).hasFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Backtab, ctrl | shift)
    press(QApplication.focusWidget(), Qt.Key.Key_Backtab, ctrl | shift)
    assert page.card.tabs.index == len(tabs_of(page.models.question)) - 1


def test_the_chart_stands_above_the_results_with_intervals_and_counts(
    page: ModelsPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.label.frame.facts is not None)
    assert not page.groups.isVisible()

    click(page.card.tabs.button(2))

    assert page.groups.isVisible()
    chart = page.groups.view.chart
    assert chart is not None
    assert chart.kind is ChartKind.RANGE
    labels = chart.series[1].labels
    assert "3.9%, n = 310" in labels
    assert "Not measured" in labels
    click(page.card.tabs.button(0))
    assert not page.groups.isVisible()


def test_without_results_the_chart_says_what_it_needs(empty: ModelsPage, qtbot: QtBot) -> None:
    click(empty.list.add)
    click(empty.card.tabs.button(2))

    qtbot.waitUntil(empty.groups.view.otherwise.isVisible)
    assert empty.groups.view.chart is None
    assert "not measured" in empty.groups.view.otherwise.text()


def test_the_most_important_gap_leads_to_its_field(page: ModelsPage, qtbot: QtBot) -> None:
    row = _rows(page)[0]
    path = f"{PATH}[{row}].trigger_playbook"
    first = page.models.opened.session.rows(path)[0]
    page.models.opened.bridge.set(f"{path}[{first}].owner", None)
    qtbot.waitUntil(page.label.mend.isVisible)
    assert page.label.gap.text()

    click(page.label.mend)

    assert page.card.tabs.index == 4
    field = page.card.body.field("trigger_playbook")
    assert field is not None
    assert field.isAncestorOf(focus())
