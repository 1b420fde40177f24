"""Reads what checks compare: filled rows, their numbers, lines of years, tiers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import day, number
from roadmapper.template.model import Template

_YEARS = re.compile(r"\s*(\d{1,2})\s*(?:[-\u2013]\s*(\d{1,2})\s*)?")
_TIER = re.compile(r"\s*([\d.]+)\s*%?\s*:\s*([\d.]+)\s*%?\s*")

Three = tuple[Decimal, Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Row:
    """One filled row of a table."""

    answers: Answers
    path: str

    def at(self, column: str) -> str:
        """Return the address of a cell."""
        return f"{self.path}.{column}"

    def text(self, column: str) -> str:
        """Return the text of a cell, empty if there is none."""
        value = self.answers.value(self.at(column))
        return value.strip() if isinstance(value, str) else ""

    def number(self, column: str) -> Decimal | None:
        """Return the number in a cell, None if there is none."""
        return number(self.text(column))

    def day(self, column: str) -> date | None:
        """Return the date in a cell, None if there is none."""
        return day(self.text(column))

    def ticked(self, column: str) -> bool:
        """Return whether a cell says yes."""
        return self.answers.value(self.at(column)) is True

    def has(self, *columns: str) -> bool:
        """Return whether all these cells hold a text."""
        return all(self.text(column) for column in columns)

    def three(self, column: str) -> Three | None:
        """Return low, likely and high of a cell, None unless all are numbers."""
        return three(self.answers, self.at(column))

    def words(self, *columns: str) -> str:
        """Return what is written in these cells, in small letters."""
        return " ".join(self.text(column) for column in columns).casefold()


def rows(answers: Answers, path: str) -> Iterator[Row]:
    """Yield the filled rows of a table, in order."""
    told = answers.told_rows(AnswerPath.parse(path))
    for row in answers.rows(path):
        if row in told:
            yield Row(answers, f"{path}[{row}]")


def given_rows(template: Template, answers: Answers, path: str) -> Iterator[Row]:
    """Yield the filled rows of a table whose rows the template gives."""
    question = template.find(path)
    told = answers.told_rows(AnswerPath.parse(path))
    for row in question.fixed if question else ():
        if row.id in told:
            yield Row(answers, f"{path}[{row.id}]")


def three(answers: Answers, path: str) -> Three | None:
    """Return the three numbers of a range, None unless all are there."""
    value = answers.value(path)
    found = [number(one) for one in value] if isinstance(value, tuple) else []
    told = tuple(one for one in found if one is not None)
    return (told[0], told[1], told[2]) if len(told) == len(found) == 3 else None  # noqa: PLR2004 - a range has three


def amount(answers: Answers, path: str) -> Decimal | None:
    """Return the number at an address, None if there is none."""
    return number(answers.text(path))


def date_at(answers: Answers, path: str) -> date | None:
    """Return the date at an address, None if there is none."""
    return day(answers.text(path))


def chosen(answers: Answers, path: str) -> tuple[str, ...]:
    """Return what is chosen of several."""
    value = answers.value(path)
    return value if isinstance(value, tuple) else ()


_NURSES = re.compile(r"\bnurs|\brns?\b|\bcni?o\b|\bcne\b", re.IGNORECASE)


def of_nurses(text: str) -> bool:
    """Return whether a role is one of nurses."""
    return bool(_NURSES.search(text))


def nurses_use_it(answers: Answers) -> bool:
    """Return whether nurses are among the users."""
    return any(of_nurses(row.text("role")) for row in rows(answers, "solution.users"))


def agreed(answers: Answers, *structures: str) -> bool:
    """Return whether one of these is part of the agreement."""
    value = answers.value("pricing.structure")
    return isinstance(value, tuple) and not set(structures).isdisjoint(value)


def years(text: str) -> frozenset[int] | None:
    """Return the contract years of a line such as "1", "2-3" or "1, 3"; None if it is none."""
    found: set[int] = set()
    for part in text.split(","):
        told = _YEARS.fullmatch(part)
        first = int(told[1]) if told else 0
        last = int(told[2] or told[1]) if told else 0
        if not 0 < first <= last:
            return None
        found.update(range(first, last + 1))
    return frozenset(found)


def tiers(text: str) -> tuple[tuple[Decimal, Decimal], ...] | None:
    """Return tiers such as "80: 50, 100: 100" as pairs; None if they are none."""
    found = []
    for part in text.split(","):
        told = _TIER.fullmatch(part)
        pair = (number(told[1]), number(told[2])) if told else (None, None)
        if pair[0] is None or pair[1] is None:
            return None
        found.append((pair[0], pair[1]))
    return tuple(found)


def plain(value: Decimal) -> str:
    """Return a number as it is written."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
