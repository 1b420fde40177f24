"""How moments read in the window: 2:02 PM, or 14:02 where dates read another way."""

from datetime import datetime

from ui.shown_dates import is_month_first, shown_date


def shown_time(at: datetime) -> str:
    """Return the time of day."""
    local = at.astimezone()
    return f"{local:%I:%M %p}".removeprefix("0") if is_month_first() else f"{local:%H:%M}"


def shown_moment(at: datetime, now: datetime) -> str:
    """Return the time of day, after the date if that is not today."""
    local = at.astimezone().date()
    if local == now.astimezone().date():
        return shown_time(at)
    return f"{shown_date(local.isoformat())}, {shown_time(at)}"
