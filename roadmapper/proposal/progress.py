"""How far a proposal is: the questions that count, and which of them are answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import is_shown
from roadmapper.template.model import Question, Section, Template


@dataclass(frozen=True, slots=True)
class Progress:
    """Of the essential and required questions that are shown: how many are answered, which not."""

    answered: int
    asked: int
    open: tuple[str, ...]

    @property
    def part(self) -> float:
        """The part that is answered, between 0 and 1; 1 where nothing counts."""
        return self.answered / self.asked if self.asked else 1.0


def progress(template: Template, answers: Answers) -> Mapping[str, Progress]:
    """Return the progress of every section by its id."""
    return {section.id: _of_section(template, section, answers) for section in template.sections}


def whole(parts: Iterable[Progress]) -> Progress:
    """Return the progress of several sections together."""
    told = tuple(parts)
    return Progress(
        sum(one.answered for one in told),
        sum(one.asked for one in told),
        tuple(path for one in told for path in one.open),
    )


def is_answered(path: str, question: Question, answers: Answers) -> bool:
    """Return whether something is said: a table needs a cell, a text something but spaces."""
    if question.is_group:
        return answers.is_told(path)
    value = answers.value(path)
    return bool(value.strip()) if isinstance(value, str) else value is not None and value != ()


def counts(question: Question) -> bool:
    """Return whether a question counts toward completeness."""
    return question.essential or question.required


def _of_section(template: Template, section: Section, answers: Answers) -> Progress:
    asked = [
        (f"{section.id}.{question.id}", question)
        for question in section.questions
        if counts(question) and is_shown(template, question, section.id, answers)
    ]
    open_paths = tuple(path for path, one in asked if not is_answered(path, one, answers))
    return Progress(len(asked) - len(open_paths), len(asked), open_paths)
