"""Dates that contradict one another: step 1, gates, waves, the security review, the pilot."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from roadmapper.checks.reading import Row, date_at, plain, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.kinds import number
from roadmapper.template.model import Template

_SECURITY = re.compile(r"\bsecurity\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_YEAR = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.?\s+(\d{{4}})", re.IGNORECASE)
_LENGTH = re.compile(r"\b(\d{1,2}|six|nine|twelve)[ -]months?\b", re.IGNORECASE)
_WORDS = {"six": 6, "nine": 9, "twelve": 12}
_ALONE = ("before-after", "self-report", "interrupted time series")
"""Ways to attribute a change that compare with the past only, so that seasons count."""
_DAYS_A_MONTH = Decimal("30.44")
_WHY = "Dates that cannot all be kept make every other date doubtful."


def start_before_decision(_template: Template, answers: Answers) -> Iterator[Finding]:
    """It starts before they have decided."""
    decided, start = date_at(answers, "deal.decision_date"), date_at(answers, "deal.start_date")
    if decided and start and start < decided:
        message = f"The start on {start} lies before the decision on {decided}."
        yield _finding("start-first", "deal.start_date", message)


def steps_after_decision(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A step toward the decision lies after the day on which it is wanted."""
    decided = date_at(answers, "deal.decision_date")
    for row in rows(answers, "coalition.decision_steps"):
        told = row.day("date")
        if decided and told and told > decided:
            message = f'"{row.text("step")}" on {told} lies after the decision on {decided}.'
            yield _finding("late-step", row.at("date"), message)


def work_before_start(_template: Template, answers: Answers) -> Iterator[Finding]:
    """The first stage or a wave begins before the planned start."""
    start = date_at(answers, "deal.start_date")
    stage = Row(answers, "roadmap.stages[current]")
    told = [(stage.at("from"), "The first stage", stage.day("from"))]
    told += [
        (row.at("start"), f'Wave "{row.text("wave")}"', row.day("start"))
        for row in rows(answers, "deploy.waves")
    ]
    for path, what, begins in told:
        if start and begins and begins < start:
            message = f"{what} begins on {begins}, before the planned start on {start}."
            yield _finding("before-start", path, message)


def live_before_security(_template: Template, answers: Answers) -> Iterator[Finding]:
    """The first users begin before the security review is done."""
    waves = [one for row in rows(answers, "deploy.waves") if (one := row.day("start"))]
    if not waves:
        return
    first = min(waves)
    for row in rows(answers, "coalition.paper_steps"):
        begun, days = row.day("start"), row.number("days")
        if not _SECURITY.search(row.text("step")) or begun is None:
            continue
        done = _later(begun, int(days or 0))
        if done > first and row.text("status") != "done":
            message = f'The first wave begins on {first}; "{row.text("step")}" ends on {done}.'
            yield _finding("live-first", row.at("start"), message)


def gates_in_order(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A gate lies before an earlier one, or a wave before its gate."""
    told = [(row, row.text("gate"), row.day("date")) for row in rows(answers, "deploy.gates")]
    dated = sorted(((g, d, row) for row, g, d in told if g and d), key=lambda one: one[0])
    for (gate, day, _row), (later, after, row) in pairwise(dated):
        if after < day and later != gate:
            message = f"Gate {later[:2]} on {after} lies before gate {gate[:2]} on {day}."
            yield _finding("gate-order", row.at("date"), message)
    dates = {gate: day for gate, day, _row in dated}
    yield from _waves_first(answers, dates)


def _waves_first(answers: Answers, dates: Mapping[str, date]) -> Iterator[Finding]:
    for row in rows(answers, "deploy.waves"):
        begins, gate = row.day("start"), dates.get(row.text("gate_before"))
        if begins and gate and begins < gate:
            message = f'Wave "{row.text("wave")}" begins on {begins}, before its gate on {gate}.'
            yield _finding("wave-first", row.at("start"), message)


@rule(
    "no-decider",
    Severity.SHOULD_FIX,
    "A gate without a decider is passed by whoever is in a hurry.",
)
def gate_without_decider(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nobody decides at a gate."""
    for row in rows(answers, "deploy.gates"):
        if not row.text("decided_by"):
            yield (
                row.at("decided_by"),
                f"Nobody decides at gate {row.text('gate')[:2] or 'without a name'}.",
            )


@rule(
    "short-pilot",
    Severity.SHOULD_FIX,
    "Without sites to compare with, seasons look like results; compare like months.",
)
def pilot_too_short(_template: Template, answers: Answers) -> Iterator[Told]:
    """A pilot compared with the past alone is shorter than the period it is compared with."""
    months = _months(answers.text("value.baseline_window"))
    waves = [one for row in rows(answers, "deploy.waves") if (one := row.day("start"))]
    gates = (row for row in rows(answers, "deploy.gates") if row.text("gate").startswith("G2"))
    ends = next((one for row in gates if (one := row.day("date"))), None)
    if answers.text("value.attribution") not in _ALONE or not (months and waves and ends):
        return
    pilot = Decimal((ends - min(waves)).days) / _DAYS_A_MONTH
    if pilot < months - Decimal("0.5"):
        yield (
            "value.baseline_window",
            (
                f"The pilot lasts {plain(pilot.quantize(Decimal(1)))} months and is compared with "
                f"{months} months before."
            ),
        )


def _months(text: str) -> int:
    """Return how many months a period has; 0 if it does not say."""
    told = _MONTH_YEAR.findall(text)
    if len(told) > 1:
        first, last = (int(year) * 12 + _MONTHS.index(name[:3].lower()) for name, year in told[:2])
        return max(last - first + 1, 0)
    found = _LENGTH.search(text)
    if not found:
        return 0
    length = number(found[1])
    return int(length) if length is not None else _WORDS[found[1].casefold()]


def _later(begun: date, days: int) -> date:
    try:
        return begun + timedelta(days=days)
    except OverflowError:
        return date.max


def _finding(check: str, path: str, message: str) -> Finding:
    return Finding(check, Severity.SHOULD_FIX, path, message, _WHY)
