"""Three-way comparison of answers: what both began with, what we have, what they have.

`compare` is a pure function for every source of "theirs": a copy of the file, or a document that
was read back. What one side alone changed is taken; what both changed is a conflict with two ways;
what has no place on our side is reported and never applied. Questions that the template couples are
one unit, and so is a row that one side removed or added.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from roadmapper.errors import AddressError, ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.fitting import fit, question_at
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.same_rows import aligned, is_free_table
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template

State = Mapping[str, Value] | None
"""The answers of a unit by address; None if it is a row that is not there."""


class Side(StrEnum):
    """One of the two ways a difference can go."""

    MINE = "mine"
    THEIRS = "theirs"


class What(StrEnum):
    """What differs."""

    ANSWER = "answer"
    TOGETHER = "together"
    ROW = "row"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Difference:
    """One unit that they changed. `path` names it: an answer, a row, a table, a first question."""

    path: str
    what: What
    base: State
    mine: State
    theirs: State

    @property
    def changed(self) -> tuple[str, ...]:
        """The addresses at which the two sides differ, outer ones first."""
        mine, theirs = self.mine or {}, self.theirs or {}
        paths = [one for one in {**mine, **theirs} if mine.get(one) != theirs.get(one)]
        return tuple(sorted(paths, key=lambda one: len(AnswerPath.parse(one).steps)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What they changed: what comes over, what needs a decision, what has no place here."""

    template: Template
    base: Answers
    mine: Answers
    theirs: Answers
    taken: tuple[Difference, ...]
    conflicts: tuple[Difference, ...]
    unplaced: tuple[Difference, ...]

    def merged(self, choices: Mapping[str, Side] | None = None) -> Answers:
        """Return the answers of both sides, with each difference as chosen by its path.

        Without a choice what only they changed is taken, and a conflict stays as we have it.
        """
        walk = _Walk(self.template, self.base, self.mine, self.theirs, choices or {})
        walk.go()
        return Answers(walk.merged)

    def values(self, choices: Mapping[str, Side] | None = None) -> dict[str, Value]:
        """Return what to give `Session.change`, tables before what lies in their rows."""
        return values_between(self.mine, self.merged(choices))


def values_between(now: Answers, goal: Answers) -> dict[str, Value]:
    """Return what to give `Session.change` to come from some answers to others."""
    paths = [one for one in {**now, **goal} if now.value(one) != goal.value(one)]
    paths.sort(key=lambda one: len(AnswerPath.parse(one).steps))
    return {path: goal.value(path) for path in paths}


def compare(
    template: Template, base: Answers, mine: Answers, theirs: Answers, used: Collection[str] = ()
) -> Comparison:
    """Compare two sides with what both began with; `used` are row ids that ours may not reuse."""
    theirs = aligned(template, base, mine, theirs, used)
    walk = _Walk(template, base, mine, theirs, {})
    walk.go()
    found = (tuple(walk.taken), tuple(walk.conflicts), tuple(walk.unplaced))
    return Comparison(template, base, mine, theirs, *found)


