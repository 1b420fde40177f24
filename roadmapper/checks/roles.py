"""Compares roles as people write them: "Clinicians who will use it" are physicians, too."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from roadmapper.checks.said import stems

_APART = re.compile(r"[,;/]| and | or |\(.*?\)", re.IGNORECASE)
_VAGUE = stems(
    "registered certified chief among above team staff users new other first named own live unit "
    "units will use using ready after days people members employees everyone site sites only"
)
_SHORT = {
    r"\brns?\b": "nurses",
    r"\bl[pv]ns?\b": "nurses",
    r"\bmds?\b": "physicians",
    r"\bnps?\b": "nurse practitioners",
    r"\bpas?\b": "physician assistants",
    r"\bmas?\b": "medical assistants",
    r"\bapps?\b": "practitioners",
}
_EVERYBODY = re.compile(
    r"(?:everyone|everybody|all (?:staff|users|employees|people|groups))\b", re.IGNORECASE
)
_KINDS = {
    "clinician": "physician doctor clinician practitioner provider resident hospitalist surgeon",
    "physician": "physician doctor resident hospitalist surgeon",
    "provider": "physician doctor clinician practitioner provider resident hospitalist",
    "nurse": "nurse",
    "assistant": "assistant",
    "pharmacist": "pharmacist",
    "technician": "technician",
    "therapist": "therapist",
    "coder": "coder",
    "scheduler": "scheduler",
}
"""Words for a kind of people, and the words by which those are called who belong to it."""
_STEMS = {next(iter(stems(kind))): stems(words) for kind, words in _KINDS.items()}


def is_everybody(text: str) -> bool:
    """Return whether a tier is for everyone."""
    return bool(_EVERYBODY.match(text.strip()))


def roles_in(text: str) -> Iterator[frozenset[str]]:
    """Yield the roles a text lists, each as the words that tell it from others."""
    small = text.casefold()
    for short, long in _SHORT.items():
        small = re.sub(short, long, small)
    for part in _APART.split(small):
        told = stems(part) - _VAGUE
        if told:
            yield told


def is_trained(role: str, tiers: Iterable[str]) -> bool:
    """Return whether all of a role belongs to what some tiers list."""
    listed = [one for tier in tiers for one in roles_in(tier)]
    return all(
        any(_belongs(one, other) or (len(one) > 1 and one < other) for other in listed)
        for one in roles_in(role)
    )


def matched(tier: str, people: Iterable[tuple[str, Decimal | None]]) -> list[Decimal | None]:
    """Return how many there are of each group that belongs to a tier."""
    listed = list(roles_in(tier))
    return [
        count
        for role, count in people
        if any(_belongs(one, other) for one in roles_in(role) for other in listed)
    ]


def _belongs(role: frozenset[str], listed: frozenset[str]) -> bool:
    """Return whether a role is one that is listed: by its words, or as one of that kind."""
    if listed <= role:
        return True
    kinds = listed & _STEMS.keys()
    return len(listed) == len(kinds) == 1 and bool(_STEMS[next(iter(kinds))] & role)
