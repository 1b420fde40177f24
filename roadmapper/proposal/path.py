"""The address of an answer.

Such as `value.discount_rate`, `pricing.kpis[r7].weight` or
`transparency.models[m2].input_features[r4].element`. Notes, status and evidence links are answers
about an answer; their address begins with a reserved word: `_notes.pricing.kpis[r7]`. What is
reserved never reaches a document; `notes.py` says what each word is for.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from roadmapper.errors import AddressError

NOTES, STATE, EVIDENCE, WAIVERS, REVIEWS, CARDS, MARKS, FILES = RESERVED = (
    "_notes",
    "_state",
    "_evidence",
    "_waivers",
    "_reviews",
    "_cards",
    "_marks",
    "_files",
)
WHOLE_PROPOSAL = "proposal"
"""Stands for a section where something is kept about the whole proposal."""

WHOLE_SECTION = "section"
"""Stands for a question where something is kept about a whole section."""

_NAME = r"[a-z][a-z0-9_]*"
_ROW = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
_PATH = re.compile(rf"(?:(_[a-z]+)\.)?({_NAME})\.({_NAME})((?:\[[^\[\]]*\](?:\.{_NAME})?)*)")
_STEP = re.compile(rf"\[([^\[\]]*)\](?:\.({_NAME}))?")


@dataclass(frozen=True, slots=True, order=True)
class AnswerPath:
    """A stable address: (row id, column) pairs in `steps`; without a last column, a row."""

    section: str
    question: str
    steps: tuple[tuple[str, str], ...] = ()
    about: str = ""

    @classmethod
    @lru_cache(maxsize=20_000)
    def parse(cls, text: str) -> "AnswerPath":
        """Return the address this text spells.

        Raises:
            AddressError: The text is no address.
        """
        found = _PATH.fullmatch(text)
        steps = tuple((row, column) for row, column in _STEP.findall(found[4])) if found else ()
        inner_row = any(not column for _, column in steps[:-1])
        odd_row = any(not _ROW.fullmatch(row) for row, _ in steps)
        if found is None or inner_row or odd_row or (found[1] and found[1] not in RESERVED):
            raise AddressError(
                f'"{text[:80]}" is not an address. Write section.question, '
                "or section.question[row].column for a table."
            )
        return cls(found[2], found[3], steps, found[1] or "")

    def __str__(self) -> str:
        about = f"{self.about}." if self.about else ""
        steps = "".join(f"[{row}].{column}" if column else f"[{row}]" for row, column in self.steps)
        return f"{about}{self.section}.{self.question}{steps}"

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns on the way, without rows."""
        return tuple(column for _, column in self.steps if column)

    @property
    def is_row(self) -> bool:
        """Whether the address names a whole row."""
        return bool(self.steps) and not self.steps[-1][1]

    @property
    def bare(self) -> "AnswerPath":
        """The answer that this is about, or this address itself."""
        return self.under("")

    def under(self, word: str) -> "AnswerPath":
        """Return where a reserved word keeps something about this answer."""
        return AnswerPath(self.section, self.question, self.steps, word)

    @property
    def root(self) -> "AnswerPath":
        """The question this address lies in."""
        return AnswerPath(self.section, self.question, (), self.about)

    def row(self, row: str) -> "AnswerPath":
        """Return the address of a row of this rows answer."""
        return AnswerPath(self.section, self.question, (*self.steps, (row, "")), self.about)

    def column(self, name: str) -> "AnswerPath":
        """Return the address of a column of this row."""
        row = self.steps[-1][0]
        return AnswerPath(self.section, self.question, (*self.steps[:-1], (row, name)), self.about)

    def within(self, other: "AnswerPath") -> bool:
        """Return whether this address is the other or lies inside it."""
        if (self.about, self.section, self.question) != (
            other.about,
            other.section,
            other.question,
        ):
            return False
        if not other.is_row:
            return self.steps[: len(other.steps)] == other.steps
        count = len(other.steps)
        return (
            len(self.steps) >= count
            and self.steps[: count - 1] == other.steps[: count - 1]
            and self.steps[count - 1][0] == other.steps[-1][0]
        )


def is_row_id(text: str) -> bool:
    """Return whether a text can name a row."""
    return _ROW.fullmatch(text) is not None


def new_row_id(taken: Collection[str]) -> str:
    """Return a short row id that was never used: one above the highest of the form r<number>."""
    return next(new_row_ids(taken))


def new_row_ids(taken: Collection[str]) -> Iterator[str]:
    """Yield short row ids that were never used; `taken` may grow meanwhile."""
    numbers = [int(row[1:]) for row in taken if re.fullmatch(r"r\d{1,6}", row)]
    for number in count(max(numbers, default=0) + 1):
        if f"r{number}" not in taken:
            yield f"r{number}"
