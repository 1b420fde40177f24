"""What is not known of a model, said so that it counts as an answer: why, and what we will do.

It is kept as ordinary words in the place of the answer, so that it prints, travels and is edited as
such. "None" or "N/A" are no such answer: they say neither why nor what comes of it.
"""

import re
from dataclasses import dataclass

_FORM = re.compile(
    r"\W*not available,? because (?P<because>\S.*?)\W* we(?: will|['’]ll) (?P<plan>\w.*?)[.\s]*",
    re.IGNORECASE,
)
_BEFORE_REASON = re.compile(r"(?:not available,? )?because ", re.IGNORECASE)
_BEFORE_PLAN = re.compile(r"we(?: will|['’]ll) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why something is not known, and what will be done about it; the words of a sentence."""

    because: str
    plan: str


def unknown(text: str) -> Unknown | None:
    """Return what a text says of something not available; None if it says anything else."""
    found = _FORM.fullmatch(" ".join(text.split()))
    return Unknown(found["because"], found["plan"]) if found else None


def unknown_text(because: str, plan: str) -> str:
    """Return the answer that says why something is not available and what will be done.

    Both may be typed with or without the words around them; empty if one of them says nothing.
    """
    reason, promise = _part(because, _BEFORE_REASON), _part(plan, _BEFORE_PLAN)
    return f"Not available, because {reason}. We will {promise}." if reason and promise else ""


def _part(text: str, before: re.Pattern[str]) -> str:
    line = " ".join(text.split())
    return line[found.end() if (found := before.match(line)) else 0 :].strip(" .,;")
