"""How days and times read in the window, in the language of the settings."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from ui.languages import forms
from ui.words import _

_EXAMPLE = "2027-05-14"


def shown_date(text: str) -> str:
    """Return an ISO date with its month in words; anything else as it is."""
    try:
        return shown_day(date.fromisoformat(text))
    except ValueError:
        return text


def shown_day(on: date) -> str:
    """Return a day with its month in words, and its year."""
    return _written(on, forms().day)


def shown_span(start: date, end: date) -> str:
    """Return a first and a last day; a year both share is told once."""
    if start == end:
        return shown_day(start)
    is_shared = start.year == end.year and not forms().is_year_first
    first = _written(start, forms().day_of_year) if is_shared else shown_day(start)
    return _("{first} to {shown_day}").format(first=first, shown_day=shown_day(end))


def shown_month(on: date) -> str:
    """Return a month in words, and its year."""
    month = forms().locale.standaloneMonthName(on.month)
    is_number = month[:1].isdecimal()
    return f"{on.year} {month}" if is_number else f"{month} {on.year}"


def short_month(on: date) -> str:
    """Return a month in short, such as "May"."""
    return forms().locale.standaloneMonthName(on.month, QLocale.FormatType.ShortFormat)


def shown_weekday(on: date) -> str:
    """Return the name of a weekday."""
    return forms().locale.standaloneDayName(on.isoweekday())


def shown_time(at: datetime, *, seconds: bool = False) -> str:
    """Return the time on the clock of the person who sits here."""
    local = at.astimezone()
    pattern = forms().second if seconds else forms().minute
    return forms().locale.toString(QTime(local.hour, local.minute, local.second), pattern)


def example_date() -> str:
    """Return a date as it is written now, to show what may be typed."""
    return shown_date(_EXAMPLE)


def _written(on: date, pattern: str) -> str:
    return forms().locale.toString(QDate(on.year, on.month, on.day), pattern)
