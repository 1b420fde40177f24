"""When a proposal is ready to present, by one rule: Home, the review and `score` say the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from roadmapper.proposal.facts import Finding, Severity

OVERDUE = "overdue"
"""The check that finds an attestation which expires before they decide."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands in the way: criteria below what is enough, attestations overdue, must-fix."""

    low: tuple[str, ...]
    overdue: int
    must_fix: int

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in the way."""
        return not (self.low or self.overdue or self.must_fix)


def readiness(low: Iterable[str], findings: Iterable[Finding]) -> Readiness:
    """Return what stands in the way; `low` are the criteria that are not answered well enough."""
    told = tuple(findings)
    return Readiness(
        tuple(low),
        sum(one.check == OVERDUE for one in told),
        sum(one.severity is Severity.MUST_FIX for one in told),
    )
