"""The kinds of answer, and what counts as a well-formed value of each.

Values are plain: text, true or false, or a list of texts. Numbers, money, percentages and dates are
canonical strings, so that equality and files are exact. A half-typed value is kept as typed;
`complaint` says what is wrong with it.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import lru_cache

Value = str | bool | tuple[str, ...] | None


class Kind(StrEnum):
    """The closed list of answer kinds."""

    LINE = "line"
    PROSE = "prose"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    YES_NO = "yes_no"
    RANGE = "range"
    ROWS = "rows"
    MATRIX = "matrix"
    LINK = "link"
    COMPUTED = "computed"


TEXT_KINDS = frozenset({Kind.LINE, Kind.PROSE})
NUMBER_KINDS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT})
GROUP_KINDS = frozenset({Kind.ROWS, Kind.MATRIX})
LIST_KINDS = frozenset({Kind.CHOICES, Kind.RANGE, Kind.LINK}) | GROUP_KINDS

_NUMBER = re.compile(r"([-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+))\s*([a-z]*)\.?")
_COMMA = re.compile(r"\d{1,3}(?:[. ]?\d{3})*,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
"""A number with a comma before its decimals, or points between its thousands."""
_SIGN = re.compile(r"^([-+]?)\$\s*")
_NO_OPTIONS: Mapping[str, str] = {}
_SCALE = {
    **dict.fromkeys(("k", "thousand"), 3),
    **dict.fromkeys(("m", "mn", "mm", "mio", "million"), 6),
    **dict.fromkeys(("b", "bn", "billion"), 9),
    "": 0,
}


@lru_cache(maxsize=20_000)
def number(text: str) -> Decimal | None:
    """Return a typed number ("1,200", "1.2m", "$35", "15%") as a decimal, or None if it is none.

    Commas stand between thousands only: who means 1.2 by "1,2" is asked, and not made ten times
    richer.
    """
    bare = (
        _SIGN.sub(r"\1", text.strip().replace("\u2212", "-"))
        .removesuffix("%")
        .removesuffix("$")
        .strip()
    )
    found = _NUMBER.fullmatch(bare.lower())
    if found is None or found[2] not in _SCALE or len(bare) > 40:  # noqa: PLR2004 - longer is no number anybody means
        return None
    try:
        return Decimal(found[1].replace(",", "")).scaleb(_SCALE[found[2]])
    except InvalidOperation:
        return None


def canonical(kind: Kind, text: str) -> str:
    """Return a typed text in the form it is kept in; what is not understood is kept as typed."""
    if kind in NUMBER_KINDS:
        found = number(text)
        return text if found is None else format_plain(found)
    if kind is Kind.DATE:
        return text.strip()
    return text


def format_plain(amount: Decimal) -> str:
    """Return a decimal without exponent and without trailing zeros."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text


@lru_cache(maxsize=20_000)
def day(text: str) -> date | None:
    """Return an ISO date, or None if the text is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


DATE_WANTED = "Enter a date as year-month-day, such as 2027-05-14."
"""What is said of text in place of a date. The window names the date as it is typed there."""


def complaint(kind: Kind, value: Value, options: Mapping[str, str] = _NO_OPTIONS) -> str:
    """Return what is wrong with a kept value, and what to enter; empty if nothing is.

    The options are values that may be chosen, each with how it is listed.
    """
    match kind:
        case Kind.NUMBER | Kind.MONEY | Kind.PERCENT if isinstance(value, str):
            return "" if number(value) is not None else _no_number(value)
        case Kind.DATE if isinstance(value, str):
            return "" if day(value) else DATE_WANTED
        case Kind.CHOICE if isinstance(value, str):
            return "" if value in options else f"Choose one of: {', '.join(options.values())}."
        case Kind.CHOICES if isinstance(value, tuple):
            wrong = [one for one in value if one not in options]
            return f"Choose from: {', '.join(options.values())}." if wrong else ""
        case Kind.RANGE if isinstance(value, tuple):
            return _range_complaint(value)
        case _:
            return ""


def _no_number(text: str) -> str:
    """Return what to enter instead of a text that is no number."""
    if _COMMA.fullmatch(text.strip()):
        plain = text.strip().replace(".", "").replace(" ", "").replace(",", ".")
        return f"A point stands before the decimals here: write {plain} if that is meant."
    return "Enter a number, such as 1200 or 1.2m."


def _range_complaint(value: tuple[str, ...]) -> str:
    amounts = [number(one) for one in value]
    low, likely, high = amounts if len(amounts) == 3 else (None, None, None)  # noqa: PLR2004 - a range has three values
    wrong = next((one for one in value if _COMMA.fullmatch(one.strip())), "")
    if wrong:
        return _no_number(wrong)
    if low is None or likely is None or high is None:
        return "Enter three numbers: low, likely and high."
    return "" if low <= likely <= high else "Enter low, likely and high in rising order."
