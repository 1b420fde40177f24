"""Runs the checks: functions that take template and answers and yield findings."""

from roadmapper.checks import cards, wellformed
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

CHECKS = (
    wellformed.required_answers,
    wellformed.empty_sections,
    wellformed.wrong_values,
    wellformed.row_counts,
    cards.card_findings,
)
_ORDER = {Severity.MUST_FIX: 0, Severity.SHOULD_FIX: 1, Severity.POLISH: 2}


def check(template: Template, answers: Answers) -> tuple[Finding, ...]:
    """Return what is missing or wrong, worst first, in the order of the wizard within that."""
    findings = [finding for one in CHECKS for finding in one(template, answers)]
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.severity]))
