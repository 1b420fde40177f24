"""How moments read in the window."""

from datetime import datetime

from ui.shown_dates import shown_date, shown_time


def shown_moment(at: datetime, now: datetime | None = None) -> str:
    """Return the time of day after the date, which is left out if it is that of now."""
    day = at.astimezone().date()
    if now is not None and day == now.astimezone().date():
        return shown_time(at)
    return f"{shown_date(day.isoformat())}, {shown_time(at)}"
