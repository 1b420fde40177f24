"""Scripts that run to the left: which texts hold them, and their pieces of one level each."""

import re
from collections.abc import Sequence
from itertools import groupby

from roadmapper.pdf.bidi import REMOVED, levels_of
from roadmapper.pdf.glyphs import STEERING

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
