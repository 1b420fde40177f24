"""The answers of a proposal: a map from address to plain value, never changed in place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from roadmapper.proposal.change import Change
from roadmapper.proposal.path import RESERVED, AnswerPath
from roadmapper.template.kinds import Value

_INSIDE = re.compile(r"\[[^\]]*\]")


class Answers(Mapping[str, Value]):
    """What was answered, and nothing else: no defaults, no template. Equal by value."""

    def __init__(self, values: Mapping[str, Value] | None = None) -> None:
        self._values: dict[str, Value] = {
            path: value for path, value in (values or {}).items() if value is not None
        }

    @cached_property
    def _by_question(self) -> Mapping[str, tuple[str, ...]]:
        """The addresses by the question they lie in; looking through all of them is too slow."""
        index: dict[str, list[str]] = {}
        for path in self._values:
            index.setdefault(path.partition("[")[0], []).append(path)
        return {question: tuple(paths) for question, paths in index.items()}

    @cached_property
    def _told(self) -> Mapping[str, frozenset[str]]:
        """The rows in which something is answered, by the table they lie in."""
        told: dict[str, set[str]] = {}
        for path in self._values:
            start = path.find("[")
            while start >= 0:
                row = path[start + 1 :].partition("]")[0]
                told.setdefault(path[:start], set()).add(row)
                start = path.find("[", start + 1)
        return {table: frozenset(rows) for table, rows in told.items()}

    @cached_property
    def _within(self) -> Mapping[str, tuple[str, ...]]:
        """The addresses at or inside each answer, table and row."""
        within: dict[str, list[str]] = {}
        for path in self._values:
            within.setdefault(path, []).append(path)
            for found in _INSIDE.finditer(path):
                for outer in (path[: found.start()], path[: found.end()]):
                    if outer != path:
                        within.setdefault(outer, []).append(path)
        return {outer: tuple(paths) for outer, paths in within.items()}

    def __getitem__(self, path: str) -> Value:
        return self._values[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answers) and self._values == other._values

    def __hash__(self) -> int:
        return hash(frozenset(self._values.items()))

    def value(self, path: str) -> Value:
        """Return the answer at this address, None if there is none."""
        return self._values.get(path)

    def text(self, path: str) -> str:
        """Return the answer at this address if it is a text, else empty."""
        found = self._values.get(path)
        return found if isinstance(found, str) else ""

    def rows(self, path: str) -> tuple[str, ...]:
        """Return the row ids of the rows answer at this address, in order."""
        found = self._values.get(path)
        return found if isinstance(found, tuple) else ()

    def inside(self, path: AnswerPath) -> tuple[str, ...]:
        """Return the addresses of all answers at or inside this one."""
        return self._within.get(str(path), ())

    def is_told(self, question: str) -> bool:
        """Return whether anything is answered in the rows of the question at this address."""
        return any(one != question for one in self._by_question.get(question, ()))

    def around(self, path: AnswerPath) -> tuple[str, ...]:
        """Return the addresses inside this one and of all that is kept about them."""
        return tuple(one for word in ("", *RESERVED) for one in self.inside(path.under(word)))

    def told_rows(self, path: AnswerPath) -> frozenset[str]:
        """Return the rows inside this rows answer in which something is answered."""
        return self._told.get(str(path), frozenset())

    def changed(self, changes: Iterable[Change]) -> "Answers":
        """Return the answers after these changes."""
        values, index = dict(self._values), dict(self._by_question)
        for change in changes:
            root, path = change.path.partition("[")[0], change.path
            if change.after is None:
                if values.pop(path, None) is not None:
                    index[root] = tuple(one for one in index[root] if one != path)
                continue
            if path not in values:
                index[root] = (*index.get(root, ()), path)
            values[path] = change.after
        answers = Answers()
        answers._values = values
        # Most changes leave the addresses as they are: they need not be sorted again.
        answers.__dict__["_by_question"] = index
        return answers
