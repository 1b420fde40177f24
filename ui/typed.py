"""What typed dates and numbers mean, in the language of the settings. What is kept is canonical."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache

from PySide6.QtCore import QLocale

from roadmapper.template.kinds import Kind, canonical, day, number
from ui.languages import forms

_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[\d\s./,\u200f-]|년|월|일|年|月|日")
_PLACES = re.compile(r"(\d{1,4})\D+?(\d{1,2})\D+?(\d{1,4})\D*")
_FILLERS = frozenset(("de", "del", "den", "of", "the", "st", "nd", "rd", "th", "er", "º", "m", "d"))
_CENTURY = 2000
"""The century of a year that is typed with two digits."""
_SHORTEST = 3
"""Letters that a shortened name of a month has at least."""
_NO_SIGNS = re.compile(r"[\s$%'’\u200e\u200f]")
_AMOUNT = re.compile(r"([-−+]?)([\d.,٫٬]*\d)([a-z]*)\.?", re.IGNORECASE)
_FORMATS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)


# --- dates --------------------------------------------------------------------------------------


def typed_day(text: str) -> str:
    """Return a typed date as year-month-day; what is no date is returned as typed.

    Understood are 2027-05-14, 5/14/2027 (in the order of the language), 14.5.2027 (day first) and
    a month in words, of the language or English: May 14, 2027; 14 May 2027. A year may have two
    digits where it stands last: 5/14/27, 14-May-27.
    """
    bare = " ".join(text.split())
    found = _as_shown(text.strip()) or day(bare) or _from_numbers(bare) or _from_words(bare)
    return found.isoformat() if found else bare


def _from_numbers(text: str) -> date | None:
    found = _PLACES.fullmatch(text)
    if found is None or _MARKS.sub("", text):
        return None
    first, second, third = (int(one) for one in found.groups())
    if len(found[1]) == 4:  # noqa: PLR2004 - digits of a year
        return _date(first, second, third)
    if len(found[3]) != 4:  # noqa: PLR2004 - digits of a year
        if len(found[3]) == 1 or "-" in text or forms().is_year_first:
            return None
        third += _CENTURY
    is_day_first = "." in text or forms().is_day_first
    return _date(third, second, first) if is_day_first else _date(third, first, second)


def _from_words(text: str) -> date | None:
    # Sorting leaves numbers of the same length as they stand: the year last.
    numbers = sorted(_DIGITS.findall(text), key=len)
    if [len(one) for one in numbers] not in ([1, 4], [2, 4], [1, 2], [2, 2]):
        return None
    words = [_folded(one) for one in _LETTERS.findall(text)]
    months = [_month(one) for one in words if one not in _FILLERS and not _is_weekday(one)]
    if len(months) != 1 or not months[0]:
        return None
    year = int(numbers[1]) + (0 if len(numbers[1]) == 4 else _CENTURY)  # noqa: PLR2004
    return _date(year, months[0], int(numbers[0]))


def _as_shown(text: str) -> date | None:
    """Return a date that is written as the window writes it."""
    found = forms().locale.toDate(text, forms().day)
    return _date(found.year(), found.month(), found.day()) if found.isValid() else None


def _month(word: str) -> int:
    """Return the month that a word names or begins to name; 0 if it is not clear which."""
    for names in (_months(forms().locale.name()), _months("en_US")):
        if word in names:
            return names[word]
        begun = {month for name, month in names.items() if name.startswith(word)}
        if len(word) >= _SHORTEST and len(begun) == 1:
            return begun.pop()
    return 0


def _is_weekday(word: str) -> bool:
    """Return whether a word names a day of the week, and no month."""
    codes = (forms().locale.name(), "en_US")
    names = {name for code in codes for name in _weekdays(code)}
    return word in names and not any(word in _months(code) for code in codes)


@cache
def _weekdays(code: str) -> frozenset[str]:
    """Return the names of the days of the week in all their forms."""
    locale = QLocale(code)
    return frozenset(
        _folded(word)
        for number in range(1, 8)
        for form in _FORMATS
        for word in _LETTERS.findall(locale.dayName(number, form))
    )


@cache
def _months(code: str) -> Mapping[str, int]:
    """Return the names of the months in all their forms."""
    locale = QLocale(code)
    return {
        _folded(word): month
        for month in range(1, 13)
        for form in _FORMATS
        for name in (locale.monthName(month, form), locale.standaloneMonthName(month, form))
        for word in _LETTERS.findall(name)
    }


def _folded(word: str) -> str:
    """Return a word in small letters without accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


# --- numbers ------------------------------------------------------------------------------------


def typed_number(kind: Kind, text: str) -> str:
    """Return a typed number in its canonical form; what is no number is returned as typed."""
    if (forms().decimal, forms().group) == (".", ","):
        return canonical(kind, text)
    found = _AMOUNT.fullmatch(_NO_SIGNS.sub("", text))
    plain = _plain(found[2]) if found else ""
    if found is None or not plain:
        return text
    bare = f"{found[1]}{plain}{found[3]}"
    return text if number(bare) is None else canonical(kind, bare)


def _plain(digits: str) -> str:
    """Return a number with a point and no separators; empty if its marks make no sense.

    A point that can't separate thousands is a decimal point, as on many keyboards.
    """
    whole, mark, part = digits.partition(forms().decimal)
    if mark and part.isdecimal():
        bare = _ungrouped(whole)
        return f"{bare or '0'}.{part}" if bare or not whole else ""
    if mark:
        return ""
    return _ungrouped(digits) or (digits if re.fullmatch(r"\d*\.\d+", digits) else "")


def _ungrouped(whole: str) -> str:
    """Return digits without separators of thousands; empty if they are not thousands."""
    group = re.escape(forms().group)
    grouped = re.fullmatch(rf"\d+|\d{{1,3}}(?:{group}\d{{3}})+", whole)
    return whole.replace(forms().group, "") if grouped else ""
