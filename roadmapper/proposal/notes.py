"""What is kept about answers: comments, evidence, marks, waivers, review, status, imported cards.

Each is an answer under a reserved word, so that it has undo, history and merging for nothing.
`public_answers` lets none of them through, so that none can reach a document; only evidence links
and marks come out again, as citations and as a word before what is said. Set what these functions
name through the session.
"""

import re

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


_WAIVER = re.compile(r"(?P<check>[^:@]+)(?:@(?P<rests_on>\w+))?: (?P<reason>.*)", re.DOTALL)


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


def waiver(answers: Answers, check: str, path: str, rests_on: str = "") -> str:
    """Return the reason why a finding of this check may stay open; empty if nobody gave one.

    `path` is that of the finding: an answer, or a whole section. A reason that was given for
    something else than what it now `rests_on` has fallen.
    """
    for one in answers.rows(_waivers_at(path)):
        found = _WAIVER.fullmatch(one)
        if found and found["check"] == check:
            given_for = found["rests_on"] or rests_on
            return found["reason"] if not rests_on or given_for == rests_on else ""
    return ""


def waived(
    answers: Answers, check: str, path: str, reason: str, rests_on: str = ""
) -> dict[str, Value]:
    """Return what to give `Session.change` so that a finding may stay open; empty ends it."""
    listed = answers.rows(_waivers_at(path))
    others = [one for one in listed if not re.match(rf"{re.escape(check)}(?:@\w+)?: ", one)]
    name = f"{check}@{rests_on}" if rests_on else check
    return {_waivers_at(path): (*others, f"{name}: {reason}") if reason else tuple(others)}


def _waivers_at(path: str) -> str:
    return f"{WAIVERS}.{path}" if "." in path else f"{WAIVERS}.{path}.{WHOLE_SECTION}"
