"""What must come before what: decision, papers, gates, waves; and how long a pilot lasts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from roadmapper.checks.reading import Row, date_at, plain, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.said import hours, months
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

WAVES, GATES = "deploy.waves", "deploy.gates"
WHY = "Dates that cannot all be kept make every other date doubtful."
_SECURITY = re.compile(r"\bsecurity\b|\bbusiness associate|\bbaa\b|\bprivacy review", re.IGNORECASE)
_SILENT = re.compile(r"\bsilent|\bshadow", re.IGNORECASE)
_NOBODY = re.compile(
    r"\W*|(?:tbd|to be (?:decided|named|determined)|nobody|none|n/?a|not yet|unknown|open)\W*",
    re.IGNORECASE,
)
_ALONE = ("before-after", "self-report", "interrupted time series")
"""Ways to attribute a change that compare with the past only, so that seasons count."""
_DAYS_A_MONTH = Decimal("30.44")
_WHOLE_BASELINE, _THIRD = Decimal(1), Decimal(1) / 3
_RAMP = re.compile(r"\bramp|not measured", re.IGNORECASE)


def first_wave(answers: Answers) -> date | None:
    """Return the day on which the first users begin; those who see nothing are none."""
    told = [(row.words("wave", "site"), row.day("start")) for row in rows(answers, WAVES)]
    loud = [start for words, start in told if start and not _SILENT.search(words)]
    return min(loud or [start for _, start in told if start], default=None)


def gate_days(answers: Answers) -> dict[str, date]:
    """Return the day of each gate by its letter and number."""
    told = ((row.text("gate")[:2], row.day("date")) for row in rows(answers, GATES))
    return {gate: day for gate, day in told if gate and day}


def later(begun: date, length: int) -> date:
    """Return the day so many days later; the last of all if there is none."""
    try:
        return begun + timedelta(days=length)
    except OverflowError:
        return date.max


@rule("start-first", Severity.SHOULD_FIX, WHY)
def start_before_decision(_template: Template, answers: Answers) -> Iterator[Told]:
    """It starts before they have decided."""
    decided, start = date_at(answers, "deal.decision_date"), date_at(answers, "deal.start_date")
    if decided and start and start < decided:
        yield "deal.start_date", f"The start on {start} lies before the decision on {decided}."


@rule("late-step", Severity.SHOULD_FIX, WHY)
def steps_after_decision(_template: Template, answers: Answers) -> Iterator[Told]:
    """A step toward the decision lies after the day on which it is wanted."""
    decided = date_at(answers, "deal.decision_date")
    for row in rows(answers, "coalition.decision_steps"):
        told = row.day("date")
        if decided and told and told > decided:
            message = f'"{row.text("step")}" on {told} lies after the decision on {decided}.'
            yield row.at("date"), message


@rule("before-start", Severity.SHOULD_FIX, WHY)
def work_before_start(_template: Template, answers: Answers) -> Iterator[Told]:
    """The first stage or a wave begins before the planned start."""
    start = date_at(answers, "deal.start_date")
    stage = Row(answers, "roadmap.stages[current]")
    told = [(stage.at("from"), "The first stage", stage.day("from"))]
    told += [
        (row.at("start"), f'Wave "{row.text("wave")}"', row.day("start"))
        for row in rows(answers, WAVES)
    ]
    for path, what, begins in told:
        if start and begins and begins < start:
            yield path, f"{what} begins on {begins}, before the planned start on {start}."


@rule("live-first", Severity.SHOULD_FIX, WHY)
def live_before_security(_template: Template, answers: Answers) -> Iterator[Told]:
    """The first users begin before the security review or the data agreement is done."""
    first = first_wave(answers)
    steps = [
        (row, "start", later(begun, int(row.number("days") or 0)))
        for row in rows(answers, "coalition.paper_steps")
        if (begun := row.day("start"))
    ]
    steps += [
        (row, "date", day)
        for row in rows(answers, "coalition.decision_steps")
        if (day := row.day("date"))
    ]
    for row, column, done in steps:
        is_meant = _SECURITY.search(row.text("step")) and row.text("status") != "done"
        if first and is_meant and done > first:
            message = f'The first users begin on {first}; "{row.text("step")}" ends on {done}.'
            yield row.at(column), message


@rule("gate-order", Severity.SHOULD_FIX, WHY)
def gates_in_order(_template: Template, answers: Answers) -> Iterator[Told]:
    """A gate lies before an earlier one."""
    told = [(row.text("gate"), row.day("date"), row) for row in rows(answers, GATES)]
    dated = sorted(((g, d, row) for g, d, row in told if g and d), key=lambda one: one[0])
    for (gate, day, _row), (following, after, row) in pairwise(dated):
        if after < day and following != gate:
            message = f"Gate {following[:2]} on {after} lies before gate {gate[:2]} on {day}."
            yield row.at("date"), message


@rule("wave-first", Severity.SHOULD_FIX, WHY)
def waves_before_gates(_template: Template, answers: Answers) -> Iterator[Told]:
    """A wave begins before its gate, or waits for one that is not planned."""
    dates = gate_days(answers)
    listed = {row.text("gate")[:2] for row in rows(answers, GATES)}
    for row in rows(answers, WAVES):
        begins, gate = row.day("start"), row.text("gate_before")[:2]
        opens = dates.get(gate)
        if begins and opens and begins < opens:
            message = f'Wave "{row.text("wave")}" begins on {begins}, before its gate on {opens}.'
            yield row.at("start"), message
        elif gate and listed and gate not in listed:
            yield row.at("gate_before"), f"No gate {gate} is planned, and this wave waits for it."


@rule(
    "no-decider",
    Severity.SHOULD_FIX,
    "A gate without a decider is passed by whoever is in a hurry.",
)
def gate_without_decider(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nobody decides at a gate."""
    for row in rows(answers, GATES):
        if _NOBODY.fullmatch(row.text("decided_by")):
            gate = row.text("gate")[:2] or "without a name"
            yield row.at("decided_by"), f"Nobody decides at gate {gate}."


