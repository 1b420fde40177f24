"""The system's cash over the months of a term, and how the net is spread over all draws.

Set-up fees and costs paid once fall on the first day of their year, fees and value on its months,
what depends on results on its last day. So each path is straight inside a year.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np

from roadmapper.figures.chance import Outcome, Step, full
from roadmapper.figures.draws import Array, Flags
from roadmapper.figures.sheet import DOLLARS, MONTHS, PERCENT, Sheet
from roadmapper.figures.summary import dollars, mean, parts, share

YEAR = 12
BINS = 20
_PARTS = ("p10", "p50", "p90")


def add(sheet: Sheet, outcome: Outcome) -> None:
    """Write the net month by month, the month of break-even, and the spread of the net."""
    runs = len(outcome.net)
    paid = [dollars(one) for one in _paid_path(outcome)]
    paid[-1] = shown_paid(outcome)
    medians = []
    for month, net in enumerate(months_of(outcome.steps)):
        found = parts(full(net, runs))
        medians.append(found[1])
        for name, value in zip(_PARTS, found, strict=True):
            sheet.add(f"outlook.month.{month}.{name}", dollars(value), DOLLARS, ())
        sheet.add(f"outlook.month.{month}.paid", paid[month], DOLLARS, ())
    ahead = first_ahead(medians)
    if ahead is not None:
        sheet.add("outlook.ahead_month", ahead, MONTHS)
    sheet.add("outlook.payback_chance", share(_was_ahead(outcome)), PERCENT)
    _add_bins(sheet, outcome.net)


def shown_paid(outcome: Outcome) -> Decimal:
    """Return the mean of all that is paid to us, as the rows that are shown add up to it."""
    shown = {name: dollars(mean(row)) for name, row in outcome.rows.items()}
    return shown["fixed"] + shown["earned"] + shown["gain"] + shown["loss"] - shown["credits"]


def months_of(steps: Sequence[Step]) -> Iterator[Array]:
    """Yield the cumulative net at the end of every month, first that of the first day."""
    before = steps[0].begins
    yield before
    for year, step in enumerate(steps):
        begun = before if year == 0 else before + step.begins
        for month in range(1, YEAR):
            yield begun + step.flows * (month / YEAR)
        before = begun + step.flows + step.ends
        yield before


def first_ahead(path: Sequence[float]) -> int | None:
    """Return the first month from which a path is never below zero again, None if it ends there.

    The first day is no month: before anything came back nobody is ahead.
    """
    behind = [month for month, net in enumerate(path) if net < 0]
    first = behind[-1] + 1 if behind else 1
    return first if first < len(path) else None


def _was_ahead(outcome: Outcome) -> Flags:
    """Return where the system is ahead at the end of some month.

    A path is straight from the first to the eleventh month of a year, so only those ends matter.
    """
    best = np.full(len(outcome.net), -np.inf)
    for month, net in enumerate(months_of(outcome.steps)):
        if month and month % YEAR in (0, 1, YEAR - 1):
            np.maximum(best, net, out=best)
    return best >= 0


def _paid_path(outcome: Outcome) -> Iterator[float]:
    """Yield the mean of what was paid to us by the end of every month."""
    before = mean(outcome.years[0].set_up)
    yield before
    for at, year in enumerate(outcome.years):
        begun = before if at == 0 else before + mean(year.set_up)
        flow = mean(year.fixed) - mean(year.credits)
        for month in range(1, YEAR):
            yield begun + flow * month / YEAR
        before = begun + flow + mean(year.earned) + mean(year.gain) + mean(year.loss)
        yield before


def _add_bins(sheet: Sheet, net: Array) -> None:
    low, high = float(net.min()), float(net.max())
    if high <= low:
        _add_bin(sheet, 0, low, high, Decimal(100))
        return
    width = (high - low) / BINS
    place = np.minimum(((net - low) / width).astype(np.intp), BINS - 1)
    for at, count in enumerate(np.bincount(place, minlength=BINS).tolist()):
        found = Decimal(count * 100) / len(net)
        _add_bin(sheet, at, low + at * width, low + (at + 1) * width, found)


def _add_bin(sheet: Sheet, at: int, low: float, high: float, found: Decimal) -> None:
    sheet.add(f"outlook.bin.{at}.from", dollars(low), DOLLARS, ())
    sheet.add(f"outlook.bin.{at}.to", dollars(high), DOLLARS, ())
    sheet.add(f"outlook.bin.{at}.share", found, PERCENT, ())
