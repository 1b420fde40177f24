"""Whether the four questions about the models are answered."""

from collections.abc import Iterator

from roadmapper.checks.reading import (
    given_rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

_QUESTIONS = "transparency.four_questions"


@rule(
    "question-open",
    Severity.MUST_FIX,
    "They ask the four questions of every model; one open answer reads as a secret.",
)
def questions_open(template: Template, answers: Answers) -> Iterator[Told]:
    """Some of the four questions about the models are answered, others are not."""
    question = template.find(_QUESTIONS)
    told = {row.path for row in given_rows(template, answers, _QUESTIONS) if row.has("answer")}
    for row in question.fixed if question and told else ():
        path = f"{_QUESTIONS}[{row.id}]"
        if path not in told:
            yield f"{path}.answer", f'"{row.label}" is not answered yet.'
