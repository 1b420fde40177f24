"""Findings set aside: each with a reason, as long as the answer stays what it was."""

import re
from collections.abc import Iterable
from hashlib import sha256

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.notes import waived, waiver
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value

_LENGTH = 10
_NUMBER = re.compile(r"\d[\d,.]*")


def reason_of(answers: Answers, finding: Finding) -> str:
    """Return why a finding may stay open; empty if it may not.

    What must be fixed never may, and a reason falls when the answer it was given for has changed.
    """
    if finding.severity is Severity.MUST_FIX:
        return ""
    return waiver(answers, finding.check, finding.path, _rests_on(answers, finding))


def set_aside(answers: Answers, finding: Finding, reason: str) -> dict[str, Value]:
    """Return what to give `Session.change` so that a finding may stay open; empty ends it."""
    rests_on = _rests_on(answers, finding)
    return waived(answers, finding.check, finding.path, reason, rests_on)


def parted(
    answers: Answers, findings: Iterable[Finding]
) -> tuple[tuple[Finding, ...], dict[Finding, str]]:
    """Return the findings that are open, and those set aside with their reasons."""
    told = [(one, reason_of(answers, one)) for one in findings]
    return tuple(one for one, why in told if not why), {one: why for one, why in told if why}


def _rests_on(answers: Answers, finding: Finding) -> str:
    """Return a short sum of the answers a finding is about, and of the numbers it tells."""
    if "." in finding.path:
        paths = sorted(answers.inside(AnswerPath.parse(finding.path)))
    else:
        paths = [finding.path]
    values = [(path, answers.value(path)) for path in paths]
    told = repr((values, _NUMBER.findall(finding.message)))
    return sha256(told.encode()).hexdigest()[:_LENGTH]
