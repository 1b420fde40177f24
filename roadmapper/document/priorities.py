"""Which of the system's priorities this serves, in its own order, and which it does not."""

import re
from collections.abc import Iterator

from roadmapper.document import formats
from roadmapper.document.rows import Rows
from roadmapper.document.tree import Block, Paragraph, ParagraphLook, Text
from roadmapper.document.wording import Scope
from roadmapper.proposal.labels import inside_sentence
from roadmapper.template.model import BlockRule

_PATH = "system.priorities"
_FIRST = 3  # priorities that are named
_PLACE = re.compile(r"^\d+\.\s*|\s*\([^()]*\)$")
_SERVED, _NOT_SERVED = ("3", "2"), ("0",)


def priorities(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield one paragraph: the first priorities that are served, and all that are not."""
    del rule
    served, missed = _names(_SERVED, scope)[:_FIRST], _names(_NOT_SERVED, scope)
    told = []
    if served:
        told.append(f"Of your priorities, this serves {formats.joined(served)} first.")
    if missed:
        told.append(f"It does nothing for {formats.joined(missed)}.")
    if told:
        yield Paragraph((Text(" ".join(told)),), ParagraphLook.SMALL)


def _names(fits: tuple[str, ...], scope: Scope) -> list[str]:
    """Return the priorities of these fits that nobody struck, as they read in a sentence."""
    rows = Rows(_PATH, scope)
    question = scope.facts.template.find(_PATH)
    return [
        inside_sentence(_PLACE.sub("", question.fixed_label(row)))
        for row in rows.ids
        if question
        and scope.facts.answers.text(f"{_PATH}[{row}].fit") in fits
        and scope.facts.answers.text(f"{_PATH}[{row}].confirmed") != "no"
    ]
