"""What is wrong with the measures that are paid: targets, thresholds, tiers, sources."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from roadmapper.checks.pricing import AT_RISK, KPIS, named
from roadmapper.checks.reading import Row, agreed, rows, tiers
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template


@rule(
    "no-way",
    Severity.MUST_FIX,
    "What is paid follows the way from today to the target, and here there is none.",
)
def target_is_today(_template: Template, answers: Answers) -> Iterator[Told]:
    """A target that is today's value leaves no way to measure."""
    for row in rows(answers, KPIS):
        target, today = row.number("target"), row.number("baseline")
        if target is not None and target == today:
            yield row.at("target"), f"The target of {named(row)} is the same as today."


@rule(
    "threshold",
    Severity.MUST_FIX,
    "A threshold on the wrong side pays for a result that got worse, or never pays.",
)
def threshold_side(_template: Template, answers: Answers) -> Iterator[Told]:
    """The value past which nothing is earned lies between today and the target."""
    for row in rows(answers, KPIS):
        target, today = row.number("target"), row.number("baseline")
        threshold = row.number("threshold")
        if target is None or threshold is None or target == today:
            continue
        message = _wrong_side(row, target, today, threshold)
        if message:
            yield row.at("threshold"), message


def _wrong_side(row: Row, target: Decimal, today: Decimal | None, threshold: Decimal) -> str:
    if today is None:
        same = target == threshold
        reason = "are the same number, so nobody can tell whether more or less is better"
        return f"Target and threshold of {named(row)} {reason}." if same else ""
    if (threshold - target) * (target - today) > 0:
        return f"The threshold of {named(row)} lies past its target."
    if (threshold - today) * (target - today) < 0:
        return f"The threshold of {named(row)} is worse than today."
    return ""


def incomplete_measures(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A measure without a weight or a target decides on nothing."""
    if not agreed(answers, AT_RISK):
        return
    for row in rows(answers, KPIS):
        if not row.text("measure"):
            continue
        empty = next((one for one in ("weight", "target") if not row.text(one)), "")
        if empty:
            yield Finding(
                f"no-{empty}",
                Severity.MUST_FIX,
                row.at(empty),
                f"{named(row)} has no {empty}, so nothing we are paid depends on it.",
                "What cannot be missed is no guarantee.",
            )


@rule(
    "no-expectation",
    Severity.SHOULD_FIX,
    "That is the careful side for them; it also hides what we may lose.",
)
def no_expectation(_template: Template, answers: Answers) -> Iterator[Told]:
    """A measure without an expected range counts as earned."""
    if not agreed(answers, AT_RISK):
        return
    for row in rows(answers, KPIS):
        if row.text("measure") and answers.value(row.at("expected")) is None:
            yield (
                row.at("expected"),
                f"Nothing says what we expect of {named(row)}, so it counts as earned in full.",
            )


@rule(
    "tiers",
    Severity.SHOULD_FIX,
    'Write how much of the way, then how much is earned: "80: 50, 100: 100".',
)
def tiers_read(_template: Template, answers: Answers) -> Iterator[Told]:
    """Tiers can be read, each begins further than the one before, and none pays less."""
    for row in rows(answers, KPIS):
        if row.text("payout") != "tiers":
            continue
        message = _wrong_tiers(row)
        if message:
            yield row.at("tiers"), message


def _wrong_tiers(row: Row) -> str:
    told = tiers(row.text("tiers"))
    if told is None:
        return f"The tiers of {named(row)} cannot be read."
    starts, parts = [one for one, _ in told], [part for _, part in told]
    if any(later <= before for before, later in pairwise(starts)):
        return f"The tiers of {named(row)} overlap: each must begin further than the one before."
    if parts != sorted(parts):
        return f"The tiers of {named(row)} fall: a better result would earn less."
    return ""


@rule("no-source", Severity.MUST_FIX, "Both sides must read the same number from the same place.")
def measure_without_source(_template: Template, answers: Answers) -> Iterator[Told]:
    """A measure that is paid does not say where its data come from."""
    if not agreed(answers, AT_RISK):
        return
    for row in rows(answers, KPIS):
        if row.text("measure") and not row.text("data_source"):
            yield (
                row.at("data_source"),
                f'Nothing says where the data of "{row.text("measure")}" come from.',
            )
