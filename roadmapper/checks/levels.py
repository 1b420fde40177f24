"""How far each of the six criteria is answered, from 0 to 4, and what would raise it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value

HIGHEST = 4
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a condition: so many rows with these cells, or an answer of this kind.

    `filled` cells hold something, `counted` cells a number; `where` names the values a cell may
    have ("yes" and "no" for a tick), `says` the words of which it must hold one.
    """

    path: str
    is_table: bool = True
    filled: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    fewest: int = 1
    where: Mapping[str, tuple[str, ...]] | None = None
    says: Mapping[str, tuple[str, ...]] | None = None
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What a level asks for, in words that say what to do; one of its tests must hold."""

    level: int
    text: str
    tests: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion: any answer in `statement` is level 1, the conditions lead higher."""

    id: str
    name: str
    statement: tuple[str, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of a pack, the words for each level, and the level that is enough."""

    title: str
    line: str
    dated: date
    ready: int
    levels: tuple[str, ...]
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """What a level still asks for, and where it is answered."""

    level: int
    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Level:
    """The level of one criterion, and all that is missing for higher ones, the next first."""

    id: str
    name: str
    level: int
    missing: tuple[Lack, ...]

    @property
    def next_lacks(self) -> tuple[Lack, ...]:
        """What is missing for the next level."""
        return tuple(one for one in self.missing if one.level == self.level + 1)


def levels(pack: Criteria, answers: Answers) -> tuple[Level, ...]:
    """Return the level of every criterion, in the order of the pack."""
    return tuple(_level(one, answers) for one in pack.criteria)


def raises_most(told: Iterable[Level]) -> Lack | None:
    """Return what would raise the proposal most: the weakest criterion, by its shortest way."""
    open_ones = [one for one in told if one.next_lacks]
    weakest = min(open_ones, key=lambda one: (one.level, len(one.next_lacks)), default=None)
    return weakest.next_lacks[0] if weakest else None


def is_ready(pack: Criteria, told: Iterable[Level], findings: Iterable[Finding]) -> bool:
    """Return whether every criterion reaches the level that is enough and no check is red."""
    enough = all(one.level >= pack.ready for one in told)
    return enough and all(one.severity is Severity.POLISH for one in findings)


def unanswered(pack: Criteria, answers: Answers) -> Iterator[Finding]:
    """Yield a finding for each criterion that is not answered although its step is begun."""
    begun = {path.partition(".")[0] for path in answers}
    for criterion, told in zip(pack.criteria, levels(pack, answers), strict=True):
        path = criterion.statement[0]
        if told.level == 0 and path.partition(".")[0] in begun:
            yield Finding(
                "criterion",
                Severity.MUST_FIX,
                path,
                f'Nothing answers their criterion "{criterion.name}".',
                "They decide by six criteria; one without an answer outweighs five with one.",
            )


def _level(criterion: Criterion, answers: Answers) -> Level:
    missing = tuple(_lacks(criterion, answers))
    lowest = min((one.level for one in missing), default=HIGHEST + 1)
    return Level(criterion.id, criterion.name, lowest - 1, missing)


def _lacks(criterion: Criterion, answers: Answers) -> Iterator[Lack]:
    if not any(_is_said(path, answers) for path in criterion.statement):
        yield Lack(1, f"Answer something about {criterion.name.lower()}", criterion.statement[0])
    for one in sorted(criterion.conditions, key=lambda condition: condition.level):
        if not any(_holds(test, answers) for test in one.tests):
            yield Lack(one.level, one.text, one.tests[0].path)


def _is_said(path: str, answers: Answers) -> bool:
    value = answers.value(path)
    is_plain = isinstance(value, str) and bool(value.strip())
    return is_plain or answers.is_told(path) or (isinstance(value, tuple) and bool(value))


def _holds(test: Asked, answers: Answers) -> bool:
    if not test.is_table:
        return _is_said(test.path, answers) and (
            not test.one_of or answers.text(test.path) in test.one_of
        )
    rows = answers.told_rows(AnswerPath.parse(test.path))
    fitting = (row for row in rows if _fits(test, f"{test.path}[{row}].", answers))
    return sum(1 for _row in fitting) >= test.fewest


def _fits(test: Asked, row: str, answers: Answers) -> bool:
    def cell(column: str) -> Value:
        return answers.value(f"{row}{column}")

    return (
        all(cell(one) not in (None, "", ()) for one in test.filled)
        and all(_DIGIT.search(answers.text(f"{row}{one}")) for one in test.counted)
        and all(_word(cell(one)) in allowed for one, allowed in (test.where or {}).items())
        and all(
            any(word in _word(cell(one)).casefold() for word in words)
            for one, words in (test.says or {}).items()
        )
    )


def _word(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else ""
