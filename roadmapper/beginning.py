"""Making a proposal file: with answers nobody has to undo, or from an earlier proposal."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import hashes_in
from roadmapper.proposal.earlier import Begun, begin_from
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.summary import headline
from roadmapper.store.file import ProposalFile
from roadmapper.template.model import Template


def make_proposal(
    path: Path,
    template: Template,
    answers: Answers,
    clock: Callable[[], datetime],
    files: Iterable[bytes] = (),
) -> None:
    """Make a proposal that begins with these answers, and that a list can show at once.

    `files` are the attached files that the answers name.

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
        files=files,
    )


def make_from(
    path: Path, template: Template, earlier: ProposalFile, clock: Callable[[], datetime]
) -> Begun:
    """Make a proposal for another customer from an earlier one; say what was kept and cleared.

    Raises:
        FileError: There is a file of that name, or the folder cannot take one.
    """
    answers = earlier.answers
    begun = begin_from(template, answers.changed(renamed(template, answers)))
    found = (earlier.attachment(key) for key in sorted(hashes_in(begun.answers.values())))
    files = (one for one in found if one is not None)
    make_proposal(path, template, begun.answers, clock, files)
    return begun
