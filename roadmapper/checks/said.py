"""Reads what prose says: sentences, numbers, money, days; what a text says is kept by the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import number
from roadmapper.template.model import Question, Template

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen")
_MORE = {"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
COUNTED = {word: Decimal(place) for place, word in enumerate((*_WORDS, *_TEENS))} | {
    word: Decimal(place) for word, place in (*_MORE.items(), ("sixty", 60), ("ninety", 90))
}
"""Numbers that are written as words."""

N = rf"(\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(COUNTED)})\b)"
"""A number in figures or as a word, as a part of a pattern."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DAY = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})\b"
    rf"|\b(?P<month>{_NAMED}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b"
    rf"|\b(?P<day2>\d{{1,2}}) (?P<month2>{_NAMED}) (?P<year2>\d{{4}})\b",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b({_NAMED})\s+(\d{{4}})\b", re.IGNORECASE)
_MONEY = re.compile(
    r"(?P<about>\b(?:about|around|some|roughly|nearly|almost|over|up to|under)\s+)?"
    r"(?:\$\s?|\busd\s?)(?P<n>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<times>thousand|million|k|m)\b)?"
    r"|(?<![\w$.,])(?P<n2>\d[\d,]*(?:\.\d+)?)\s?(?P<times2>thousand|million)?\s(?:us )?dollars\b",
    re.IGNORECASE,
)
_TIMES = {"thousand": 1000, "k": 1000, "million": 1_000_000, "m": 1_000_000}
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_LENGTH = re.compile(rf"{N}[ -]*(minutes?|min|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
_HOURS = {"min": Decimal(1) / 60, "hou": Decimal(1), "day": Decimal(24), "wee": Decimal(168)}
_HOURS |= {"mon": Decimal("730.5"), "yea": Decimal(8766)}
_ROW = re.compile(r"\[[^\]]*\]")
_ENDING = re.compile(r"(?:ings?|ed|es|s|e|y)$")
_NO = re.compile(
    r"\b(?:no|not|never|none|nobody|nor|neither|without|except|unless|until)\b|n[’']t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as it is written; it may differ from the exact one by `within`."""

    text: str
    value: Decimal
    within: Decimal


def value_of(text: str) -> Decimal:
    """Return the number that a match of `N` says."""
    told = COUNTED.get(text.casefold())
    return told if told is not None else Decimal(text.replace(",", ""))


@lru_cache(maxsize=20_000)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, clauses after a semicolon apart."""
    return tuple(filter(None, map(str.strip, _SENTENCE.split(text))))


@lru_cache(maxsize=20_000)
def money(text: str) -> tuple[Money, ...]:
    """Return every amount of money a text names."""
    return tuple(map(_money, _MONEY.finditer(text)))


def _money(found: re.Match[str]) -> Money:
    written = found["n"] or found["n2"]
    times = _TIMES.get((found["times"] or found["times2"] or "").casefold(), 1)
    bare = written.replace(",", "")
    value = Decimal(bare) * times
    after = len(bare.partition(".")[2])
    within = Decimal(0) if times == 1 else min(Decimal(times).scaleb(-after) / 2, value / 40)
    return Money(found[0].strip(), value, value / 20 if found["about"] else within)


@lru_cache(maxsize=20_000)
def days(text: str) -> tuple[date, ...]:
    """Return every whole date a text names."""
    return tuple(one for found in _DAY.finditer(text) if (one := _day(found)))


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        month, day = found["month"] or found["month2"], found["day"] or found["day2"]
        year = found["year"] or found["year2"]
        return date(int(year), _MONTHS.index(month[:3].casefold()) + 1, int(day))
    except ValueError:
        return None


@lru_cache(maxsize=20_000)
def months(text: str) -> tuple[int, ...]:
    """Return every month a text names with its year, counted from the year 0."""
    told = _MONTH_YEAR.findall(_DAY.sub(" ", text))
    return tuple(int(year) * 12 + _MONTHS.index(name[:3].casefold()) for name, year in told)


@lru_cache(maxsize=20_000)
def hours(text: str) -> tuple[Decimal, ...]:
    """Return every length of time a text names, in hours."""
    return tuple(value_of(n) * _HOURS[unit[:3].casefold()] for n, unit in _LENGTH.findall(text))


@lru_cache(maxsize=20_000)
def stems(text: str) -> frozenset[str]:
    """Return the words of a text without their endings, so that "visits" is "visit"."""
    found = re.findall(r"[a-z]{3,}", text.casefold())
    return frozenset(_ENDING.sub("", one) or one for one in found if one not in _SMALL)


_SMALL = frozenset(
    {"the", "and", "for", "with", "from", "that", "this", "who", "all", "any", "are", "its"}
    | {"their", "our", "your", "into", "not"}
)


def denies(text: str) -> bool:
    """Return whether a sentence says no to something."""
    return bool(_NO.search(text))


def all_numbers(text: str) -> Iterator[Decimal]:
    """Yield every number in figures that a text holds."""
    for one in re.findall(r"\d[\d,]*(?:\.\d+)?", text):
        told = number(one.rstrip(","))
        if told is not None:
            yield told


class _Told(NamedTuple):
    """The texts of the answers that were read last."""

    template: Template | None
    answers: Answers | None
    texts: tuple[tuple[str, str], ...]


_last = [_Told(None, None, ())]


def public_texts(template: Template, answers: Answers) -> tuple[tuple[str, str], ...]:
    """Return every text of several words that a reader may see, with its address.

    Many checks read the texts of the same answers, one after the other: they are kept.
    """
    kept = _last[0]
    if kept.template is not template or kept.answers is not answers:
        kept = _last[0] = _Told(template, answers, tuple(_public_texts(template, answers)))
    return kept.texts


def _public_texts(template: Template, answers: Answers) -> Iterator[tuple[str, str]]:
    seen: dict[str, bool] = {}
    for path, value in answers.items():
        if not isinstance(value, str) or " " not in value or path.startswith("_"):
            continue
        asked = _ROW.sub("", path)
        if asked not in seen:
            seen[asked] = _is_public(template, AnswerPath.parse(path))
        if seen[asked]:
            yield path, value


def _is_public(template: Template, address: AnswerPath) -> bool:
    question: Question | None = template.find(f"{address.section}.{address.question}")
    for column in ("", *address.columns):
        question = question.column(column) if question and column else question
        if question is None or question.internal:
            return False
    return True
