"""Reads what is claimed: figures, superlatives, comparatives, outcomes, by fixed rules of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.checks.claim_kinds import kinds_of
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question, Template

_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,3}[.)])\s+", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z0-9\"'(“$])|\n+")
_SOURCED = re.compile(
    r"\[\w+\]|\bsources?:|\bmeasured (?:by|in|at)\b|\baccording to\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that claims something with neither evidence nor a mark, and of what kinds."""

    path: str
    sentence: str
    kinds: tuple[str, ...]


def open_claims(template: Template, answers: Answers) -> Iterator[Claim]:
    """Yield each claim in a paragraph of ours that has no evidence beside it."""
    for path, value in answers.items():
        if not isinstance(value, str) or path.startswith("_") or f"_evidence.{path}" in answers:
            continue
        question = _asked(template, path)
        if question is None or question.kind is not Kind.PROSE or question.internal:
            continue
        for sentence in _SENTENCE.split(_LIST_MARK.sub("", value)):
            kinds = () if _SOURCED.search(sentence) else kinds_of(sentence)
            if kinds:
                yield Claim(path, sentence.strip(), kinds)


def _asked(template: Template, path: str) -> Question | None:
    address = AnswerPath.parse(path)
    question = template.find(f"{address.section}.{address.question}")
    if question is None or question.internal:
        return None
    for column in address.columns:
        question = question.column(column) if question else None
    return question
