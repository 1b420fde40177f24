"""Turns a template's wordings into lines: conditions, sentences, placeholders.

A sentence whose placeholder has nothing to say is left out, so nothing dangles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from roadmapper.document import formats, markup
from roadmapper.document.rounding import simulated_text
from roadmapper.document.tree import Line, Link, Text, plain
from roadmapper.proposal.facts import Facts
from roadmapper.proposal.labels import inside_sentence
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.units import in_unit
from roadmapper.template.kinds import TEXT_KINDS, Kind, Value
from roadmapper.template.model import Condition, Question, Wording
from roadmapper.template.wordings import FORMS, PLACEHOLDER

_HOLE = "\ue000"
"""Stands for a placeholder while a template's sentence is parsed; no template writes it."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+){0,5}")
_DEEPEST = 2
"""How many answers that quote each other are followed; two that quote one another would not end."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a wording is read: the section, and the row when it is read once a row."""

    facts: Facts
    section: str
    row: AnswerPath | None = None
    columns: Question | None = None
    depth: int = 0

    def inside(self, row: AnswerPath, columns: Question) -> "Scope":
        """Return this scope for one row of a rows question."""
        return replace(self, row=row, columns=columns)


def full_name(name: str, section: str) -> str:
    """Return "section.question" for a name that may leave out its own section."""
    return name if "." in name else f"{section}.{name}"


def all_hold(conditions: tuple[Condition, ...], scope: Scope) -> bool:
    """Return whether every condition holds."""
    return all(scope.facts.holds(one, scope.section) for one in conditions)


def say(wording: Wording, scope: Scope) -> Line:
    """Return the first alternative that holds and has something to say, or an empty line."""
    for alternative in wording:
        if all_hold(alternative.when, scope):
            line = _sentences(alternative.sentences, scope)
            if line:
                return line
    return ()


def say_plain(wording: Wording, scope: Scope) -> str:
    """Return a wording as plain text."""
    return plain(say(wording, scope))


def speaks_of_answers(wording: Wording, scope: Scope) -> bool:
    """Return whether what `say` returns for this wording rests on an answer."""
    for alternative in wording:
        if all_hold(alternative.when, scope):
            said = [one for one in alternative.sentences if _sentence(one, scope)]
            if said:
                return rests(alternative.when) or any(PLACEHOLDER.search(one) for one in said)
    return False


def rests(conditions: tuple[Condition, ...]) -> bool:
    """Return whether conditions that hold need an answer to hold."""
    return any(
        one.test not in ("at_most", "count", "answered") or (one.test != "at_most" and one.value)
        for one in conditions
    )


def fill(line: Line, scope: Scope) -> Line:
    """Return typed prose with its answered placeholders filled in; other braces stand as typed."""
    budget = _Budget()
    return tuple(
        replace(part, text=PLACEHOLDER.sub(lambda hole: _typed(hole, scope, budget), part.text))
        if isinstance(part, Text | Link) and "{" in part.text
        else part
        for part in line
    )


@dataclass(slots=True)
class _Budget:
    """How many characters placeholders may still add to a line, so that none unfolds for ever."""

    left: int = 20_000


def _typed(hole: re.Match[str], scope: Scope, budget: _Budget) -> str:
    name = hole[1]
    if scope.depth >= _DEEPEST or budget.left <= 0 or not _NAME.fullmatch(name):
        return hole[0]
    outside = replace(scope, row=None, columns=None, depth=scope.depth + 1)
    said = placeholder(name, outside) or hole[0]
    budget.left -= len(said)
    return said.removesuffix(".") if hole.string.startswith(".", hole.end()) else said


def settled(text: str, scope: Scope) -> str:
    """Return typed text without the sentences that name a figure or question with no answer."""
    if "{" not in text:
        return text
    return "\n".join(_settled_line(one, scope) for one in text.split("\n"))


def _settled_line(line: str, scope: Scope) -> str:
    if not any(is_open(name, scope) for name in PLACEHOLDER.findall(line)):
        return line
    kept = [
        one
        for one in _SENTENCE.split(line)
        if not any(is_open(name, scope) for name in PLACEHOLDER.findall(one))
    ]
    return " ".join(kept)


def is_open(name: str, scope: Scope) -> bool:
    """Return whether a typed placeholder means something that has no answer yet."""
    if not _NAME.fullmatch(name):
        return False
    base = name.rpartition(".")[0] if name.rpartition(".")[2] in FORMS else name
    if base.startswith("figures."):
        return base.removeprefix("figures.") not in scope.facts.figures
    path = full_name(base, scope.section)
    question = scope.facts.template.find(path)
    if question is None or question.internal:
        return False
    if question.is_group:
        return not scope.facts.filled_rows(path)
    return scope.facts.answers.value(path) is None


