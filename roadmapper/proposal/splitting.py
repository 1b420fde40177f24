"""Numbers that were typed with their unit, where the template now asks for the two apart."""

import re
from collections.abc import Iterator

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Change
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Kind, canonical
from roadmapper.template.model import Question, Template

_TOLD = re.compile(r"([-+\u2212]?[\d.,]*\d)\s*(%|[A-Za-z]+)")
"""A number and one word behind it, and nothing else."""


def split(template: Template, answers: Answers) -> tuple[Change, ...]:
    """Return the changes that part "48 minutes" into a number and the unit of its row.

    What says more, such as "58 minutes, July 2026", stays as it was typed: nothing is lost.
    """
    return tuple(
        change
        for path, question in template.addresses()
        if question.is_group
        for unit in dict.fromkeys(one.unit_from for one in question.columns if one.unit_from)
        for row in answers.rows(path)
        for change in _in_row(question, unit, AnswerPath.parse(path).row(row), answers)
    )


def _in_row(question: Question, unit: str, row: AnswerPath, answers: Answers) -> Iterator[Change]:
    """Yield the changes of a row that has no unit yet, if all its numbers have the same one."""
    place = str(row.column(unit))
    if answers.value(place) is not None:
        return
    told: dict[str, tuple[str, str, str]] = {}
    for column in question.columns:
        path = str(row.column(column.id))
        text = answers.value(path)
        if column.unit_from == unit and column.kind is not Kind.RANGE and isinstance(text, str):
            found = _TOLD.fullmatch(text.strip())
            told |= {path: (text, found[1], found[2])} if found else {}
    if len({word.casefold() for _, _, word in told.values()}) == 1:
        for path, (text, amount, _) in told.items():
            yield Change(path, text, canonical(Kind.NUMBER, amount))
        yield Change(place, None, next(word for _, _, word in told.values()))
