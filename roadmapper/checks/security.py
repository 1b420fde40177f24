"""Whether what security asks first is answered: attestations, agreement, data, controls."""

from collections.abc import Iterator
from datetime import date

from roadmapper.checks.reading import (
    Row,
    chosen,
    date_at,
    rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

_SHARED = ("model training", "sharing with others")


@rule(
    "no-attestation",
    Severity.MUST_FIX,
    "Their security office reads scope and date first, and then nothing else.",
)
def nothing_attested(_template: Template, answers: Answers) -> Iterator[Told]:
    """No attestation is in scope and in date when they decide."""
    told = list(rows(answers, "security.attestations"))
    today = date_at(answers, "deal.decision_date") or date_at(answers, "deal.start_date")
    if told and not any(
        _holds(row) and row.day("expiry") and not _expired(row, today) for row in told
    ):
        yield (
            "security.attestations",
            "No attestation is in scope and still in date when they decide.",
        )


@rule("overdue", Severity.MUST_FIX, "An attestation out of date is none.")
def attestation_overdue(_template: Template, answers: Answers) -> Iterator[Told]:
    """An attestation expires before they decide."""
    today = date_at(answers, "deal.decision_date") or date_at(answers, "deal.start_date")
    for row in rows(answers, "security.attestations"):
        if _holds(row) and _expired(row, today):
            yield row.at("expiry"), f"{_named(row, 'kind')} expires before they decide."


@rule(
    "baa",
    Severity.MUST_FIX,
    "Without it nobody may touch their data, so every later date waits for it.",
)
def agreement_not_begun(_template: Template, answers: Answers) -> Iterator[Told]:
    """The business associate agreement is not begun."""
    if answers.text("security.baa") == "not started":
        yield "security.baa", "The business associate agreement is not started."


@rule(
    "data-sharing",
    Severity.MUST_FIX,
    "It is what they ask of data first, and a plain no is an answer.",
)
def sharing_untold(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nothing says whether data train models or go to others."""
    told = [row for row in rows(answers, "security.data_rights") if row.has("allowed")]
    if told and not any(row.text("use") in _SHARED for row in told):
        yield (
            "security.data_rights",
            "Nothing says whether data train models or are shared with others.",
        )


@rule(
    "information-security",
    Severity.MUST_FIX,
    "Data sharing and information security are one criterion; half of it does not pass.",
)
def controls_untold(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nothing says how information is secured: no test, no goals, no framework."""
    tables = ("security.pentest", "security.cpg_status")
    if not any(map(answers.is_told, tables)) and not chosen(answers, "security.frameworks"):
        yield (
            "security.pentest",
            "Nothing says how information is secured: no test, no goal met, no framework.",
        )


def _holds(row: Row) -> bool:
    return row.text("state") == "attested" and row.ticked("in_scope")


def _expired(row: Row, today: date | None) -> bool:
    expiry = row.day("expiry")
    return expiry is not None and today is not None and expiry < today


def _named(row: Row, column: str) -> str:
    return f'"{row.text(column) or "a row without a name"}"'
