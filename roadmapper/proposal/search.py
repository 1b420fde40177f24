"""Finds words in all answers and replaces them: for the palette and for find and replace."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import GROUP_KINDS, TEXT_KINDS, Kind, Value
from roadmapper.template.model import Question, Template

_AROUND = 48
"""Characters shown on each side of what was found."""
_AFTER = 110
"""Characters shown behind it where its changes are shown."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands, in words: the question, and the step and row it is in."""

    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A text answer in which something was found: how often, and the words around the first."""

    path: str
    place: Place
    text: str
    count: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for."""

    text: str
    match_case: bool = False
    whole_words: bool = False

    def pattern(self) -> re.Pattern[str]:
        """Return the search as a pattern."""
        words = re.escape(self.text)
        if self.whole_words:
            words = rf"(?<!\w){words}(?!\w)"
        return re.compile(words, re.NOFLAG if self.match_case else re.IGNORECASE)


def place(template: Template, answers: Answers, path: str) -> Place:
    """Return where an answer stands.

    Raises:
        AddressError: The template asks nothing there.
    """
    address = AnswerPath.parse(path)
    question = question_at(template, address)
    section = template.section(address.section)
    where = [section.title if section else address.section]
    here = address.root
    for row, column in address.steps:
        where.append(row_title(template, answers, str(here), row))
        here = here.row(row).column(column) if column else here.row(row)
    return Place(question.label, ", ".join(one for one in where if one))


def row_title(template: Template, answers: Answers, path: str, row: str) -> str:
    """Return what a row is called: its title column, or else its first answered text."""
    question = question_at(template, AnswerPath.parse(path))
    given = question.fixed_label(row)
    if given:
        return given
    names = (question.row_title, *(column.id for column in question.columns))
    texts = (_shown(question, answers, f"{path}[{row}]", name) for name in names if name)
    return next((text for text in texts if text), "")


def find(template: Template, answers: Answers, search: Search) -> Iterator[Hit]:
    """Yield the text answers that contain what is looked for, in the order of the wizard."""
    if not search.text:
        return
    pattern = search.pattern()
    for path, text in _texts(template, answers):
        found = list(pattern.finditer(text))
        if found:
            here = place(template, answers, path)
            yield Hit(path, here, text, len(found), _excerpt(text, found[0]))


def replaced(answers: Answers, search: Search, by: str, paths: Iterable[str]) -> dict[str, Value]:
    """Return the answers at these addresses with what is looked for replaced."""
    pattern = search.pattern()
    values: dict[str, Value] = {}
    for path in paths:
        text = answers.text(path)
        # A function keeps backslashes in the new text what they are.
        changed = pattern.sub(lambda _found: by, text)
        if changed != text:
            values[path] = changed or None
    return values


def parts_around(hit: Hit, search: Search) -> Iterator[tuple[str, bool]]:
    """Yield the words around the first place of a hit in parts; true are those looked for."""
    found = [one.span() for one in search.pattern().finditer(hit.text)]
    here = max(0, found[0][0] - _AROUND)
    end = min(len(hit.text), found[0][1] + _AFTER)
    yield ("…" if here else ""), False
    for start, stop in found:
        if stop <= end:
            yield hit.text[here:start], False
            yield hit.text[start:stop], True
            here = stop
    yield hit.text[here:end] + ("…" if end < len(hit.text) else ""), False


def values(template: Template, answers: Answers) -> Iterator[tuple[str, Question, Value]]:
    """Yield the answers that are no texts, such as numbers, days and choices, with their question.

    They come in the order of the wizard; rows of tables are none of them.
    """
    for path, question in _asked(template, answers):
        if question.kind not in TEXT_KINDS | GROUP_KINDS | {Kind.LINK}:
            yield path, question, answers.value(path)


def _texts(template: Template, answers: Answers) -> Iterator[tuple[str, str]]:
    for path, question in _asked(template, answers):
        if question.kind in TEXT_KINDS:
            yield path, answers.text(path)


def _asked(template: Template, answers: Answers) -> Iterator[tuple[str, Question]]:
    order = {path: at for at, (path, _) in enumerate(template.addresses())}
    inside = [path for path in answers if path.partition("[")[0] in order]
    for path in sorted(inside, key=lambda one: order[one.partition("[")[0]]):
        # Kept answers, whose question left the template, are not on any page.
        with suppress(AddressError):
            yield path, question_at(template, AnswerPath.parse(path))


def _shown(question: Question, answers: Answers, row: str, name: str) -> str:
    column = question.column(name)
    text = answers.text(f"{row}.{name}")
    option = column.option(text) if column else None
    return option.label if option else " ".join(text.split())[:80]


def _excerpt(text: str, found: re.Match[str]) -> str:
    start, end = max(0, found.start() - _AROUND), min(len(text), found.end() + _AROUND)
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"
