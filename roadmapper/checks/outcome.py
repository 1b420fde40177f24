"""What the figures say about a deal: who loses, what its limits do, what it may cost us."""

from collections.abc import Iterator, Mapping

from roadmapper.checks.pricing import AT_RISK
from roadmapper.checks.reading import agreed, amount
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Severity
from roadmapper.template.model import Template

_MOST = 50
"""Percent of runs that are more than half of them."""


@rule(
    "cautious",
    Severity.SHOULD_FIX,
    "One time in ten it comes out like this or worse, and their finance will look there first.",
)
def loses_when_cautious(
    _template: Template, answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Told]:
    """The system pays more than it gets in the cautious case."""
    net = figures.get("outlook.case.cautious.net")
    if net is not None and net.value < 0:
        yield (
            "pricing.at_risk_pct" if agreed(answers, AT_RISK) else "pricing.structure",
            (
                "The client loses money in the cautious case. "
                "Raise the fee at risk or lower the base fee."
            ),
        )


@rule(
    "exposure",
    Severity.MUST_FIX,
    "Risk that nobody on our side approved is a promise that may not be kept. "
    "This is said to nobody else.",
)
def over_the_limit(
    _template: Template, answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Told]:
    """One year may cost us more than our manager allows."""
    limit, most = amount(answers, "pricing.exposure_limit"), figures.get("outlook.exposure")
    if most is not None and most.value > 0 and limit is None:
        yield (
            "pricing.exposure_limit",
            f"One year may cost us ${most.value:,.0f}, and no limit says that we may bear it.",
        )
    elif limit is not None and most is not None and most.value > limit >= 0:
        yield (
            "pricing.exposure_limit",
            f"One year may cost us ${most.value:,.0f}, above our limit of ${limit:,.0f}.",
        )


@rule(
    "cap-reached", Severity.POLISH, "A share that is never paid is no reason for us to do better."
)
def cap_reached(
    _template: Template, _answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Told]:
    """A cap that nearly always holds makes the share above it an ornament."""
    reached = figures.get("outlook.cap_reached")
    if reached is not None and reached.value > _MOST:
        yield (
            "pricing.gain_share",
            "The cap is reached in most runs, so the share above it has no effect.",
        )
