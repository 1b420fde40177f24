"""When a proposal is ready to present; Home and the review say the same."""

from collections.abc import Iterable

from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.progress import Progress


def is_ready(told: Progress, findings: Iterable[Finding]) -> bool:
    """Return whether every essential answer is in and nothing must be fixed."""
    return not told.open and all(one.severity is not Severity.MUST_FIX for one in findings)