def _sentences(sentences: tuple[str, ...], scope: Scope) -> Line:
    parts: list[Text | Link] = []
    for sentence in sentences:
        said = _sentence(sentence, scope)
        if said and parts:
            parts.append(Text(" "))
        parts.extend(said)
    return tuple(parts)


def _sentence(sentence: str, scope: Scope) -> tuple[Text | Link, ...]:
    filled = [placeholder(name, scope) for name in PLACEHOLDER.findall(sentence)]
    if not all(filled):
        return ()
    words = iter(filled)
    line = markup.inline(PLACEHOLDER.sub(_HOLE, sentence))
    parts = [part for part in line if isinstance(part, Text | Link)]
    whole = [replace(part, text=_plug(part.text, words)) for part in parts]
    for place, (one, after) in enumerate(pairwise(whole)):
        if one.text.endswith(".") and after.text.startswith((".", ",")):
            whole[place] = replace(one, text=one.text[:-1])
    return _capitalized(tuple(part for part in whole if part.text))


def _plug(text: str, words: Iterator[str]) -> str:
    pieces = text.split(_HOLE)
    plugged = pieces[0]
    for piece in pieces[1:]:
        word = next(words)
        if word.endswith(".") and piece.startswith((".", ",")):
            word = word[:-1]
        plugged += word + piece
    return plugged


def _capitalized(parts: tuple[Text | Link, ...]) -> tuple[Text | Link, ...]:
    if not parts or not parts[0].text:
        return parts
    first = parts[0]
    return (replace(first, text=first.text[0].upper() + first.text[1:]), *parts[1:])


def placeholder(name: str, scope: Scope) -> str:
    """Return what a placeholder stands for; empty if nothing was answered."""
    base, _, form = name.rpartition(".")
    if form not in FORMS or not base:
        base, form = name, ""
    if base.startswith("figures."):
        return _figure(base.removeprefix("figures."), form, scope)
    if scope.row is not None and scope.columns is not None:
        column = scope.columns.column(base)
        if column is not None:
            return _text(column, scope.row.column(base), form, scope)
        if base in ("label", "name") and scope.columns.fixed:
            row = scope.row.steps[-1][0]
            return scope.columns.fixed_label(row) if base == "label" else scope.columns.named(row)
    path = full_name(base, scope.section)
    question = scope.facts.template.find(path)
    if question is None or question.internal:
        return ""
    return _text(question, AnswerPath.parse(path), form, scope)


def _figure(name: str, form: str, scope: Scope) -> str:
    figures = scope.facts.figures
    figure = figures.get(name)
    if figure is None:
        return ""
    return simulated_text(figure, figures) or formats.figure_text(figure.value, figure.unit, form)


def value_line(question: Question, path: AnswerPath, scope: Scope) -> str:
    """Return an answer as it reads inside a sentence; empty if there is none."""
    return _text(question, path, "", scope)


def _text(question: Question, path: AnswerPath, form: str, scope: Scope) -> str:
    if question.is_group:
        return _rows(question, path, form, scope)
    value = scope.facts.answers.value(str(path))
    if question.kind is Kind.LINK:
        return _linked(value, question, scope)
    if question.kind in TEXT_KINDS and isinstance(value, str):
        return one_line(value, scope)
    asked = in_unit(question, path, scope.facts.answers)
    return " ".join(markup.clean(formats.value_text(asked, value, form)).split())


def one_line(text: str, scope: Scope) -> str:
    """Return the first paragraph of typed text on one line: no markers, placeholders filled."""
    parts = markup.prose(settled(text, scope))
    return " ".join(plain(fill(parts[0].line, scope)).split()) if parts else ""


def _rows(question: Question, path: AnswerPath, form: str, scope: Scope) -> str:
    rows = scope.facts.filled_rows(str(path))
    if form in ("names", "inside"):
        names = [one for row in rows if (one := row_name(question, path, row, scope))]
        return formats.joined(names if form == "names" else [*map(inside_sentence, names)])
    if not rows:
        return ""
    return str(len(rows)) if form == "number" else formats.in_words(len(rows))


def row_name(question: Question, path: AnswerPath, row: str, scope: Scope) -> str:
    """Return the name of a row: its label if the template gives it, else its first column."""
    label = question.fixed_label(row)
    first = question.columns[0]
    if label or first.internal:
        return label
    return _text(first, path.row(row).column(first.id), "", scope)


def _linked(value: Value, question: Question, scope: Scope) -> str:
    target = scope.facts.template.find(question.link)
    if target is None or target.internal or not isinstance(value, tuple):
        return ""
    path = AnswerPath.parse(question.link)
    known = scope.facts.rows(question.link)
    names = [row_name(target, path, row, scope) for row in value if row in known]
    return formats.joined([name for name in names if name])
