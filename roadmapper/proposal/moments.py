"""When something is, as it stands in a sentence: a day, a month or a quarter."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT = 3
_YEAR = 12
_QUARTER = re.compile(r"Q([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?Q([1-4])", re.IGNORECASE)
_WORDS = re.compile(r"([A-Za-z]{3,9})\.? (?:(\d{1,2}), ?)?(\d{4})")


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of so many months from its first day; a day where there are none.

    `iso` says that a day is written with digits only.
    """

    start: date
    months: int = 0
    iso: bool = False

    @property
    def end(self) -> date:
        """Its last day."""
        return _later(self.start, self.months) - timedelta(days=1) if self.months else self.start

    @property
    def text(self) -> str:
        """Return it as it is written."""
        name = _NAMES[self.start.month - 1]
        match self.months:
            case 0:
                words = f"{name} {self.start.day}, {self.start.year}"
                return self.start.isoformat() if self.iso else words
            case 1:
                return f"{name} {self.start.year}"
            case _:
                return f"Q{(self.start.month + 2) // 3} {self.start.year}"

    def near(self, start: date) -> "Moment":
        """Return the one of its kind that begins nearest to a day."""
        if not self.months:
            return replace(self, start=start)
        month = (start.month - 1) // self.months * self.months + 1
        here = date(start.year, month, 1)
        after = _later(here, self.months)
        return replace(self, start=here if start - here <= after - start else after)

    def stepped(self, by: int) -> "Moment":
        """Return the one so many of its kind later."""
        return replace(self, start=_later(self.start, by * self.months))


def moment(text: str) -> Moment | None:
    """Return when a text says that something is; None if it says anything else."""
    words = " ".join(text.split())
    try:
        return Moment(date.fromisoformat(words), iso=True)
    except ValueError:
        return _quarter(words) or _named(words)


def _quarter(words: str) -> Moment | None:
    found = _QUARTER.fullmatch(words)
    if found is None:
        return None
    quarter, year = found[1] or found[4], found[2] or found[3]
    return _made(int(year), int(quarter) * 3 - 2, 1, 3)


def _named(words: str) -> Moment | None:
    found = _WORDS.fullmatch(words)
    if found is None:
        return None
    typed = found[1].casefold()
    known = (
        at
        for at, name in enumerate(_NAMES, 1)
        if typed in (name.casefold(), name[:_SHORT].casefold())
    )
    return _made(int(found[3]), next(known, 0), int(found[2] or 1), 0 if found[2] else 1)


def _made(year: int, month: int, on: int, months: int) -> Moment | None:
    try:
        return Moment(date(year, month, on), months)
    except ValueError:
        return None


def _later(on: date, months: int) -> date:
    """Return the first day of a month so many months later, as far as days go."""
    year, month = divmod(on.year * _YEAR + on.month - 1 + months, _YEAR)
    return date(min(max(year, date.min.year), date.max.year), month + 1, 1)
