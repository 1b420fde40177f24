"""What is wrong with the measures, fees and limits of an agreement."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from roadmapper.checks.reading import Row, agreed, amount, plain, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

KPIS = "pricing.kpis"
AT_RISK = "fees at risk / performance guarantee"
ONE_SIDED, TWO_SIDED = "gain share one-sided", "gain share two-sided"
_BY_RESULT = (ONE_SIDED, TWO_SIDED, "outcome price per event", "milestone holdback")
_SETTLED = (ONE_SIDED, TWO_SIDED, "outcome price per event")
_NEEDED = {
    ONE_SIDED: "pricing.gain_share",
    TWO_SIDED: "pricing.downside",
    "outcome price per event": "pricing.outcomes",
    "milestone holdback": "pricing.milestones",
    "SLA credits": "pricing.sla",
    "co-investment / royalty": "pricing.royalty",
}
_WHOLE = Decimal(100)
_MOST_DUTIES = 5


@rule(
    "weights",
    Severity.MUST_FIX,
    "Each weight is a share of the same money; they should divide all of it, once.",
)
def weights(_template: Template, answers: Answers) -> Iterator[Told]:
    """Weights of measures, and of milestones, make 100 together."""
    told = (
        (KPIS, "measures", agreed(answers, AT_RISK)),
        ("pricing.milestones", "milestones", agreed(answers, "milestone holdback")),
    )
    for path, what, is_agreed in told:
        found = [one for row in rows(answers, path) if (one := row.number("weight")) is not None]
        if is_agreed and found and sum(found) != _WHOLE:
            yield path, f"The weights of the {what} make {plain(sum(found, Decimal(0)))}, not 100."


@rule("collar", Severity.MUST_FIX, "No payment can keep both limits.")
def collar_crossed(_template: Template, answers: Answers) -> Iterator[Told]:
    """The least of a year is not above the most of it."""
    for row in rows(answers, "pricing.collar"):
        floor, ceiling = row.number("floor"), row.number("ceiling")
        if floor is not None and ceiling is not None and floor > ceiling:
            yield (
                row.at("floor"),
                f"The least they pay, {plain(floor)}%, is above the most, {plain(ceiling)}%.",
            )
    for row in rows(answers, "pricing.outcomes"):
        least, most = row.number("least"), row.number("most")
        if least is not None and most is not None and least > most:
            yield row.at("least"), f"The least, {plain(least)}, is above the most, {plain(most)}."


@rule("collar-risk", Severity.MUST_FIX, "Risk that the floor takes back again is no risk of ours.")
def floor_above_risk(_template: Template, answers: Answers) -> Iterator[Told]:
    """The least they pay leaves room for all of the fee that is at risk."""
    risk = amount(answers, "pricing.at_risk_pct")
    if risk is None or not agreed(answers, AT_RISK):
        return
    for row in rows(answers, "pricing.collar"):
        floor = row.number("floor")
        if floor is not None and floor + risk > _WHOLE:
            yield (
                row.at("floor"),
                (
                    f"The fee at risk is {plain(risk)}%, and they pay at least {plain(floor)}% of "
                    "the fee in any case."
                ),
            )


@rule(
    "no-benchmark",
    Severity.SHOULD_FIX,
    "Savings are a share of that amount; without it no gain can be worked out.",
)
def gain_without_amount(_template: Template, answers: Answers) -> Iterator[Told]:
    """A gain share needs the amount savings are counted against."""
    if not agreed(answers, ONE_SIDED, TWO_SIDED):
        return
    for row in rows(answers, "pricing.gain_share"):
        if row.number("benchmark") is None:
            yield (
                row.at("benchmark"),
                "The gain share has no yearly amount to count savings against.",
            )


@rule(
    "no-loss-cap",
    Severity.MUST_FIX,
    "One bad year could then cost more than we can pay, and a promise nobody can "
    "keep protects nobody.",
)
def loss_without_limit(_template: Template, answers: Answers) -> Iterator[Told]:
    """Our part in a shortfall has a limit."""
    if not agreed(answers, TWO_SIDED):
        return
    for row in rows(answers, "pricing.downside"):
        if row.number("cap") is None and row.number("cap_share") is None:
            yield row.at("cap"), "Our part in a shortfall has no limit."


@rule(
    "nothing-at-risk",
    Severity.MUST_FIX,
    "Finance leaders ask informatics leaders for partners who lose something when the "
    "result does not come.",
)
def nothing_at_risk(_template: Template, answers: Answers) -> Iterator[Told]:
    """No part of the pay waits for a result."""
    if answers.value("pricing.structure") is None or agreed(answers, *_BY_RESULT):
        return
    if not agreed(answers, AT_RISK) or amount(answers, "pricing.at_risk_pct") == 0:
        yield (
            "pricing.at_risk_pct" if agreed(answers, AT_RISK) else "pricing.structure",
            "No fee is at risk. This is a price, not a shared-risk proposal.",
        )


@rule(
    "no-terms", Severity.SHOULD_FIX, "An element without numbers counts as nothing, on either side."
)
def agreed_without_terms(template: Template, answers: Answers) -> Iterator[Told]:
    """What the agreement contains has its terms."""
    asked = template.find("pricing.structure")
    for structure, path in _NEEDED.items():
        if agreed(answers, structure) and not any(rows(answers, path)):
            option = asked.option(structure) if asked else None
            named = option.text if option else structure
            yield path, f"The agreement contains {named}, but not its terms."


@rule("bands", Severity.MUST_FIX, "One month may end in one band only, so that one credit follows.")
def bands_overlap(_template: Template, answers: Answers) -> Iterator[Told]:
    """Bands of one service level lie beside one another, each the right way round."""
    told = [(row, *_band(row)) for row in rows(answers, "pricing.sla") if row.text("band_from")]
    for row, upper, lower in told:
        if lower >= upper:
            message = f"The band of {named(row)} from {plain(upper)}% runs upward."
            yield row.at("band_to"), message
    for (row, upper, lower), (other, high, low) in combinations(told, 2):
        same = row.text("measure").casefold() == other.text("measure").casefold()
        if same and max(lower, low) < min(upper, high):
            message = (
                f"Two bands of {named(other)} overlap between {plain(max(lower, low))}% and "
                f"{plain(min(upper, high))}%."
            )
            yield other.at("band_from"), message


def _band(row: Row) -> tuple[Decimal, Decimal]:
    upper, lower = row.number("band_from"), row.number("band_to")
    return (_WHOLE if upper is None else upper, Decimal(0) if lower is None else lower)


def named(row: Row) -> str:
    """Return a measure by its name."""
    return f'"{row.text("measure") or "a row without a name"}"'


@rule(
    "no-window", Severity.MUST_FIX, "Without a window each side would pick the months that suit it."
)
def no_window(_template: Template, answers: Answers) -> Iterator[Told]:
    """Pay follows results, and nothing says when these are measured and settled."""
    if agreed(answers, AT_RISK, *_SETTLED) and not answers.is_told("pricing.window"):
        yield (
            "pricing.window",
            "Pay follows results, and nothing says when these are measured and settled.",
        )


@rule(
    "duty",
    Severity.SHOULD_FIX,
    "A duty nobody can measure is a way out for us, and they read it as one.",
)
def duty_not_measured(_template: Template, answers: Answers) -> Iterator[Told]:
    """A duty of theirs that could void the guarantee cannot be measured, or there are many."""
    told = list(rows(answers, "pricing.system_duties"))
    if len(told) > _MOST_DUTIES:
        message = f"{len(told)} duties of theirs could void the guarantee; five are the most."
        yield "pricing.system_duties", message
    for row in told:
        if row.text("duty") and not row.text("measure"):
            yield row.at("measure"), f'Nothing says how "{row.text("duty")}" is measured.'
