"""Right-to-left scripts: the order in which the pieces of a line stand on paper."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

_FIRST = "\u0590"  # no script that runs to the left stands before it
_TO_THE_LEFT = ("R", "AL")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")

Piece = TypeVar("Piece")


def runs_left(text: str) -> bool:
    """Return whether a text holds letters of a script that runs to the left."""
    if text.isascii() or max(text) < _FIRST:
        return False
    return any(unicodedata.bidirectional(one) in _TO_THE_LEFT for one in text)


def turned(text: str) -> str:
    """Return a text in the order in which it stands on paper, numbers as they are."""
    backwards = text[::-1].translate(_MIRROR)
    return _NUMBER.sub(lambda found: found.group()[::-1], backwards)


def in_order(
    pieces: Sequence[Piece], text_of: Callable[[Piece], str], turn: Callable[[Piece], Piece]
) -> list[Piece]:
    """Return the pieces of a line from left to right, runs of such a script turned."""
    found: list[Piece] = []
    run: list[Piece] = []
    waiting: list[Piece] = []  # between two pieces that run left, or after the last
    for piece in pieces:
        text = text_of(piece)
        if runs_left(text):
            run += [*waiting, turn(piece)]
            waiting = []
        elif run and not any(one.isalpha() for one in text):
            waiting.append(piece)
        else:
            found += [*reversed(run), *waiting, piece]
            run, waiting = [], []
    return [*found, *reversed(run), *waiting]
