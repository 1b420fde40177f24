"""Whether there is evidence that is like their setting, and whether customers shape the product."""

from collections.abc import Iterator

from roadmapper.checks.reading import (
    rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

EVIDENCE = "solution.evidence"
_LIKE = ("yes", "partly")


@rule(
    "not-comparable",
    Severity.MUST_FIX,
    "They ask first where it worked, and whether that place is like their own.",
)
def nothing_comparable(_template: Template, answers: Answers) -> Iterator[Told]:
    """No evidence comes from a setting like theirs."""
    told = list(rows(answers, EVIDENCE))
    if told and not any(row.text("comparable") in _LIKE for row in told):
        yield EVIDENCE, "No evidence comes from a setting comparable to theirs."


@rule(
    "vendor-funded",
    Severity.SHOULD_FIX,
    "Independent people finding less is worth more to them than we finding a lot.",
)
def evidence_paid_for(_template: Template, answers: Answers) -> Iterator[Told]:
    """All evidence that is like their setting was paid for by a vendor."""
    like = [row for row in rows(answers, EVIDENCE) if row.text("comparable") in _LIKE]
    if like and all(row.text("funding") == "yes" for row in like):
        yield EVIDENCE, "All comparable evidence was paid for by a vendor."


@rule(
    "nothing-shipped",
    Severity.SHOULD_FIX,
    "It shows that customers shape what we build; a plan does not.",
)
def nothing_shipped(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nothing a customer asked for has shipped."""
    told = rows(answers, "solution.roadmap_influence")
    if not any(row.has("asked_by") and row.day("shipped") for row in told):
        yield (
            "solution.roadmap_influence",
            "Nothing that a customer asked for has a date on which it shipped.",
        )
