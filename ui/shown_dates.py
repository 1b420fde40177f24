"""How dates read in the window. Documents have their own way, which this does not touch."""

from datetime import datetime
from enum import Enum


class DateForm(Enum):
    """The ways to write a date; the value is what the settings keep."""

    MONTH_FIRST = "month"
    DAY_FIRST = "day"
    NUMBERS = "iso"

    @property
    def example(self) -> str:
        """The same day in this form."""
        return _written("2027-05-14", self)


_form = DateForm.MONTH_FIRST


def use_dates(name: str) -> None:
    """Write dates in the form of this name from now on; an unknown name is the usual form."""
    global _form  # noqa: PLW0603 - like the theme, one form holds for the whole window
    known = {one.value for one in DateForm}
    _form = DateForm(name) if name in known else DateForm.MONTH_FIRST


def is_day_first() -> bool:
    """Return whether 5/6/2027 is a day in June."""
    return _form is DateForm.DAY_FIRST


def shown_time(at: datetime) -> str:
    """Return the time on the clock of the person who sits here: 2:02 PM, or 14:02."""
    local = at.astimezone()
    if _form is DateForm.MONTH_FIRST:
        return f"{local:%I:%M %p}".removeprefix("0")
    return f"{local:%H:%M}"


def example_date() -> str:
    """Return a date as it is written now, to show what may be typed."""
    return _form.example


def shown_date(text: str) -> str:
    """Return an ISO date as it is written now; anything else as it is."""
    return _written(text, _form)


def _written(text: str, form: DateForm) -> str:
    # Loaded late: Home knows the form before it shows any date in words.
    from roadmapper.document.formats import date_text  # noqa: PLC0415
    from roadmapper.template.kinds import day  # noqa: PLC0415

    found = day(text)
    if found is None or form is DateForm.MONTH_FIRST:
        return date_text(text)
    if form is DateForm.NUMBERS:
        return found.isoformat()
    month = date_text(text).partition(" ")[0]
    return f"{found.day} {month} {found.year}"
