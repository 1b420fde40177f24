"""One input at a time: the net at its low and high, and the value at which the net is zero.

All inputs but one stay at likely, so that each bar says what one input alone can do.
"""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from roadmapper.figures.chance import outcome_of
from roadmapper.figures.deal import Deal
from roadmapper.figures.draws import Array
from roadmapper.figures.flows import likely
from roadmapper.figures.sheet import DOLLARS, Sheet
from roadmapper.figures.summary import dollars
from roadmapper.figures.uncertain import Uncertain

_HALVINGS = 40
_DIGITS = 6
_LEAST = 0.5
"""An input that moves the net by less than a dollar is none."""


def add(sheet: Sheet, deal: Deal) -> None:
    """Write the inputs that move the net, those that do most first, and their break-even."""
    told = _ranges(deal)
    sheet.add("outlook.tornado.likely", dollars(float(_net(deal, {}, 1)[0])), DOLLARS)
    if not told:
        return
    ends = [np.array([float(getattr(one, end)) for one in told]) for end in ("low", "high")]
    nets = [_moved(deal, told, at) for at in ends]
    roots = _roots(deal, told, ends, nets)
    swings = np.abs(nets[1] - nets[0])
    order = [at for at in np.argsort(-swings, kind="stable").tolist() if swings[at] >= _LEAST]
    for place, at in enumerate(order):
        one, name = told[at], f"outlook.tornado.{place}"
        own = (one.address,)
        sheet.add(f"{name}.low", dollars(float(nets[0][at])), DOLLARS, own)
        sheet.add(f"{name}.high", dollars(float(nets[1][at])), DOLLARS, own)
        sheet.add(f"{name}.swing", dollars(float(swings[at])), DOLLARS, own)
        sheet.add(f"{name}.from", one.low, "", own)
        sheet.add(f"{name}.to", one.high, "", own)
        if (root := roots[at]) is not None:
            sheet.add(f"outlook.break_even.{place}", _shortened(root), "", own)


def _ranges(deal: Deal) -> list[Uncertain]:
    """Return the inputs that lie between two values, each answer once."""
    return list({one.address: one for one in reversed(deal.inputs) if one.is_range}.values())[::-1]


def _moved(deal: Deal, told: Sequence[Uncertain], values: Array) -> Array:
    """Return the net with each input at its value and the others at likely, all at once."""
    columns: dict[str, Array] = {}
    for one in deal.inputs:
        places = [at for at, other in enumerate(told) if other.address == one.address]
        if places:
            column = np.full(len(told), float(one.likely))
            column[places] = values[places]
            columns[one.name] = column
    return _net(deal, columns, len(told))


def _net(deal: Deal, columns: dict[str, Array], count: int) -> Array:
    fixed = {name: np.asarray(float(value)) for name, value in likely(deal).items()}
    return outcome_of(deal, {**fixed, **columns}, count).net


def _roots(
    deal: Deal, told: Sequence[Uncertain], ends: Sequence[Array], nets: Sequence[Array]
) -> list[float | None]:
    """Return for each input the value at which the net is zero, None if there is none in range.

    All ranges are halved at once; the half is kept in which the net changes its sign.
    """
    low, high, below = ends[0].copy(), ends[1].copy(), nets[0] <= 0
    crosses = (nets[0] <= 0) != (nets[1] <= 0)
    if not crosses.any():
        return [None] * len(told)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        same = (_moved(deal, told, middle) <= 0) == below
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    return [
        float(at) if crossed else None for at, crossed in zip(high, crosses.tolist(), strict=True)
    ]


def _shortened(root: float) -> Decimal:
    """Return a value to six digits, without zeros that say nothing."""
    shown = Decimal(f"{root:.{_DIGITS}g}")
    return Decimal(f"{shown:f}")
