"""Reads what is claimed: figures, superlatives, comparatives, outcomes, by fixed rules of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question, Template

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'(“$])|\n+")
_COUNTED = (
    r"clinicians?|physicians?|nurses?|users?|customers?|hospitals?|systems?|sites?|patients?|notes?"
    r"|visits?|studies|clients?|practices?"
)
_FEW = "two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|fourteen|twenty"
_FIGURE = re.compile(
    r"\d\s?(?:%|percent\b)|\$\s?\d|\b\d+(?:\.\d+)?\s?(?:x|fold|times)\b"
    r"|\b\d+ (?:of|in|out of) (?:\d+|ten|four|five)\b"
    rf"|\b(?:\d[\d,.]*|{_FEW})\s(?:of\s)?(?:\w+\s)?(?:{_COUNTED})\b"
    r"|\b(?:half|a third|a quarter|two thirds)\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:best|worst|leading|unrivaled|unique|unparalleled|world-class|first-class"
    r"|state-of-the-art|cutting-edge|the (?:most|least) \w+|(?:the|our) only|the first|number one"
    r"|never fails|always works|(?:fast|saf|larg|high|low|few|great|strong|easi|smart|simpl|new"
    r"|cheap|small|broad|deep|quick|short)est|second to none|industry-leading)\b",
    re.IGNORECASE,
)
_COMPARED = (
    "more|less|fewer|better|worse|faster|slower|lower|higher|safer|easier|cheaper|shorter|longer"
    "|smaller|larger|stronger|quicker|sooner|earlier|happier|simpler|greater"
)
_COMPARATIVE = re.compile(
    rf"\b(?:{_COMPARED})\b(?:\W+\w+){{0,4}}?\W+than\b|\b(?:better|worse|faster|safer|easier|cheaper"
    r"|quicker|happier|simpler|outperforms?|exceeds?|beats?|superior|unlike others)\b"
    r"|\btwice as\b|\bhalf as\b|\b(?:fewer|less|lower|higher) \w+",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:reduc(?:e|es|ed|ing)|reductions?|improv(?:e|es|ed|ing)|improvements?"
    r"|increas(?:e|es|ed|ing)|decreas(?:e|es|ed)|sav(?:e|es|ed)|cuts?|lower(?:s|ed)|rais(?:es|ed)"
    r"|prevent(?:s|ed)?|eliminat(?:e|es|ed)|accelerat(?:e|es|ed)|boost(?:s|ed)?|shorten(?:s|ed)?"
    r"|doubl(?:es|ed)|tripl(?:es|ed)|halv(?:es|ed)|frees? up|freed up|proven|proves"
    r"|guarantees? (?:that|results|savings)|transform(?:s|ed)?|enhanc(?:es|ed)|reliev(?:es|ed)"
    r"|streamlin(?:es|ed)|lifts?|drops|dropped|fell|rose|grew|pays for itself|restores?"
    r"|speeds? up|gives? back)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"\b(?:goals?|aims?|aimed|targets?|intend|plan to|planned|hope|want to|expect(?:s|ed)?|assum\w+"
    r"|estimat\w+|suppose|may|might|could|would|likely|projected|if|should|our wish|ambition)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:no|not) (?:more|less|later|longer|fewer) than\b", re.IGNORECASE)
_SOURCED = re.compile(
    r"\[\w+\]|\bsources?:|\bmeasured (?:by|in|at)\b|\baccording to\b", re.IGNORECASE
)
_KINDS = {
    "figure": _FIGURE,
    "superlative": _SUPERLATIVE,
    "comparative": _COMPARATIVE,
    "outcome": _OUTCOME,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that claims something with neither evidence nor a mark, and of what kinds."""

    path: str
    sentence: str
    kinds: tuple[str, ...]


def kinds_of(sentence: str) -> tuple[str, ...]:
    """Return what a sentence claims; nothing if it asks, or is a goal or an assumption."""
    if sentence.rstrip().endswith("?") or _MARKED.search(sentence):
        return ()
    told = _LIMIT.sub("", sentence)
    return tuple(name for name, one in _KINDS.items() if one.search(told))


def open_claims(template: Template, answers: Answers) -> Iterator[Claim]:
    """Yield each claim in a paragraph of ours that has no evidence beside it."""
    for path, value in answers.items():
        if not isinstance(value, str) or path.startswith("_") or f"_evidence.{path}" in answers:
            continue
        question = _asked(template, path)
        if question is None or question.kind is not Kind.PROSE or question.internal:
            continue
        for sentence in _SENTENCE.split(value):
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
