"""Scripts that run to the left: which texts hold them, and their pieces of one level each."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from roadmapper.document.bidi import REMOVED, levels_of

STEERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what only sets a direction

Pieces = list[tuple[str, int]]  # each with its level

_LEFT = (
    "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff" + STEERING
)
_STEERED = re.compile(f"[{_LEFT}]")
_SIGNS = re.compile(f"[{STEERING}]")


def has_direction(text: str) -> bool:
    """Return whether a text holds what runs to the left, or what sets a direction."""
    return not text.isascii() and _STEERED.search(text) is not None


def runs_left(text: str) -> bool:
    """Return whether a paragraph of this text begins at the right."""
    return has_direction(text) and levels_of(text)[0] == 1


def parted(texts: Sequence[str]) -> tuple[int, list[Pieces]]:
    """Return the level of a paragraph, and each of its texts as pieces of one level each."""
    base, levels = levels_of("".join(texts))
    found: list[Pieces] = []
    start = 0
    for text in texts:
        kept: Pieces = []
        for one, level in zip(text, levels[start : start + len(text)], strict=True):
            if not _SIGNS.match(one):  # joiners and the like stay with what is before them
                before = kept[-1][1] if kept else base
                kept.append((one, before if level == REMOVED else level))
        start += len(text)
        found.append(
            [
                ("".join(one for one, _ in run), level)
                for level, run in groupby(kept, lambda one: one[1])
            ]
        )
    return base, found


def sides(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a text, each with whether it runs to the left or is a number within."""
    _, levels = levels_of(text)
    kept = [level for level in levels if level != REMOVED] or [0]
    start, level = 0, kept[0]
    for at, own in enumerate([*levels, len(text)]):
        if own not in (level, REMOVED) or at == len(text):
            run = text[start:at]
            is_number = all(unicodedata.bidirectional(one) != "L" for one in run)
            yield run, level % 2 == 1 or (level > 0 and is_number)
            start, level = at, own
