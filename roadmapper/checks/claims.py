"""Finds what is claimed without evidence and without a mark, and benefits without a condition."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

from roadmapper.checks.cards_read import MODELS, cards
from roadmapper.checks.claim_conditions import has_condition, is_limit
from roadmapper.checks.claim_kinds import COMPARATIVE, OUTCOME, kinds_of
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.disclosure import withheld
from roadmapper.proposal.evidence import cited
from roadmapper.proposal.facts import Severity, is_shown
from roadmapper.proposal.notes import ASSUMPTION, GOAL, REGISTER, evidence_at, mark
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.printed import is_printed
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question, Template

EVIDENCE, CONDITION = "evidence", "condition"
"""What a claim may lack."""

_LIST_MARK = re.compile(r"^\s*(?:[-*•]|\d{1,3}[.)])\s+", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[A-Z0-9\"'(“$*])|\n+")
_ROW = re.compile(r"\[[^\]]*\]")
_NAMED = re.compile(
    r"\bsource: ?\w|\baccording to (?!you)|\baudited\b"
    r"|\bby (?:our|their) (?:own )?(?:customer list|counts?|logs?|records|books)\b",
    re.IGNORECASE,
)
_ABOUT_MODELS = "transparency.four_questions["
"""Answers that say in short what the model cards say, with their evidence."""
_LONGEST = 90
_PIECE = 600
"""Letters of a sentence that are read together; nobody writes a longer one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that claims something, of what kinds, and what it lacks."""

    path: str
    sentence: str
    kinds: tuple[str, ...]
    lacks: tuple[str, ...]


def open_claims(template: Template, answers: Answers) -> Iterator[Claim]:
    """Yield each claim in our public paragraphs that lacks evidence, a mark or a condition."""
    return (one for one in every_claim(template, answers) if one.lacks)


def with_evidence(template: Template, answers: Answers) -> tuple[int, int]:
    """Return how many claims have evidence, and of how many; goals and assumptions are none."""
    told = [EVIDENCE not in one.lacks for one in every_claim(template, answers)]
    return sum(told), len(told)


def every_claim(template: Template, answers: Answers) -> Iterator[Claim]:
    """Yield each claim in our public paragraphs that is no goal and no assumption."""
    backed = {str(card.address) for card in cards(template, answers) if card.rows("evidence")}
    read, hidden = _Asked(template, answers), withheld(answers)
    for path, value in answers.items():
        if not isinstance(value, str) or path.startswith("_") or not read.is_read(path):
            continue
        if mark(answers, path):
            continue
        sources = (set(answers.rows(evidence_at(path))) | _of_row(path, answers)) - hidden
        proven = bool(sources) or _card_of(path) in backed
        proven = proven or (bool(backed) and path.startswith(_ABOUT_MODELS))
        yield from _in_answer(path, value, answers, proven=proven)


@rule(
    "claim",
    Severity.SHOULD_FIX,
    "They ask who measured it; one claim without an answer costs the belief in all others.",
)
def unproven(template: Template, answers: Answers) -> Iterator[Told]:
    """A sentence claims something and has neither evidence nor a mark."""
    for path, first, more in _lacking(EVIDENCE, template, answers):
        kinds = " and ".join(first.kinds)
        yield (
            path,
            (
                f"“{_short(first.sentence)}” claims something ({kinds}) without evidence.{more} "
                "Attach a source, or mark it as a goal or an assumption."
            ),
        )


@rule(
    "condition",
    Severity.SHOULD_FIX,
    "A result holds where it was measured; without that they can't tell whether it is theirs.",
)
def unconditional(template: Template, answers: Answers) -> Iterator[Told]:
    """A benefit does not say where, with whom or when."""
    for path, first, more in _lacking(CONDITION, template, answers):
        said = _short(first.sentence)
        yield path, f"“{said}” promises a benefit and does not say where, for whom or when.{more}"


_last: list[tuple[Template, Answers, tuple[Claim, ...]] | None] = [None]
"""The claims that were read last: two checks ask for those of the same answers."""


def _lacking(lack: str, template: Template, answers: Answers) -> Iterator[tuple[str, Claim, str]]:
    """Yield each answer with its first claim that lacks something, and how many more do."""
    told: dict[str, list[Claim]] = {}
    kept = _last[0]
    if kept is None or kept[0] is not template or kept[1] is not answers:
        kept = _last[0] = (template, answers, tuple(open_claims(template, answers)))
    for one in kept[2]:
        if lack in one.lacks:
            told.setdefault(one.path, []).append(one)
    for path, claims in told.items():
        count = len(claims) - 1
        more = f" So do {count} more sentences there." if count > 1 else ""
        yield path, claims[0], " So does one more sentence there." if count == 1 else more


class _Asked:
    """Knows which answers are paragraphs of ours that are printed, with the line on the cover."""

    def __init__(self, template: Template, answers: Answers) -> None:
        self._template, self._answers = template, answers
        self._printed = {rule.section for rule in template.chapters if is_printed(rule, answers)}
        self._known = {template.cover.get("promise", ""): True}

    def is_read(self, path: str) -> bool:
        """Return whether the sentences of an answer are read for claims."""
        key = _ROW.sub("", path)
        if key not in self._known:
            address = AnswerPath.parse(path)
            self._known[key] = address.section in self._printed and self._is_ours(address)
        return self._known[key]

    def _is_ours(self, address: AnswerPath) -> bool:
        question: Question | None = self._template.find(f"{address.section}.{address.question}")
        if question and not is_shown(self._template, question, address.section, self._answers):
            return False
        for column in address.columns:
            if question is None or question.internal:
                return False
            question = question.column(column)
        is_prose = question is not None and question.kind is Kind.PROSE
        return is_prose and question is not None and not (question.internal or question.agreed)


def _of_row(path: str, answers: Answers) -> set[str]:
    """Return the sources of the register that the row of an answer names as its own."""
    row = path.rpartition(".")[0]
    named = set(answers.rows(f"{row}.evidence")) if row.endswith("]") else set()
    return named.intersection(answers.rows(REGISTER))


def _card_of(path: str) -> str:
    """Return the model card an answer lies in; empty if it lies in none."""
    address = AnswerPath.parse(path)
    inside = (address.section, address.question) == (MODELS.section, MODELS.question)
    return str(MODELS.row(address.steps[0][0])) if inside and address.steps else ""


def _in_answer(path: str, text: str, answers: Answers, *, proven: bool) -> Iterator[Claim]:
    for sentence, kinds, is_bare in claims_in(text):
        is_cited, marked = _cited(sentence, answers)
        if marked:
            continue
        lacks = () if proven or is_cited else (EVIDENCE,)
        lacks = (*lacks, CONDITION) if is_bare else lacks
        yield Claim(path, sentence, kinds, lacks)


@lru_cache(maxsize=4096)
def claims_in(text: str) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Return the claims of a text: each sentence, its kinds, and whether a condition is missing."""
    found = []
    for sentence in _sentences(text):
        kinds = kinds_of(sentence)
        if kinds:
            is_benefit = OUTCOME in kinds or COMPARATIVE in kinds
            is_bare = is_benefit and not is_limit(sentence) and not has_condition(sentence)
            found.append((sentence, kinds, is_bare))
    return tuple(found)


def _sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; one without an end is read in pieces."""
    for part in _SENTENCE.split(_LIST_MARK.sub("", text)):
        yield from wrap(part, _PIECE) if len(part) > _PIECE else (part.strip(),)


def _cited(sentence: str, answers: Answers) -> tuple[bool, bool]:
    """Return whether a sentence names a source of the register, and whether it is marked."""
    names = set(cited(sentence))
    is_cited = not names.isdisjoint(answers.rows(REGISTER)) or bool(_NAMED.search(sentence))
    return is_cited, not names.isdisjoint((GOAL, ASSUMPTION))


def _short(sentence: str) -> str:
    plain = sentence.replace("**", "").rstrip(".")
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1].rstrip()}…"
