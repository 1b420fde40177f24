"""Checks of the dates on a model card: readable, and of this version."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from roadmapper.cards.unknown import unknown
from roadmapper.checks.cards_read import Card, Row, few, finding
from roadmapper.proposal.facts import Finding

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        rf"\b{_YEAR}-(?P<number>\d\d?)(?:-(?P<day>\d\d?))?\b",
        rf"\b(?:(?P<day>\d\d?)(?:st|nd|rd|th)?,? )?{_NAMED},? {_YEAR}\b",
        rf"\b{_NAMED} (?P<day>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}\b",
        rf"\b(?P<one>\d\d?)[/.](?P<other>\d\d?)[/.]{_YEAR}\b",
        rf"\b{_YEAR}\b",
    )
)
_DATES = (
    ("regulatory_status", "date", "a regulatory decision"),
    ("training_data_sources", "period_start", "the start of training data"),
    ("training_data_sources", "period_end", "the end of training data"),
    ("fairness_metrics", "date", "a result by group"),
    ("performance_metrics", "date", "a result"),
    ("external_validations", "period", "a test elsewhere"),
    ("version_history", "date", "a version"),
)
_MONTHS_OF_YEAR = 12
_OLDEST = timedelta(days=366)


def last_day(text: str) -> date | None:
    """Return the last day that a text may mean; None if it cannot be read, or reads two ways."""
    found = [(hit.start(), hit) for form in _FORMS for hit in form.finditer(text)]
    if not found:
        return None
    end = max(hit.end() for _, hit in found)
    return _day(min((hit for _, hit in found if hit.end() == end), key=re.Match.start))


def _day(hit: re.Match[str]) -> date | None:
    told = {"number": None, "month": None, "day": None, "one": None, **hit.groupdict()}
    year, month, day = int(hit["year"]), 0, int(told["day"] or 0)
    if told["one"]:
        first, second = int(told["one"]), int(told["other"] or 0)
        if first != second and max(first, second) <= _MONTHS_OF_YEAR:
            return None
        month, day = sorted((first, second)) if first != second else (first, second)
    elif told["month"]:
        month = _MONTHS.index(told["month"].casefold()) + 1
    elif told["number"]:
        month = int(told["number"])
    return _end_of(year, month, day)


def _end_of(year: int, month: int, day: int) -> date | None:
    """Return a day, or the last one of a month or a year if less is known."""
    try:
        if day:
            return date(year, month, day)
        return date(year + (month in (0, 12)), month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return None


def unreadable_dates(card: Card) -> Iterator[Finding]:
    """A date that nobody can place says nothing about the version."""
    strange = [(path, text, what) for path, text, what in _dates(card) if _is_strange(text)]
    if strange:
        told = few([f'"{text.strip()[:40]}" for {what}' for _, text, what in strange])
        yield finding(
            "card-date",
            strange[0][0],
            f"{card.name} gives a date that cannot be placed: {told}.",
            "They put results and versions in order of time. Write it as May 2027 or 2027-05-14.",
        )


def _dates(card: Card) -> Iterator[tuple[str, str, str]]:
    yield card.path("release_date"), card.text("release_date"), "the release"
    for table, column, what in _DATES:
        for row in card.rows(table):
            if table.endswith("metrics") and not row.text("value"):
                continue
            yield row.path(column), row.text(column), what


def _is_strange(text: str) -> bool:
    return bool(text.strip()) and unknown(text) is None and last_day(text) is None


def old_card(card: Card) -> Iterator[Finding]:
    """A card is renewed once a year."""
    day = _reissued(card)
    if day and card.today and card.today - day > _OLDEST:
        yield finding(
            "card-old",
            card.path("version_history" if card.rows("version_history") else "release_date"),
            f"{card.name}: its card will be more than a year old when they decide.",
            "They are told to ask for a new card every year, and after every change.",
        )


def _reissued(card: Card) -> date | None:
    """Return the last day on which the card came out."""
    issued = [row for row in card.rows("version_history") if _came_out(row)]
    days = [last_day(row.text("date")) for row in issued] or [last_day(card.text("release_date"))]
    return max((one for one in days if one), default=None)


def _came_out(row: Row) -> bool:
    return row.answers.value(row.path("card_reissued")) is not False and bool(row.text("date"))


def old_version(card: Card) -> Iterator[Finding]:
    """A card speaks of one version; the newest in its history should be that one."""
    history = card.rows("version_history")
    version, newest = card.text("model_version").strip(), ""
    if history:
        newest = history[0].text("version").strip()
    known = [row.text("version").strip() for row in history]
    if version and newest and newest != version and _newer(newest, version, known):
        yield finding(
            "card-version",
            card.path("model_version"),
            f"{card.name} describes version {version}, and its history ends with {newest}.",
            "They ask whether the numbers belong to what they would get.",
        )


def _newer(one: str, other: str, known: list[str]) -> bool:
    """Return whether a version is above another: by its numbers, else by its place in a list."""
    first, second = (re.findall(r"\d+", text) for text in (one, other))
    if first and second:
        return [*map(int, first)] > [*map(int, second)]
    return other in known


CHECKS = (unreadable_dates, old_card, old_version)
