"""Whether they can choose, decide and connect, and know their part of the work."""

import re
from collections.abc import Iterator

from roadmapper.checks.reading import (
    chosen,
    rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

_DECIDED = {
    "how it is configured": re.compile(
        r"set-?up|config|templat|cut-off|threshold|setting|alert", re.IGNORECASE
    ),
    "the pilot": re.compile(r"pilot|silen|\bsites?\b|\bunits?\b", re.IGNORECASE),
    "scaling": re.compile(r"scal|\bpace\b|\bwaves?\b|rollout", re.IGNORECASE),
}
_PLACE = re.compile(
    r"host|cloud|tenan|premis|data cent|server|appliance|native|\bruns?\b|install", re.IGNORECASE
)
_NO_WRITING = ("", "none")


@rule(
    "hosting",
    Severity.MUST_FIX,
    "Where they cannot choose, an honest reason counts; silence does not.",
)
def no_choice_of_hosting(_template: Template, answers: Answers) -> Iterator[Told]:
    """There is no choice of hosting, and no reason why."""
    offered = chosen(answers, "deploy.hosting")
    if len(offered) < 2 and not _PLACE.search(answers.text("deploy.not_flexible")):  # noqa: PLR2004 - one is no choice
        yield "deploy.hosting", "Fewer than two ways of hosting are offered, and nothing says why."


@rule(
    "decision-rights",
    Severity.MUST_FIX,
    "Shared decisions on set-up, pilot and scale are how they tell a partner from a vendor.",
)
def decisions_open(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nobody says who decides on configuration, pilot or scaling."""
    told = [row for row in rows(answers, "deploy.choices") if row.has("who_decides")]
    topics = [f"{row.text('topic')} {row.text('options')}" for row in told]
    missing = [name for name, one in _DECIDED.items() if not any(map(one.search, topics))]
    if missing:
        yield "deploy.choices", f"Nothing says who decides on {' and '.join(missing)}."


@rule(
    "connection",
    Severity.MUST_FIX,
    "Their team judges the burden of integration before anything else.",
)
def connection_vague(_template: Template, answers: Answers) -> Iterator[Told]:
    """No connection to the record says both its pattern and how far it is."""
    told = list(rows(answers, "deploy.integration"))
    if told and not any(row.has("pattern", "status") for row in told):
        yield (
            "deploy.integration",
            "No connection to their EMR says how it works and whether it is live.",
        )


@rule(
    "no-body",
    Severity.SHOULD_FIX,
    "Order entry and decision support are governed there; somebody must approve it.",
)
def no_governing_body(_template: Template, answers: Answers) -> Iterator[Told]:
    """It writes to the record or gives advice in it, and no body of theirs is named."""
    writes = answers.text("deploy.write_back") not in _NO_WRITING
    hooks = any(row.text("pattern") == "CDS Hooks" for row in rows(answers, "deploy.integration"))
    named = answers.text("system.ai_governance").strip() or any(
        row.text("body") for row in rows(answers, "coalition.decision_steps")
    )
    if (writes or hooks) and not named:
        yield (
            "system.ai_governance",
            "It writes to their record or gives advice in it, and no body of theirs is named.",
        )


@rule(
    "effort",
    Severity.MUST_FIX,
    "A tool is judged by its merit and by its burden; unknown burden counts as large.",
)
def effort_untold(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nothing says how many hours we ask of them."""
    told = list(rows(answers, "deploy.customer_effort"))
    silent = [row for row in told if not row.text("hours_before") and not row.text("hours_month")]
    if not told or len(silent) == len(told):
        yield "deploy.customer_effort", "Nothing says how many hours of work we ask of them."
        return
    for row in silent:
        message = f'Nothing says how many hours "{row.text("role")}" works for this.'
        yield row.at("hours_before"), message
