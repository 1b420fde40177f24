"""Where answers stand on the pages, so that a click on one finds its question."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapper.pdf.page import Page
from roadmapper.pdf.tagging import Structure


class Spot(NamedTuple):
    """An answer on a page (from 1): its address, its box as shares of the page from its top."""

    path: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def spots(structure: Structure, pages: Sequence[Page]) -> Iterator[Spot]:
    """Yield where each answer stands, in the order of reading."""
    for (at, node), (left, bottom, right, top) in structure.spots.items():
        wide, high = pages[at].width, pages[at].height
        box = (left / wide, 1 - top / high, right / wide, 1 - bottom / high)
        yield Spot(node.source, at + 1, *box)
