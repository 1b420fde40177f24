"""What is said of a guaranteed measure elsewhere: in another table, in words, at a gate."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from roadmapper.checks.contradictions import WHY
from roadmapper.checks.pricing import KPIS
from roadmapper.checks.reading import Row, plain, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.said import all_numbers, public_texts, sentences, stems
from roadmapper.checks.topic import ELSEWHERE
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.kinds import number
from roadmapper.template.model import Template

METRICS = "workforce.metrics"
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_STUDY = re.compile(r"\b(?:stud\w+|trial\w*|customers?|found|elsewhere)\b", re.IGNORECASE)
_BELOW = r"(?:below|under|less than|above|over|more than) (\d[\d,.]*)"
_SAME = (
    ("target", METRICS, "measure", "target"),
    ("baseline", "value.drivers", "driver", "baseline"),
    ("threshold", "pricing.quality_gate", "measure", "threshold"),
)
"""What a guaranteed measure says, and where a measure of that name says it again."""


@rule("two-numbers", Severity.SHOULD_FIX, WHY)
def measure_said_twice(_template: Template, answers: Answers) -> Iterator[Told]:
    """One measure has another number here than there."""
    for kpi in rows(answers, KPIS):
        name = kpi.text("measure")
        for column, table, named, again in _SAME:
            for row in rows(answers, table):
                here, there = kpi.number(column), _first_number(row.text(again))
                same = _is_same(name, row.text(named))
                if same and here is not None and there is not None and here != there:
                    message = (
                        f'The {column} of "{name}" is {plain(here)} in the pricing and '
                        f"{plain(there)} here."
                    )
                    yield row.at(again), message


@rule("two-targets", Severity.SHOULD_FIX, WHY)
def targets_said_twice(_template: Template, answers: Answers) -> Iterator[Told]:
    """One measure stands twice in a table, with two targets."""
    for table in (KPIS, METRICS):
        for one, other in combinations(rows(answers, table), 2):
            told, again = _first_number(one.text("target")), _first_number(other.text("target"))
            same = _is_same(one.text("measure"), other.text("measure"))
            if same and told is not None and again is not None and told != again:
                message = (
                    f'"{other.text("measure")}" has the target {plain(again)} here, and '
                    f"{plain(told)} above."
                )
                yield other.at("target"), message


@rule("measure-in-words", Severity.SHOULD_FIX, WHY)
def measure_said_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text names a guaranteed measure with a number that its row does not have."""
    kpis = [(row, stems(row.text("measure"))) for row in rows(answers, KPIS)]
    texts = public_texts(template, answers) if kpis else ()
    for row, words in kpis:
        if row.number("target") is None or row.number("threshold") is None:
            continue
        unit, known, (low, high) = _unit(row), _of_measure(row, words, texts), _way(row)
        for path, sentence in _about(row, words, texts):
            told = [Decimal(one.replace(",", "")) for one in unit.findall(sentence)]
            wrong = [one for one in told if one not in known and not low <= one <= high]
            if wrong:
                message = (
                    f'"{row.text("measure")}" is told with {plain(wrong[0])} here, a number that '
                    "stands nowhere in its row."
                )
                yield path, message


def _about(
    row: Row, words: frozenset[str], texts: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the sentences that name a measure."""
    for path, text in texts:
        if path.startswith((row.path, "value.drivers")) or path.partition("[")[0] in ELSEWHERE:
            continue
        beside = _beside(row.answers, path)
        for sentence in _counting(text):
            if _names(row, words, f"{beside} {sentence}"):
                yield path, sentence


@lru_cache(maxsize=20_000)
def _counting(text: str) -> tuple[str, ...]:
    """Return the sentences that hold a number and do not speak of a study."""
    told = (one for one in sentences(text) if any(map(str.isdigit, one)))
    return tuple(one for one in told if not _STUDY.search(one))


def _names(row: Row, words: frozenset[str], text: str) -> bool:
    """Return whether a text names a measure; two words may mean anything unless side by side."""
    if len(words) > 2:  # noqa: PLR2004 - see above
        return words <= stems(text)
    return len(words) > 1 and row.words("measure") in text.casefold()


def _beside(answers: Answers, path: str) -> str:
    """Return what the target of an adoption measure speaks of."""
    if path.startswith(f"{METRICS}[") and path.endswith(".target"):
        return Row(answers, path.rpartition(".")[0]).words("measure", "definition")
    return ""


def _unit(row: Row) -> re.Pattern[str]:
    """Return how a number of this measure is written."""
    unit = row.text("unit") or "%"
    if unit.startswith("%") or unit.casefold().startswith("percent"):
        return re.compile(r"(\d[\d,]*(?:\.\d+)?)\s?(?:%|percent\b)")
    word = re.escape(unit.split()[0].removesuffix("s"))
    return re.compile(rf"\b(\d[\d,]*(?:\.\d+)?)\s{word}s?\b", re.IGNORECASE)


def _way(row: Row) -> tuple[Decimal, Decimal]:
    """Return the numbers between which something is earned."""
    told = [one for name in ("target", "threshold") if (one := row.number(name)) is not None]
    return min(told), max(told)


def _of_measure(row: Row, words: frozenset[str], texts: Sequence[tuple[str, str]]) -> set[Decimal]:
    """Return every number that the row of a measure, or a driver or gate of it, has."""
    known = {n for path, text in texts if path.startswith(row.path) for n in all_numbers(text)}
    told = [row.number(one) for one in ("baseline", "target", "threshold")]
    sure = [one for one in told if one is not None]
    known |= {abs(one - other) for one, other in combinations(sure, 2)} | set(sure)
    known |= set(row.three("expected") or ())
    for table, name in (("value.drivers", "driver"), ("pricing.quality_gate", "measure")):
        for other in rows(row.answers, table):
            if words <= stems(other.text(name)):
                known |= set(other.three("improvement") or ())
                known |= set(all_numbers(other.words("baseline", "threshold")))
    return known


@rule("stop-said", Severity.SHOULD_FIX, WHY)
def stops_said_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """A gate stops at another level of an adoption measure than the measure itself."""
    for row in rows(answers, METRICS):
        name, here = row.text("measure"), _level(_BELOW, row.text("stop"))
        for gate in rows(answers, "deploy.gates") if name and here is not None else ():
            there = _level(rf"\b{re.escape(name)} {_BELOW}", gate.text("stop"))
            if here is not None and there is not None and here != there:
                message = (
                    f'"{name}" stops at {plain(here)} here, and at {plain(there)} at gate '
                    f"{gate.text('gate')[:2]}."
                )
                yield row.at("stop"), message


def _level(pattern: str, text: str) -> Decimal | None:
    found = re.search(pattern, text, re.IGNORECASE)
    return number(found[1].strip(".,")) if found else None


def _is_same(one: str, other: str) -> bool:
    """Return whether two measures are called the same, whatever the case and the endings."""
    return bool(stems(one)) and stems(one) == stems(other)


def _first_number(text: str) -> Decimal | None:
    """Return the number a text states, None if it states none or several."""
    found = _NUMBER.findall(text)
    return number(found[0]) if len(found) == 1 or text[:1].isdigit() else None
