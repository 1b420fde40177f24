"""Whether those who decide together are known."""

import re
from collections.abc import Iterator

from roadmapper.checks.reading import (
    nurses_use_it,
    of_nurses,
    rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

PRIORITIES, PEOPLE = "system.priorities", "coalition.people"
_ROLES = {
    "the CMIO": re.compile(r"\bcmio\b|chief medical information", re.IGNORECASE),
    "the CIO": re.compile(r"\bcio\b|chief information officer", re.IGNORECASE),
    "the CFO": re.compile(r"\bcfo\b|chief financ", re.IGNORECASE),
    "the COO": re.compile(r"\bcoo\b|chief operating", re.IGNORECASE),
    "a leader of a unit": re.compile(
        r"\b(directors?|vps?|vice president|managers?|head|leaders?|service line|chair|chief of)\b",
        re.IGNORECASE,
    ),
}


@rule(
    "coalition",
    Severity.MUST_FIX,
    "The CMIO does not decide alone; whoever is left out may say no at the end.",
)
def coalition_incomplete(_template: Template, answers: Answers) -> Iterator[Told]:
    """One of those who decide together is not in the coalition."""
    roles = [row.text("role") for row in rows(answers, PEOPLE)]
    missing = [name for name, one in _ROLES.items() if not any(map(one.search, roles))]
    if roles and missing:
        yield PEOPLE, f"The decision coalition is without {_listed(missing)}."


@rule(
    "reporting-line",
    Severity.SHOULD_FIX,
    "The line decides whether budget or clinical standing comes first.",
)
def line_unknown(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nobody knows whom the CMIO reports to."""
    if answers.text("system.cmio_reports_to") in ("", "unknown"):
        yield "system.cmio_reports_to", "We do not know yet whom the CMIO reports to."


@rule(
    "no-nurse-leader",
    Severity.MUST_FIX,
    "Nurses trust it less than physicians do, and their leaders speak for them.",
)
def no_nurse_leader(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nurses use it, and nobody who leads nurses is in the coalition."""
    roles = [row.text("role") for row in rows(answers, PEOPLE)]
    if roles and nurses_use_it(answers) and not any(map(of_nurses, roles)):
        yield PEOPLE, "Nurses use it, and nobody who leads nurses is in the coalition."


def _listed(names: list[str]) -> str:
    """Return names as one says them."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
