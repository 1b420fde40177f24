"""Making a proposal file: with answers nobody has to undo, or from an earlier proposal."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.earlier import Begun, begin_from
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.summary import headline
from roadmapper.store.file import ProposalFile
from roadmapper.template.model import Template


def make_proposal(
    path: Path, template: Template, answers: Answers, clock: Callable[[], datetime]
) -> None:
    """Make a proposal that begins with these answers, and that a list can show at once.

    Raises:
        FileError: There is a file of that name, or the folder cannot take one.
    """
    made = clock()
    ProposalFile.create(
        path,
        template.id,
        template.version,
        clock=lambda: made,
        answers=answers,
        headline=headline(template, answers, made),
    )


def make_from(
    path: Path, template: Template, earlier: Answers, clock: Callable[[], datetime]
) -> Begun:
    """Make a proposal for another customer from an earlier one; say what was kept and cleared.

    Raises:
        FileError: There is a file of that name, or the folder cannot take one.
    """
    begun = begin_from(template, earlier.changed(renamed(template, earlier)))
    make_proposal(path, template, begun.answers, clock)
    return begun
