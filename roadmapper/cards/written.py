"""A card that was written, whatever its format."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A card as text, and what a person should know of it."""

    text: str
    notes: tuple[str, ...] = ()
