"""Which chapters of the document a person wants printed, and in which order.

Kept like a status, as answers under `_state`, so that the choice has undo and history.
"""

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import STATE, WHOLE_PROPOSAL
from roadmapper.template.model import ChapterRule, Template

ORDER = f"{STATE}.{WHOLE_PROPOSAL}.order_of_chapters"
"""Where the order of the chapters is kept: a list of their ids."""


def printed_at(chapter: str) -> str:
    """Return the address that says whether a chapter is printed: yes, no, or as the template."""
    return f"{STATE}.{WHOLE_PROPOSAL}.chapter_{chapter}"


def is_printed(rule: ChapterRule, answers: Answers) -> bool:
    """Return whether a chapter is printed; a private one only if a person said so."""
    told = answers.value(printed_at(rule.id))
    return told if isinstance(told, bool) else not rule.private


def in_order(template: Template, answers: Answers) -> tuple[ChapterRule, ...]:
    """Return all chapters in the order a person gave them.

    Those that the order does not know, as they are newer, follow what they follow in the template.
    """
    rules = {rule.id: rule for rule in template.chapters}
    ordered = [key for key in dict.fromkeys(answers.rows(ORDER)) if key in rules]
    before = ""
    for key in rules:
        if key not in ordered:
            ordered.insert(ordered.index(before) + 1 if before else 0, key)
        before = key
    return tuple(rules[key] for key in ordered)


def printed(template: Template, answers: Answers) -> tuple[str, ...]:
    """Return the ids of the chapters to print, in order."""
    return tuple(rule.id for rule in in_order(template, answers) if is_printed(rule, answers))
