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

_ROUNDS, _POINTS = 6, 33
"""A break-even is looked for among so many points, and so many times closer around it."""
_DIGITS = 6
_LEAST = 0.5
"""An input that moves the net by less than a dollar is none."""


def add(sheet: Sheet, deal: Deal) -> None:
    """Write the inputs that move the net, those that do most first, and their break-even."""
    told = _ranges(deal)
    sheet.add("outlook.tornado.likely", dollars(float(_net(deal, {}, 1)[0])), DOLLARS)
    if not told:
        return
    ends = np.array([[float(one.low), float(one.high)] for one in told])
    nets = _moved(deal, told, ends)
    roots = _roots(deal, told, ends, nets)
    swings = np.abs(nets[:, 1] - nets[:, 0])
    order = [at for at in np.argsort(-swings, kind="stable").tolist() if swings[at] >= _LEAST]
    for place, at in enumerate(order):
        one, name = told[at], f"outlook.tornado.{place}"
        own = (one.address,)
        sheet.add(f"{name}.low", dollars(float(nets[at, 0])), DOLLARS, own)
        sheet.add(f"{name}.high", dollars(float(nets[at, 1])), DOLLARS, own)
        sheet.add(f"{name}.swing", dollars(float(swings[at])), DOLLARS, own)
        sheet.add(f"{name}.from", one.low, "", own)
        sheet.add(f"{name}.to", one.high, "", own)
        if (root := roots[at]) is not None:
            sheet.add(f"outlook.break_even.{place}", _shortened(root), "", own)


def _ranges(deal: Deal) -> list[Uncertain]:
    """Return the inputs that lie between two values, each answer once."""
    return list({one.address: one for one in reversed(deal.inputs) if one.is_range}.values())[::-1]


def _moved(deal: Deal, told: Sequence[Uncertain], values: Array) -> Array:
    """Return the net with each input at its row of values and the others at likely, all at once."""
    places = {one.address: at for at, one in enumerate(told)}
    columns: dict[str, Array] = {}
    for one in deal.inputs:
        if (at := places.get(one.address)) is not None:
            column = np.full(values.shape, float(one.likely))
            column[at] = values[at]
            columns[one.name] = column.ravel()
    return _net(deal, columns, values.size).reshape(values.shape)


def _net(deal: Deal, columns: dict[str, Array], count: int) -> Array:
    fixed = {name: np.asarray(float(value)) for name, value in likely(deal).items()}
    return outcome_of(deal, {**fixed, **columns}, count).net


def _roots(deal: Deal, told: Sequence[Uncertain], ends: Array, nets: Array) -> list[float | None]:
    """Return for each input the first value at which the net is zero, None if none in range.

    All inputs are looked at together; the part is kept in which the net first changes its sign.
    """
    below = nets[:, :1] <= 0
    crosses = (nets[:, 1:] <= 0) != below
    if not crosses.any():
        return [None] * len(told)
    steps = np.linspace(0, 1, _POINTS)
    rows = np.arange(len(told))
    for _ in range(_ROUNDS):
        points = ends[:, :1] + (ends[:, 1:] - ends[:, :1]) * steps
        first = np.argmax((_moved(deal, told, points) <= 0) != below, axis=1)
        ends = np.stack([points[rows, np.maximum(first - 1, 0)], points[rows, first]], axis=1)
    found = zip(ends[:, 1].tolist(), crosses[:, 0].tolist(), strict=True)
    return [at if crossed else None for at, crossed in found]


def _shortened(root: float) -> Decimal:
    """Return a value to six digits, without zeros that say nothing."""
    shown = Decimal(f"{root:.{_DIGITS}g}")
    return Decimal(f"{shown:f}")
