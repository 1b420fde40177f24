"""What we commit to: models, choices, continuity, connections, security."""

import re
from collections.abc import Iterator
from datetime import date

from roadmapper.checks.reading import Row, chosen, date_at, given_rows, rows
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

_QUESTIONS = "transparency.four_questions"
_DECIDED = {
    "how it is configured": re.compile(
        r"set-?up|config|templat|cut-off|threshold|setting|alert", re.IGNORECASE
    ),
    "the pilot": re.compile(r"pilot|silen|\bsites?\b|\bunits?\b", re.IGNORECASE),
    "scaling": re.compile(r"scal|\bpace\b|\bwaves?\b|rollout", re.IGNORECASE),
}
_NO_WRITING = ("", "none")
_SHARED = ("model training", "sharing with others")


def questions_open(template: Template, answers: Answers) -> Iterator[Finding]:
    """Some of the four questions about the models are answered, others are not."""
    question = template.find(_QUESTIONS)
    told = {row.path for row in given_rows(template, answers, _QUESTIONS) if row.has("answer")}
    for row in question.fixed if question and told else ():
        path = f"{_QUESTIONS}[{row.id}]"
        if path not in told:
            yield Finding(
                "question-open",
                Severity.SHOULD_FIX,
                f"{path}.answer",
                f'"{row.label}" is not answered yet.',
                "They ask the four questions of every model; one open answer reads as a secret.",
            )


def no_choice_of_hosting(_template: Template, answers: Answers) -> Iterator[Finding]:
    """There is no choice of hosting, and no reason why."""
    offered = chosen(answers, "deploy.hosting")
    if len(offered) < 2 and not answers.text("deploy.not_flexible").strip():  # noqa: PLR2004 - one is no choice
        yield Finding(
            "hosting",
            Severity.SHOULD_FIX,
            "deploy.hosting",
            "Fewer than two ways of hosting are offered, and nothing says why.",
            "Where they cannot choose, an honest reason counts; silence does not.",
        )


