"""Where an answer stands on the pages of a laid-out document."""

from typing import NamedTuple


class Spot(NamedTuple):
    """An answer on a page (from 1): its address, its box as shares of the page from its top."""

    path: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
