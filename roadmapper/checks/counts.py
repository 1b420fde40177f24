"""People, sites and hours that are counted in one table and counted otherwise in another."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from roadmapper.checks.contradictions import WHY
from roadmapper.checks.reading import Row, plain, rows
from roadmapper.checks.roles import is_everybody, is_trained, matched
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.said import hours, public_texts, stems
from roadmapper.checks.topic import counted
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

GROUPS, USERS, TRAINING = "workforce.groups", "solution.users", "workforce.training"
SIZE = "system.size"
WAVES, SUPERS = "deploy.waves", "workforce.superusers"
_ROUNDING = Decimal("1.01")
_SUPER = re.compile(r"\bsuper[- ]?users?\b", re.IGNORECASE)
_EACH = re.compile(
    r"\b(clinician|seat|user|provider|physician|nurse|prescriber)s?\b", re.IGNORECASE
)
_BED_MONTH = re.compile(r"\b(bed)s?\b.*\bmonth", re.IGNORECASE)
_OVER_TIME = re.compile(r"month|week|day|bed|visit", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:among|included in|part of)\b", re.IGNORECASE)
_COVER = re.compile(r"\bcover\b.*\b(?:learn|train|course)|^backfill", re.IGNORECASE)
_LASTS = re.compile(
    r"\btraining (?:before first use )?(?:is|takes|lasts) ([\w.]+[ -](?:minutes|hours))\b",
    re.IGNORECASE,
)
_NEARLY = Decimal("0.02")
_WAVE = re.compile(r"^\s*wave (\w+)\s*:?\s*", re.IGNORECASE)
_RATIO = re.compile(r"\s*1\s*(?::|to|in|per)\s*(\d+)\b")


@rule("trained-people", Severity.SHOULD_FIX, WHY)
def trained_above_headcount(_template: Template, answers: Answers) -> Iterator[Told]:
    """A tier of training has more people than there are."""
    groups = [(row.text("role"), row.number("head_count")) for row in rows(answers, GROUPS)]
    users = [(row.text("role"), row.number("headcount")) for row in rows(answers, USERS)]
    everybody = _total(count for _, count in groups)
    for row in rows(answers, TRAINING):
        told, most = row.number("people"), everybody
        if _SUPER.search(row.text("roles")):
            most = _total(one.number("superusers") for one in rows(answers, SUPERS)) or everybody
        elif re.match(r"users\b", row.words("roles")):
            most = _total(one.number("users") for one in rows(answers, WAVES)) or everybody
        elif not is_everybody(row.text("roles")):
            among = [_total(matched(row.text("roles"), one)) for one in (groups, users)]
            most = max((one for one in among if one), default=everybody)
        if told is not None and most and told > most:
            yield (
                row.at("people"),
                f'"{row.text("tier")}" trains {plain(told)} people; there are {plain(most)}.',
            )


@rule("trained-hours", Severity.SHOULD_FIX, WHY)
def backfill_above_training(_template: Template, answers: Answers) -> Iterator[Told]:
    """More hours are covered than are trained."""
    tiers = list(rows(answers, TRAINING))
    told = [(row.number("people"), row.number("hours")) for row in tiers]
    trained = sum((a * b for a, b in told if a is not None and b is not None), Decimal(0))
    covered = [row.number("hours") for row in rows(answers, "workforce.backfill")]
    hours = sum((one for one in covered if one is not None), Decimal(0))
    if tiers and not any(None in one for one in told) and hours > trained * _ROUNDING:
        yield (
            "workforce.backfill",
            (
                f"Backfill covers {plain(hours)} hours, and training takes "
                f"{plain(trained.quantize(Decimal(1)))}."
            ),
        )


@rule("cover-cost", Severity.SHOULD_FIX, WHY)
def cover_costs_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """Cover while people learn costs another sum under value than hours and rates come to."""
    backfill = list(rows(answers, "workforce.backfill"))
    sums = [(row.number("hours"), row.number("rate")) for row in backfill]
    costs = [row for row in rows(answers, "value.costs") if _COVER.search(row.text("item"))]
    priced = _total(row.number("likely") for row in costs)
    if not costs or not priced or not sums or any(None in one for one in sums):
        return
    worth = sum((a * b for a, b in sums if a is not None and b is not None), Decimal(0))
    if max(priced, worth) > min(priced, worth) * _ROUNDING:
        yield (
            costs[0].at("likely"),
            f"Cover costs ${plain(priced)} here; its hours and rates come to ${plain(worth)}.",
        )


@rule("untrained", Severity.SHOULD_FIX, "Who was never trained will use it badly, or not at all.")
def users_untrained(_template: Template, answers: Answers) -> Iterator[Told]:
    """Some who use it, or are affected by it, are in no tier of training."""
    tiers = [row.text("roles") for row in rows(answers, TRAINING) if row.text("roles")]
    groups = [row.text("role") for row in rows(answers, GROUPS)]
    if not tiers:
        return
    for row in rows(answers, USERS):
        role = row.text("role")
        counted = any(map(is_everybody, tiers)) and (not groups or is_trained(role, groups))
        if role and not counted and not is_trained(role, tiers):
            yield row.at("role"), f'"{role}" use it, and are in no tier of training.'
    for row in rows(answers, GROUPS):
        role = row.text("role")
        if role and not any(map(is_everybody, tiers)) and not is_trained(role, tiers):
            yield row.at("role"), f'"{role}" are affected, and are in no tier of training.'
    yield from _trained_in_part(answers)


def _trained_in_part(answers: Answers) -> Iterator[Told]:
    """Yield tiers that have fewer people than there are of those they name."""
    groups = _total(row.number("head_count") for row in rows(answers, GROUPS))
    going = _total(row.number("users") for row in rows(answers, WAVES) if row.has("users"))
    users = [
        (row.text("role"), row.number("headcount"))
        for row in rows(answers, USERS)
        if not _AMONG.search(row.text("role"))
    ]
    for row in rows(answers, TRAINING):
        people, roles = row.number("people"), row.text("roles")
        if _SUPER.search(roles) or people is None:
            continue
        there = groups if is_everybody(roles) else _total(matched(roles, users))
        is_whole = is_everybody(roles) or there == going
        if there is not None and is_whole and people < there:
            yield (
                row.at("people"),
                f'"{row.text("tier")}" trains {plain(people)} people; there are {plain(there)}.',
            )


@rule("headcount", Severity.SHOULD_FIX, WHY)
def counted_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """A group of people has another number here than there, or more than the system has."""
    sizes = {stems(row.text("measure")): row.number("value") for row in rows(answers, SIZE)}
    users = {stems(row.text("role")): row.number("headcount") for row in rows(answers, USERS)}
    within = [
        count
        for row in rows(answers, USERS)
        if _AMONG.search(row.text("role")) and (count := row.number("headcount")) is not None
    ]
    for row in rows(answers, GROUPS):
        count, name = row.number("head_count"), stems(row.text("role"))
        there, most = users.get(name), sizes.get(name)
        if count is None:
            continue
        if there is not None and count not in {there, *(there - one for one in within)}:
            yield row.at("head_count"), _two_counts(row, count, f"{plain(there)} use it")
        elif most is not None and count > most:
            yield row.at("head_count"), _two_counts(row, count, f"the system has {plain(most)}")


def _two_counts(row: Row, count: Decimal, there: str) -> str:
    return f'"{row.text("role")}": {plain(count)} here, and {there}.'


@rule("wave-users", Severity.SHOULD_FIX, WHY)
def more_in_waves(_template: Template, answers: Answers) -> Iterator[Told]:
    """The waves have more users than use it, or than seats are paid for."""
    going = _total(row.number("users") for row in rows(answers, WAVES))
    users = [row.number("headcount") for row in rows(answers, USERS)]
    there = _total(users)
    if going and users and None not in users and there and going > there:
        yield WAVES, f"The waves have {plain(going)} users together; there are {plain(there)}."
        return
    for row in rows(answers, "pricing.base_fee"):
        unit, seats = row.text("unit"), row.number("quantity")
        is_each = _EACH.search(unit) and not _OVER_TIME.search(unit)
        if is_each and going and seats is not None and going > seats:
            yield WAVES, f"The waves have {plain(going)} users; {plain(seats)} seats are paid for."


@rule("seats", Severity.SHOULD_FIX, WHY)
def seats_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """As many are paid for as stand in the scope of this offer."""
    sizes = [
        (stems(row.text("measure")), row.number("value"))
        for row in rows(answers, SIZE)
        if "scop" in stems(row.text("measure"))
    ]
    for row in rows(answers, "pricing.base_fee"):
        unit, paid = row.text("unit"), row.number("quantity")
        kind = _BED_MONTH.search(unit) or (None if _OVER_TIME.search(unit) else _EACH.search(unit))
        if kind is None or paid is None:
            continue
        paid = paid / 12 if kind.re is _BED_MONTH else paid
        scope = [value for name, value in sizes if stems(kind[1]) & name and value is not None]
        if scope and paid not in scope:
            yield (
                row.at("quantity"),
                f"{plain(paid)} are paid for, and {plain(scope[0])} stand in the scope.",
            )


@rule("supers", Severity.SHOULD_FIX, WHY)
def waves_supported_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """Super users are planned for other users or sites than a wave has, or at another ratio."""
    waves = {row.words("wave").strip(): row for row in rows(answers, WAVES)}
    for row in rows(answers, SUPERS):
        named, ratio = _WAVE.match(row.text("unit")), _RATIO.match(row.text("ratio"))
        users, supers = row.number("users"), row.number("superusers")
        wave = waves.get(named[1].casefold()) if named else None
        there = wave.number("users") if wave else None
        if users is not None and there is not None and users != there:
            yield row.at("users"), f"{plain(users)} users here, and {plain(there)} in that wave."
        if named and wave and _sites(wave, "site") != (here := _sites(row, "unit")) and here:
            yield row.at("unit"), f'"{row.text("unit")}": the wave has other sites.'
        if ratio and users and supers and abs(users / supers - int(ratio[1])) > 1:
            yield row.at("ratio"), f"{plain(users)} to {plain(supers)} is not {row.text('ratio')}."


@rule("wave-sites", Severity.SHOULD_FIX, WHY)
def more_sites_in_waves(_template: Template, answers: Answers) -> Iterator[Told]:
    """The waves reach more sites than are in the scope."""
    scope = [
        row.number("value")
        for row in rows(answers, SIZE)
        if stems(row.text("measure").split()[0] if row.text("measure") else "") == stems("sites")
    ]
    counts = [_sites(row, "site") for row in rows(answers, WAVES)]
    told = _total(counts)
    if scope and scope[0] and told and None not in counts and told > scope[0]:
        yield WAVES, f"The waves reach {plain(told)} sites; {plain(scope[0])} are in the scope."


def _sites(row: Row, column: str) -> Decimal | None:
    """Return how many sites a cell of a wave names, None if it does not count them."""
    return counted(_WAVE.sub("", row.text(column)))


def _total(counts: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of counts, None if one is missing or there are none."""
    told = list(counts)
    known = [one for one in told if one is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(told) else None


@rule("training-length", Severity.SHOULD_FIX, WHY)
def training_lasts_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text has the training last longer or shorter than any tier."""
    told = [one for row in rows(answers, TRAINING) if (one := row.number("hours")) is not None]
    for path, text in public_texts(template, answers) if told else ():
        for said, lasts in _lengths_in(text):
            if not any(abs(one - lasts) < _NEARLY for one in told):
                yield path, f"Training lasts {said} here, and in no tier."


@lru_cache(maxsize=20_000)
def _lengths_in(text: str) -> tuple[tuple[str, Decimal], ...]:
    """Return how long training lasts, as a text has it."""
    found = _LASTS.finditer(text) if "raining" in text else ()
    return tuple((one[1], lasts) for one in found for lasts in hours(one[1])[:1])
