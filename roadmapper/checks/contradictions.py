"""What is said in one place and said otherwise in another: numbers, measures, money."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from roadmapper.checks.reading import plain, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.said import (
    Money,
    money,
    public_texts,
    sentences,
    value_of,
)
from roadmapper.checks.topic import ELSEWHERE, Topic
from roadmapper.checks.topics import TOPICS
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Severity
from roadmapper.template.kinds import number
from roadmapper.template.model import Template

WHY = "A reader who finds two answers believes neither."
_PART = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
_AVAILABLE = re.compile(r"\bavailab|\buptime", re.IGNORECASE)
_MOST_TEXTS = 3
"""So many texts agree on a limit before another one is taken for a slip."""
_LIMIT = re.compile(
    r"\b([a-z]{5,})(?: rate)? (?:is |are |stays? )?(above|over|below|under) (\d+(?:\.\d+)?)\s?%",
    re.IGNORECASE,
)
_FEES = (
    (
        re.compile(
            r"\b(?:yearly|annual) (?:fee|subscription|price)\b[^.;$]{0,20}\$", re.IGNORECASE
        ),
        "pricing.",
    ),
    (re.compile(r"\bset-?up fee\b[^.;$]{0,20}\$", re.IGNORECASE), "pricing.one_time_fee"),
)
"""How a fee is named with its amount, and the figures that it may be."""
_OF_OTHERS = ELSEWHERE | {"roadmap.stability"}
_OF_CHARTS = ("outlook.month", "outlook.tornado", "outlook.bin", "outlook.stress", "outlook.case")
_PRICED = ("pricing.", "value.", "security.insurance", "workforce.backfill", "system.tools")
_ABOUT_FEES = re.compile(
    r"\b(?:fees?|subscription|invoices?|credits?|milestones?|set-?up|holdback)\b", re.IGNORECASE
)


@rule("said-otherwise", Severity.SHOULD_FIX, WHY)
def said_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A number stands otherwise in a text than in a cell, or than in most texts."""
    told: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    for path, text in public_texts(template, answers):
        for name, value in _mentions(text):
            told[name].append((path, value))
    yield from _limits_said_otherwise(template, answers)
    for topic in TOPICS:
        mentions = [one for one in told[topic.name] if not _stands_in(one[0], topic.not_in)]
        known = topic.known(answers) if topic.known and mentions else None
        if known is None:
            known = frozenset() if topic.known else _most(mentions)
        if known:
            odd = dict(one for one in mentions if one[1] not in known)
            yield from ((path, _denied(topic, value, known)) for path, value in odd.items())


@lru_cache(maxsize=20_000)
def _mentions(text: str) -> tuple[tuple[str, Decimal], ...]:
    """Return the topics a text speaks of, each with its number."""
    small, found = text.casefold(), []
    for topic in TOPICS:
        if topic.sign not in small:
            continue
        for sentence in sentences(text):
            if topic.near is None or topic.near.search(sentence):
                for pattern in topic.patterns:
                    found += [(topic.name, _said(one)) for one in pattern.finditer(sentence)]
    return tuple(dict.fromkeys(found))


def _limits_said_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """Compare limits such as "omissions above 3%" with what most texts say."""
    told: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    for path, text in public_texts(template, answers):
        for name, value in _limits(text) if not _stands_in(path, ELSEWHERE) else ():
            told[name].append((path, value))
    for name, mentions in told.items():
        places = Counter(value for _, value in set(mentions))
        (most, count), *others = places.most_common()
        for path, value in mentions if count >= _MOST_TEXTS and others else ():
            if value != most and places[value] == 1:
                yield path, f'"{name}" is {plain(value)}% here, and {plain(most)}% in most places.'


@lru_cache(maxsize=20_000)
def _limits(text: str) -> tuple[tuple[str, Decimal], ...]:
    found = _LIMIT.finditer(text) if "%" in text else ()
    return tuple(
        (f"{one[1].casefold().removesuffix('s')} {one[2].casefold()}", Decimal(one[3]))
        for one in found
    )


