"""Ways to the page of the model cards and to its fields."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui_hands import body_at, click
from ui.pages.models import ModelsPage
from ui.pages.models_data import PATH
from ui.pages.models_field import CardField
from ui.window import Window


def two_models(window: Window, sample: Path) -> ModelsPage:
    """Return the page of the sample, which has two models, as wide as most screens."""
    window.resize(1440, 900)
    page = body_at(window, sample, "transparency", ModelsPage)
    QApplication.processEvents()
    return page


def empty_card(window: Window, empty: Path) -> ModelsPage:
    """Return the page with one card, in which nothing is answered."""
    page = body_at(window, empty, "transparency", ModelsPage)
    click(page.list.add)
    return page


def card_field(page: ModelsPage, name: str) -> CardField:
    """Go to a field of the chosen card and return it."""
    page.focus(f"{PATH}[{page.row}].{name}")
    field = page.card.body.field(name)
    assert isinstance(field, CardField)
    return field
