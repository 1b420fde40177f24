"""Whether the value case as a whole is one that their finance will sign."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from roadmapper.checks.drivers import DRIVERS
from roadmapper.checks.reading import amount, plain, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Finding, Severity
from roadmapper.template.model import Template

_FINANCE = re.compile(r"\bcfo\b|financ|controller|treasur|revenue", re.IGNORECASE)
_TIME = re.compile(r"minute|hour|click|step|queue|\btime\b", re.IGNORECASE)
_MOST_BUDGETED = Decimal(50_000_000)
"""Large systems told of five to fifty million; what is below is usual and says nothing."""


@rule(
    "one-sided",
    Severity.MUST_FIX,
    "They look for efficiency on both sides; time moved from one to the other is none.",
)
def efficiency_one_sided(_template: Template, answers: Answers) -> Iterator[Told]:
    """Efficiency is stated for clinicians only, or for IT only."""
    functions = {row.text("function") for row in rows(answers, DRIVERS)}
    sides = {
        "clinical work": "clinical" in functions,
        "IT": "IT" in functions or answers.is_told("value.efficiency_it"),
    }
    missing = [name for name, is_there in sides.items() if not is_there]
    if functions - {""} and missing:
        yield (
            "value.efficiency_it" if missing == ["IT"] else DRIVERS,
            f"Nothing says what becomes easier for {' and '.join(missing)}.",
        )


@rule(
    "no-hard",
    Severity.MUST_FIX,
    "They want hard and soft returns side by side; relief alone pays no bill.",
)
def no_hard_value(_template: Template, answers: Answers) -> Iterator[Told]:
    """Everything that changes is relief, and nothing is money."""
    classes = [row.text("class") for row in rows(answers, DRIVERS) if row.text("class")]
    if classes and set(classes) == {"soft"}:
        yield DRIVERS, "No driver is hard value, such as cash released or cost avoided."


@rule(
    "no-soft",
    Severity.MUST_FIX,
    "They want hard and soft returns side by side; less burden is a result of its own.",
)
def no_soft_value(_template: Template, answers: Answers) -> Iterator[Told]:
    """Everything that changes is money, and nothing is relief."""
    classes = [row.text("class") for row in rows(answers, DRIVERS) if row.text("class")]
    if classes and "soft" not in classes:
        yield DRIVERS, "No driver is soft value, such as less burden or less frustration."


@rule(
    "no-coverage",
    Severity.MUST_FIX,
    "Their CFO has spent this money already and asks first how much of it comes.",
)
def budget_uncovered(
    _template: Template, answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Told]:
    """Savings are in their budget, and nothing shows how far these are covered."""
    planned = figures.get("value.budgeted")
    if planned and planned.value > 0 and "value.cash_likely" not in figures:
        yield (
            "value.budgeted_savings",
            (
                f"Their budget has planned ${planned.value:,.0f}, and no driver releases cash to "
                "cover it."
            ),
        )
    for row in rows(answers, "value.budgeted_savings"):
        if row.number("amount") is None and row.text("certainty") not in ("", "unknown"):
            yield row.at("amount"), "Savings stand in their budget, without an amount."


@rule(
    "budgeted",
    Severity.SHOULD_FIX,
    "What they have planned is as much as a whole year brings, so nothing of it is new "
    "money to them.",
)
def already_budgeted(
    _template: Template, _answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Told]:
    """Their budget has planned all of the value already."""
    planned, hard = figures.get("value.secured"), figures.get("value.hard_likely")
    if planned and hard and planned.value >= hard.value:
        yield "value.budgeted_savings", "This saving is already spent in their budget."


@rule(
    "budget-range",
    Severity.SHOULD_FIX,
    "Five to fifty million dollars were heard of; less is usual, more may be a slip.",
)
def budget_out_of_range(_template: Template, answers: Answers) -> Iterator[Told]:
    """More is planned in the budget of a year than was ever heard of."""
    years: dict[str, Decimal] = {}
    for row in rows(answers, "value.budgeted_savings"):
        year, before = row.words("fiscal_year"), years.get(row.words("fiscal_year"), Decimal(0))
        years[year] = before + (row.number("amount") or 0)
        if before <= _MOST_BUDGETED < years[year]:
            yield (
                row.at("amount"),
                f"${plain(years[year])} of planned savings is more than the examples known to us.",
            )


@rule(
    "no-attribution",
    Severity.MUST_FIX,
    "Finance asks what would have happened anyway, and pays for the difference only.",
)
def no_attribution(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nothing says how anybody will know that a result came from this."""
    if answers.is_told(DRIVERS) and not answers.text("value.attribution"):
        yield "value.attribution", "Nothing says how we will know that a change came from this."


@rule(
    "no-finance-owner",
    Severity.MUST_FIX,
    "A saving that finance did not sign is a saving finance will dispute.",
)
def no_finance_owner(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nobody who answers for money owns a driver or checks the benefits."""
    owners = [row.text("owner") for row in rows(answers, DRIVERS)]
    checks = [row.text("a") for row in rows(answers, "coalition.raci")]
    if any(owners) and not any(map(_FINANCE.search, (*owners, *checks))):
        yield DRIVERS, "Nobody who answers for money owns a driver or checks the benefits."


@rule(
    "areas",
    Severity.SHOULD_FIX,
    "The CMIO answers for improvements in care, in workflow and in operations.",
)
def outcomes_in_one_area(_template: Template, answers: Answers) -> Iterator[Told]:
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
        yield DRIVERS, f"No measured outcome lies in {' or '.join(missing)}."


_WHOLE = {
    "value.seed": (
        "The number the draws begin with must be a whole number.",
        "With another one, the results could not be repeated.",
    ),
    "deal.term_years": (
        "The contract term must be whole years.",
        "Fees, value and settlement are counted year by year.",
    ),
}


def whole_numbers(template: Template, answers: Answers) -> Iterator[Finding]:
    """Draws begin with a whole number, and a contract runs for whole years."""
    for path, (message, reason) in _WHOLE.items():
        told = amount(answers, path)
        if told is not None and told != told.to_integral_value() and template.find(path):
            yield Finding("whole", Severity.SHOULD_FIX, path, message, reason)
