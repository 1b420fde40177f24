"""Typed prose as blocks: paragraphs and lists with their addresses, evidence as notes."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from roadmapper.document import markup
from roadmapper.document.citing import mark_line, source_key, typed
from roadmapper.document.markup import Prose
from roadmapper.document.rows import Rows
from roadmapper.document.tables import rows_table
from roadmapper.document.tree import (
    Block,
    Bullets,
    Item,
    Line,
    Link,
    NoteMark,
    Paragraph,
    Source,
    Text,
)
from roadmapper.document.wording import Scope, settled, value_line
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import TEXT_KINDS
from roadmapper.template.model import Question


def answer_blocks(
    question: Question, path: AnswerPath, scope: Scope, *, run_in: str = ""
) -> Iterator[Block]:
    """Yield what an answer says: paragraphs and lists, a table for rows, else one sentence."""
    value = scope.facts.answers.value(str(path))
    if question.is_group:
        table = rows_table(question, path, (), scope)
        if table is not None:
            yield table
    elif question.kind in TEXT_KINDS and isinstance(value, str):
        yield from paragraphs_of(value, path, scope, run_in=run_in)
    else:
        text = value_line(question, path, scope)
        if text:
            yield _single(text, run_in, path, citation_notes(str(path), scope))


def _single(text: str, run_in: str, path: AnswerPath, notes: tuple[NoteMark, ...]) -> Paragraph:
    said = text[:1].upper() + text[1:]
    end = "" if said.endswith((".", "!", "?")) else "."
    if run_in:
        return Paragraph((Text(f"{run_in} ", bold=True), Text(f"{said}{end}"), *notes))
    return Paragraph((Text(f"{said}{end}"), *notes), source=Source(str(path)))


def paragraphs_of(
    text: str, path: AnswerPath, scope: Scope, *, run_in: str = ""
) -> Iterator[Block]:
    """Yield the paragraphs and lists of a typed prose answer, each with its part of the address."""
    parts = list(enumerate(markup.prose(settled(text, scope))))
    parts = _marked(parts, mark_line(str(path), scope))
    notes = citation_notes(str(path), scope)
    if run_in and parts and parts[0][1].look is not None:
        yield Paragraph((Text(run_in, bold=True), *notes))
        run_in, notes = "", ()
    for look, group in groupby(parts, key=lambda pair: pair[1].look):
        if look is None:
            for number, part in group:
                yield _paragraph(part, Source(str(path), number), scope, run_in, notes)
                run_in, notes = "", ()
        else:
            yield Bullets(tuple(_items(group, path, scope, notes)), look)
            notes = ()


def _marked(parts: list[tuple[int, Prose]], mark: Line) -> list[tuple[int, Prose]]:
    """Return the parts of an answer with a word before the first that it is a goal."""
    if not mark or not parts:
        return parts
    number, first = parts[0]
    return [(number, replace(first, line=(*mark, *first.line))), *parts[1:]]


def _items(
    group: Iterator[tuple[int, Prose]], path: AnswerPath, scope: Scope, notes: Line
) -> Iterator[Item]:
    for number, part in group:
        yield Item((*typed(part.line, scope), *notes), part.level, Source(str(path), number))
        notes = ()


def _paragraph(
    part: Prose, source: Source, scope: Scope, run_in: str, notes: tuple[NoteMark, ...]
) -> Paragraph:
    line = typed(part.line, scope)
    lead: Line = (Text(f"{run_in} ", bold=True),) if run_in else ()
    return Paragraph((*lead, *line, *notes), source=source)


def citation_notes(path: str, scope: Scope) -> tuple[NoteMark, ...]:
    """Return a note for the evidence behind an answer, leading to the numbered sources."""
    known = scope.facts.filled_rows(REGISTER) if scope.facts.template.find(REGISTER) else ()
    rows = [row for row in scope.facts.citations.get(path, ()) if row in known]
    if not rows:
        return ()
    parts: list[Text | Link] = []
    for row in rows:
        if parts:
            parts.append(Text(" "))
        parts.extend(_citation(row, known.index(row) + 1, scope))
    return (NoteMark(0, tuple(parts)),)


def _citation(row: str, number: int, scope: Scope) -> tuple[Text | Link, ...]:
    rows = Rows(REGISTER, scope)
    design, reference = rows.text(row, "design"), rows.text(row, "reference")
    first = Link(f"Source {number}", f"#{source_key(row)}")
    tail = f": {reference.rstrip('.')}." if reference else "."
    kind = f" {design[:1].upper()}{design[1:].rstrip('.')}." if design else ""
    return (first, Text(f"{tail}{kind}"))
