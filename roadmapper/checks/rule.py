"""The form of a check: it yields places and sentences, under one name, severity and reason."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import ParamSpec

from roadmapper.proposal.facts import Finding, Severity

Told = tuple[str, str]
"""The address of an answer, and what is wrong there."""
_P = ParamSpec("_P")


def rule(
    name: str, severity: Severity, why: str
) -> Callable[[Callable[_P, Iterator[Told]]], Callable[_P, Iterator[Finding]]]:
    """Make a check of a function that yields places and sentences; `why` is why a CMIO asks."""

    def made(look: Callable[_P, Iterator[Told]]) -> Callable[_P, Iterator[Finding]]:
        @wraps(look)
        def found(*args: _P.args, **kwargs: _P.kwargs) -> Iterator[Finding]:
            for path, message in look(*args, **kwargs):
                yield Finding(name, severity, path, message, why)

        return found

    return made
