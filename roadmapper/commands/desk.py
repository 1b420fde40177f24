"""What every command is given: its options, where it writes, and the time."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TextIO

from roadmapper.errors import ValueRefusedError

DONE = 0
"""Everything went well."""

FINDINGS = 1
"""Findings stand in the way."""

REFUSED = 2
"""What was asked cannot be done; a sentence says why."""

INPUT_LIMIT = 20_000_000
"""The most bytes read from standard input."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a command writes, and what time it is."""

    out: TextIO
    clock: Callable[[], datetime]

    def say(self, line: str) -> None:
        """Write one line."""
        self.out.write(f"{line}\n")

    def warn(self, line: str) -> None:
        """Write one line beside what was asked for, so that no program reads it as that."""
        if sys.stderr is not None:
            sys.stderr.write(f"{line}\n")

    def say_json(self, value: object) -> None:
        """Write a value as JSON."""
        self.say(json.dumps(value, ensure_ascii=False, indent=2))


def show_progress(share: float, what: str) -> None:
    """Show how far long work is, where somebody looks at a terminal; the line goes at the end."""
    if not sys.stderr.isatty():
        return
    line = "" if share >= 1 else f"{share:4.0%} {what}"
    sys.stderr.write(f"\r\x1b[K{line}")
    sys.stderr.flush()


def clock_from(environment: str | None) -> Callable[[], datetime]:
    """Return the clock: the time of day, or the fixed time of SOURCE_DATE_EPOCH.

    Raises:
        ValueRefusedError: The variable holds no time.
    """
    if not environment:
        return lambda: datetime.now(UTC)
    try:
        fixed = datetime.fromtimestamp(int(environment), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueRefusedError(
            f'SOURCE_DATE_EPOCH is "{environment[:40]}", not a number of seconds. '
            "Set it to seconds since 1970, or unset it."
        ) from None
    return lambda: fixed


def author(given: str | None) -> str:
    """Return the name that goes into the history; never the login name."""
    return given if given is not None else os.environ.get("ROADMAPPER_AUTHOR", "")


def typed(text: str) -> str:
    """Return a typed value, or all of standard input for "-".

    Raises:
        ValueRefusedError: Standard input is no text, or there is none.
    """
    if text != "-":
        return text
    if sys.stdin is None:
        raise ValueRefusedError("There is no standard input to read. Give the value itself.")
    content = sys.stdin.buffer.read(INPUT_LIMIT + 1)
    if len(content) > INPUT_LIMIT:
        raise ValueRefusedError("Standard input is longer than 20 MB. Send a shorter text.")
    try:
        # The last line break is how programs end what they write, not part of the text.
        return content.decode("utf-8-sig").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        raise ValueRefusedError("Standard input is not UTF-8 text. Convert it first.") from None
