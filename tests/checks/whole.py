"""A whole proposal, changed a little, and what is found in it."""

from collections.abc import Mapping
from functools import cache

from roadmapper.checks.levels import unanswered
from roadmapper.checks.run import check
from roadmapper.criteria import load_criteria
from roadmapper.figures.book import figures
from roadmapper.gather import open_defaults
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding
from roadmapper.template.kinds import Value
from tests.composed import sample, template

Changes = Mapping[str, Value]
_RUNS = 2_000
"""Draws enough to see which check finds something; a document asks for many more."""


def found(changes: Changes) -> tuple[Finding, ...]:
    """Return what is found in the changed sample; a table set to None loses its cells."""
    return _found(tuple(changes.items()))


@cache
def _found(changes: tuple[tuple[str, Value], ...]) -> tuple[Finding, ...]:
    gone = tuple(f"{path}[" for path, new in changes if new is None)
    kept = {
        path: old
        for path, old in sample("fernhollow").items()
        if not (gone and path.startswith(gone))
    }
    return found_in(Answers({**kept, **dict(changes)}))


def found_in(answers: Answers) -> tuple[Finding, ...]:
    """Return what the checks find in a proposal, but for what so few draws cannot tell."""
    asked = Answers({**open_defaults(template(), answers), **answers})
    counted = {one.name: one for one in figures(asked, _RUNS, whole=False)}
    told = (*check(template(), answers, counted), *unanswered(load_criteria(), answers))
    return tuple(one for one in told if one.check != "cautious")
