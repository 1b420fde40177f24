"""The Unicode bidirectional algorithm (UAX #9): how deep each character of a paragraph is nested.

Characters of an even level run to the right, of an odd one to the left. The rules carry the names
they have there. A line break is white space here, since a paragraph is cut into lines later.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from roadmapper.document.bidi_rules import (
    ISOLATES,
    STRONG,
    RunSequence,
    raised,
    resolve_brackets,
    resolve_neutral,
    resolve_weak,
)

REMOVED = -1  # the level of a character that only steers the others

_DEEPEST = 125
_EMBEDDINGS = {"LRE": "", "RLE": "", "LRO": "L", "RLO": "R"}
_REMOVED = (*_EMBEDDINGS, "PDF", "BN")


def levels_of(text: str) -> tuple[int, list[int]]:
    """Return the level of a paragraph and that of each of its characters."""
    kinds = [_kind(one) for one in text]
    ends = _isolate_ends(kinds)
    base = _first_strong(kinds, 0, len(kinds), ends)
    explicit = _Explicit(kinds, ends, base)
    explicit.run()
    levels = explicit.levels
    for one in _sequences(kinds, levels, ends, base):
        types = [explicit.resolved[at] for at in one.places]
        resolve_weak(types, one.start)
        resolve_brackets(text, kinds, types, one)
        resolve_neutral(types, one)
        for at, kind in zip(one.places, types, strict=True):
            levels[at] += raised(kind, one.level)
    return base, levels


def in_order(levels: Sequence[int]) -> list[int]:
    """Return the places of a line's pieces from left to right (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for least in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        at = 0
        while at < len(order):
            end = at
            while end < len(order) and levels[order[end]] >= least:
                end += 1
            order[at:end] = order[at:end][::-1]
            at = end + 1
    return order


@cache
def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character) or "L"
    return "WS" if kind in ("B", "S") else kind


def _isolate_ends(kinds: Sequence[str]) -> dict[int, int]:
    """Return where each isolate ends (BD9), and where each of those ends began."""
    opened: list[int] = []
    ends: dict[int, int] = {}
    for at, kind in enumerate(kinds):
        if kind in ISOLATES:
            opened.append(at)
        elif kind == "PDI" and opened:
            ends[opened.pop()] = at
    return ends


def _first_strong(kinds: Sequence[str], at: int, end: int, ends: dict[int, int]) -> int:
    """Return the level that the first strong character asks for (P2, P3)."""
    while at < end:
        kind = kinds[at]
        if kind in STRONG:
            return int(kind != "L")
        at = ends.get(at, end) if kind in ISOLATES else at
        at += 1
    return 0


class _Explicit:
    """Works out the levels that steering characters ask for (X1 to X9)."""

    def __init__(self, kinds: Sequence[str], ends: dict[int, int], base: int) -> None:
        self.levels: list[int] = []
        self.resolved = list(kinds)
        self._kinds = kinds
        self._ends = ends
        self._stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self._isolates = self._too_deep_isolates = self._too_deep = 0

    def run(self) -> None:
        """Give each character its level."""
        for at, kind in enumerate(self._kinds):
            if kind in _EMBEDDINGS:
                self._embed(kind)
            elif kind == "PDF":
                self._end_embedding()
            elif kind == "PDI":
                self._end_isolate()
            if kind in _REMOVED:
                self.levels.append(REMOVED)
                continue
            level, forced, _ = self._stack[-1]
            self.levels.append(level)
            self.resolved[at] = forced or kind
            if kind in ISOLATES:
                self._isolate(at)

    def _embed(self, kind: str) -> None:
        deeper = _next(self._stack[-1][0], left=kind in ("RLE", "RLO"))
        if deeper <= _DEEPEST and not self._too_deep_isolates and not self._too_deep:
            self._stack.append((deeper, _EMBEDDINGS[kind], False))
        elif not self._too_deep_isolates:
            self._too_deep += 1

    def _end_embedding(self) -> None:
        if self._too_deep_isolates:
            return
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._stack) > 1 and not self._stack[-1][2]:
            self._stack.pop()

    def _isolate(self, at: int) -> None:
        if self._too_deep_isolates:
            self._too_deep_isolates += 1
            return
        deeper = _next(self._stack[-1][0], left=self._is_left(at))
        if deeper <= _DEEPEST and not self._too_deep:
            self._isolates += 1
            self._stack.append((deeper, "", True))
        else:
            self._too_deep_isolates += 1

    def _end_isolate(self) -> None:
        if self._too_deep_isolates:
            self._too_deep_isolates -= 1
        elif self._isolates:
            self._too_deep, self._isolates = 0, self._isolates - 1
            while not self._stack[-1][2]:
                self._stack.pop()
            self._stack.pop()

    def _is_left(self, at: int) -> bool:
        if self._kinds[at] == "FSI":
            end = self._ends.get(at, len(self._kinds))
            return bool(_first_strong(self._kinds, at + 1, end, self._ends))
        return self._kinds[at] == "RLI"


def _next(level: int, *, left: bool) -> int:
    """Return the next higher level of a direction."""
    return level + 1 if bool(level % 2) != left else level + 2


def _sequences(
    kinds: Sequence[str], levels: Sequence[int], ends: dict[int, int], base: int
) -> list[RunSequence]:
    """Return the isolating run sequences (X10)."""
    kept = [at for at, level in enumerate(levels) if level != REMOVED]
    sequences: list[list[int]] = []
    waiting: dict[int, list[int]] = {}  # the end of an isolate, and the sequence it goes on
    for _, run in groupby(enumerate(kept), lambda one: levels[one[1]]):
        numbers = [at for at, _ in run]
        first, last = kept[numbers[0]], kept[numbers[-1]]
        sequence = waiting.pop(first, None)
        if sequence is None:
            sequence = []
            sequences.append(sequence)
        sequence += numbers
        if kinds[last] in ISOLATES and last in ends:
            waiting[ends[last]] = sequence
    found = []
    for numbers in sequences:
        level, last = levels[kept[numbers[0]]], kept[numbers[-1]]
        before = levels[kept[numbers[0] - 1]] if numbers[0] else base
        is_open = kinds[last] in ISOLATES or numbers[-1] + 1 == len(kept)
        after = base if is_open else levels[kept[numbers[-1] + 1]]
        places = [kept[number] for number in numbers]
        found.append(RunSequence(places, level, _side(level, before), _side(level, after)))
    return found


def _side(level: int, neighbor: int) -> str:
    return "R" if max(level, neighbor) % 2 else "L"
