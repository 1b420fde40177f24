"""Whether care goes on when it is down, and whether that is rehearsed."""

from collections.abc import Iterator

from roadmapper.checks.reading import (
    Row,
    date_at,
    rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

_TARGETS = {
    "rto": "the time until it is back",
    "rpo": "the data that may be lost",
    "uptime": "availability",
}


@rule(
    "targets",
    Severity.MUST_FIX,
    "Continuity is judged by how soon care goes on, and by what people do until then.",
)
def targets_incomplete(_template: Template, answers: Answers) -> Iterator[Told]:
    """A service lacks a recovery target, or a role a procedure."""
    for row in rows(answers, "continuity.targets"):
        empty = next((one for one in ("rto", "rpo", "uptime") if not row.text(one)), "")
        if empty:
            message = f"{_named(row, 'service')} has no target for {_TARGETS[empty]}."
            yield row.at(empty), message
    for row in rows(answers, "continuity.downtime_mode"):
        if not row.text("procedure"):
            message = f"Nothing says what {_named(row, 'role')} does while it is down."
            yield row.at("procedure"), message


@rule(
    "no-rehearsal",
    Severity.MUST_FIX,
    "They believe a plan that was rehearsed with them, and a date is the promise of it.",
)
def no_joint_date(_template: Template, answers: Answers) -> Iterator[Told]:
    """No scenario is rehearsed together on a date that is still to come when they decide."""
    told = list(rows(answers, "continuity.scenarios"))
    today = date_at(answers, "deal.decision_date") or date_at(answers, "deal.start_date")
    dates = [one for row in told if (one := row.day("exercise_date"))]
    if told and not any(today is None or one > today for one in dates):
        yield "continuity.scenarios", "No scenario has a rehearsal on a date after their decision."


def _named(row: Row, column: str) -> str:
    return f'"{row.text(column) or "a row without a name"}"'