@rule(
    "short-pilot",
    Severity.SHOULD_FIX,
    "Without sites to compare with, seasons look like results; compare like months.",
)
def pilot_too_short(_template: Template, answers: Answers) -> Iterator[Told]:
    """A pilot is too short for the period it is compared with, or for its own sample."""
    first, ends = first_wave(answers), gate_days(answers).get("G2")
    if first is None or ends is None or ends < first:
        return
    lasts = Decimal((ends - first).days)
    yield from _shorter_than_baseline(answers, lasts / _DAYS_A_MONTH)
    for row in rows(answers, GATES):
        needed = hours(row.text("minimum_sample")) if row.text("gate").startswith("G2") else ()
        if needed and needed[0] > (lasts + 3) * 24:
            message = (
                f"The pilot lasts {lasts} days; the sample needs {row.text('minimum_sample')}."
            )
            yield row.at("minimum_sample"), message
    for row in rows(answers, "pricing.window"):
        told = hours(row.text("when")) if _RAMP.search(row.text("event")) else ()
        if told and told[0] >= lasts * 24:
            message = f"The pilot lasts {lasts} days, and none of them is measured."
            yield row.at("when"), message


def _shorter_than_baseline(answers: Answers, pilot: Decimal) -> Iterator[Told]:
    """Compare with the whole baseline; with sites beside it, a third is enough."""
    way, baseline = answers.text("value.attribution"), _months(answers)
    share = _WHOLE_BASELINE if way in _ALONE else _THIRD
    if way and baseline and pilot < baseline * share - Decimal("0.5"):
        yield (
            "value.baseline_window",
            (
                f"The pilot lasts {plain(pilot.quantize(Decimal(1)))} months and is compared with "
                f"{plain(baseline)} months before."
            ),
        )


def _months(answers: Answers) -> Decimal:
    """Return how many months the baseline has; 0 if it does not say."""
    text = answers.text("value.baseline_window")
    told = months(text)
    if len(told) > 1:
        return Decimal(max(told[1] - told[0] + 1, 0))
    found = hours(text)
    return (found[0] / 24 / _DAYS_A_MONTH).quantize(Decimal(1)) if found else Decimal(0)
