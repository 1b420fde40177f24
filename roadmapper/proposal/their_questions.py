"""A health system's own questions: each with where we answer it, or by when we shall."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.progress import is_answered
from roadmapper.proposal.question_list import same
from roadmapper.template.kinds import Value
from roadmapper.template.model import Question, Section, Template

PATH = "review.their_questions"
QUESTION, WHERE, BY = "question", "where", "by"


@dataclass(frozen=True, slots=True)
class TheirQuestion:
    """One of their questions: `where` is the answer or step that answers it, empty if none does.

    `label` names that place; `by` is the day on which an answer is promised.
    """

    row: str
    text: str
    where: str
    label: str
    is_answered: bool
    by: str = ""


def cell(row: str, column: str) -> str:
    """Return the address of a cell of a question."""
    return f"{PATH}[{row}].{column}"


def their_questions(template: Template, answers: Answers) -> tuple[TheirQuestion, ...]:
    """Return their questions in their order."""
    return tuple(
        _told(template, answers, row)
        for row in answers.rows(PATH)
        if answers.text(cell(row, QUESTION)).strip()
    )


def place_label(template: Template, where: str) -> str:
    """Return how a place that answers a question is called; empty if there is no such place."""
    section, question = _place(template, where)
    if section is None:
        return ""
    return f"{section.title}: {question.label}" if question else section.title


def check_place(template: Template, where: str) -> None:
    """Make sure that an answer or a step may be named as the place of an answer.

    Raises:
        AddressError: There is no such place, or it is never printed.
    """
    _section, question = _place(template, where)
    if not place_label(template, where):
        raise AddressError(
            f'There is no answer or step "{where[:80]}". '
            "Name one, such as security.baa or security."
        )
    if question is not None and question.internal:
        raise AddressError(f'"{question.label}" stays in the file, so it answers nobody.')


def added(
    answers: Answers, questions: Iterable[str], rows: Iterator[str]
) -> tuple[dict[str, Value], int]:
    """Return what to give `Session.change` to add questions, and how many are there already.

    `rows` yields ids that were never used.
    """
    there = answers.rows(PATH)
    known = {same(answers.text(cell(row, QUESTION))) for row in there}
    told = tuple(questions)
    new = [one for one in told if same(one) not in known]
    values: dict[str, Value] = {}
    made = []
    for question in new:
        row = next(rows)
        made.append(row)
        values[cell(row, QUESTION)] = question
    return ({PATH: (*there, *made), **values} if new else {}), len(told) - len(new)


def _told(template: Template, answers: Answers, row: str) -> TheirQuestion:
    where = answers.text(cell(row, WHERE)).strip()
    section, question = _place(template, where)
    if section is None:
        done = False
    elif question is None:
        done = any(path.startswith(f"{section.id}.") for path in answers)
    else:
        done = is_answered(where, question, answers)
    text = answers.text(cell(row, QUESTION)).strip()
    label = place_label(template, where)
    return TheirQuestion(
        row, text, where if label else "", label, done, answers.text(cell(row, BY))
    )


def _place(template: Template, where: str) -> tuple[Section | None, Question | None]:
    """Return the step and the question of an address; nothing if there is no such place."""
    section = template.section(where)
    if section is not None:
        return section, None
    try:
        address = AnswerPath.parse(where)
    except AddressError:
        return None, None
    section, question = template.section(address.section), template.find(where)
    return (section, question) if question is not None and not address.is_row else (None, None)
