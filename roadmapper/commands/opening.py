"""Opening a proposal for a command: the file, its template and a session."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from roadmapper.commands.desk import Desk, author
from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.rowing import check_row
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from roadmapper.templates import template_named


def check_known(name: str, answers: Answers, address: AnswerPath) -> None:
    """Tell an answer that is not given yet from an address that leads nowhere.

    Raises:
        AddressError: The template of this name asks nothing there, or there is no such row.
    """
    template = template_named(name)
    question = question_at(template, address)
    if address.about:
        return
    if address.is_row and not question.is_group:
        raise AddressError(f'"{question.label}" is not a table, so it has no rows.')
    table = address.root
    for row, column in address.steps:
        check_row(question_at(template, table), answers, str(table), row)
        table = table.row(row).column(column)


@contextmanager
def session_of(options: Namespace, desk: Desk, *, write: bool = True) -> Iterator[Session]:
    """Open the proposal that a command names, for changes unless it only looks."""
    with file_and_session(options, desk, write=write) as (_file, session):
        yield session


@contextmanager
def file_and_session(
    options: Namespace, desk: Desk, *, write: bool = True
) -> Iterator[tuple[ProposalFile, Session]]:
    """Open a proposal as `session_of` does, with its file."""
    with ProposalFile.open(Path(options.file), write=write) as file:
        template = template_named(file.meta.template)
        session = Session(
            template,
            file.answers,
            file,
            log=file.recent_log,
            used_rows=file.used_rows,
            author=author(options.author),
            clock=desk.clock,
        )
        if write:
            session.follow_template()
        yield file, session
