"""What was seen of a proposal that was looked at; Home is painted before the first is."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands in the way: the address to go to, a sentence, and how bad it is."""

    path: str
    words: str
    severity: str


@dataclass(frozen=True, slots=True)
class Look:
    """How a proposal stood when it was last changed: its next step and its worst findings.

    `step_title` reads as inside a sentence; `count` is the number of all findings.
    """

    path: Path
    changed: datetime
    ready: bool
    step: str
    step_title: str
    gaps: tuple[Gap, ...]
    count: int
