"""Whether the proposal may leave the house as it is labeled."""

from collections.abc import Iterator

from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template


@rule("draft-label", Severity.MUST_FIX, "Whoever receives it must know what may be done with it.")
def draft_label(_template: Template, answers: Answers) -> Iterator[Told]:
    """The handling label of an internal draft would leave the house."""
    if answers.text("deal.confidentiality") == "internal draft":
        yield "deal.confidentiality", 'The handling label says "internal draft".'
