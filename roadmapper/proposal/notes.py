"""What is kept about answers: comments, evidence, marks, waivers, review, status, imported cards.

Each is an answer under a reserved word, so that it has undo, history and merging for nothing.
`public_answers` lets none of them through, so that none can reach a document; only evidence links
and marks come out again, as citations and as a word before what is said. Set what these functions
name through the session.
"""

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import (
    CARDS,
    EVIDENCE,
    MARKS,
    NOTES,
    REVIEWS,
    STATE,
    WAIVERS,
    WHOLE_PROPOSAL,
    WHOLE_SECTION,
)
from roadmapper.template.kinds import Value

REGISTER = "solution.evidence"
"""The table of sources; evidence for an answer is a list of its rows."""

STATUS = f"{STATE}.{WHOLE_PROPOSAL}.status"
"""Where the status of the whole proposal is kept, such as "delivered"."""


def note_at(path: str) -> str:
    """Return the address of the comment on an answer or a row: one text."""
    return f"{NOTES}.{path}"


def evidence_at(path: str) -> str:
    """Return the address of the evidence for an answer: a list of rows of the register."""
    return f"{EVIDENCE}.{path}"


GOAL, ASSUMPTION = "goal", "assumption"
"""What an answer that claims something may be marked as, instead of evidence."""


def mark_at(path: str) -> str:
    """Return the address of the mark on an answer: that it is a goal, or an assumption."""
    return f"{MARKS}.{path}"


def mark(answers: Answers, path: str) -> str:
    """Return the mark on an answer; empty if it has none."""
    told = answers.text(mark_at(path))
    return told if told in (GOAL, ASSUMPTION) else ""


def review_at(path: str) -> str:
    """Return the address of the review state of an answer or a row: one text."""
    return f"{REVIEWS}.{path}"


def card_at(path: str) -> str:
    """Return the address of the cards a row was imported from: their texts as they came."""
    return f"{CARDS}.{path}"


def status_at(section: str) -> str:
    """Return the address of the status of a section: one text."""
    return f"{STATE}.{section}.status"


def waiver(answers: Answers, check: str, path: str) -> str:
    """Return the reason why a finding of this check may stay open; empty if nobody gave one.

    `path` is that of the finding: an answer, or a whole section.
    """
    listed = answers.rows(_waivers_at(path))
    found = (one.removeprefix(f"{check}: ") for one in listed if one.startswith(f"{check}: "))
    return next(found, "")


def waived(answers: Answers, check: str, path: str, reason: str) -> dict[str, Value]:
    """Return what to give `Session.change` so that a finding may stay open; empty ends it."""
    others = [one for one in answers.rows(_waivers_at(path)) if not one.startswith(f"{check}: ")]
    return {_waivers_at(path): (*others, f"{check}: {reason}") if reason else tuple(others)}


def _waivers_at(path: str) -> str:
    return f"{WAIVERS}.{path}" if "." in path else f"{WAIVERS}.{path}.{WHOLE_SECTION}"
