"""What the value case and the risk are worth to finance: owners, attribution, sources, windows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from roadmapper.checks.pricing import AT_RISK, KPIS
from roadmapper.checks.reading import agreed, plain, rows
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

DRIVERS = "value.drivers"
_FINANCE = re.compile(r"\bcfo\b|financ|controller|revenue|\bcoo\b", re.IGNORECASE)
_TIME = re.compile(r"minute|hour|click|step|queue|\btime\b", re.IGNORECASE)
_MOST_BUDGETED = Decimal(50_000_000)


def efficiency_one_sided(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Efficiency is stated for clinicians only, or for IT only."""
    functions = {row.text("function") for row in rows(answers, DRIVERS)}
    sides = {
        "clinical work": "clinical" in functions,
        "IT": "IT" in functions or answers.is_told("value.efficiency_it"),
    }
    missing = [name for name, is_there in sides.items() if not is_there]
    if functions - {""} and missing:
        yield Finding(
            "one-sided",
            Severity.SHOULD_FIX,
            "value.efficiency_it" if missing == ["IT"] else DRIVERS,
            f"Nothing says what becomes easier for {' and '.join(missing)}.",
            "They look for efficiency on both sides; time moved from one to the other is none.",
        )


def no_hard_value(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Everything that changes is relief, and nothing is money."""
    classes = [row.text("class") for row in rows(answers, DRIVERS) if row.text("class")]
    if classes and set(classes) == {"soft"}:
        yield Finding(
            "no-hard",
            Severity.SHOULD_FIX,
            DRIVERS,
            "No driver is hard value, such as cash released or cost avoided.",
            "They want hard and soft returns side by side; relief alone pays no bill.",
        )


def budget_out_of_range(_template: Template, answers: Answers) -> Iterator[Finding]:
    """More is planned in a budget than was ever heard of."""
    for row in rows(answers, "value.budgeted_savings"):
        planned = row.number("amount")
        if planned is not None and planned > _MOST_BUDGETED:
            yield Finding(
                "budget-range",
                Severity.POLISH,
                row.at("amount"),
                f"${plain(planned)} of planned savings is more than the examples known to us.",
                "Five to fifty million dollars were heard of; less is usual, more may be a slip.",
            )


def no_attribution(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nothing says how anybody will know that a result came from this."""
    if answers.is_told(DRIVERS) and not answers.text("value.attribution"):
        yield Finding(
            "no-attribution",
            Severity.SHOULD_FIX,
            "value.attribution",
            "Nothing says how we will know that a change came from this.",
            "Finance asks what would have happened anyway, and pays for the difference only.",
        )


def no_finance_owner(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nobody who answers for money owns a driver or checks the benefits."""
    owners = [row.text("owner") for row in rows(answers, DRIVERS)]
    checks = [row.text("a") for row in rows(answers, "coalition.raci")]
    if any(owners) and not any(map(_FINANCE.search, (*owners, *checks))):
        yield Finding(
            "no-finance-owner",
            Severity.SHOULD_FIX,
            DRIVERS,
            "Nobody who answers for money owns a driver or checks the benefits.",
            "A saving that finance did not sign is a saving finance will dispute.",
        )


def outcomes_in_one_area(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Care, workflow and operations each have a measured outcome."""
    told = list(rows(answers, DRIVERS))
    functions = {row.text("function") for row in told}
    timed = any(_TIME.search(row.words("unit", "metric")) for row in told)
    areas = {
        "care": not functions.isdisjoint({"clinical", "patient"}),
        "workflow": timed or answers.is_told("solution.workflow_change"),
        "operations": not functions.isdisjoint({"IT", "finance"}),
    }
    missing = [name for name, is_there in areas.items() if not is_there]
    if told and missing:
        yield Finding(
            "areas",
            Severity.POLISH,
            DRIVERS,
            f"No measured outcome lies in {' or '.join(missing)}.",
            "The CMIO answers for improvements in care, in workflow and in operations.",
        )


def measure_without_source(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A measure that is paid does not say where its data come from."""
    if not agreed(answers, AT_RISK):
        return
    for row in rows(answers, KPIS):
        if row.text("measure") and not row.text("data_source"):
            yield Finding(
                "no-source",
                Severity.SHOULD_FIX,
                row.at("data_source"),
                f'Nothing says where the data of "{row.text("measure")}" come from.',
                "Both sides must read the same number from the same place.",
            )


def no_window(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A fee is at risk, and nothing says when results are measured and settled."""
    if agreed(answers, AT_RISK) and not answers.is_told("pricing.window"):
        yield Finding(
            "no-window",
            Severity.SHOULD_FIX,
            "pricing.window",
            "A fee is at risk, and nothing says when results are measured and settled.",
            "Without a window each side would pick the months that suit it.",
        )


def duty_not_measured(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A duty of theirs that could void the guarantee cannot be measured."""
    for row in rows(answers, "pricing.system_duties"):
        if row.text("duty") and not row.text("measure"):
            yield Finding(
                "duty",
                Severity.POLISH,
                row.at("measure"),
                f'Nothing says how "{row.text("duty")}" is measured.',
                "A duty nobody can measure is a way out for us, and they read it as one.",
            )
