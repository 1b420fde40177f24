"""Reads numbers as people and spreadsheets write them: $1,234.50, 1.234,50, (300), 12%, 5-.

What the decimal mark is, is told by the numbers of a table together. A number that may mean two
things, such as 9,000 in a table that says nothing about its commas, is none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_PLAIN = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,18})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_MONEY = re.compile(r"(?:US)?[$€£]|\b(?:USD|EUR|GBP)\b")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "−": "-", "’": "'"})
_GROUPED = re.compile(r"\d{1,3}(?:[ ']\d{3})+(?![\d ])", re.ASCII)
_BODY = re.compile(r"[0-9.,]{1,40}", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_LONGEST = 60
_GROUP = 3
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class _Told:
    """A number without its decoration: the digits with their marks, sign and percent."""

    body: str
    negative: bool
    percent: bool


def decimal_marks(texts: Iterable[str]) -> frozenset[str]:
    """Return which marks these cells use for decimals; a point where nothing else is told."""
    commas, points = [], []
    for text in texts:
        if "," in text and (told := _told(text)):
            commas.append(told.body)
        elif "." in text:
            points.append(text)
    found = {mark for body in commas if (mark := _mark(body))}
    if commas:
        others = (told.body for text in points if (told := _told(text)))
        found |= {mark for body in others if (mark := _mark(body))}
    return frozenset(found)


def number(text: str, marks: frozenset[str]) -> Decimal | None:
    """Return the number a cell means in a table with these decimal marks, None if it is none."""
    if "," not in marks and _PLAIN.fullmatch(text):
        return Decimal(text)
    told = _told(text)
    if told is None:
        return None
    mark = _mark(told.body) or _agreed(told.body, marks)
    if mark is None:
        return None
    plain = told.body.replace("." if mark == "," else ",", "").replace(mark, ".")
    if len(plain) > _MOST_DIGITS:
        return None
    found = Decimal(plain) / (100 if told.percent else 1)
    return -found if told.negative else found


def is_unclear(text: str, marks: frozenset[str]) -> bool:
    """Return whether a cell is a number that may mean two things."""
    told = _told(text)
    return told is not None and number(text, marks) is None and _mark(told.body) == ""


def _told(text: str) -> _Told | None:
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    body = _MONEY.sub("", text.translate(_SPACES)).strip()
    percent = body.endswith("%")
    body = body.removesuffix("%").strip()
    negative = False
    if body.startswith("(") and body.endswith(")"):
        negative, body = True, body[1:-1].strip()
    elif body.startswith(("-", "+")):
        negative, body = body.startswith("-"), body[1:].strip()
    elif body.endswith("-"):
        negative, body = True, body[:-1].strip()
    body = _MONEY.sub("", body).strip()
    if _GROUPED.match(body):
        body = body.replace(" ", "").replace("'", "")
    is_number = _BODY.fullmatch(body) and body[-1].isdigit() and _mark(body) is not None
    return _Told(body, negative, percent) if is_number else None


def _mark(body: str) -> str | None:
    """Return the decimal mark of a number; empty where it may be either, None if it is none.

    A number without a decimal has the mark that does not group it.
    """
    marks = [one for one in body if one in ".,"]
    if not marks:
        return "."
    last = marks[-1]
    other = "." if last == "," else ","
    head, _, tail = body.rpartition(last)
    if len(set(marks)) == 1 and len(marks) > 1:
        return other if _is_grouped(body, last) else None
    if len(marks) > 1:
        return last if marks.count(last) == 1 and _is_grouped(head, other) else None
    is_group = len(tail) == _GROUP and 1 <= len(head) <= _GROUP and head.strip("0") != ""
    return "" if is_group else last


def _is_grouped(body: str, mark: str) -> bool:
    first, *rest = body.split(mark)
    return 1 <= len(first) <= _GROUP and all(len(one) == _GROUP for one in rest)


def _agreed(body: str, marks: frozenset[str]) -> str | None:
    """Return the decimal mark of an unclear number by those of its table, None if they differ."""
    if len(marks) == 1:
        return next(iter(marks))
    return "." if not marks and "." in body else None
