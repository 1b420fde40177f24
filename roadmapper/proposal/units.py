"""The unit of a number that another column of its row names."""

from dataclasses import replace

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.model import Question


def in_unit(question: Question, path: AnswerPath, answers: Answers) -> Question:
    """Return a column in the unit its row names; any other question as it is."""
    if not question.unit_from or not path.steps:
        return question
    unit = answers.value(str(path.column(question.unit_from)))
    return replace(question, unit=unit.strip() if isinstance(unit, str) else "")
