"""Which answers link to a row, so that removing it can say so."""

from collections.abc import Iterator

from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE, AnswerPath
from roadmapper.proposal.search import place
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Template

_NAMED = 2


def links_to(template: Template, answers: Answers, path: str, row: str) -> Iterator[str]:
    """Yield the addresses of the answers that link to a row of the table at an address."""
    for one, value in answers.items():
        if isinstance(value, tuple) and row in value and _target(template, one) == path:
            yield one.removeprefix(f"{EVIDENCE}.")


def told_links(template: Template, answers: Answers, path: str, row: str) -> str:
    """Return a sentence about the answers that link to a row; empty if none does."""
    found = list(dict.fromkeys(links_to(template, answers, path, row)))
    if not found:
        return ""
    names = [_name(template, answers, one) for one in found[:_NAMED]]
    more = len(found) - len(names)
    words = f"{', '.join(names)} and {more} more" if more else " and ".join(names)
    return f"Linked from {words}."


def _target(template: Template, path: str) -> str:
    """Return the table that an answer links to; empty if it links to none."""
    if path.startswith(f"{EVIDENCE}."):
        return REGISTER
    try:
        question = question_at(template, AnswerPath.parse(path))
    except AddressError:
        # Kept answers, whose question left the template, are on no page.
        return ""
    return question.link if question.kind is Kind.LINK else ""


def _name(template: Template, answers: Answers, path: str) -> str:
    here = place(template, answers, path)
    return f"{here.label} ({here.where})"
