"""Says what a sentence claims: a figure, a superlative, a comparative, an outcome, a result."""

from collections.abc import Iterator
from functools import lru_cache

from roadmapper.checks import claim_figures as figures
from roadmapper.checks import claim_words as words
from roadmapper.checks.claim_clauses import (
    clauses,
    is_about_customer,
    is_contract,
    is_priced,
    is_told_by_customer,
)
from roadmapper.checks.claim_outcomes import has_outcome
from roadmapper.checks.claim_praise import PRAISED
from roadmapper.checks.claim_reports import excepts_nothing, reports
from roadmapper.checks.claim_work import is_work

KINDS = FIGURE, SUPERLATIVE, COMPARATIVE, OUTCOME, RESULT = (
    "figure",
    "superlative",
    "comparative",
    "outcome",
    "result",
)
"""A result says what came of something; unlike an outcome it need be no benefit."""


@lru_cache(maxsize=20_000)
def kinds_of(sentence: str) -> tuple[str, ...]:
    """Return what a sentence claims; nothing if it asks, or states a goal, a rule or a term."""
    found = {kind for clause in clauses(sentence) for kind in _kinds(clause)}
    return tuple(one for one in KINDS if one in found)


def _kinds(clause: str) -> Iterator[str]:
    if is_told_by_customer(clause):
        return
    is_theirs = is_about_customer(clause)
    is_set = is_theirs or is_contract(clause)
    changes = not is_set and has_outcome(clause)
    compares = not is_theirs and bool(words.COMPARATIVE.search(words.RULED.sub("\u00a7", clause)))
    is_figure = not is_set and _measures(clause, changes=changes or compares)
    if is_figure:
        yield FIGURE
    if not is_theirs and _praises(clause):
        yield SUPERLATIVE
    if compares:
        yield COMPARATIVE
    if changes:
        yield OUTCOME
    elif not is_set and (reports(clause) or not is_work(clause)):
        yield RESULT


def _praises(clause: str) -> bool:
    patterns = words.SUPERLATIVE, PRAISED
    return any(one.search(clause) for one in patterns) or excepts_nothing(clause)


def _measures(clause: str, *, changes: bool) -> bool:
    """Return whether a clause holds a measured number, and not only one that is planned or set."""
    is_earned = changes or figures.EARNED.search(clause)
    if is_priced(clause) or (figures.MONEY.search(clause) and not is_earned):
        return False
    laid_out = words.RULED.sub("\u00a7", figures.UNMEASURED.sub("\u00a7", clause))
    is_told = figures.HAPPENED.search(clause) or figures.STATED.search(clause)
    is_limit = figures.LIMITED.search(clause) and not is_told
    if figures.MEASURED.search(laid_out) and not is_limit:
        return True
    if figures.STUDIED.search(clause):
        return False
    if not changes and (is_limit or figures.PLANNED.search(clause)):
        return False
    if figures.FIGURE.search(clause) or figures.MONEY.search(clause) or figures.USED.search(clause):
        return True
    is_counted = figures.SPEED.search(clause) or figures.BARE.search(laid_out)
    return bool(is_counted) and not figures.SERVICE.search(clause)
