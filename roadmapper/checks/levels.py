"""How far each of the six criteria is answered, from 0 to 4, and what would raise it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value, day, number

HIGHEST = 4
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a condition: so many rows with these cells, or an answer of this kind.

    `filled` cells hold something, `counted` cells a number, `lasting` cells a date that is not past
    when they decide; `where` names the values a cell may have ("yes" and "no" for a tick), `says`
    the words of which it must hold one. Of an answer, `words` are those of which it must hold one.
    """

    path: str
    is_table: bool = True
    filled: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    lasting: tuple[str, ...] = ()
    fewest: int = 1
    where: Mapping[str, tuple[str, ...]] | None = None
    says: Mapping[str, tuple[str, ...]] | None = None
    one_of: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """What a level asks for, in words that say what to do; one of its tests must hold.

    `met` is what is then said of the proposal.
    """

    level: int
    text: str
    met: str
    tests: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion: any answer in `statement` is level 1, the conditions lead higher.

    `short` is its name where there is little room.
    """

    id: str
    name: str
    short: str
    statement: tuple[str, ...]
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of a pack, a word and a line for each level, and the level that is enough.

    `weights` is the table of how much the system weighs each; a row has the id of its criterion.
    `decided` names the dates by which they decide, the first that is answered counts.
    """

    title: str
    line: str
    dated: date
    ready: int
    words: tuple[str, ...]
    levels: tuple[str, ...]
    weights: str
    decided: tuple[str, ...]
    criteria: tuple[Criterion, ...]

    def names(self, criterion: Criterion) -> frozenset[str]:
        """Return the addresses that a criterion rests on."""
        tests = [test for one in criterion.conditions for test in one.tests]
        dates = self.decided if any(test.lasting for test in tests) else ()
        return frozenset((*criterion.statement, *(test.path for test in tests), *dates))


@dataclass(frozen=True, slots=True)
class Met:
    """A condition of a level, where it is answered, and whether it holds."""

    level: int
    text: str
    path: str
    holds: bool
    told: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """The level of one criterion, and all conditions that lead to it and beyond."""

    id: str
    name: str
    level: int
    conditions: tuple[Met, ...]

    @property
    def missing(self) -> tuple[Met, ...]:
        """What is missing for higher levels, the next first."""
        return tuple(one for one in self.conditions if not one.holds)

    @property
    def next_lacks(self) -> tuple[Met, ...]:
        """What is missing for the next level."""
        return tuple(one for one in self.missing if one.level == self.level + 1)

    @property
    def next_conditions(self) -> tuple[Met, ...]:
        """All that the next level asks for."""
        return tuple(one for one in self.conditions if one.level == self.level + 1)

    @property
    def rests_on(self) -> tuple[Met, ...]:
        """What the level rests on."""
        return tuple(one for one in self.conditions if one.level == self.level)


@dataclass(frozen=True, slots=True)
class Rise:
    """What to do next so that the most is gained: one condition, and how many more it needs."""

    criterion: Level
    condition: Met
    others: int


def levels(pack: Criteria, answers: Answers) -> tuple[Level, ...]:
    """Return the level of every criterion, in the order of the pack."""
    dates = (day(answers.text(path)) for path in pack.decided)
    decided = next((one for one in dates if one), None)
    return tuple(_level(one, answers, decided) for one in pack.criteria)


def shares(pack: Criteria, answers: Answers) -> Mapping[str, Decimal]:
    """Return how much of their decision each criterion is, in percent; empty if nobody said."""
    weights = {
        one.id: number(answers.text(f"{pack.weights}[{one.id.lower()}].weight"))
        for one in pack.criteria
    }
    told = {name: weight for name, weight in weights.items() if weight and weight > 0}
    whole = sum(told.values(), Decimal(0))
    return {name: told.get(name, Decimal(0)) * 100 / whole for name in weights} if whole else {}


def raises_most(
    pack: Criteria, told: Iterable[Level], weights: Mapping[str, Decimal]
) -> Rise | None:
    """Return what would raise the proposal most.

    A criterion below what is enough comes first; then the one whose weight is won with the fewest
    answers.
    """

    def gain(one: Level) -> tuple[bool, Decimal]:
        weight = weights.get(one.id, Decimal(0)) if weights else Decimal(1)
        return one.level < pack.ready, weight / len(one.next_lacks)

    best = max((one for one in told if one.next_lacks), key=gain, default=None)
    if best is None:
        return None
    first, *others = best.next_lacks
    return Rise(best, first, len(others))


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


def _level(criterion: Criterion, answers: Answers, decided: date | None) -> Level:
    conditions = tuple(_conditions(criterion, answers, decided))
    lowest = min((one.level for one in conditions if not one.holds), default=HIGHEST + 1)
    return Level(criterion.id, criterion.name, lowest - 1, conditions)


def _conditions(criterion: Criterion, answers: Answers, decided: date | None) -> Iterator[Met]:
    said = next((path for path in criterion.statement if _is_said(path, answers)), "")
    text = f"Answer something about {_inside(criterion.name)}"
    yield Met(1, text, said or criterion.statement[0], bool(said), "Something is said about it")
    for one in sorted(criterion.conditions, key=lambda condition: condition.level):
        holds = any(_holds(test, answers, decided) for test in one.tests)
        yield Met(one.level, one.text, one.tests[0].path, holds, one.met)


def _inside(name: str) -> str:
    """Return a name as it stands within a sentence: in small letters, but for short forms."""
    return " ".join(one if one.isupper() else one.lower() for one in name.split())


def _is_said(path: str, answers: Answers) -> bool:
    value = answers.value(path)
    is_plain = isinstance(value, str) and bool(value.strip())
    return is_plain or answers.is_told(path) or (isinstance(value, tuple) and bool(value))


def _holds(test: Asked, answers: Answers, decided: date | None) -> bool:
    if not test.is_table:
        said = answers.text(test.path)
        return (
            _is_said(test.path, answers)
            and (not test.one_of or said in test.one_of)
            and (not test.words or _has_one(said, test.words))
        )
    rows = answers.told_rows(AnswerPath.parse(test.path))
    fitting = (row for row in rows if _fits(test, f"{test.path}[{row}].", answers, decided))
    return sum(1 for _row in fitting) >= test.fewest


def _fits(test: Asked, row: str, answers: Answers, decided: date | None) -> bool:
    def cell(column: str) -> Value:
        return answers.value(f"{row}{column}")

    return (
        all(cell(one) not in (None, "", ()) for one in test.filled)
        and all(_DIGIT.search(answers.text(f"{row}{one}")) for one in test.counted)
        and all(_word(cell(one)) in allowed for one, allowed in (test.where or {}).items())
        and all(_has_one(_word(cell(one)), words) for one, words in (test.says or {}).items())
        and all(_lasts(answers.text(f"{row}{one}"), decided) for one in test.lasting)
    )


def _lasts(text: str, decided: date | None) -> bool:
    until = day(text)
    return until is not None and (decided is None or until >= decided)


def _has_one(text: str, words: Iterable[str]) -> bool:
    told = text.casefold()
    return any(word in told for word in words)


def _word(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else ""
