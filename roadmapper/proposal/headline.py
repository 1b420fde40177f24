"""How far a proposal is, and the few facts a list of proposals shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import is_shown
from roadmapper.proposal.notes import STATUS
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question, Section, Template


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the questions that are asked have an answer; how many essential ones have not."""

    answered: int
    asked: int
    essential_open: int


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of a proposal that is not open.

    A session keeps it in the file with each step, so `read_headline` needs neither template nor
    answers. What the template's `[cover]` does not name is empty.
    """

    customer: str
    name: str
    use_case: str
    decision: str
    status: str
    progress: Progress
    changed: datetime


def headline(template: Template, answers: Answers, changed: datetime) -> Headline:
    """Return the headline of these answers, changed at this time."""
    customer, name, use_case, decision = (
        _shown(template, answers, template.cover.get(key, ""))
        for key in ("customer", "name", "use_case", "decision")
    )
    told = progress(template, answers)
    return Headline(customer, name, use_case, decision, answers.text(STATUS), told, changed)


def progress(template: Template, answers: Answers, section: str = "") -> Progress:
    """Return how far a section is, or without one the whole proposal."""
    # A table counts once a cell in it is answered: a list of rows alone says nothing.
    filled = {path.partition("[")[0] for path in answers if "[" in path}
    answered = asked = essential = 0
    for path, question in _asked(template, answers, section):
        done = path in filled if question.is_group else answers.value(path) is not None
        asked, answered = asked + 1, answered + done
        essential += (question.essential or question.required) and not done
    return Progress(answered, asked, essential)


def _asked(template: Template, answers: Answers, only: str) -> Iterator[tuple[str, Question]]:
    for section in template.sections:
        if only in ("", section.id):
            yield from _asked_in(template, answers, section)


def _asked_in(
    template: Template, answers: Answers, section: Section
) -> Iterator[tuple[str, Question]]:
    for question in section.questions:
        if question.kind is Kind.COMPUTED:
            continue
        if question.show_if is None or is_shown(template, question, section.id, answers):
            yield f"{section.id}.{question.id}", question


def _shown(template: Template, answers: Answers, path: str) -> str:
    """Return a text answer, or the label of what was chosen, on one line."""
    text = answers.text(path)
    question = template.find(path)
    option = question.option(text) if question else None
    return option.label if option else " ".join(text.split())
