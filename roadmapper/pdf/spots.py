"""Where answers stand on the pages, so that a click on one finds its question."""

from collections.abc import Iterator, Sequence

from roadmapper.document.spot import Spot
from roadmapper.pdf.page import Page
from roadmapper.pdf.tagging import Structure


def spots(structure: Structure, pages: Sequence[Page]) -> Iterator[Spot]:
    """Yield where each answer stands, in the order of reading."""
    for (at, node), (left, bottom, right, top) in structure.spots.items():
        wide, high = pages[at].width, pages[at].height
        box = (left / wide, 1 - top / high, right / wide, 1 - bottom / high)
        yield Spot(node.source, at + 1, *box)
