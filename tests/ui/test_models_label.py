"""The label beside a card leads to its fields, names the worst gap, and gives way to the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.document.card import NOT_STATED
from roadmapper.proof import proof
from roadmapper.proof_worker import ProofWorker
from tests.ui.preview_hands import SOON
from tests.ui.rows_hands import focus
from tests.ui_hands import body_at, click, press
from ui.fields.rows import RowsField
from ui.pages.models import ModelsPage
from ui.pages.models_data import PATH
from ui.pages.models_label import FactLine
from ui.pages.models_printed import CardPages
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(window: Window, sample_file: Path, qtbot: QtBot) -> ModelsPage:
    """Return the page of the sample, with its label there."""
    window.resize(1440, 900)
    body = body_at(window, sample_file, "transparency", ModelsPage)
    qtbot.waitUntil(lambda: bool(body.label.frame.lines), timeout=SOON)
    return body


@pytest.fixture(autouse=True)
def _without_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the page in the thread that waits for it: a process takes a second to begin."""
    monkeypatch.setattr(ProofWorker, "proof", lambda _worker, order: proof(order))


def _line(page: ModelsPage, label: str) -> FactLine:
    lines = page.label.frame.lines
    return next(one for one in lines if one.fact is not None and one.fact.label == label)


def _column(page: ModelsPage) -> str:
    """Return the question whose field has its ring."""
    (ringed,) = (one for one in page.card.fields if one._ringed)
    assert ringed.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert ringed.isAncestorOf(focused)
    return ringed.question.id


@pytest.mark.parametrize(
    ("label", "column", "tab"),
    [
        ("Who acts", "trigger_playbook", "Drift response"),
        ("Weakest group", "fairness_metrics", "Performance"),
        ("From", "training_data_sources", "Training data"),
        ("Role in the decision", "decision_role", "Purpose"),
        ("Watched after go-live", "monitoring_plan", "Monitoring"),
    ],
)
def test_a_click_on_a_line_opens_its_field_on_its_tab_with_a_ring(
    page: ModelsPage, label: str, column: str, tab: str
) -> None:
    click(_line(page, label))

    assert _column(page) == column
    assert page.card.body.tab.label == tab


def test_a_click_on_a_line_of_a_table_goes_to_its_cell(page: ModelsPage) -> None:
    line = _line(page, "Who acts")
    assert line.fact is not None

    click(line)

    field = page.card.body.field("trigger_playbook")
    assert field is not None
    assert isinstance(field.editor, RowsField)
    assert line.fact.value == "Clinical safety lead"
    assert field.editor.isAncestorOf(focus())


def test_every_line_leads_to_a_question_of_the_card_that_is_shown(page: ModelsPage) -> None:
    asked = {one.id for one in page.models.question.columns}

    for line in page.label.frame.lines:
        assert line.fact is not None
        start, _, rest = line.fact.about.partition("].")
        assert start == f"{PATH}[{page.row}"
        assert rest.partition("[")[0].partition(".")[0] in asked
        assert line.accessibleName().startswith(f"{line.fact.label}: ")


def test_arrows_go_from_line_to_line_and_enter_opens_the_field(page: ModelsPage) -> None:
    first, second = page.label.frame.lines[:2]
    first.setFocus()

    press(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    stops = [one for one in page.label.frame.lines if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [second]
    press(second, Qt.Key.Key_End)
    last = page.label.frame.lines[-1]
    assert last.hasFocus()
    press(last, Qt.Key.Key_Return)

    assert _column(page) == "trigger_playbook"


def test_the_line_below_names_who_acts_before_anything_else(page: ModelsPage, qtbot: QtBot) -> None:
    assert not page.label.gap.isVisible()
    bridge, path = page.models.opened.bridge, f"{PATH}[{page.row}]"
    bridge.change({f"{path}.trigger_playbook": (), f"{path}.summary": None}, "Empty the card")

    qtbot.waitUntil(lambda: page.label.gap.text().startswith("Name who acts when drift is found"))
    qtbot.waitUntil(lambda: _line(page, "Who acts").fact.value == NOT_STATED)  # type: ignore[union-attr]
    click(page.label.mend)

    assert _column(page) == "trigger_playbook"


def _pages(page: ModelsPage, qtbot: QtBot) -> CardPages:
    """Switch to the page and wait until it is drawn."""
    click(page.label.choice.button(1))
    pages = page.label.printed.pages
    assert pages is not None
    qtbot.waitUntil(lambda: pages.count > 0 and bool(pages._spots), timeout=SOON)
    return pages


def test_the_page_stands_in_place_of_the_label_and_leads_to_its_fields(
    page: ModelsPage, qtbot: QtBot
) -> None:
    pages = _pages(page, qtbot)

    assert not page.label.frame.isVisible()
    assert pages.count == 1
    assert pages.verticalScrollBar().maximum() == 0
    spot = next(one for one in pages._spots[1] if one.path.endswith("].decision_role"))
    corner = QPointF(pages._corner())
    click(pages.viewport(), QPoint((pages._area(spot).center() - corner).toPoint()))
    assert _column(page) == "decision_role"
    click(page.label.choice.button(0))
    assert page.label.frame.isVisible()
    assert not page.label.printed.isVisible()


def test_the_page_follows_an_edit_and_the_card_that_is_chosen(
    window: Window, page: ModelsPage, qtbot: QtBot
) -> None:
    pages = _pages(page, qtbot)
    assert window.wizard is not None
    card_press = window.wizard.outlet.card_press
    first = card_press.proof

    page.models.opened.bridge.set(f"{PATH}[{page.row}].model_name", "Renamed")
    assert card_press.proof is first
    qtbot.waitUntil(lambda: card_press.proof is not first, timeout=SOON)
    second = page.models.rows[1]
    click(page.list.buttons[second])

    qtbot.waitUntil(
        lambda: any(spot.path.startswith(f"{PATH}[{second}]") for spot in pages._spots[1]),
        timeout=SOON,
    )


def test_a_model_without_a_name_says_so_in_place_of_its_page(
    page: ModelsPage, qtbot: QtBot
) -> None:
    _pages(page, qtbot)

    page.models.opened.bridge.set(f"{PATH}[{page.row}].model_name", None)

    told = page.label.printed.state
    qtbot.waitUntil(lambda: "has no name yet" in told.text(), timeout=SOON)


def test_no_page_is_made_before_somebody_looks(window: Window, page: ModelsPage) -> None:
    assert window.wizard is not None
    card_press = window.wizard.outlet.card_press

    page.models.opened.bridge.set(f"{PATH}[{page.row}].model_version", "9")

    assert card_press.proof is None
    assert not card_press.is_at_work
    assert not card_press._bench.isRunning()
