"""Step 5: usual signals and triggers, added below their tables and marked as defaults."""

from pathlib import Path

import pytest

from roadmapper.plans import SIGNALS, TRIGGERS, shipped_plan
from tests.ui_hands import body_at, click
from ui.pages.models import ModelsPage
from ui.pages.models_data import PATH
from ui.pages.models_field import CardField
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(window: Window, empty_file: Path) -> ModelsPage:
    """Return the page with one empty card."""
    body = body_at(window, empty_file, "transparency", ModelsPage)
    click(body.list.add)
    return body


def _field(page: ModelsPage, name: str) -> CardField:
    page.focus(f"{PATH}[{page.row}].{name}")
    field = page.card.body.field(name)
    assert isinstance(field, CardField)
    return field


@pytest.mark.parametrize("table", [SIGNALS, TRIGGERS])
def test_usual_rows_are_added_as_one_step_and_marked_as_defaults(
    page: ModelsPage, table: str
) -> None:
    field = _field(page, table)
    opened, usual = page.models.opened, field.usual
    assert usual is not None
    count = len(shipped_plan().usual(table))
    assert usual.text() == f"Add {count} usual rows"

    click(usual)

    rows = opened.answers.rows(field.path)
    assert len(rows) == count
    assert {opened.answers.text(f"{field.path}[{row}].standing") for row in rows} == {"default"}
    assert usual.isHidden()
    opened.bridge.undo()
    field.refresh()
    assert opened.answers.rows(field.path) == ()
    assert usual.isVisible()


def test_other_tables_offer_no_usual_rows(page: ModelsPage) -> None:
    assert _field(page, "change_classes").usual is None
