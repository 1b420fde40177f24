"""How findings read in the window: what they ask for is written in the language of the settings."""

from collections.abc import Iterable
from dataclasses import replace

from roadmapper.proposal.facts import Finding
from roadmapper.template.kinds import DATE_WANTED
from ui.shown_dates import example_date
from ui.words import _


def shown_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings that show a date as it can be typed here, not as it is kept."""
    wanted = _("Enter a date, such as {date}.").format(date=example_date().rstrip("."))
    return tuple(_with_date(one, wanted) for one in findings)


def _with_date(finding: Finding, wanted: str) -> Finding:
    if DATE_WANTED not in finding.message:
        return finding
    return replace(finding, message=finding.message.replace(DATE_WANTED, wanted))
