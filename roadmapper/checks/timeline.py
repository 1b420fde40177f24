"""Days that cannot all be kept: bars, stages, gates, milestones, rehearsals, and the term."""

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from roadmapper.checks.order import GATES, WAVES, WHY, first_wave, gate_days, later
from roadmapper.checks.reading import Row, amount, date_at, given_rows, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.said import days, hours, months
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

ITEMS, STAGES = "roadmap.items", "roadmap.stages"
_MONTH = timedelta(days=31)
_SPANS = (
    (ITEMS, "name", "from", "to"),
    ("solution.roadmap_influence", "item", "asked", "shipped"),
    ("continuity.exercise", "participants", "date", "report_due"),
    ("security.pentest", "scope", "date", "retest"),
)
_ENDING = (
    (ITEMS, "name", "to"),
    ("roadmap.capabilities", "capability", "date"),
    (WAVES, "wave", "start"),
    (GATES, "gate", "date"),
    ("pricing.milestones", "milestone", "due"),
)
_GATE_WORDS = {
    "G0": re.compile(r"\bG0\b|\bready gate\b", re.IGNORECASE),
    "G1": re.compile(r"\bG1\b|\bsilent (?:gate|exit)\b|end of silent", re.IGNORECASE),
    "G2": re.compile(r"\bG2\b|\bpilot (?:gate|exit)\b|end of (?:the )?pilot", re.IGNORECASE),
    "G3": re.compile(r"\bG3\b|\bscale gate\b|scale or stop", re.IGNORECASE),
}
_PILOT = re.compile(
    r"(?:pilot|go[- ]live|first sites?)\b(?!.*\b(?:prep|plan|design|review|report|protocol|set))",
    re.IGNORECASE,
)
_CONTRACT = re.compile(r"\bcontract\b|\bpurchase order\b|\bsignature\b", re.IGNORECASE)
_NOTICE = re.compile(r"\bnotice\b.*\b(?:nurses?|union|represented|labor|staff)\b", re.IGNORECASE)


@rule("backward", Severity.SHOULD_FIX, WHY)
def ends_before_it_begins(template: Template, answers: Answers) -> Iterator[Told]:
    """Something ends before it begins."""
    told = [(row, "", "from", "to") for row in given_rows(template, answers, STAGES)]
    told += [
        (row, row.text(name), first, last)
        for table, name, first, last in _SPANS
        for row in rows(answers, table)
    ]
    for row, name, first, last in told:
        begins, ends = row.day(first), row.day(last)
        if begins and ends and ends < begins:
            what = f'"{name}"' if name else "The stage"
            yield row.at(last), f"{what} ends on {ends}, before it begins on {begins}."


@rule("after-term", Severity.SHOULD_FIX, WHY)
def after_the_term(template: Template, answers: Answers) -> Iterator[Told]:
    """Something is planned for after the contract has ended."""
    start, years = date_at(answers, "deal.start_date"), amount(answers, "deal.term_years")
    if start is None or years is None or not 0 < years < 100:  # noqa: PLR2004 - no contract runs a century
        return
    ends = later(start, int(years * Decimal("365.25")))
    told = [
        (row.at("to"), "The stage", row.day("to")) for row in given_rows(template, answers, STAGES)
    ]
    told += [
        (row.at(column), f'"{row.text(name)}"', row.day(column))
        for table, name, column in _ENDING
        for row in rows(answers, table)
    ]
    for path, what, day in told:
        if day and day > ends + _MONTH:
            yield path, f"{what} lies on {day}, and the contract ends on {ends}."


@rule("bar-first", Severity.SHOULD_FIX, WHY)
def bar_before_its_gate(_template: Template, answers: Answers) -> Iterator[Told]:
    """A bar begins before the gate it waits for, or before what it depends on has ended."""
    for row in rows(answers, ITEMS):
        begins = row.day("from")
        for gate in answers.rows(row.at("after_gates")):
            opens = Row(answers, f"{GATES}[{gate}]").day("date")
            if begins and opens and begins < opens:
                message = f'"{row.text("name")}" begins on {begins}, before its gate on {opens}.'
                yield row.at("from"), message
        for other in answers.rows(row.at("after")):
            before = Row(answers, f"{ITEMS}[{other}]")
            ends = before.day("to")
            if begins and ends and begins < ends:
                message = f'"{row.text("name")}" begins before "{before.text("name")}" has ended.'
                yield row.at("from"), message


@rule("pilot-elsewhere", Severity.SHOULD_FIX, WHY)
def pilot_drawn_otherwise(_template: Template, answers: Answers) -> Iterator[Told]:
    """The roadmap draws the pilot in other months than the rollout."""
    first = first_wave(answers)
    for row in rows(answers, ITEMS):
        begins = row.day("from")
        is_pilot = _PILOT.match(row.text("name")) and row.text("lane") == "Current solution"
        if first and begins and is_pilot and abs(begins - first) > _MONTH:
            yield (
                row.at("from"),
                f'"{row.text("name")}" begins on {begins}, and the first users on {first}.',
            )


