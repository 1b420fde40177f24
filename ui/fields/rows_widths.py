"""How the width of a table is shared out among its columns."""

from collections.abc import Sequence

from roadmapper.template.kinds import GROUP_KINDS, NUMBER_KINDS, Kind
from roadmapper.template.model import Question

_SMALL = NUMBER_KINDS | GROUP_KINDS | {Kind.YES_NO, Kind.COMPUTED}
_LEAST = 120
_LEAST_SMALL = 104
_LEAST_DATE = 144
_LEAST_TITLE = 160
_LEAST_PROSE = 170
_LEAST_NARROW = {False: 60, True: 92}
"""Of a narrow column of numbers, and of one with words."""


def shared(columns: Sequence[Question], room: int, unit: float = 1.0) -> tuple[int, ...]:
    """Return the widths of the first columns that fit into `room`; the others have none.

    `unit` is the size of one pixel of the design.
    """
    taken: list[int] = []
    for at, column in enumerate(columns):
        least = round(_least(column, first=at == 0) * unit)
        if taken and sum(taken) + least > room:
            break
        taken.append(min(least, room))
    left = room - sum(taken)
    parts = [_part(column, first=at == 0) for at, column in enumerate(columns[: len(taken)])]
    widths = [width + left * part // sum(parts) for width, part in zip(taken, parts, strict=True)]
    if widths:
        widths[0] += room - sum(widths)
    return tuple(widths)


def _least(column: Question, *, first: bool) -> int:
    if column.narrow:
        return _LEAST_NARROW[first or column.kind not in _SMALL]
    if first:
        return _LEAST_TITLE
    if column.kind in _SMALL:
        return _LEAST_SMALL
    return {Kind.PROSE: _LEAST_PROSE, Kind.DATE: _LEAST_DATE}.get(column.kind, _LEAST)


def _part(column: Question, *, first: bool) -> int:
    if first:
        return 4
    if column.narrow:
        return 1
    if column.kind is Kind.PROSE:
        return 5
    return 1 if column.kind in _SMALL or column.kind is Kind.DATE else 3
