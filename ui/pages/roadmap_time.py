"""Time on the timeline: half months, days as places on the screen, the calendar above it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import IntEnum
from math import floor

from ui.shown_dates import short_month
from ui.shown_numbers import shown_amount
from ui.words import _, ngettext

MONTH_DAYS = 30.44
_MIDDLE = 15
"""The last day of the first half of a month."""
_ROOM = 46
"""Days kept free after the last bar, so that it can be moved on."""
_AIR = 5.0
"""Before the first day, so that the edge of a bar that begins there can be taken."""
_FEWEST = 330
"""Days a timeline spans at least."""


class Scale(IntEnum):
    """What the cells of the calendar are, in the order of the choice."""

    QUARTERS = 0
    MONTHS = 1
    YEARS = 2


NEARER = {
    Scale.YEARS: Scale.QUARTERS,
    Scale.QUARTERS: Scale.MONTHS,
    Scale.MONTHS: Scale.MONTHS,
}
FARTHER = {Scale.MONTHS: Scale.QUARTERS, Scale.QUARTERS: Scale.YEARS, Scale.YEARS: Scale.YEARS}

_MONTH_WIDTH = {Scale.QUARTERS: 40.0, Scale.MONTHS: 92.0, Scale.YEARS: 15.0}
"""How wide a month is at least, in pixels of the design."""
_CELL_MONTHS = {Scale.QUARTERS: (3, 1), Scale.MONTHS: (1, 0), Scale.YEARS: (12, 3)}
"""Months in a cell of the upper and the lower line; 0 stands for half months."""


@dataclass(frozen=True, slots=True, order=True)
class Dates:
    """A first and a last day, both included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days lie between the first and the last."""
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch of time that is drawn, how wide a day is, and the air before the first one."""

    start: date
    end: date
    day_width: float
    left: float = 0.0

    @property
    def width(self) -> float:
        """How wide all of it is."""
        return self.x(self.end, after=True)

    def x(self, day: date, *, after: bool = False) -> float:
        """Return where a day begins, or where it ends."""
        return self.left + ((day - self.start).days + after) * self.day_width

    def day(self, x: float) -> date:
        """Return the day at a place, also outside of what is drawn."""
        return plus(self.start, floor((x - self.left) / self.day_width))

    def days(self, distance: float) -> int:
        """Return how many days a distance is."""
        return round(distance / self.day_width)


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the calendar with its name."""

    left: float
    right: float
    text: str


# --- half months --------------------------------------------------------------------------------


def plus(day: date, days: int) -> date:
    """Return a day so many days later, or the last or first day there is."""
    low, high = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(min(max(day.toordinal() + days, low), high))


def half(day: date) -> int:
    """Return the number of the half month in which a day lies."""
    return (day.year * 12 + day.month - 1) * 2 + (day.day > _MIDDLE)


def first(number: int) -> date:
    """Return the first day of a half month."""
    month, second = divmod(min(max(number, half(date.min)), half(date.max)), 2)
    return date(month // 12, month % 12 + 1, _MIDDLE + 1 if second else 1)


def last(number: int) -> date:
    """Return the last day of a half month."""
    if number >= half(date.max):
        return date.max
    return plus(first(number + 1), -1)


def snap_start(day: date) -> date:
    """Return the nearest first day of a half month."""
    low, high = first(half(day)), first(half(day) + 1)
    return low if (day - low) <= (high - day) else high


def snap_end(day: date) -> date:
    """Return the nearest last day of a half month."""
    low, high = last(half(day) - 1), last(half(day))
    return high if (high - day) <= (day - low) else low


# --- moving -------------------------------------------------------------------------------------


def moved(dates: Dates, days: int, *, fine: bool = False) -> Dates:
    """Return dates so many days later, beginning with a half month unless `fine`.

    What spans whole half months goes on to; anything else keeps its number of days.
    """
    if not days:
        return dates
    to = plus(dates.start, days)
    return _begun(dates, to if fine else snap_start(to), whole=not fine)


def stepped(dates: Dates, halves: int) -> Dates:
    """Return dates moved by half months, to the next one if they begin inside of one."""
    inside = dates.start != first(half(dates.start))
    by = halves + 1 if inside and halves < 0 else halves
    return _begun(dates, first(half(dates.start) + by), whole=True)


def begun_on(dates: Dates, start: date) -> Dates:
    """Return dates that begin on a day and span as many days."""
    return _begun(dates, start, whole=False)


def stretched(dates: Dates, days: int, *, first_day: bool, fine: bool = False) -> Dates:
    """Return dates with one end so many days later; they never turn around."""
    if not days:
        return dates
    if first_day:
        to = plus(dates.start, days)
        snapped = to if fine else snap_start(to)
        most = dates.end if fine else first(half(dates.end))
        return Dates(min(snapped, most), dates.end)
    to = plus(dates.end, days)
    snapped = to if fine else snap_end(to)
    least = dates.start if fine else last(half(dates.start))
    return Dates(dates.start, max(snapped, least))


def widened(dates: Dates, halves: int) -> Dates:
    """Return dates that end so many half months later."""
    inside = dates.end != last(half(dates.end))
    by = halves - 1 if inside and halves > 0 else halves
    end = last(half(dates.end) + by)
    return Dates(dates.start, max(end, last(half(dates.start))))


def snapped_day(day: date, days: int, *, fine: bool = False) -> date:
    """Return a single day moved, such as that of a gate: to the end of a half month."""
    to = plus(day, days)
    return to if fine or not days else snap_end(to)


def _begun(dates: Dates, start: date, *, whole: bool) -> Dates:
    spans_halves = dates.start == first(half(dates.start)) and dates.end == last(half(dates.end))
    if whole and spans_halves:
        return Dates(start, last(half(start) + half(dates.end) - half(dates.start)))
    return Dates(start, plus(start, dates.days))


# --- what is drawn ------------------------------------------------------------------------------


def span_of(days: Iterable[date], scale: Scale, width: float, text_scale: float = 1.0) -> Span:
    """Return whole months around all days, as wide as the scale needs and at least `width`."""
    known = sorted(days)
    start = first(half(known[0]) // 2 * 2)
    wanted = max(plus(known[-1], _ROOM), plus(start, _FEWEST))
    end = last(half(wanted) // 2 * 2 + 1)
    least = _MONTH_WIDTH[scale] * text_scale / MONTH_DAYS
    return Span(start, end, max(least, (width - _AIR) / ((end - start).days + 1)), _AIR)


def calendar(span: Span, scale: Scale) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """Return the upper and the lower line of the calendar."""
    upper, lower = _CELL_MONTHS[scale]
    below = tuple(_cells(span, lower, short=True) if lower else _halves(span))
    return tuple(_cells(span, upper, short=False)), below


def _cells(span: Span, months: int, *, short: bool) -> Iterator[Cell]:
    at = half(span.start) // 2 // months * months
    while first(at * 2) <= span.end and at * 2 < half(date.max):
        begins = max(first(at * 2), span.start)
        ends = min(last((at + months) * 2 - 1), span.end)
        text = _name(first(at * 2), months, short=short)
        yield Cell(span.x(begins), span.x(ends, after=True), text)
        at += months


def _halves(span: Span) -> Iterator[Cell]:
    for number in range(half(span.start), half(span.end) + 1):
        day = first(number)
        yield Cell(span.x(day), span.x(last(number), after=True), str(day.day))


def _name(day: date, months: int, *, short: bool) -> str:
    match months:
        case 1:
            month = short_month(day)
            return month if short else f"{month} {day.year}"
        case 3:
            quarter = f"Q{(day.month + 2) // 3}"
            return quarter if short else f"{quarter} {day.year}"
        case _:
            return str(day.year)


def length_told(dates: Dates) -> str:
    """Return how long dates are, in words."""
    days = dates.days + 1
    if days < MONTH_DAYS:
        return ngettext("One day", "{days} days", days).format(days=days)
    months = round((timedelta(days=days) / timedelta(days=MONTH_DAYS)) * 2) / 2
    if months == 1:
        return _("1 month")
    return _("{Decimal} months").format(Decimal=shown_amount(Decimal(str(months))))
