"""Turns a template's wordings into lines: conditions, sentences, placeholders.

A sentence whose placeholder has nothing to say is left out, so nothing dangles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from roadmapper.document import formats, markup
from roadmapper.document.tree import Line, Link, Text, plain
from roadmapper.proposal.facts import Facts
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import TEXT_KINDS, Kind, Value
from roadmapper.template.model import Condition, Question, Wording
from roadmapper.template.validate import FORMS, PLACEHOLDER

_HOLE = "\ue000"
"""Stands for a placeholder while a template's sentence is parsed; private use, so no template writes it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a wording is read: the section, and the row when it is read once a row."""

    facts: Facts
    section: str
    row: AnswerPath | None = None
    columns: Question | None = None

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
    """Return the first alternative that holds and has something to say; an empty line if none has."""
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
                return bool(alternative.when) or any(PLACEHOLDER.search(one) for one in said)
    return False


def fill(line: Line, scope: Scope) -> Line:
    """Return typed prose with its known, answered placeholders filled in; other braces stand as typed."""
    return tuple(
        replace(part, text=PLACEHOLDER.sub(lambda hole: _typed(hole, scope), part.text))
        if isinstance(part, Text | Link) and "{" in part.text
        else part
        for part in line
    )


def _typed(hole: re.Match[str], scope: Scope) -> str:
    name = hole[1]
    if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*){0,3}", name):
        return hole[0]
    return placeholder(name, replace(scope, row=None, columns=None)) or hole[0]


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
    whole = tuple(replace(part, text=_plug(part.text, words)) for part in parts)
    return _capitalized(whole)


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
    if form not in FORMS:
        base, form = name, ""
    if base.startswith("figures."):
        return _figure(base.removeprefix("figures."), form, scope)
    if scope.row is not None and scope.columns is not None:
        column = scope.columns.column(base)
        if base == "label":
            return scope.columns.fixed_label(scope.row.steps[-1][0])
        if column is not None:
            return _text(column, scope.row.column(base), form, scope)
    path = full_name(base, scope.section)
    question = scope.facts.template.find(path)
    if question is None or question.internal:
        return ""
    return _text(question, AnswerPath.parse(path), form, scope)


def _figure(name: str, form: str, scope: Scope) -> str:
    figure = scope.facts.figures.get(name)
    return formats.figure_text(figure.value, figure.unit, form) if figure else ""


def _text(question: Question, path: AnswerPath, form: str, scope: Scope) -> str:
    if question.is_group:
        return _rows(question, path, form, scope)
    value = scope.facts.answers.value(str(path))
    if question.kind is Kind.LINK:
        return _linked(value, question, scope)
    if question.kind in TEXT_KINDS and isinstance(value, str):
        parts = markup.prose(value)
        return plain(parts[0].line).replace("\n", " ") if parts else ""
    return formats.value_text(question, value, form)


def _rows(question: Question, path: AnswerPath, form: str, scope: Scope) -> str:
    rows = scope.facts.filled_rows(str(path))
    if form == "names":
        return formats.joined(
            [one for row in rows if (one := row_name(question, path, row, scope))]
        )
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
