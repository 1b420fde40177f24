"""What a list of proposals shows of these answers."""

from collections.abc import Mapping
from datetime import datetime

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.headline import Headline
from roadmapper.proposal.notes import STATUS
from roadmapper.proposal.progress import Progress, progress, whole
from roadmapper.template.model import Template


def headline(
    template: Template,
    answers: Answers,
    changed: datetime,
    parts: Mapping[str, Progress] | None = None,
) -> Headline:
    """Return the headline of these answers, changed at this time; `parts` is their progress."""
    customer, name, use_case, decision = (
        _shown(template, answers, template.cover.get(key, ""))
        for key in ("customer", "name", "use_case", "decision")
    )
    told = whole((progress(template, answers) if parts is None else parts).values())
    status = answers.text(STATUS)
    return Headline(customer, name, use_case, decision, status, told.answered, told.asked, changed)


def _shown(template: Template, answers: Answers, path: str) -> str:
    """Return a text answer, or the label of what was chosen, on one line."""
    text = answers.text(path)
    question = template.find(path)
    option = question.option(text) if question else None
    return option.label if option else " ".join(text.split())