@dataclass(slots=True)
class _Walk:
    """Goes once over everything that is answered on any side."""

    template: Template
    base: Answers
    mine: Answers
    theirs: Answers
    choices: Mapping[str, Side]
    merged: dict[str, Value] = field(default_factory=dict)
    taken: list[Difference] = field(default_factory=list)
    conflicts: list[Difference] = field(default_factory=list)
    unplaced: list[Difference] = field(default_factory=list)
    left: dict[str, None] = field(default_factory=dict)

    def go(self) -> None:
        """Merge coupled questions, then tables from the outside in, then all that is left."""
        self.left = dict.fromkeys((*self.mine, *self.theirs, *self.base))
        for section in self.template.sections:
            for unit in section.together:
                self._couple([f"{section.id}.{question}" for question in unit])
        depth = 0
        while tables := self._tables(depth):
            for table in tables:
                self._table(table)
            depth += 1
        for path in tuple(self.left):
            self._decide(path, What.ANSWER, *self._states([path]))

    def _tables(self, depth: int) -> list[str]:
        return [
            path
            for path in self.left
            if len(AnswerPath.parse(path).steps) == depth and is_free_table(self.template, path)
        ]

    def _couple(self, roots: Sequence[str]) -> None:
        sides = (self.mine, self.theirs, self.base)
        around = (side.around(AnswerPath.parse(root)) for root in roots for side in sides)
        paths = [path for path in dict.fromkeys(chain.from_iterable(around)) if path in self.left]
        self._drop(paths)
        self._decide(roots[0], What.TOGETHER, *self._states(paths))

    def _table(self, table: str) -> None:
        """Merge which rows there are and in which order; cells of rows both have come later."""
        base, mine, theirs = self.base.rows(table), self.mine.rows(table), self.theirs.rows(table)
        self._drop([table])
        stay = {
            row
            for row in dict.fromkeys((*mine, *theirs, *base))
            if (row in mine and row in theirs) or self._row(table, row)
        }
        first, second = self._ordered(table, base, mine, theirs)
        rows = _woven([one for one in first if one in stay], [one for one in second if one in stay])
        if rows:
            self.merged[table] = tuple(rows)

    def _row(self, table: str, row: str) -> bool:
        """Merge a row that one side lacks; return whether it is there afterwards."""
        address = AnswerPath.parse(table).row(row)
        sides = (self.base, self.mine, self.theirs)
        paths = dict.fromkeys(path for side in sides for path in side.around(address))
        self._drop(paths)
        listed = [row in side.rows(table) for side in sides]
        states = zip(self._states(tuple(paths)), listed, strict=True)
        base, mine, theirs = (state if there else None for state, there in states)
        return self._decide(str(address), What.ROW, base, mine, theirs) is not None

    def _ordered(
        self, table: str, base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
    ) -> tuple[Sequence[str], Sequence[str]]:
        """Return the rows of both sides, those first whose order holds."""
        common = {*base} & {*mine} & {*theirs}
        orders = (tuple(row for row in one if row in common) for one in (base, mine, theirs))
        states: list[State] = [{table: order} for order in orders]
        chosen = self._pick(Difference(table, What.ORDER, *states))
        return (mine, theirs) if chosen is Side.MINE else (theirs, mine)

    def _decide(self, path: str, what: What, base: State, mine: State, theirs: State) -> State:
        """Merge one unit and return how it is afterwards."""
        side = self._pick(Difference(path, what, base, mine, theirs))
        chosen = mine if side is Side.MINE else theirs
        self.merged |= chosen or {}
        return chosen

    def _pick(self, found: Difference) -> Side:
        """Note a difference if they made one, and return the side that holds."""
        if found.theirs in (found.mine, found.base):
            return Side.MINE
        if not self._fits(found):
            self.unplaced.append(found)
            return Side.MINE
        if found.mine == found.base:
            self.taken.append(found)
            return self.choices.get(found.path, Side.THEIRS)
        self.conflicts.append(found)
        return self.choices.get(found.path, Side.MINE)

    def _fits(self, found: Difference) -> bool:
        """Return whether the template has a place for all that they changed."""
        theirs = found.theirs or {}
        try:
            for path in found.changed:
                fit(question_at(self.template, AnswerPath.parse(path)), theirs.get(path))
        except (AddressError, ValueRefusedError):
            return False
        return True

    def _states(self, paths: Sequence[str]) -> tuple[State, State, State]:
        base, mine, theirs = (
            {path: value for path in paths if (value := side.value(path)) is not None}
            for side in (self.base, self.mine, self.theirs)
        )
        return base, mine, theirs

    def _drop(self, paths: Iterable[str]) -> None:
        for path in paths:
            self.left.pop(path, None)


def _woven(first: list[str], second: list[str]) -> list[str]:
    """Return the rows of a list with those of another put in after what they follow there."""
    rows = list(first)
    place = 0
    for row in second:
        if row in rows:
            place = rows.index(row) + 1
        else:
            rows.insert(place, row)
            place += 1
    return rows
