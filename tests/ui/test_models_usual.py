"""Step 5: usual signals and triggers, added below their tables and marked as defaults."""

from pathlib import Path

import pytest

from roadmapper.plans import CHANGES, SIGNALS, TRIGGERS, shipped_plan
from tests.ui.models_hands import card_field, empty_card
from tests.ui_hands import click
from ui.pages.models import ModelsPage
from ui.window import Window

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(window: Window, empty_file: Path) -> ModelsPage:
    """Return the page with one empty card."""
    return empty_card(window, empty_file)


@pytest.mark.parametrize("table", [SIGNALS, TRIGGERS, CHANGES])
def test_usual_rows_are_added_as_one_step_and_marked_as_defaults(
    page: ModelsPage, table: str
) -> None:
    field = card_field(page, table)
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
    assert card_field(page, "version_history").usual is None


def test_an_index_says_below_its_limits_how_often_chance_alone_crosses_them(
    page: ModelsPage,
) -> None:
    field = card_field(page, SIGNALS)
    chance, usual, opened = field.chance, field.usual, page.models.opened
    assert chance is not None
    assert usual is not None
    assert chance.isHidden()
    click(usual)
    assert "so 0.10 and 0.25 say more than chance" in chance.text()
    rows = opened.answers.rows(field.path)
    (index,) = (r for r in rows if "stability" in opened.answers.text(f"{field.path}[{r}].signal"))

    opened.bridge.set(f"{field.path}[{index}].minimum_n", "150")
    field.refresh()

    assert "0.10 is crossed by chance in" in chance.text()
    assert chance.isVisible()
