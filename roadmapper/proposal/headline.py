"""The few facts a list of proposals shows."""

from dataclasses import dataclass
from datetime import datetime

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.notes import STATUS
from roadmapper.proposal.progress import progress, whole
from roadmapper.template.model import Template


@dataclass(frozen=True, slots=True)
class Headline:
    """What a list shows of a proposal that is not open.

    A session keeps it in the file with each step, so `read_headline` needs neither template nor
    answers. `answered` of the `asked` questions that count have an answer. What the template's
    `[cover]` does not name is empty.
    """

    customer: str
    name: str
    use_case: str
    decision: str
    status: str
    answered: int
    asked: int
    changed: datetime


def headline(template: Template, answers: Answers, changed: datetime) -> Headline:
    """Return the headline of these answers, changed at this time."""
    customer, name, use_case, decision = (
        _shown(template, answers, template.cover.get(key, ""))
        for key in ("customer", "name", "use_case", "decision")
    )
    told = whole(progress(template, answers).values())
    status = answers.text(STATUS)
    return Headline(customer, name, use_case, decision, status, told.answered, told.asked, changed)


def _shown(template: Template, answers: Answers, path: str) -> str:
    """Return a text answer, or the label of what was chosen, on one line."""
    text = answers.text(path)
    question = template.find(path)
    option = question.option(text) if question else None
    return option.label if option else " ".join(text.split())
