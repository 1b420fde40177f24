"""Whether the system was understood: its priorities, its gaps, what is replaced."""

import re
from collections.abc import Iterator

from roadmapper.checks.reading import (
    chosen,
    given_rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

PRIORITIES, PEOPLE = "system.priorities", "coalition.people"
_SERVED = ("2", "3")
_TOP = frozenset({"r1", "r2", "r3", "r4", "r5"})
_PERCENT = re.compile(r"\d+(?:\.\d+)?\s?%")
_COHORT = re.compile(r"\b(publish\w*|survey\w*|information officers?|cohort|list)\b", re.IGNORECASE)
_BURDEN = "administrative burden"


@rule(
    "no-priority",
    Severity.MUST_FIX,
    "A proposal that serves nothing they ranked is a proposal for somebody else.",
)
def no_priority_served(template: Template, answers: Answers) -> Iterator[Told]:
    """None of their priorities is served in part or directly."""
    told = list(given_rows(template, answers, PRIORITIES))
    if told and not any(row.text("fit") in _SERVED for row in told):
        yield PRIORITIES, "None of their priorities is served, not even in part."


@rule(
    "no-cohort",
    Severity.SHOULD_FIX,
    "It was asked of information officers of many systems, and is no figure of theirs.",
)
def percent_without_cohort(template: Template, answers: Answers) -> Iterator[Told]:
    """A percentage of the market survey is quoted without whom it was asked of."""
    question = template.find(PRIORITIES)
    notes = {row.id: _PERCENT.findall(row.note) for row in (question.fixed if question else ())}
    for row in given_rows(template, answers, PRIORITIES):
        said = _PERCENT.findall(row.text("answer"))
        quoted = set(said) & set(notes[row.path.partition("[")[2].rstrip("]")])
        if quoted and not _COHORT.search(row.words("answer", "source")):
            yield row.at("answer"), f"{min(quoted)} is a figure of the market; say of whom it is."


@rule(
    "no-gap", Severity.SHOULD_FIX, "A gap they know of is where a measured result is wanted first."
)
def no_gap_chosen(_template: Template, answers: Answers) -> Iterator[Told]:
    """No improvement gap is chosen."""
    if not chosen(answers, "system.gaps"):
        yield "system.gaps", "No improvement gap is named that this closes."


@rule(
    "burden-alone",
    Severity.MUST_FIX,
    "It is the largest gap, and still the tenth of ten priorities; it does not carry a "
    "decision alone.",
)
def burden_alone(template: Template, answers: Answers) -> Iterator[Told]:
    """Less administrative burden is the main driver, and no top priority is served."""
    fits = {
        row.path.partition("[")[2].rstrip("]"): row.text("fit")
        for row in given_rows(template, answers, PRIORITIES)
    }
    main = _BURDEN in chosen(answers, "system.gaps")[:1] or fits.get("r10") == "3"
    served = [row for row, fit in fits.items() if fit in _SERVED]
    if main and served and _TOP.isdisjoint(served):
        yield (
            PRIORITIES,
            (
                "Less administrative burden is the main driver, and none of the five highest "
                "priorities is served."
            ),
        )


@rule(
    "no-consolidation",
    Severity.SHOULD_FIX,
    "Fewer vendors is a priority of theirs, and one more must be worth it.",
)
def no_consolidation(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nothing is said of tools and contracts this replaces."""
    if not answers.is_told("system.tools_replaced"):
        yield (
            "system.tools_replaced",
            "Say which tools or contracts this replaces; write none if it replaces none.",
        )
