"""The time of day, so that a test can bring its own."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the time of day."""
    return datetime.now(UTC)
