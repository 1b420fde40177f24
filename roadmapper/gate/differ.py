"""Says in what a file differs from the export it came from, paragraph by paragraph."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

from roadmapper.gate.reading import Kind, Passage, Reading, bare, spaced

_MOST = 40_000  # passages of a file that are compared one by one
_WORD = re.compile(r"[^\W\d_]+|\d(?:[\d.,]*\d)?[^\W\d_]*")


class Change(StrEnum):
    """What became of a paragraph."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that reads otherwise: below which heading, what it was, what it is now.

    Before the first heading, and of a comment, `where` is empty.
    """

    where: str
    change: Change
    was: str
    now: str


def differences(was: Reading, now: Reading) -> list[Difference]:
    """Return in what a file differs from what it was; nothing if it says the same.

    A PDF that lost its structure is only compared by what stands there, in any order.
    """
    before = [one for one in was.passages if bare(one.text)]
    after = [one for one in now.passages if bare(one.text)][:_MOST]
    if now.is_flat:
        return [*_by_words(before, after, was.drawn)]
    found = [*_compared(before, after)]
    found += [Difference("", Change.COMMENT, "", spaced([one])) for one in now.comments]
    return found


def shared(was: Reading, now: Reading) -> float:
    """Return which part of the passages of an export and of a file both have."""
    before = {bare(one.text) for one in was.passages} - {""}
    if now.is_flat:
        flat = bare("".join(one.text for one in now.passages))
        return sum(one in flat for one in before) / len(before) if before else 0.0
    after = {bare(one.text) for one in now.passages} - {""}
    return len(before & after) / max(len(before), len(after), 1)


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
    return spaced([next(above, "")])


def _by_words(before: list[Passage], after: list[Passage], drawn: str) -> Iterator[Difference]:
    """Yield the passages that stand there less often, and the words that came.

    Without its structure a row of a table reads line by line, so a passage whose words are all
    there still stands. `drawn` is all that stood on its pages, also in pictures.
    """
    told = [one for one in before if one.kind is not Kind.IMAGE]
    old = "\n".join(bare(one.text) for one in told)
    new = bare("".join(one.text for one in after))
    had = Counter(word for one in told for word in _words(one))
    has = Counter(word for one in after for word in _words(one))
    gone = had - has
    for at, one in enumerate(before):
        if one.kind is Kind.IMAGE or not any(word in gone for word in _words(one)):
            continue
        if new.count(bare(one.text)) < old.count(bare(one.text)):
            yield Difference(_heading(before, at), Change.CHANGED, spaced([one.text]), "")
    known = old + bare(drawn)
    came = [word for word in has if bare(word) not in known]
    if came:
        yield Difference("", Change.ADDED, "", " ".join(came))


def _words(passage: Passage) -> list[str]:
    return _WORD.findall(passage.text.casefold())