def _said(found: re.Match[str]) -> Decimal:
    text = next(one for one in found.groups() if one)
    part = _PART.get(text.casefold())
    return value_of(text) if part is None else Decimal(part)


def _stands_in(path: str, tables: frozenset[str]) -> bool:
    return path.partition("[")[0] in tables


def _most(mentions: Sequence[tuple[str, Decimal]]) -> frozenset[Decimal]:
    """Return what most texts say: all that is said in two places, of two places the first."""
    places: dict[Decimal, set[str]] = defaultdict(set)
    for path, value in mentions:
        places[value].add(path)
    often = {value for value, paths in places.items() if len(paths) > 1}
    is_even = len(places) == 2 and not often  # noqa: PLR2004 - two that deny one another
    return frozenset(often or ([mentions[0][1]] if is_even else ()))


def _denied(topic: Topic, value: Decimal, known: frozenset[Decimal]) -> str:
    here = topic.said.format(n=plain(value))
    there = " or ".join(map(plain, sorted(known)[:3]))
    return f"{here[0].upper()}{here[1:]} here, and {there} {topic.cells}."


@rule("credits-late", Severity.SHOULD_FIX, WHY)
def credits_below_target(_template: Template, answers: Answers) -> Iterator[Told]:
    """Credits for availability begin at another number than the one that is promised."""
    targets = (row.number("uptime") for row in rows(answers, "continuity.targets"))
    promised = [one for one in targets if one is not None]
    bands = [
        (upper, row)
        for row in rows(answers, "pricing.sla")
        if _AVAILABLE.search(row.text("measure")) and (upper := row.number("band_from"))
    ]
    if promised and bands:
        upper, row = max(bands, key=lambda one: one[0])
        if upper > max(promised):
            message = f"Credits begin below {plain(upper)}%, more than any target promises."
            yield row.at("band_from"), message


@rule("unpriced", Severity.SHOULD_FIX, WHY)
def money_not_priced(
    template: Template, answers: Answers, figures: Mapping[str, Figure]
) -> Iterator[Told]:
    """A text names an amount that the pricing does not know."""
    if not answers.is_told("pricing.base_fee"):
        return
    texts = [(path, text) for path, text in public_texts(template, answers) if money(text)]
    known = _amounts(figures, "") | _priced(answers)
    fees = [(words, _amounts(figures, name)) for words, name in _FEES]
    for path, text in texts:
        if path.startswith(_PRICED) or _stands_in(path, _OF_OTHERS):
            continue
        for sentence in sentences(text):
            sure = next((told for words, told in fees if words.search(sentence)), known)
            if path.startswith("roadmap.") or _ABOUT_FEES.search(sentence):
                for one in money(sentence):
                    if not _is_known(one, sure):
                        yield path, f"{one.text} stands here, and nowhere in the pricing."


def _amounts(figures: Mapping[str, Figure], name: str) -> set[Decimal]:
    """Return the figures of this name; those behind a chart are told nowhere."""
    return {
        abs(one.value)
        for of, one in figures.items()
        if of.startswith(name) and not of.startswith(_OF_CHARTS)
    }


def _is_known(told: Money, known: set[Decimal]) -> bool:
    if told.within:
        return any(abs(one - told.value) <= told.within for one in known)
    return told.value in known


def _priced(answers: Answers) -> set[Decimal]:
    """Return every amount that the pricing, the costs, the cover and the insurance name."""
    known: set[Decimal] = set()
    for path, value in answers.items():
        if path.startswith(_PRICED):
            texts = (value,) if isinstance(value, str) else value
            for text in texts if isinstance(texts, tuple) else ():
                told = number(text)
                known |= {told} if told is not None else {one.value for one in money(text)}
    return known