@rule("before-gate", Severity.SHOULD_FIX, WHY)
def due_before_its_gate(_template: Template, answers: Answers) -> Iterator[Told]:
    """A milestone is due before the gate it waits for."""
    gates = gate_days(answers)
    for row in rows(answers, "pricing.milestones"):
        due = row.day("due")
        for gate in _gates_in(row.text("milestone")):
            if due and gate in gates and due < gates[gate]:
                yield row.at("due"), f"It is due on {due}; its gate {gate} is on {gates[gate]}."
    for row in rows(answers, "pricing.window"):
        for gate in _gates_in(f"{row.text('event')} {row.text('when')}"):
            told = days(row.text("when"))
            if gate in gates and len(told) == 1 and told[0] != gates[gate]:
                yield row.at("when"), f"Gate {gate} is on {gates[gate]} under deployment."


def _gates_in(text: str) -> Iterator[str]:
    return (gate for gate, words in _GATE_WORDS.items() if words.search(text))


@rule("rehearsal", Severity.SHOULD_FIX, WHY)
def rehearsed_on_another_day(_template: Template, answers: Answers) -> Iterator[Told]:
    """A scenario is rehearsed on a day on which no rehearsal is planned."""
    planned = {one for row in rows(answers, "continuity.exercise") if (one := row.day("date"))}
    for row in rows(answers, "continuity.scenarios"):
        day = row.day("exercise_date")
        if planned and day and day not in planned:
            yield row.at("exercise_date"), f"No rehearsal is planned for {day}."


@rule("back-late", Severity.SHOULD_FIX, WHY)
def back_later_than_allowed(_template: Template, answers: Answers) -> Iterator[Told]:
    """It is back later than they allow, or than people can go on by hand."""
    for row in rows(answers, "continuity.scenarios"):
        back, allowed = hours(row.text("back_within")), hours(row.text("allowed"))
        if len(back) == len(allowed) == 1 and back[0] > allowed[0]:
            yield (
                row.at("back_within"),
                f"It is back within {row.text('back_within')}; they allow {row.text('allowed')}.",
            )
    times = [one for row in rows(answers, "continuity.targets") if (one := row.number("rto"))]
    for row in rows(answers, "continuity.downtime_mode"):
        days_by_hand = row.number("sustainable")
        if days_by_hand is not None and times and days_by_hand * 24 < max(times):
            yield (
                row.at("sustainable"),
                f"By hand it goes on for {days_by_hand:f} days, less than it may take to be back.",
            )


@rule("papers-late", Severity.SHOULD_FIX, WHY)
def papers_too_late(_template: Template, answers: Answers) -> Iterator[Told]:
    """A contract is not signed when work starts, or staff are not told in time."""
    start, first = date_at(answers, "deal.start_date"), first_wave(answers)
    notice = [one for row in rows(answers, "system.union") if (one := row.number("notice_days"))]
    for row in rows(answers, "coalition.paper_steps"):
        begun, length = row.day("start"), row.number("days")
        done = later(begun, int(length or 0)) if begun else None
        if done is None or row.text("status") == "done":
            continue
        limit, what = None, ""
        if _CONTRACT.search(row.text("step")):
            limit, what = start, "work starts"
        elif _NOTICE.search(row.text("step")):
            limit, what = first, "the first users begin"
        if limit and done > limit:
            yield row.at("start"), f'"{row.text("step")}" ends on {done}; {what} on {limit}.'
        is_short = notice and length is not None and length < min(notice)
        if is_short and _NOTICE.search(row.text("step")):
            yield row.at("days"), f"The notice runs {length:f} days; {min(notice):f} are agreed."


@rule("fee-first", Severity.SHOULD_FIX, WHY)
def fee_before_start(_template: Template, answers: Answers) -> Iterator[Told]:
    """A fee runs from a day before the start."""
    start = date_at(answers, "deal.start_date")
    for row in rows(answers, "pricing.base_fee"):
        runs = row.day("start")
        if start and runs and runs < start and row.text("basis") != "once":
            yield row.at("start"), f"This fee runs from {runs}, before the start on {start}."


@rule("baseline-months", Severity.SHOULD_FIX, WHY)
def baseline_in_other_months(_template: Template, answers: Answers) -> Iterator[Told]:
    """The baseline has other months here than there, or runs into the time with users."""
    told, first = months(answers.text("value.baseline_window")), first_wave(answers)
    if len(told) < 2:  # noqa: PLR2004 - a period has two ends
        return
    for row in rows(answers, "pricing.window"):
        again = months(row.text("when"))
        is_baseline = "baseline" in row.words("event")
        if is_baseline and len(again) > 1 and again[:2] != told[:2]:
            yield row.at("when"), "The baseline has other months here than under value."
    if first and told[1] >= first.year * 12 + first.month:
        yield "value.baseline_window", f"The baseline runs on after the first users on {first}."


@rule("decision-day", Severity.SHOULD_FIX, WHY)
def decided_on_another_day(_template: Template, answers: Answers) -> Iterator[Told]:
    """The decision has another day in the list of steps than in step 1."""
    decided = date_at(answers, "deal.decision_date")
    for row in rows(answers, "coalition.decision_steps"):
        told = row.day("date")
        is_it = re.fullmatch(r"(?:final |the )?decision", row.text("step"), re.IGNORECASE)
        if decided and told and is_it and told != decided:
            yield row.at("date"), f"The decision is on {told} here, and on {decided} in step 1."
