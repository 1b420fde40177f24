"""Sources and marks inside a sentence: `[e3]` leads to a numbered source, `[goal]` says so."""

import re
from collections.abc import Iterator

from roadmapper.document.tree import Line, Link, Text
from roadmapper.document.wording import Scope, fill
from roadmapper.proposal.notes import ASSUMPTION, GOAL, REGISTER

_MARKS = {GOAL: "Goal: ", ASSUMPTION: "Assumption: "}
_GROUP = re.compile(r"\[([a-z0-9][a-z0-9_-]*(?:, ?[a-z0-9][a-z0-9_-]*)*)\]")


def source_key(row: str) -> str:
    """Return the key of a numbered source."""
    return f"source-{row}"


def mark_line(path: str, scope: Scope) -> Line:
    """Return the word that says before an answer that it is a goal or an assumption."""
    told = _MARKS.get(scope.facts.marks.get(path, ""), "")
    return (Text(told, italic=True),) if told else ()


def typed(line: Line, scope: Scope) -> Line:
    """Return typed prose with placeholders filled in, and with its sources and marks as such."""
    filled = fill(line, scope)
    if not any(isinstance(part, Text) and "[" in part.text for part in filled):
        return filled
    known = scope.facts.filled_rows(REGISTER) if scope.facts.template.find(REGISTER) else ()
    return tuple(
        piece
        for part in filled
        for piece in (
            _pieces(part, known, scope.facts.withheld) if isinstance(part, Text) else (part,)
        )
    )


def _pieces(part: Text, known: tuple[str, ...], withheld: frozenset[str]) -> Iterator[Text | Link]:
    begun = 0
    for found in _GROUP.finditer(part.text):
        names = re.split(r", ?", found[1])
        if not all(one in known or one in _MARKS or one in withheld for one in names):
            continue
        names = [one for one in names if one not in withheld]
        before = part.text[begun : found.start()]
        before = before if names else before.rstrip(" ")
        if before:
            yield Text(before, part.bold, part.italic)
        begun = found.end()
        if not names:
            continue
        for place, name in enumerate(names):
            yield Text(", " if place else "[", part.bold, part.italic)
            yield (
                Text(name, part.bold, italic=True)
                if name in _MARKS
                else Link(str(known.index(name) + 1), f"#{source_key(name)}")
            )
        yield Text("]", part.bold, part.italic)
    if part.text[begun:] or not begun:
        yield Text(part.text[begun:], part.bold, part.italic)
