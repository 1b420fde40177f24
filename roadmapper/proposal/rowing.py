"""What happens to answers when a row is added, copied, removed or moved. Nothing is kept here."""

from collections.abc import Collection, Iterable

from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.path import (
    CARDS,
    EVIDENCE,
    FILES,
    MARKS,
    AnswerPath,
    is_row_id,
    new_row_id,
)
from roadmapper.template.kinds import Value
from roadmapper.template.model import Question, Template


def rows_at(question: Question, answers: Answers, path: str) -> tuple[str, ...]:
    """Return the row ids at this address, those given by the template if none were kept."""
    return answers.rows(path) or tuple(row.id for row in question.fixed)


def free_rows(template: Template, address: AnswerPath) -> Question:
    """Return the question whose rows a person may add and remove.

    Raises:
        AddressError: It is no table, or the template gives its rows.
    """
    question = question_at(template, address)
    if not question.is_group:
        raise AddressError(f'"{question.label}" is not a table, so it has no rows.')
    if question.fixed:
        raise AddressError(
            f'The rows of "{question.label}" are given by the template; '
            "they can be moved and filled, not added or removed."
        )
    return question


def check_row(question: Question, answers: Answers, path: str, row: str) -> None:
    """Make sure that there is such a row.

    Raises:
        AddressError: There is none.
    """
    known = rows_at(question, answers, path)
    if row not in known:
        rows = ", ".join(known) or "none yet"
        raise AddressError(f'There is no row "{row}" in {path}. Its rows are: {rows}.')


def fresh_row(answers: Answers, used: Collection[str], address: AnswerPath) -> str:
    """Return an id for a new row of this table that was never used."""
    inside = rows_of(answers.inside(address))
    return new_row_id({*used, *answers.rows(str(address)), *inside})


def put_in(rows: tuple[str, ...], row: str, place: int) -> tuple[str, ...]:
    """Return the rows with one put in at a place counted from 0."""
    place = max(0, min(place, len(rows)))
    return (*rows[:place], row, *rows[place:])


def copied(answers: Answers, source: AnswerPath, target: AnswerPath) -> dict[str, Value]:
    """Return what lies in a row, with all kept about it, at the addresses of another row."""
    values: dict[str, Value] = {}
    kept_about = (EVIDENCE, MARKS, CARDS, FILES)
    for one in (source, *map(source.under, kept_about)):
        start, goal = str(one), str(target.under(one.about))
        for path in answers.inside(one):
            values[goal + path.removeprefix(start)] = answers.value(path)
    return values


def rows_of(paths: Iterable[str]) -> set[str]:
    """Return every row id that these addresses name."""
    return {row for path in paths if "[" in path for row, _ in AnswerPath.parse(path).steps}


def rows_in(batch: Batch) -> set[str]:
    """Return every row id a batch names, in addresses and in lists of rows."""
    rows = {row for change in batch.changes for row, _ in AnswerPath.parse(change.path).steps}
    for change in batch.changes:
        for value in (change.before, change.after):
            if isinstance(value, tuple):
                rows.update(filter(is_row_id, value))
    return rows
