"""What a person wants of the document: which chapters, in which order, and how it looks.

Kept like a status, as answers under `_state`, so that the choice has undo and history.
"""

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import STATE, WHOLE_PROPOSAL
from roadmapper.proposal.ranking import ranked_chapters
from roadmapper.template.model import ChapterRule, Template

ORDER = f"{STATE}.{WHOLE_PROPOSAL}.order_of_chapters"
"""Where the order of the chapters is kept: a list of their ids."""

ACCENT = f"{STATE}.{WHOLE_PROPOSAL}.accent"
"""Where the accent is kept: the id of one in the style sheet."""

ANNEXES = f"{STATE}.{WHOLE_PROPOSAL}.annexes"
"""Where it is kept whether annexes are printed."""

MODEL_LABELS = f"{STATE}.{WHOLE_PROPOSAL}.model_labels"
"""Where it is kept whether of each model only its label is printed, two beside each other."""


CASES = ("cautious", "expected", "strong")
"""The three cases of what a deal may come to, from the worst to the best."""


def case_at(case: str) -> str:
    """Return the address that says whether a case is printed: yes, unless it says no."""
    return f"{STATE}.{WHOLE_PROPOSAL}.case_{case}"


def printed_cases(answers: Answers) -> tuple[str, ...]:
    """Return which of the three cases are printed."""
    return tuple(case for case in CASES if answers.value(case_at(case)) is not False)


def printed_at(chapter: str) -> str:
    """Return the address that says whether a chapter is printed: yes, no, or as the template."""
    return f"{STATE}.{WHOLE_PROPOSAL}.chapter_{chapter}"


def is_printed(rule: ChapterRule, answers: Answers) -> bool:
    """Return whether a chapter is printed; a private one only if a person said so."""
    told = answers.value(printed_at(rule.id))
    return told if isinstance(told, bool) else not rule.private


def in_order(template: Template, answers: Answers) -> tuple[ChapterRule, ...]:
    """Return all chapters in the order a person gave them, or else as the system ranks them.

    Those that the order does not know, as they are newer, follow what they follow in the template.
    """
    rules = {rule.id: rule for rule in template.chapters}
    if not answers.rows(ORDER):
        return tuple(rules[key] for key in ranked_chapters(template, answers))
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


def accent(answers: Answers) -> str:
    """Return the id of the accent a person chose; empty for that of the style sheet."""
    return answers.text(ACCENT)


def has_annexes(answers: Answers) -> bool:
    """Return whether annexes are printed: yes, unless a person said no."""
    return answers.value(ANNEXES) is not False


def has_model_labels(answers: Answers) -> bool:
    """Return whether of each model only its label is printed."""
    return answers.value(MODEL_LABELS) is True
