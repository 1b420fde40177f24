"""What is wrong with the measures, fees and limits of an agreement."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from roadmapper.checks.reading import Row, agreed, amount, plain, rows, tiers
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

KPIS = "pricing.kpis"
AT_RISK = "fees at risk / performance guarantee"
ONE_SIDED, TWO_SIDED = "gain share one-sided", "gain share two-sided"
_BY_RESULT = (ONE_SIDED, TWO_SIDED, "outcome price per event", "milestone holdback")
_NEEDED = {
    ONE_SIDED: "pricing.gain_share",
    TWO_SIDED: "pricing.downside",
    "outcome price per event": "pricing.outcomes",
    "milestone holdback": "pricing.milestones",
    "SLA credits": "pricing.sla",
    "co-investment / royalty": "pricing.royalty",
}
_WHOLE = Decimal(100)


def target_is_today(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A target that is today's value leaves no way to measure."""
    for row in rows(answers, KPIS):
        target, today = row.number("target"), row.number("baseline")
        if target is not None and target == today:
            yield Finding(
                "no-way",
                Severity.MUST_FIX,
                row.at("target"),
                f"The target of {_name(row)} is the same as today.",
                "What is paid follows the way from today to the target, and here there is none.",
            )


def weights(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Weights of measures, and of milestones, make 100 together."""
    told = (
        (KPIS, "measures", agreed(answers, AT_RISK)),
        ("pricing.milestones", "milestones", agreed(answers, "milestone holdback")),
    )
    for path, what, is_agreed in told:
        found = [one for row in rows(answers, path) if (one := row.number("weight")) is not None]
        if is_agreed and found and sum(found) != _WHOLE:
            yield Finding(
                "weights",
                Severity.SHOULD_FIX,
                path,
                f"The weights of the {what} make {plain(sum(found, Decimal(0)))}, not 100.",
                "Each weight is a share of the same money; they should divide all of it, once.",
            )


def threshold_side(_template: Template, answers: Answers) -> Iterator[Finding]:
    """The value past which nothing is earned lies between today and the target."""
    for row in rows(answers, KPIS):
        target, today = row.number("target"), row.number("baseline")
        threshold = row.number("threshold")
        if target is None or threshold is None or target == today:
            continue
        message = _wrong_side(row, target, today, threshold)
        if message:
            yield Finding(
                "threshold",
                Severity.SHOULD_FIX,
                row.at("threshold"),
                message,
                "A threshold on the wrong side pays for a result that got worse, or never pays.",
            )


def _wrong_side(row: Row, target: Decimal, today: Decimal | None, threshold: Decimal) -> str:
    if today is None:
        same = target == threshold
        reason = "are the same number, so nobody can tell whether more or less is better"
        return f"Target and threshold of {_name(row)} {reason}." if same else ""
    if (threshold - target) * (target - today) > 0:
        return f"The threshold of {_name(row)} lies past its target."
    if (threshold - today) * (target - today) < 0:
        return f"The threshold of {_name(row)} is worse than today."
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
                Severity.SHOULD_FIX,
                row.at(empty),
                f"{_name(row)} has no {empty}, so nothing we are paid depends on it.",
                "What cannot be missed is no guarantee.",
            )


def no_expectation(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A measure without an expected range counts as earned."""
    if not agreed(answers, AT_RISK):
        return
    for row in rows(answers, KPIS):
        if row.text("measure") and answers.value(row.at("expected")) is None:
            yield Finding(
                "no-expectation",
                Severity.SHOULD_FIX,
                row.at("expected"),
                f"Nothing says what we expect of {_name(row)}, so it counts as earned in full.",
                "That is the careful side for them; it also hides what we may lose.",
            )


def tiers_read(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Tiers can be read, each begins further than the one before, and none pays less."""
    for row in rows(answers, KPIS):
        if row.text("payout") != "tiers":
            continue
        message = _wrong_tiers(row)
        if message:
            yield Finding(
                "tiers",
                Severity.SHOULD_FIX,
                row.at("tiers"),
                message,
                'Write how much of the way, then how much is earned: "80: 50, 100: 100".',
            )


def _wrong_tiers(row: Row) -> str:
    told = tiers(row.text("tiers"))
    if told is None:
        return f"The tiers of {_name(row)} cannot be read."
    starts, parts = [one for one, _ in told], [part for _, part in told]
    if any(later <= before for before, later in pairwise(starts)):
        return f"The tiers of {_name(row)} overlap: each must begin further than the one before."
    if parts != sorted(parts):
        return f"The tiers of {_name(row)} fall: a better result would earn less."
    return ""


def collar_crossed(_template: Template, answers: Answers) -> Iterator[Finding]:
    """The least of a year is not above the most of it."""
    for row in rows(answers, "pricing.collar"):
        floor, ceiling = row.number("floor"), row.number("ceiling")
        if floor is not None and ceiling is not None and floor > ceiling:
            yield Finding(
                "collar",
                Severity.MUST_FIX,
                row.at("floor"),
                f"The least they pay, {plain(floor)}%, is above the most, {plain(ceiling)}%.",
                "No payment can keep both limits.",
            )


def gain_without_amount(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A gain share needs the amount savings are counted against."""
    if not agreed(answers, ONE_SIDED, TWO_SIDED):
        return
    for row in rows(answers, "pricing.gain_share"):
        if row.number("benchmark") is None:
            yield Finding(
                "no-benchmark",
                Severity.SHOULD_FIX,
                row.at("benchmark"),
                "The gain share has no yearly amount to count savings against.",
                "Savings are a share of that amount; without it no gain can be worked out.",
            )


def loss_without_limit(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Our part in a shortfall has a limit."""
    if not agreed(answers, TWO_SIDED):
        return
    for row in rows(answers, "pricing.downside"):
        if row.number("cap") is None and row.number("cap_share") is None:
            yield Finding(
                "no-loss-cap",
                Severity.SHOULD_FIX,
                row.at("cap"),
                "Our part in a shortfall has no limit.",
                "One bad year could then cost more than we can pay, and a promise nobody can "
                "keep protects nobody.",
            )


def nothing_at_risk(_template: Template, answers: Answers) -> Iterator[Finding]:
    """No part of the pay waits for a result."""
    if answers.value("pricing.structure") is None or agreed(answers, *_BY_RESULT):
        return
    if not agreed(answers, AT_RISK) or amount(answers, "pricing.at_risk_pct") == 0:
        yield Finding(
            "nothing-at-risk",
            Severity.SHOULD_FIX,
            "pricing.at_risk_pct" if agreed(answers, AT_RISK) else "pricing.structure",
            "No fee is at risk. This is a price, not a shared-risk proposal.",
            "Finance leaders ask informatics leaders for partners who lose something when the "
            "result does not come.",
        )


def agreed_without_terms(template: Template, answers: Answers) -> Iterator[Finding]:
    """What the agreement contains has its terms."""
    asked = template.find("pricing.structure")
    for structure, path in _NEEDED.items():
        if agreed(answers, structure) and not any(rows(answers, path)):
            option = asked.option(structure) if asked else None
            named = option.text if option else structure
            yield Finding(
                "no-terms",
                Severity.SHOULD_FIX,
                path,
                f"The agreement contains {named}, but not its terms.",
                "An element without numbers counts as nothing, on either side.",
            )


def bands_overlap(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Bands of one service level lie beside one another, each the right way round."""
    told = [(row, *_band(row)) for row in rows(answers, "pricing.sla") if row.text("band_from")]
    why = "One month may end in one band only, so that one credit follows."
    for row, upper, lower in told:
        if lower >= upper:
            message = f"The band of {_name(row)} from {plain(upper)}% runs upward."
            yield Finding("bands", Severity.SHOULD_FIX, row.at("band_to"), message, why)
    for (row, upper, lower), (other, high, low) in combinations(told, 2):
        same = row.text("measure").casefold() == other.text("measure").casefold()
        if same and max(lower, low) < min(upper, high):
            message = (
                f"Two bands of {_name(other)} overlap between {plain(max(lower, low))}% and "
                f"{plain(min(upper, high))}%."
            )
            yield Finding("bands", Severity.SHOULD_FIX, other.at("band_from"), message, why)


def _band(row: Row) -> tuple[Decimal, Decimal]:
    upper, lower = row.number("band_from"), row.number("band_to")
    return (_WHOLE if upper is None else upper, Decimal(0) if lower is None else lower)


def _name(row: Row) -> str:
    """Return a measure by its name."""
    return f'"{row.text("measure") or "a row without a name"}"'
