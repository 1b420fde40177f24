"""What the figures say about a deal: who loses, what its limits do, what it may cost us."""

from collections.abc import Iterator, Mapping

from roadmapper.checks.pricing import AT_RISK
from roadmapper.checks.reading import agreed, amount
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Finding, Severity
from roadmapper.template.model import Template

_MOST = 50
"""Percent of runs that are more than half of them."""


def loses_when_cautious(
    _template: Template, answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Finding]:
    """The system pays more than it gets in the cautious case."""
    net = figures.get("outlook.case.cautious.net")
    if net is not None and net.value < 0:
        yield Finding(
            "cautious",
            Severity.SHOULD_FIX,
            "pricing.at_risk_pct" if agreed(answers, AT_RISK) else "pricing.structure",
            "The client loses money in the cautious case. "
            "Raise the fee at risk or lower the base fee.",
            "One time in ten it comes out like this or worse, and their finance will look there "
            "first.",
        )


def over_the_limit(
    _template: Template, answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Finding]:
    """One year may cost us more than our manager allows."""
    limit, most = amount(answers, "pricing.exposure_limit"), figures.get("outlook.exposure")
    if limit is not None and most is not None and most.value > limit >= 0:
        yield Finding(
            "exposure",
            Severity.SHOULD_FIX,
            "pricing.exposure_limit",
            f"One year may cost us ${most.value:,.0f}, above our limit of ${limit:,.0f}.",
            "Risk that nobody on our side approved is a promise that may not be kept. "
            "This is said to nobody else.",
        )


def cap_reached(
    _template: Template, _answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Finding]:
    """A cap that nearly always holds makes the share above it an ornament."""
    reached = figures.get("outlook.cap_reached")
    if reached is not None and reached.value > _MOST:
        yield Finding(
            "cap-reached",
            Severity.POLISH,
            "pricing.gain_share",
            "The cap is reached in most runs, so the share above it has no effect.",
            "A share that is never paid is no reason for us to do better.",
        )
