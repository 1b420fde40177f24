"""A whole proposal, changed a little, and what is found in it."""

from collections.abc import Mapping

from roadmapper.checks import run
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding
from roadmapper.template.kinds import Value
from tests.composed import sample, template

Changes = Mapping[str, Value]


def found(changes: Changes) -> list[Finding]:
    """Return what is found in the changed sample; a table set to None loses its cells."""
    gone = tuple(f"{path}[" for path, new in changes.items() if new is None)
    kept = {
        path: old
        for path, old in sample("fernhollow").items()
        if not (gone and path.startswith(gone))
    }
    answers = Answers({**kept, **changes})
    return list(run.check(template(), answers))
