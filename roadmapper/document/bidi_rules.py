"""What a run of text makes of numbers, brackets and spaces: the later rules of UAX #9."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

ISOLATES = ("LRI", "RLI", "FSI")
STRONG = ("L", "R", "AL")

_MOST_OPEN = 63  # brackets
_NEUTRAL = ("WS", "ON", *ISOLATES, "PDI")
_AS_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}
_SPECIAL_PAIRS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class RunSequence:
    """An isolating run sequence: the places of its characters, its level, what is around it."""

    places: list[int]
    level: int
    start: str
    end: str

    @property
    def direction(self) -> str:
        """The direction of its level."""
        return "R" if self.level % 2 else "L"


def resolve_weak(types: list[str], start: str) -> None:
    """Settle marks, numbers and what stands in and around them (W1 to W7)."""
    strong = before = start
    for at, kind in enumerate(types):
        if kind == "NSM":
            types[at] = "ON" if before in (*ISOLATES, "PDI") else before
        before = types[at]
        if before == "EN" and strong == "AL":
            types[at] = "AN"
        strong = before if before in STRONG else strong
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
        strong = kind if kind in STRONG else strong


def _resolve_terminators(types: list[str]) -> None:
    """Make signs such as % and $ beside a number part of it (W5)."""
    at = 0
    for kind, run in groupby(list(types)):
        end = at + len(list(run))
        if kind == "ET" and "EN" in (types[at - 1] if at else "", *types[end : end + 1]):
            types[at:end] = ["EN"] * (end - at)
        at = end


def resolve_brackets(text: str, kinds: Sequence[str], types: list[str], one: RunSequence) -> None:
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


def resolve_neutral(types: list[str], one: RunSequence) -> None:
    """Let what has no direction take that of its neighbors, or of its level (N1, N2)."""
    at = 0
    for is_neutral, run in groupby(list(types), lambda kind: kind in _NEUTRAL):
        end = at + len(list(run))
        if is_neutral:
            before = _AS_STRONG[types[at - 1]] if at else one.start
            after = _AS_STRONG[types[end]] if end < len(types) else one.end
            types[at:end] = [before if before == after else one.direction] * (end - at)
        at = end


def raised(kind: str, level: int) -> int:
    """Return how much higher the level of a resolved character is (I1, I2)."""
    if level % 2:
        return int(kind != "R")
    return {"L": 0, "R": 1}.get(kind, 2)
