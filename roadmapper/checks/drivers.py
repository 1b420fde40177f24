"""What is wrong with a driver or a cost: what is claimed as money, by whom, how often."""

import re
from collections.abc import Iterator, Mapping

from roadmapper.checks.reading import Row, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Severity
from roadmapper.template.model import Template

DRIVERS = "value.drivers"
HARD = frozenset({"cash-releasing", "revenue", "capacity", "avoided cost"})
_TOLD = ("driver", "metric", "unit")
_DEATHS = re.compile(
    r"\b(mortality|deaths?|dying|fatal\w*|lives (saved|lost)|saved lives|life years?|qalys?)\b"
)
_TIME = re.compile(r"\b(minutes?|hours?|time saved)\b")
_USUAL = 20
"""Percent of saved time that usually becomes money, at most."""
_LABELS = {
    "improvement": "Improvement",
    "volume": "Volume a year",
    "unit_value": "Worth of one unit",
    "realization": "Counts as money",
    "likely": "Likely",
    "timing": "How often",
}
_COUNTED_WITH = re.compile(r"value\.driver\.([a-z0-9-]+)\.likely\.with\.([a-z0-9-]+)")


@rule(
    "deaths",
    Severity.MUST_FIX,
    "No committee that guards patients will sign a price on a life. "
    "Show it as soft value, beside the money.",
)
def deaths_as_money(_template: Template, answers: Answers) -> Iterator[Told]:
    """Deaths avoided are never money, whatever they are called."""
    told = [(row, row.words(*_TOLD), "unit_value") for row in rows(answers, DRIVERS)]
    told += [(row, row.words("event"), "price") for row in rows(answers, "pricing.outcomes")]
    for row, words, column in told:
        if _DEATHS.search(words) and row.number(column):
            yield (
                row.at(column),
                f"Deaths avoided are never money: take the amount out of {_name(row)}.",
            )


@rule(
    "cost-order",
    Severity.SHOULD_FIX,
    "A range that runs backward cannot be drawn from, so this cost would be left out.",
)
def costs_in_order(_template: Template, answers: Answers) -> Iterator[Told]:
    """A cost whose low, likely and high are not in rising order is not counted."""
    for row in rows(answers, "value.costs"):
        told = [row.number(one) for one in ("low", "likely", "high")]
        known = [one for one in told if one is not None]
        if known != sorted(known):
            yield (
                row.at("low"),
                f'Low, likely and high of "{row.text("item")}" are not in rising order.',
            )


@rule(
    "no-cost",
    Severity.SHOULD_FIX,
    "A cost that is left out makes their net look better than it is.",
)
def incomplete_costs(_template: Template, answers: Answers) -> Iterator[Told]:
    """A cost without a likely amount, or of which nobody said how often it comes, is left out."""
    for row in rows(answers, "value.costs"):
        told = {"likely": row.number("likely") is not None, "timing": bool(row.text("timing"))}
        empty = next((one for one in told if not told[one]), "")
        if empty:
            yield (
                row.at(empty),
                (
                    f'"{row.text("item") or "A row without a name"}" is not counted as a cost, '
                    f'because "{_LABELS[empty]}" is empty.'
                ),
            )


@rule(
    "no-amount",
    Severity.SHOULD_FIX,
    "Improvement, volume, worth of one unit and the share that counts are multiplied.",
)
def incomplete_drivers(_template: Template, answers: Answers) -> Iterator[Told]:
    """A driver that should be money, but lacks a number, carries no amount."""
    for row in rows(answers, DRIVERS):
        if row.text("class") not in HARD:
            continue
        counted = row.text("shape") == "counts"
        told = {"improvement": counted or answers.value(row.at("improvement")) is not None}
        told |= {one: bool(row.text(one)) for one in ("volume", "unit_value", "realization")}
        empty = next((one for one in told if not told[one]), "")
        if empty:
            yield (
                row.at(empty),
                f'{_name(row)} carries no amount, because "{_LABELS[empty]}" is empty.',
            )


@rule(
    "counts",
    Severity.SHOULD_FIX,
    "In how many cases it was seen, out of how many: the first is not above the second.",
)
def counted_in_a_study(_template: Template, answers: Answers) -> Iterator[Told]:
    """A rate that was counted needs both counts, and cannot be above one."""
    for row in rows(answers, DRIVERS):
        if row.text("shape") != "counts":
            continue
        seen, seen_in = row.number("seen"), row.number("seen_in")
        if seen is None or seen_in is None or not 0 <= seen <= seen_in or not seen_in:
            yield (
                row.at("seen"),
                (
                    f"{_name(row)} is a rate counted in a study, but the two counts do not make a "
                    "rate."
                ),
            )


@rule("no-owner", Severity.MUST_FIX, "A saving that belongs to nobody is saved by nobody.")
def no_owner(_template: Template, answers: Answers) -> Iterator[Told]:
    """A driver of money nobody on their side answers for."""
    for row in rows(answers, DRIVERS):
        if row.text("class") in HARD and not row.text("owner"):
            yield row.at("owner"), f"{_name(row)} has no owner on their side."


@rule(
    "time-as-money",
    Severity.SHOULD_FIX,
    "Time becomes money only where somebody uses it, and few budgets fall by it.",
)
def time_as_money(_template: Template, answers: Answers) -> Iterator[Told]:
    """More of saved time is counted as money than usually becomes money."""
    for row in rows(answers, DRIVERS):
        share = row.number("realization")
        is_time = _TIME.search(row.words("unit")) and row.text("class") in HARD
        if is_time and share is not None and share > _USUAL:
            yield (
                row.at("realization"),
                f"{_name(row)} counts {share:f}% of saved time as money; up to {_USUAL}% is usual.",
            )


@rule(
    "chain",
    Severity.MUST_FIX,
    "Time saved, burnout and turnover are one chain, and only its largest link counts. "
    "Say which link it is, or why it is not counted twice.",
)
def counted_once(
    _template: Template, answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Told]:
    """Drivers of one chain are counted once; where nobody said they are one, a person looks."""
    for name in figures:
        found = _COUNTED_WITH.fullmatch(name)
        row = Row(answers, f"{DRIVERS}[{found[1]}]") if found else None
        if found is None or row is None or row.text("chain"):
            continue
        other = Row(answers, f"{DRIVERS}[{found[2]}]")
        yield row.at("chain"), f"{_name(row)} is not added: it is counted with {_name(other)}."


def _name(row: Row) -> str:
    """Return a driver by its name."""
    return f'"{row.text("driver") or row.text("event") or "a row without a name"}"'
