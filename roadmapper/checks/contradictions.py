"""What is said in one place and said otherwise in another."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from roadmapper.checks.reading import amount, plain, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.workforce import EVERYBODY
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Finding, Severity
from roadmapper.template.kinds import number
from roadmapper.template.model import Template

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_AT_RISK = re.compile(
    r"(\d+(?:\.\d+)?)\s?(?:%|percent)[^.;%]{0,40}\bat risk\b"
    r"|\bat risk\b[^.;%\d]{0,20}(\d+(?:\.\d+)?)\s?(?:%|percent)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\$\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(thousand|million|k|m)\b)?", re.IGNORECASE)
_TIMES = {"thousand": 1000, "k": 1000, "million": 1_000_000, "m": 1_000_000, "": 1}
_PRICED = ("pricing.", "value.costs", "value.budgeted_savings", "workforce.backfill")
_WORD = re.compile(r"[a-z]{4,}")
_VAGUE = frozenset({"registered", "certified", "chief", "among", "above", "team", "staff", "users"})
_ROUNDING = Decimal("1.01")
_SAME = (
    ("target", "workforce.metrics", "measure", "target"),
    ("baseline", "value.drivers", "driver", "baseline"),
    ("threshold", "pricing.quality_gate", "measure", "threshold"),
)
"""What a guaranteed measure says, and where a measure of that name says it again."""


def measure_said_twice(_template: Template, answers: Answers) -> Iterator[Finding]:
    """One measure has another number here than there."""
    for kpi in rows(answers, "pricing.kpis"):
        name = kpi.words("measure").strip()
        for column, table, named, again in _SAME:
            for row in rows(answers, table):
                here, there = kpi.number(column), _first_number(row.text(again))
                same = name and row.words(named).strip() == name
                if same and here is not None and there is not None and here != there:
                    message = (
                        f'The {column} of "{kpi.text("measure")}" is {plain(here)} in the pricing '
                        f"and {plain(there)} here."
                    )
                    yield _contradiction("two-numbers", row.at(again), message)


def targets_said_twice(_template: Template, answers: Answers) -> Iterator[Finding]:
    """One measure stands twice in a table, with two targets."""
    for table in ("pricing.kpis", "workforce.metrics"):
        for one, other in combinations(rows(answers, table), 2):
            name, told = one.words("measure").strip(), _first_number(one.text("target"))
            again = _first_number(other.text("target"))
            same = name and name == other.words("measure").strip()
            if same and told is not None and again is not None and told != again:
                message = (
                    f'"{other.text("measure")}" has the target {plain(again)} here, and '
                    f"{plain(told)} above."
                )
                yield _contradiction("two-targets", other.at("target"), message)


def part_at_risk(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A text names another part of the fee at risk than the pricing."""
    agreed = amount(answers, "pricing.at_risk_pct")
    if agreed is None:
        return
    for path, text in _texts(answers):
        for found in _AT_RISK.finditer(text) if "at risk" in text.casefold() else ():
            told = number(found[1] or found[2])
            if told is not None and told != agreed:
                message = f"{plain(told)}% is at risk here, and {plain(agreed)}% in the pricing."
                yield _contradiction("risk-part", path, message)


