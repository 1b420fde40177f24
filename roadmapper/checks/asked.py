"""Checks of what the health system itself asked."""

from collections.abc import Iterator

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.their_questions import PATH, their_questions
from roadmapper.template.model import Template


def questions_without_answer(template: Template, answers: Answers) -> Iterator[Finding]:
    """Questions they sent have neither an answer nor a day on which it comes."""
    told = their_questions(template, answers)
    count = sum(not (one.is_answered or one.by) for one in told)
    if count:
        some = f"{count} of their own questions have"
        which = "One of their own questions has" if count == 1 else some
        yield Finding(
            "their-questions",
            Severity.SHOULD_FIX,
            PATH,
            f"{which} neither an answer nor a day on which it comes.",
            "They tick their own list, and an open line without a day looks forgotten.",
        )
