"""Says in what a file differs from the export it came from, paragraph by paragraph."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from roadmapper.gate.reading import Kind, Passage, Reading, bare, spaced

_MOST = 40_000  # passages of a file that are compared one by one
_START = "the beginning"
_WORD = re.compile(r"[^\W\d_]+")


class Change(StrEnum):
    """What became of a paragraph."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that reads otherwise: below which heading, what it was, what it is now."""

    where: str
    change: Change
    was: str
    now: str


def differences(was: Sequence[Passage], now: Reading) -> list[Difference]:
    """Return in what a file differs from the passages it had; nothing if it says the same.

    A PDF that lost its structure is only compared by its words.
    """
    before = [one for one in was if bare(one.text)]
    after = [one for one in now.passages if bare(one.text)][:_MOST]
    if now.is_drawn and not now.of(Kind.HEADING):
        return [*_by_words(before, after)]
    found = [*_compared(before, after)]
    found += [Difference(_START, Change.COMMENT, "", spaced([one])) for one in now.comments]
    return found


def shared(was: Sequence[Passage], now: Reading) -> float:
    """Return which part of the passages of an export a file still has."""
    before = {bare(one.text) for one in was} - {""}
    after = {bare(one.text) for one in now.passages}
    return len(before & after) / len(before) if before else 0.0


def _compared(before: list[Passage], after: list[Passage]) -> Iterator[Difference]:
    old, new = [bare(one.text) for one in before], [bare(one.text) for one in after]
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    matcher = SequenceMatcher(None, old[start:], new[start:], autojunk=len(old) > _QUICK)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            where = _heading(before, start + i1)
            pairs = zip_longest(before[start + i1 : start + i2], after[start + j1 : start + j2])
            for one, other in pairs:
                yield _difference(where, one, other)


_QUICK = 2_000  # passages from which those that stand often do not begin a match


def _difference(where: str, was: Passage | None, now: Passage | None) -> Difference:
    told = (spaced([one.text]) if one else "" for one in (was, now))
    if was is None:
        return Difference(where, Change.ADDED, *told)
    return Difference(where, Change.REMOVED if now is None else Change.CHANGED, *told)


def _heading(passages: list[Passage], at: int) -> str:
    """Return the heading under which a passage stands."""
    above = (one.text for one in reversed(passages[:at]) if one.kind is Kind.HEADING)
    return spaced([next(above, _START)])


def _by_words(before: list[Passage], after: list[Passage]) -> Iterator[Difference]:
    """Yield the passages of which a word is gone, and the words that came.

    Without its structure a row of a table reads line by line, so there are no paragraphs.
    """
    had = Counter(word for one in before if one.kind is not Kind.IMAGE for word in _words(one))
    has = Counter(word for one in after for word in _words(one))
    gone, came = had - has, has - had
    for at, one in enumerate(before):
        if one.kind is not Kind.IMAGE and any(word in gone for word in _words(one)):
            yield Difference(_heading(before, at), Change.CHANGED, spaced([one.text]), "")
    if came:
        yield Difference(_START, Change.ADDED, "", " ".join(came))


def _words(passage: Passage) -> list[str]:
    return _WORD.findall(passage.text.casefold())
