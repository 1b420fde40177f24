"""Checks of how a model is watched: every signal with limit and owner, every alarm with an act."""

import re
from collections.abc import Iterator

from roadmapper.checks.cards_read import Card, finding
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.kinds import number

_PSI = re.compile(r"\bpsi\b|population stability", re.IGNORECASE)
_PSI_LIMIT = re.compile(r"(?<![\d.])0?\.(?:10?|20?|25)(?!\d)")
_DRIFT = re.compile(r"\bdrift", re.IGNORECASE)
_FEWEST_FOR_PSI = 300
_NEEDED = (
    ("baseline_value", "a baseline"),
    ("cadence", "how often"),
    ("owner", "who watches"),
)


def signals(card: Card) -> Iterator[Finding]:
    """A signal is a plan once it has a baseline, a limit, a rhythm and a person."""
    for row in card.rows("monitoring_plan"):
        lacks = [word for name, word in _NEEDED if not row.text(name)]
        if not row.text("red") and not row.text("amber"):
            lacks.append("a limit")
        if lacks:
            yield finding(
                "card-signal",
                row.path("signal"),
                f"{card.name}: {row.text('signal') or 'a signal'} lacks {', '.join(lacks)}.",
                "They ask what is watched, how often, by whom, and what counts as too far.",
            )


def default_limits(card: Card) -> Iterator[Finding]:
    """A limit that nobody looked at is marked as such in the printed plan."""
    for row in card.rows("monitoring_plan"):
        if any("default" in row.text(name).casefold() for name in ("amber", "red")):
            yield finding(
                "card-default-limit",
                row.path("red"),
                f"{card.name}: the limit of {row.text('signal') or 'a signal'} is still a default.",
                "Say where the number comes from, or agree on one with them.",
                Severity.POLISH,
            )


def psi_size(card: Card) -> Iterator[Finding]:
    """With few cases a stability index crosses its usual limits by chance."""
    for row in card.rows("monitoring_plan"):
        limits = f"{row.text('amber')} {row.text('red')}"
        size = number(row.text("minimum_n"))
        small = size is None or size < _FEWEST_FOR_PSI
        if _PSI.search(row.text("signal")) and _PSI_LIMIT.search(limits) and small:
            yield finding(
                "card-psi",
                row.path("minimum_n"),
                f"{card.name}: {row.text('signal')} needs 300 cases or more for these limits, with "
                "a reference ten times as large.",
                "At 100 cases, 0.10 is crossed by chance every second time and more.",
            )


def unanswered_alarm(card: Card) -> Iterator[Finding]:
    """Whoever sees a red limit crossed has to know what to do."""
    red = [row for row in card.rows("monitoring_plan") if row.text("red")]
    acts = {row.text("severity") for row in card.rows("trigger_playbook")}
    if red and not acts & {"S1_harm_possible", "S2_red_limit"}:
        yield finding(
            "card-no-act",
            card.path("trigger_playbook"),
            f"{card.name} has acting limits, and no row says what is done when one is crossed.",
            "They look for a named role and a clock on this line first.",
        )


def acts(card: Card) -> Iterator[Finding]:
    """An action has one who acts, and a clock."""
    for row in card.rows("trigger_playbook"):
        lacks = [
            word
            for name, word in (
                ("immediate_action", "a first step"),
                ("owner", "who acts"),
                ("time_to_act", "within what time"),
            )
            if not row.text(name).strip()
        ]
        if lacks:
            yield finding(
                "card-act",
                row.path("trigger"),
                f"{card.name}: {row.text('trigger') or 'a trigger'} lacks {', '.join(lacks)}.",
                "When something goes wrong, they want one role to call and a time.",
            )


def drift_in_a_word(card: Card) -> Iterator[Finding]:
    """Drift that is only mentioned is not watched."""
    told = " ".join(card.text(name) for name in ("validity_monitoring", "fairness_monitoring"))
    if _DRIFT.search(told) and not card.rows("monitoring_plan"):
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


CHECKS = (
    signals,
    default_limits,
    psi_size,
    unanswered_alarm,
    acts,
    drift_in_a_word,
    off_switch,
)
