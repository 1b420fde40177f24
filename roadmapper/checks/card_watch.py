"""Checks of how a model is watched: every signal with limit and owner, every alarm with an act."""

import re
from collections.abc import Iterator

from roadmapper.cards import psi
from roadmapper.checks.cards_read import Card, Row, few, finding, lacking
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.kinds import number

_LIMIT = re.compile(r"(?<![\d.])0?\.\d+")
_USUAL = frozenset({0.1, 0.2, 0.25})
_DEFAULTS = "are still defaults, and print as such"
_DRIFT = re.compile(r"\bdrift", re.IGNORECASE)
_NEEDED = (
    ("baseline_value", "a baseline"),
    ("cadence", "how often"),
    ("owner", "who watches"),
)
_WEIGHED = (("basis", "where the limits come from"), ("minimum_n", "the fewest cases"))
_AT_ONCE = (("owner", "who acts"), ("time_to_act", "within what time"))
_AFTER = (
    ("immediate_action", "a first step"),
    ("time_to_correct", "by when it is corrected"),
    ("notify", "who is told"),
    ("close_when", "what closes it"),
)
_ALARMS = ("S1_harm_possible", "S2_red_limit")


def signals(card: Card) -> Iterator[Finding]:
    """A signal is a plan once it has a baseline, a limit, a rhythm and a person."""
    bare = [(row, lacks) for row in card.rows("monitoring_plan") if (lacks := _unplanned(row))]
    if bare:
        yield finding(
            "card-signal",
            bare[0][0].path("signal"),
            lacking(card, [(_signal(row), lacks) for row, lacks in bare]),
            "They ask what is watched, how often, by whom, and what counts as too far.",
            Severity.MUST_FIX,
        )


def _unplanned(row: Row) -> list[str]:
    limit = row.text("red") or row.text("amber")
    return [*_empty(row, _NEEDED), *([] if limit.strip() else ["a limit"])]


def weighed_limits(card: Card) -> Iterator[Finding]:
    """A limit is believed with its reason and the number of cases from which it is judged."""
    bare = [
        (row, lacks) for row in card.rows("monitoring_plan") if (lacks := _empty(row, _WEIGHED))
    ]
    if bare:
        yield finding(
            "card-limit-basis",
            bare[0][0].path("minimum_n" if bare[0][0].text("basis").strip() else "basis"),
            lacking(card, [(_signal(row), lacks) for row, lacks in bare]),
            "No body sets these limits, so they ask where the number came from.",
        )


def default_limits(card: Card) -> Iterator[Finding]:
    """What nobody looked at is marked as such in the printed plan."""
    tables = ("monitoring_plan", "trigger_playbook", "change_classes")
    default = [row for table in tables for row in card.rows(table) if _is_default(row)]
    if default:
        names = few([_name(row) for row in default])
        told = "is still a default, and prints as one" if len(default) == 1 else _DEFAULTS
        yield finding(
            "card-default-limit",
            default[0].path("standing"),
            f"{card.name}: {names} {told}.",
            "Say that you stand behind it, or agree on another with them.",
            Severity.POLISH,
        )


def _name(row: Row) -> str:
    named = (row.text(one) for one in ("signal", "trigger", "change_type"))
    return next(filter(None, named), "a row")


def _is_default(row: Row) -> bool:
    said = any("default" in row.text(name).casefold() for name in ("amber", "red"))
    return row.text("standing") == "default" or said


def psi_size(card: Card) -> Iterator[Finding]:
    """With few cases a stability index crosses its usual limits by chance."""
    for row in card.rows("monitoring_plan"):
        cases, baseline = (_count(row, name) for name in ("minimum_n", "baseline_n"))
        limits = _LIMIT.findall(f"{row.text('amber')} {row.text('red')}")
        if cases and limits and psi.is_psi(row.text("signal")):
            at = psi.reach(cases, baseline)
            lowest = min(map(float, limits))
            usual = not at.usual and {*map(float, limits)} & _USUAL
            if at.too_few or usual or lowest < at.limit:
                yield finding(
                    "card-psi",
                    row.path("minimum_n"),
                    f"{card.name}, {_signal(row)}: {psi.told(cases, baseline)}",
                    "An alarm that rings by chance is soon ignored, and the real one with it.",
                )


def _count(row: Row, column: str) -> int | None:
    found = number(row.text(column))
    return int(found) if found and found >= 1 else None


def unanswered_alarm(card: Card) -> Iterator[Finding]:
    """Whoever sees a red limit crossed has to know what to do."""
    red = [row for row in card.rows("monitoring_plan") if row.text("red")]
    rows = card.rows("trigger_playbook")
    acts = {row.text("severity") for row in rows}
    if red and acts.isdisjoint(_ALARMS) and (rows or not card.has("trigger_playbook")):
        yield finding(
            "card-no-act",
            card.path("trigger_playbook"),
            f"{card.name} has acting limits, and no row says what is done when one is crossed.",
            "They look for a named role and a clock on this line first.",
            Severity.MUST_FIX,
        )


def acts(card: Card) -> Iterator[Finding]:
    """An action has one who acts, and a clock."""
    bare = [
        (row, lacks) for row in card.rows("trigger_playbook") if (lacks := _empty(row, _AT_ONCE))
    ]
    if bare:
        yield finding(
            "card-act",
            bare[0][0].path("trigger"),
            lacking(card, [(_trigger(row), lacks) for row, lacks in bare]),
            "When something goes wrong, they want one role to call and a time.",
            Severity.MUST_FIX,
        )


def acts_to_the_end(card: Card) -> Iterator[Finding]:
    """An action begins somewhere and ends somewhere, and somebody hears of it."""
    bare = [(row, lacks) for row in card.rows("trigger_playbook") if (lacks := _empty(row, _AFTER))]
    if bare:
        yield finding(
            "card-act-end",
            bare[0][0].path("trigger"),
            lacking(card, [(_trigger(row), lacks) for row, lacks in bare]),
            "They ask when they hear of it, and how they will know that it is over.",
        )


def drift_in_a_word(card: Card) -> Iterator[Finding]:
    """Drift that is only mentioned is not watched."""
    told = " ".join(card.text(name) for name in ("validity_monitoring", "fairness_monitoring"))
    if _DRIFT.search(told) and not card.has("monitoring_plan"):
        yield finding(
            "card-drift",
            card.path("monitoring_plan"),
            f"{card.name} speaks of drift, and names no signal with a limit, an owner and an act.",
            "“We monitor for drift” is what every vendor says.",
        )


def off_switch(card: Card) -> Iterator[Finding]:
    """Somebody can switch the model off."""
    if not card.text("rollback").strip():
        yield finding(
            "card-off-switch",
            card.path("rollback"),
            f"{card.name} does not say who can switch it off, and how it goes back.",
            "They want to be able to stop it before they start it.",
        )


def _empty(row: Row, wanted: tuple[tuple[str, str], ...]) -> list[str]:
    return [word for name, word in wanted if not row.text(name).strip()]


def _signal(row: Row) -> str:
    return row.text("signal") or "a signal"


def _trigger(row: Row) -> str:
    return row.text("trigger") or "a trigger"


CHECKS = (
    signals,
    weighed_limits,
    default_limits,
    psi_size,
    unanswered_alarm,
    acts,
    acts_to_the_end,
    drift_in_a_word,
    off_switch,
)
