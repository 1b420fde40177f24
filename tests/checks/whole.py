"""A whole proposal, changed a little, and what is found in it."""

from collections.abc import Mapping

from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding
from roadmapper.template.kinds import Value
from tests.composed import sample, template

Changes = Mapping[str, Value]


def found(changes: Changes) -> list[Finding]:
    """Return all that is found in the changed sample; a table set to None loses its cells."""
    gone = tuple(f"{path}[" for path, new in changes.items() if new is None)
    kept = {
        path: old
        for path, old in sample("fernhollow").items()
        if not (gone and path.startswith(gone))
    }
    answers = Answers({**kept, **changes})
    return list(gather(template(), answers).findings)