def decisions_open(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nobody says who decides on configuration, pilot or scaling."""
    told = [row for row in rows(answers, "deploy.choices") if row.has("who_decides")]
    topics = [f"{row.text('topic')} {row.text('options')}" for row in told]
    missing = [name for name, one in _DECIDED.items() if not any(map(one.search, topics))]
    if missing:
        yield Finding(
            "decision-rights",
            Severity.SHOULD_FIX,
            "deploy.choices",
            f"Nothing says who decides on {' and '.join(missing)}.",
            "Shared decisions on set-up, pilot and scale are how they tell a partner from a "
            "vendor.",
        )


def targets_incomplete(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A service lacks a recovery target, or a role a procedure."""
    why = "Continuity is judged by how soon care goes on, and by what people do until then."
    for row in rows(answers, "continuity.targets"):
        empty = next((one for one in ("rto", "rpo", "uptime") if not row.text(one)), "")
        if empty:
            message = f"{_named(row, 'service')} has no target for {_TARGETS[empty]}."
            yield Finding("targets", Severity.SHOULD_FIX, row.at(empty), message, why)
    for row in rows(answers, "continuity.downtime_mode"):
        if not row.text("procedure"):
            message = f"Nothing says what {_named(row, 'role')} does while it is down."
            yield Finding("targets", Severity.SHOULD_FIX, row.at("procedure"), message, why)


_TARGETS = {
    "rto": "the time until it is back",
    "rpo": "the data that may be lost",
    "uptime": "availability",
}


def no_joint_date(_template: Template, answers: Answers) -> Iterator[Finding]:
    """No scenario is rehearsed together on a date that is still to come when they decide."""
    told = list(rows(answers, "continuity.scenarios"))
    today = date_at(answers, "deal.decision_date") or date_at(answers, "deal.start_date")
    dates = [one for row in told if (one := row.day("exercise_date"))]
    if told and not any(today is None or one > today for one in dates):
        yield Finding(
            "no-rehearsal",
            Severity.SHOULD_FIX,
            "continuity.scenarios",
            "No scenario has a rehearsal on a date after their decision.",
            "They believe a plan that was rehearsed with them, and a date is the promise of it.",
        )


def connection_vague(_template: Template, answers: Answers) -> Iterator[Finding]:
    """No connection to the record says both its pattern and how far it is."""
    told = list(rows(answers, "deploy.integration"))
    if told and not any(row.has("pattern", "status") for row in told):
        yield Finding(
            "connection",
            Severity.SHOULD_FIX,
            "deploy.integration",
            "No connection to their EMR says how it works and whether it is live.",
            "Their team judges the burden of integration before anything else.",
        )


def no_governing_body(_template: Template, answers: Answers) -> Iterator[Finding]:
    """It writes to the record or gives advice in it, and no body of theirs is named."""
    writes = answers.text("deploy.write_back") not in _NO_WRITING
    hooks = any(row.text("pattern") == "CDS Hooks" for row in rows(answers, "deploy.integration"))
    named = answers.text("system.ai_governance").strip() or any(
        row.text("body") for row in rows(answers, "coalition.decision_steps")
    )
    if (writes or hooks) and not named:
        yield Finding(
            "no-body",
            Severity.POLISH,
            "system.ai_governance",
            "It writes to their record or gives advice in it, and no body of theirs is named.",
            "Order entry and decision support are governed there; somebody must approve it.",
        )


def effort_untold(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nothing says how many hours we ask of them."""
    told = rows(answers, "deploy.customer_effort")
    if not any(row.number("hours_before") is not None for row in told):
        yield Finding(
            "effort",
            Severity.SHOULD_FIX,
            "deploy.customer_effort",
            "Nothing says how many hours of work we ask of them.",
            "A tool is judged by its merit and by its burden; unknown burden counts as large.",
        )


def nothing_attested(_template: Template, answers: Answers) -> Iterator[Finding]:
    """No attestation is in scope and in date when they decide."""
    told = list(rows(answers, "security.attestations"))
    today = date_at(answers, "deal.decision_date") or date_at(answers, "deal.start_date")
    if told and not any(_holds(row) and not _expired(row, today) for row in told):
        yield Finding(
            "no-attestation",
            Severity.SHOULD_FIX,
            "security.attestations",
            "No attestation is in scope and still in date when they decide.",
            "Their security office reads scope and date first, and then nothing else.",
        )


def attestation_overdue(_template: Template, answers: Answers) -> Iterator[Finding]:
    """An attestation expires before they decide."""
    today = date_at(answers, "deal.decision_date") or date_at(answers, "deal.start_date")
    for row in rows(answers, "security.attestations"):
        if _holds(row) and _expired(row, today):
            yield Finding(
                "overdue",
                Severity.SHOULD_FIX,
                row.at("expiry"),
                f"{_named(row, 'kind')} expires before they decide.",
                "An attestation out of date is none.",
            )


def agreement_not_begun(_template: Template, answers: Answers) -> Iterator[Finding]:
    """The business associate agreement is not begun."""
    if answers.text("security.baa") == "not started":
        yield Finding(
            "baa",
            Severity.SHOULD_FIX,
            "security.baa",
            "The business associate agreement is not started.",
            "Without it nobody may touch their data, so every later date waits for it.",
        )


def sharing_untold(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nothing says whether data train models or go to others."""
    told = [row for row in rows(answers, "security.data_rights") if row.has("allowed")]
    if told and not any(row.text("use") in _SHARED for row in told):
        yield Finding(
            "data-sharing",
            Severity.SHOULD_FIX,
            "security.data_rights",
            "Nothing says whether data train models or are shared with others.",
            "It is what they ask of data first, and a plain no is an answer.",
        )


def controls_untold(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nothing says how information is secured: no test, no goals, no framework."""
    tables = ("security.pentest", "security.cpg_status")
    if not any(map(answers.is_told, tables)) and not chosen(answers, "security.frameworks"):
        yield Finding(
            "information-security",
            Severity.SHOULD_FIX,
            "security.pentest",
            "Nothing says how information is secured: no test, no goal met, no framework.",
            "Data sharing and information security are one criterion; half of it does not pass.",
        )


def _holds(row: Row) -> bool:
    return row.text("state") == "attested" and row.ticked("in_scope")


def _expired(row: Row, today: date | None) -> bool:
    expiry = row.day("expiry")
    return expiry is not None and today is not None and expiry < today


def _named(row: Row, column: str) -> str:
    return f'"{row.text(column) or "a row without a name"}"'
