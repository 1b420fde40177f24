"""A thing that may be said in several places: how prose says it, and which cells do."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.checks.reading import amount, rows
from roadmapper.checks.said import COUNTED, N, all_numbers, stems, value_of
from roadmapper.proposal.answers import Answers

Known = Callable[[Answers], frozenset[Decimal]]
ELSEWHERE = frozenset({"solution.evidence", "solution.live_sites", "solution.references"})
"""Tables that speak of other places; what holds there need not hold here."""

LEAVE = re.compile(
    r"^(?!.*\b(?:breach|cause|fail\w*|miss\w*|insolven\w*)\b).*"
    r"\b(?:leav\w*|exit\w*|terminat\w*|cancel\w*|stop at|end the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing with one number, which several places may say.

    `sign` is a word without which no pattern fits, `near` one that the sentence must hold. What
    `known` reads from cells is right; without it, most texts are.
    """

    name: str
    sign: str
    patterns: tuple[re.Pattern[str], ...]
    said: str
    known: Known | None = None
    cells: str = "in other places"
    near: re.Pattern[str] | None = None
    not_in: frozenset[str] = ELSEWHERE


def patterns(*texts: str) -> tuple[re.Pattern[str], ...]:
    """Return how a thing may be put; each has one number as its group."""
    return tuple(re.compile(one, re.IGNORECASE) for one in texts)


def all_of(noun: str) -> tuple[re.Pattern[str], ...]:
    """Return how one speaks of all of something: "your seven hospitals", "all 11 sites"."""
    own = r"(?:all|your|their|all (?:of )?(?:your|their|the)|each of (?:your|their|the))"
    kinds = r"(?:(?:staffed|monitored|licensed|employed|registered) )?"
    part = r"(?! (?:of|in) (?:the )?(?:pilot|wave|first))"
    return patterns(rf"\b{own} {N} {kinds}{noun}\b{part}", in_scope(noun))


def in_scope(noun: str) -> str:
    """Return how one counts what lies in the scope."""
    return rf"\b{N} {noun} in (?:the )?scope\b"


def cells(path: str, *columns: str) -> Known:
    """Return the numbers in some columns of a table."""

    def read(answers: Answers) -> frozenset[Decimal]:
        told = (row.number(column) for row in rows(answers, path) for column in columns)
        return frozenset(one for one in told if one is not None)

    return read


def answer(path: str) -> Known:
    """Return the number of one answer."""

    def read(answers: Answers) -> frozenset[Decimal]:
        told = amount(answers, path)
        return frozenset() if told is None else frozenset({told})

    return read


def term(answers: Answers) -> frozenset[Decimal]:
    """Return the term in years and in months."""
    years = amount(answers, "deal.term_years")
    return frozenset() if years is None else frozenset({years, years * 12})


def availability(answers: Answers) -> frozenset[Decimal]:
    """Return every availability that targets, credits and the last year name."""
    told = set(cells("continuity.targets", "uptime")(answers))
    if told:
        told |= cells("pricing.sla", "band_from", "band_to")(answers)
        for row in rows(answers, "continuity.targets"):
            told.update(all_numbers(row.text("achieved")))
    return frozenset(told)


def hours_asked(answers: Answers) -> frozenset[Decimal]:
    """Return the hours asked of each role until go-live and a month, and of all together."""
    told: frozenset[Decimal] = frozenset()
    for column in ("hours_before", "hours_month"):
        some = [row.number(column) for row in rows(answers, "deploy.customer_effort")]
        known = [one for one in some if one is not None]
        told |= {*known, sum(known, Decimal(0))} if known else frozenset()
    return told


def at_risk(answers: Answers) -> frozenset[Decimal]:
    """Return the part of the fee at risk, in every year."""
    told = answer("pricing.at_risk_pct")(answers)
    return told | frozenset(all_numbers(answers.text("pricing.at_risk_years"))) if told else told


def of_the_fee(answers: Answers) -> frozenset[Decimal]:
    """Return every number of the pricing, and what is not at risk."""
    risk = amount(answers, "pricing.at_risk_pct")
    if risk is None:
        return frozenset()
    told = {
        value
        for path, text in answers.items()
        if path.startswith("pricing.") and isinstance(text, str)
        for value in all_numbers(text)
    }
    return frozenset(told | {risk, 100 - risk, Decimal(100)})


def our_share(answers: Answers) -> frozenset[Decimal]:
    """Return our share of savings, and theirs."""
    told = cells("pricing.gain_share", "vendor_share")(answers)
    return told | {100 - one for one in told}


def retention(word: str) -> Known:
    """Return how long data of a kind are kept."""

    def read(answers: Answers) -> frozenset[Decimal]:
        told = [row for row in rows(answers, "security.data_rights") if row.text("retention")]
        kept = [row.text("retention") for row in told if re.search(word, row.words("data"))]
        return frozenset(one for text in kept for one in all_numbers(text))

    return read


def count(path: str) -> Known:
    """Return how many rows a table has."""

    def read(answers: Answers) -> frozenset[Decimal]:
        count = sum(1 for _ in rows(answers, path))
        return frozenset({Decimal(count)}) if count else frozenset()

    return read


def sized(word: str) -> Known:
    """Return what the rows of their size say of a noun, such as hospitals."""

    def read(answers: Answers) -> frozenset[Decimal]:
        return frozenset(_sizes(answers, {word}))

    return read


def people(*words: str) -> Known:
    """Return every number of people of a kind: by their size, users, groups, waves, training."""

    def read(answers: Answers) -> frozenset[Decimal]:
        found = _sizes(answers, set(words))
        if not found:
            return frozenset()
        for path, role, column in _ROLES:
            for row in rows(answers, path):
                told = row.number(column)
                if told is not None and (not role or set(words) & stems(row.text(role))):
                    found.add(told)
        waves = [row.number("users") or Decimal(0) for row in rows(answers, "deploy.waves")]
        return frozenset(found | {sum(waves, Decimal(0))})

    return read


_ROLES = (
    ("solution.users", "role", "headcount"),
    ("workforce.groups", "role", "head_count"),
    ("workforce.training", "", "people"),
    ("deploy.waves", "", "users"),
)


def _sizes(answers: Answers, words: set[str]) -> set[Decimal]:
    found = set[Decimal]()
    for row in rows(answers, "system.size"):
        told = row.number("value")
        if told is not None and words & stems(row.text("measure")):
            found |= {told, *all_numbers(row.text("measure"))}
    return found


def sites(word: str) -> Known:
    """Return how many sites or units there are, in each wave, and after each wave."""

    def read(answers: Answers) -> frozenset[Decimal]:
        found, reached = _sizes(answers, {word}), Decimal(0)
        for row in rows(answers, "deploy.waves") if found else ():
            here = counted(row.text("site"))
            if here is not None:
                reached += here
                found |= {here, reached}
        return frozenset(found)

    return read


_COUNT = re.compile(rf"\b(\d[\d,]*|{'|'.join(COUNTED)})\b", re.IGNORECASE)


def counted(text: str) -> Decimal | None:
    """Return how many sites a cell names: "One department and two clinics" are three.

    None if it counts none, or speaks of all.
    """
    if re.match(r"\s*all\b", text, re.IGNORECASE):
        return None
    counts = [value_of(one) for one in _COUNT.findall(text)]
    return sum(counts, Decimal(0)) if counts else None
