"""Dates and numbers read and are typed in the chosen language; what is kept is the same."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from roadmapper.template.kinds import Kind, format_plain
from roadmapper.template.model import Question
from tests.ui_hands import press, type_text
from ui import languages
from ui.fields.dates import CalendarPopup, DateField
from ui.fields.rows_copy import copied_value
from ui.fields.rows_text import typed_value
from ui.fields.simple import LineField, RangeField
from ui.home.entries import ago
from ui.languages import LANGUAGES, use_language
from ui.opened import Opened
from ui.settings_sheet import SettingsSheet
from ui.shown_dates import shown_date, shown_month, shown_span, shown_time
from ui.shown_numbers import shown_amount, shown_part, shown_percent
from ui.shown_values import edited_number, shown_money, shown_number, shown_value
from ui.typed import typed_day, typed_number
from ui.window import Window

_KINDS = (Kind.NUMBER, Kind.MONEY, Kind.PERCENT)
_AMOUNTS = st.decimals(
    min_value=Decimal("-1e15"), max_value=Decimal("1e15"), allow_nan=False, places=4
)
_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
_CHOSEN = st.sampled_from(tuple(LANGUAGES))


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    """Leave the usual language behind."""
    yield
    use_language("en_US")


@settings(deadline=None)
@given(_CHOSEN, _AMOUNTS, st.sampled_from(_KINDS))
def test_a_shown_number_can_be_typed_and_means_the_same(
    language: str, amount: Decimal, kind: Kind
) -> None:
    use_language(language)
    kept = format_plain(amount)

    assert typed_number(kind, shown_number(Question("n", kind, "N"), kept)) == kept
    assert typed_number(kind, edited_number(kept)) == kept


@settings(deadline=None)
@given(_CHOSEN, _DAYS)
def test_a_shown_date_can_be_typed_and_means_the_same(language: str, on: date) -> None:
    use_language(language)

    assert typed_day(shown_date(on.isoformat())) == on.isoformat()
    assert typed_day(on.isoformat()) == on.isoformat()


@settings(deadline=None)
@given(_CHOSEN, st.text(), st.sampled_from(_KINDS))
def test_what_is_understood_once_is_understood_the_same_again(
    language: str, text: str, kind: Kind
) -> None:
    use_language(language)
    kept = typed_number(kind, text)

    assert typed_number(kind, edited_number(kept)) == kept


@pytest.mark.parametrize(
    ("language", "day", "number", "money", "percent", "typed"),
    [
        ("system", "May 6, 2027", "1,234.5", "$1,234", "12%", "2027-05-06"),
        ("unknown", "May 6, 2027", "1,234.5", "$1,234", "12%", "2027-05-06"),
        ("en_US", "May 6, 2027", "1,234.5", "$1,234", "12%", "2027-05-06"),
        ("en_GB", "6 May 2027", "1,234.5", "$1,234", "12%", "2027-06-05"),
        ("iso", "2027-05-06", "1,234.5", "$1,234", "12%", "2027-05-06"),
        ("de_DE", "6. Mai 2027", "1.234,5", "1.234\xa0$", "12\xa0%", "2027-06-05"),
        ("fr_FR", "6 mai 2027", "1\u202f234,5", "1\u202f234\xa0$", "12\xa0%", "2027-06-05"),
        ("es_ES", "6 de mayo de 2027", "1.234,5", "1.234\xa0$", "12\xa0%", "2027-06-05"),
        ("pt_BR", "6 de maio de 2027", "1.234,5", "$\xa01.234", "12%", "2027-06-05"),
        ("it_IT", "6 maggio 2027", "1.234,5", "1.234\xa0$", "12%", "2027-06-05"),
        ("nl_NL", "6 mei 2027", "1.234,5", "$\xa01.234", "12%", "2027-06-05"),
        ("da_DK", "6. maj 2027", "1.234,5", "1.234\xa0$", "12\xa0%", "2027-06-05"),
    ],
)
def test_a_language_holds_for_what_is_shown_and_typed(  # noqa: PLR0917 - a table of words
    language: str, day: str, number: str, money: str, percent: str, typed: str
) -> None:
    use_language(language)

    assert shown_date("2027-05-06") == day
    assert shown_amount(Decimal("1234.5")) == number
    assert shown_money(Decimal(1234)) == money
    assert shown_percent(12) == percent
    assert typed_day("5/6/2027") == typed
    assert shown_date("soon") == "soon"


def test_what_any_system_shows_can_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    every = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    question, kept, on = Question("n", Kind.MONEY, "N"), "-1234567.5", "2027-05-14"
    wrong = []
    for name in sorted({locale.name() for locale in every}):
        locale = QLocale(name)
        monkeypatch.setattr(QLocale, "system", lambda locale=locale: locale)
        languages._forms_of.cache_clear()
        use_language("system")
        day, amount = (
            typed_day(shown_date(on)),
            typed_number(Kind.MONEY, shown_number(question, kept)),
        )
        if (day, amount, typed_number(Kind.MONEY, edited_number(kept))) != (on, kept, kept):
            wrong.append(name)
    languages._forms_of.cache_clear()

    assert len(every) > 100
    assert wrong == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1.234,5", "1234.5"),
        ("1.234", "1234"),
        ("1234.5", "1234.5"),
        ("1,2m", "1200000"),
        ("1.2m", "1200000"),
        ("−3,25 $", "-3.25"),
        ("12 %", "12"),
        (",5", "0.5"),
        ("1,2,3", "1,2,3"),
        ("1.23.4", "1.23.4"),
        ("1.234,", "1.234,"),
        ("about 5", "about 5"),
        ("", ""),
    ],
)
def test_numbers_are_typed_in_german(typed: str, kept: str) -> None:
    use_language("de_DE")

    assert typed_number(Kind.NUMBER, typed) == kept


@pytest.mark.parametrize(
    ("language", "typed", "kept"),
    [
        ("de_DE", "14.05.2027", "2027-05-14"),
        ("de_DE", "14. März 2027", "2027-03-14"),
        ("de_DE", "14 maerz 2027", "14 maerz 2027"),
        ("de_DE", "May 14, 2027", "2027-05-14"),
        ("fr_FR", "1er août 2027", "2027-08-01"),
        ("fr_FR", "1 aout 2027", "2027-08-01"),
        ("fr_FR", "3 jui 2027", "3 jui 2027"),
        ("es_ES", "14 de septiembre de 2027", "2027-09-14"),
        ("nl_NL", "14-05-2027", "2027-05-14"),
        ("en_US", "14.5.2027", "2027-05-14"),
        ("en_US", "May 14th 2027", "2027-05-14"),
        ("en_US", "2027/05/14", "2027-05-14"),
        ("en_US", "2027年5月14日", "2027-05-14"),
        ("en_US", "5/14/27", "2027-05-14"),
        ("en_US", "5/14/7", "5/14/7"),
        ("en_US", "27-05-14", "27-05-14"),
        ("iso", "5/14/27", "5/14/27"),
        ("de_DE", "14.5.27", "2027-05-14"),
        ("en_US", "14-May-27", "2027-05-14"),
        ("en_US", "May 14 '27", "2027-05-14"),
        ("en_US", "Friday, May 14, 2027", "2027-05-14"),
        ("de_DE", "Fr, 14. Mai 2027", "2027-05-14"),
        ("en_US", "20270514", "2027-05-14"),
        ("en_US", "2/30/2027", "2/30/2027"),
        ("en_US", "May or June 14, 2027", "May or June 14, 2027"),
        ("en_US", "Q2 2027", "Q2 2027"),
    ],
)
def test_dates_are_typed_in_usual_ways(language: str, typed: str, kept: str) -> None:
    use_language(language)

    assert typed_day(typed) == kept


def test_spans_months_and_times_follow_the_language() -> None:
    start, end = date(2027, 5, 14), date(2027, 6, 2)
    at = datetime(2027, 5, 14, 14, 5, 9, tzinfo=UTC).astimezone()

    use_language("en_US")
    assert shown_span(start, end) == "May 14 to June 2, 2027"
    assert shown_span(start, start) == "May 14, 2027"
    assert shown_span(start, date(2028, 1, 1)) == "May 14, 2027 to January 1, 2028"
    assert shown_month(start) == "May 2027"
    assert shown_time(at, seconds=True) == f"{at.hour % 12 or 12}:05:09\u202f{at:%p}"
    use_language("de_DE")
    assert shown_span(start, end) == "14. Mai to 2. Juni 2027"
    assert shown_month(start) == "Mai 2027"
    assert shown_time(at) == f"{at:%H:%M}"
    use_language("iso")
    assert shown_span(start, end) == "2027-05-14 to 2027-06-02"
    assert shown_part(0.125) == "12%"


def test_the_list_of_proposals_names_days_in_the_language() -> None:
    now = datetime(2027, 5, 14, 12, tzinfo=UTC)
    use_language("de_DE")

    assert ago(datetime(2027, 5, 10, 12, tzinfo=UTC), now) == "Montag"
    assert ago(datetime(2027, 3, 2, 12, tzinfo=UTC), now) == "2. März 2027"
    assert ago(datetime(2026, 3, 2, 12, tzinfo=UTC), now) == "2. März 2026"


def test_cells_and_copies_read_back_in_the_same_language(opened: Opened) -> None:
    use_language("de_DE")
    amount, span = Question("n", Kind.MONEY, "N"), Question("r", Kind.RANGE, "R")
    day = Question("d", Kind.DATE, "D")

    assert shown_value(amount, "1234.5") == "1.234,5\xa0$"
    assert shown_value(day, "2027-05-14") == "14. Mai 2027"
    assert shown_value(span, ("1000", "1500.5", "2000")) == "1.000 to 2.000 (likely 1.500,5)"
    assert shown_value(span, ("1000", "1500.5", "1000")) == "1.500,5"
    minutes = Question("m", Kind.NUMBER, "M", unit="Minuten", unit_from="unit")
    share = Question("s", Kind.RANGE, "S", unit="%", unit_from="unit")
    assert shown_value(minutes, "58.5") == "58,5 Minuten"
    assert shown_value(minutes, "58 or so") == "58 or so"
    assert shown_value(share, ("0.5", "1", "2")) == "0,5 to 2\xa0% (likely 1)"
    assert shown_value(share, ("", "1", "")) == "1\xa0%"
    assert typed_value(span, copied_value(span, ("1000", "1.234", "2"), opened)) == (
        "1000", "1.234", "2"
    )  # fmt: skip
    assert typed_value(amount, copied_value(amount, "1.234", opened)) == "1.234"


def test_a_number_field_shows_and_takes_german(window: Window, sample_file: Path) -> None:
    use_language("de_DE")
    window.open_proposal(sample_file)
    assert window.wizard is not None
    opened = window.wizard.opened
    field = LineField(
        Question("x", Kind.MONEY, "X", unit="USD"), "pricing.base_fee", opened, window
    )
    field.show()
    field.write("1234567.5")
    assert field.input.text() == "1.234.567,5\xa0$"

    field.input.setFocus()
    field.input.selectAll()
    type_text(field.input, "1.250,75")

    assert field.read() == "1250.75"


def test_a_range_field_shows_and_takes_german(opened: Opened, window: Window) -> None:
    use_language("de_DE")
    field = RangeField(Question("x", Kind.RANGE, "X"), "value.x", opened, window)
    field.write(("0.5", "1.234", "2000"))

    assert [one.text() for one in field.inputs] == ["0,5", "1,234", "2000"]
    assert field.read() == ("0.5", "1.234", "2000")


@pytest.mark.parametrize(
    ("language", "first"),
    [("en_US", Qt.DayOfWeek.Sunday), ("iso", Qt.DayOfWeek.Monday), ("de_DE", Qt.DayOfWeek.Monday)],
)
def test_the_calendar_begins_its_weeks_as_the_language_does(
    window: Window, language: str, first: Qt.DayOfWeek
) -> None:
    use_language(language)

    popup = CalendarPopup("2027-05-14", window)

    assert popup.calendar.firstDayOfWeek() is first


def _choose(combo: QComboBox, label: str) -> None:
    """Choose from a list by its first letters and Enter, as a person does."""
    combo.setFocus()
    type_text(combo, label)
    press(combo, Qt.Key.Key_Return)


def test_the_settings_change_the_language_of_an_open_proposal(
    window: Window, sample_file: Path
) -> None:
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.go_to("deal.decision_date")
    before = window.wizard.opened.answers
    window.show_settings()
    (sheet,) = window.findChildren(SettingsSheet)

    _choose(sheet.language, "German")
    assert sheet.example.text().startswith("14. Mai 2027")
    press(sheet, Qt.Key.Key_Escape)

    field = window.wizard.page.body.fields["deal.decision_date"].editor
    assert isinstance(field, DateField)
    assert window.settings.language == "de_DE"
    assert field.input.text() == shown_date(str(field.read()))
    assert field.input.text()[0].isdigit()
    assert window.wizard.opened.answers == before


def test_a_finding_about_a_date_shows_one_as_it_is_typed_here(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    use_language("de_DE")
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.opened.bridge.set("deal.decision_date", "soon")
    watcher = window.wizard.watcher

    qtbot.waitUntil(lambda: bool(watcher.findings("deal.decision_date")))

    (finding,) = watcher.findings("deal.decision_date")
    assert finding.message.endswith("Enter a date, such as 14. Mai 2027.")