def trained_above_headcount(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A tier of training has more people than all groups together."""
    counts = [row.number("head_count") for row in rows(answers, "workforce.groups")]
    people = sum((one for one in counts if one is not None), Decimal(0))
    if not counts or None in counts:
        return
    for row in rows(answers, "workforce.training"):
        told = row.number("people")
        if told is not None and told > people:
            message = (
                f'"{row.text("tier")}" trains {plain(told)} people; the groups affected are '
                f"{plain(people)}."
            )
            yield _contradiction("trained-people", row.at("people"), message)


def backfill_above_training(_template: Template, answers: Answers) -> Iterator[Finding]:
    """More hours are covered than are trained."""
    tiers = list(rows(answers, "workforce.training"))
    told = [(row.number("people"), row.number("hours")) for row in tiers]
    trained = sum((a * b for a, b in told if a is not None and b is not None), Decimal(0))
    covered = [row.number("hours") for row in rows(answers, "workforce.backfill")]
    hours = sum((one for one in covered if one is not None), Decimal(0))
    if tiers and not any(None in one for one in told) and hours > trained * _ROUNDING:
        message = (
            f"Backfill covers {plain(hours)} hours, and training takes "
            f"{plain(trained.quantize(Decimal(1)))}."
        )
        yield _contradiction("trained-hours", "workforce.backfill", message)


def users_untrained(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Some users are in no tier of training."""
    trained = [row.text("roles") for row in rows(answers, "workforce.training")]
    if not any(trained) or any(map(EVERYBODY.search, trained)):
        return
    words = set().union(*map(_words, trained))
    for row in rows(answers, "solution.users"):
        told = _words(row.text("role"))
        if told and told.isdisjoint(words):
            message = f'"{row.text("role")}" use it, and are in no tier of training.'
            yield _contradiction("untrained", row.at("role"), message)


def more_in_waves(_template: Template, answers: Answers) -> Iterator[Finding]:
    """The waves have more users than there are."""
    users = [row.number("headcount") for row in rows(answers, "solution.users")]
    waves = [row.number("users") for row in rows(answers, "deploy.waves")]
    there = sum((one for one in users if one is not None), Decimal(0))
    going = sum((one for one in waves if one is not None), Decimal(0))
    if users and None not in users and going > there:
        message = f"The waves have {plain(going)} users together; there are {plain(there)}."
        yield _contradiction("wave-users", "deploy.waves", message)


@rule(
    "displacement",
    Severity.MUST_FIX,
    "Nurses read both pages; a promise that a budget breaks is worse than none.",
)
def roles_promised_and_saved(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nobody is to lose a role, and savings in positions are planned."""
    promised = any(
        row.text("concern") == "replacement" and row.text("promise")
        for row in rows(answers, "workforce.commitments")
    )
    if not promised:
        return
    for row in rows(answers, "value.budgeted_savings"):
        planned = row.number("fte")
        if planned is not None and planned > 0:
            yield (
                row.at("fte"),
                (
                    f"Nobody loses a role, we promise, and {plain(planned)} positions are saved in "
                    "their budget."
                ),
            )
    if answers.text("value.fte_policy") == "head-count reduction":
        yield (
            "value.fte_policy",
            "Nobody loses a role, we promise, and freed time is to reduce head count.",
        )


def money_not_priced(
    _template: Template, answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Finding]:
    """The roadmap names an amount that the pricing does not know."""
    told = [
        (path, text)
        for path, text in _texts(answers)
        if path.startswith("roadmap.") and "$" in text
    ]
    if not told or not answers.is_told("pricing.base_fee"):
        return
    known = {one.value for one in figures.values()} | _priced(answers)
    for path, text in told:
        for found in _MONEY.finditer(text):
            value = Decimal(found[1].replace(",", "")) * _TIMES[(found[2] or "").casefold()]
            if value not in known:
                message = f"{found[0].strip()} stands in the roadmap, and nowhere in the pricing."
                yield _contradiction("unpriced", path, message)


def _priced(answers: Answers) -> set[Decimal]:
    """Return every amount that the pricing, the costs and the cover name."""
    known: set[Decimal] = set()
    for path, value in answers.items():
        if path.startswith(_PRICED) and isinstance(value, str | tuple):
            text = value if isinstance(value, str) else " ".join(value)
            known |= {Decimal(one.replace(",", "")) for one in _NUMBER.findall(text)}
    for row in rows(answers, "pricing.base_fee"):
        count, price = row.number("quantity"), row.number("price")
        if count is not None and price is not None:
            known.add(count * price)
    return known


def _contradiction(check: str, path: str, message: str) -> Finding:
    why = "A reader who finds two answers believes neither."
    return Finding(check, Severity.SHOULD_FIX, path, message, why)


def _texts(answers: Answers) -> Iterator[tuple[str, str]]:
    for path, value in answers.items():
        if isinstance(value, str) and not path.startswith("_"):
            yield path, value


def _first_number(text: str) -> Decimal | None:
    """Return the number a text states, None if it states none or several."""
    found = _NUMBER.findall(text)
    return number(found[0]) if len(found) == 1 or text[:1].isdigit() else None


def _words(role: str) -> set[str]:
    """Return the words that tell a role from others, in the singular."""
    told = _WORD.findall(role.casefold())
    return {one.removesuffix("s") for one in told if one not in _VAGUE}
