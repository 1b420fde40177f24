"""The Unicode bidirectional algorithm (UAX #9): how deep each character of a paragraph is nested.

Characters of an even level run to the right, of an odd one to the left. The rules carry the names
they have there. A line break is white space here, since a paragraph is cut into lines later.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

REMOVED = -1  # the level of a character that only steers the others

_DEEPEST = 125
_MOST_OPEN = 63  # brackets
_EMBEDDINGS = {"LRE": "", "RLE": "", "LRO": "L", "RLO": "R"}
_ISOLATES = ("LRI", "RLI", "FSI")
_REMOVED = (*_EMBEDDINGS, "PDF", "BN")
_NEUTRAL = ("WS", "ON", *_ISOLATES, "PDI")
_STRONG = ("L", "R", "AL")
_AS_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_SPECIAL_PAIRS = {"(": ")", "[": "]", "{": "}"}


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
        _resolve_weak(types, one.start)
        _resolve_brackets(text, kinds, types, one)
        _resolve_neutral(types, one)
        for at, kind in zip(one.places, types, strict=True):
            levels[at] += _raised(kind, one.level)
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


@dataclass(frozen=True, slots=True)
class _Sequence:
    """An isolating run sequence: the places of its characters, its level, what is around it."""

    places: list[int]
    level: int
    start: str
    end: str

    @property
    def direction(self) -> str:
        return "R" if self.level % 2 else "L"


@cache
def _kind(character: str) -> str:
    kind = unicodedata.bidirectional(character) or "L"
    return "WS" if kind in ("B", "S") else kind


def _isolate_ends(kinds: Sequence[str]) -> dict[int, int]:
    """Return where each isolate ends (BD9), and where each of those ends began."""
    opened: list[int] = []
    ends: dict[int, int] = {}
    for at, kind in enumerate(kinds):
        if kind in _ISOLATES:
            opened.append(at)
        elif kind == "PDI" and opened:
            ends[opened.pop()] = at
    return ends


def _first_strong(kinds: Sequence[str], at: int, end: int, ends: dict[int, int]) -> int:
    """Return the level that the first strong character asks for (P2, P3)."""
    while at < end:
        kind = kinds[at]
        if kind in _STRONG:
            return int(kind != "L")
        at = ends.get(at, end) if kind in _ISOLATES else at
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
            if kind in _ISOLATES:
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
) -> list[_Sequence]:
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
        if kinds[last] in _ISOLATES and last in ends:
            waiting[ends[last]] = sequence
    found = []
    for numbers in sequences:
        level, last = levels[kept[numbers[0]]], kept[numbers[-1]]
        before = levels[kept[numbers[0] - 1]] if numbers[0] else base
        is_open = kinds[last] in _ISOLATES or numbers[-1] + 1 == len(kept)
        after = base if is_open else levels[kept[numbers[-1] + 1]]
        places = [kept[number] for number in numbers]
        found.append(_Sequence(places, level, _side(level, before), _side(level, after)))
    return found


def _side(level: int, neighbor: int) -> str:
    return "R" if max(level, neighbor) % 2 else "L"


def _resolve_weak(types: list[str], start: str) -> None:
    """Settle marks, numbers and what stands in and around them (W1 to W7)."""
    strong = before = start
    for at, kind in enumerate(types):
        if kind == "NSM":
            types[at] = "ON" if before in (*_ISOLATES, "PDI") else before
        before = types[at]
        if before == "EN" and strong == "AL":
            types[at] = "AN"
        strong = before if before in _STRONG else strong
    types[:] = ["R" if kind == "AL" else kind for kind in types]
    for at in range(1, len(types) - 1):
        left, kind, right = types[at - 1 : at + 2]
        if left == right and (
            (kind in ("ES", "CS") and left == "EN") or (kind, left) == ("CS", "AN")
        ):
            types[at] = left
    _resolve_terminators(types)
    strong = start
    for at, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[at] = "ON"
        elif kind == "EN" and strong == "L":
            types[at] = "L"
        strong = kind if kind in _STRONG else strong


def _resolve_terminators(types: list[str]) -> None:
    """Make signs such as % and $ beside a number part of it (W5)."""
    at = 0
    for kind, run in groupby(list(types)):
        end = at + len(list(run))
        if kind == "ET" and "EN" in (types[at - 1] if at else "", *types[end : end + 1]):
            types[at:end] = ["EN"] * (end - at)
        at = end


def _resolve_brackets(text: str, kinds: Sequence[str], types: list[str], one: _Sequence) -> None:
    """Give both brackets of a pair the same direction (N0)."""
    for first, last in _pairs(text, types, one.places):
        within = {_AS_STRONG.get(kind) for kind in types[first + 1 : last]} - {None}
        if one.direction in within:
            side = one.direction
        elif within:
            before = (_AS_STRONG.get(types[at]) for at in range(first - 1, -1, -1))
            context = next((kind for kind in before if kind), one.start)
            side = context if context in within else one.direction
        else:
            continue
        for at in (first, last):
            types[at] = side
            after = at + 1
            while after < len(types) and kinds[one.places[after]] == "NSM":
                types[after] = side
                after += 1


def _pairs(text: str, types: Sequence[str], places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs of brackets, in the order of the opening ones (BD16)."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for at, place in enumerate(places):
        if types[at] != "ON" or not unicodedata.mirrored(text[place]):
            continue
        bracket = unicodedata.normalize("NFC", text[place])
        if closing := _closing(bracket):
            if len(opened) == _MOST_OPEN:
                break
            opened.append((closing, at))
            continue
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == bracket:
                found.append((opened[depth][1], at))
                del opened[depth:]
                break
    return sorted(found)


@cache
def _closing(bracket: str) -> str:
    """Return the closing bracket of an opening one, or an empty string."""
    if bracket in _SPECIAL_PAIRS:
        return _SPECIAL_PAIRS[bracket]
    after = chr(ord(bracket) + 1)
    is_pair = unicodedata.category(bracket) == "Ps" and unicodedata.category(after) == "Pe"
    return after if is_pair else ""


def _resolve_neutral(types: list[str], one: _Sequence) -> None:
    """Let what has no direction take that of its neighbors, or of its level (N1, N2)."""
    at = 0
    for is_neutral, run in groupby(list(types), lambda kind: kind in _NEUTRAL):
        end = at + len(list(run))
        if is_neutral:
            before = _AS_STRONG[types[at - 1]] if at else one.start
            after = _AS_STRONG[types[end]] if end < len(types) else one.end
            types[at:end] = [before if before == after else one.direction] * (end - at)
        at = end


def _raised(kind: str, level: int) -> int:
    """Return how much higher the level of a resolved character is (I1, I2)."""
    if level % 2:
        return int(kind != "R")
    return {"L": 0, "R": 1}.get(kind, 2)
