"""Brings the rooms together: answers to facts, with figures and findings as plain values."""

from roadmapper.checks.run import check
from roadmapper.figures.book import figures
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts, public_answers
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template

_EVIDENCE = "_evidence."


def gather(template: Template, answers: Answers) -> Facts:
    """Return what is true of a proposal, ready to compose."""
    defaults = open_defaults(template, answers)
    counted = figures(Answers({**defaults, **answers}))
    return Facts(
        template=template,
        answers=public_answers(template, answers),
        figures={figure.name: figure for figure in counted},
        citations={
            path.removeprefix(_EVIDENCE): value
            for path, value in answers.items()
            if path.startswith(_EVIDENCE) and isinstance(value, tuple)
        },
        findings=check(template, answers),
        defaults=defaults,
    )


def open_defaults(template: Template, answers: Answers) -> dict[str, Value]:
    """Return the defaults that stand in for questions not answered yet."""
    return {
        path: question.default
        for path, question in template.addresses()
        if question.default is not None and answers.value(path) is None
    }
