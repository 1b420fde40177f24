"""Dates read as the settings say, in fields and tables; what is kept is the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui_hands import click
from ui.fields.dates import DateField, typed_day
from ui.settings_sheet import SettingsSheet
from ui.shown_dates import shown_date, use_dates
from ui.window import Window


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    """Leave the usual form behind."""
    yield
    use_dates("month")


@pytest.mark.parametrize(
    ("form", "shown", "typed"),
    [
        ("month", "May 6, 2027", "2027-05-06"),
        ("day", "6 May 2027", "2027-06-05"),
        ("iso", "2027-05-06", "2027-05-06"),
        ("unknown", "May 6, 2027", "2027-05-06"),
    ],
)
def test_a_form_holds_for_what_is_shown_and_typed(form: str, shown: str, typed: str) -> None:
    use_dates(form)

    assert shown_date("2027-05-06") == shown
    assert typed_day(shown) == "2027-05-06"
    assert typed_day("5/6/2027") == typed
    assert shown_date("soon") == "soon"


def test_the_settings_change_the_dates_of_an_open_proposal(
    window: Window, sample_file: Path
) -> None:
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.go_to("deal.decision_date")
    before = window.wizard.opened.answers
    window.show_settings()
    (sheet,) = window.findChildren(SettingsSheet)

    click(sheet.dates.button(1))

    field = window.wizard.page.body.fields["deal.decision_date"].editor
    assert isinstance(field, DateField)
    assert window.settings.dates == "day"
    assert field.input.text() == shown_date(str(field.read()))
    assert field.input.text()[0].isdigit()
    assert window.wizard.opened.answers == before
