"""Documents composed from the samples, and every text a reader meets in one."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from functools import cache

from roadmapper import paths
from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import Document, Link, NoteMark, PageNumber, Reference, Text
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.printed import printed
from roadmapper.samples import find_sample, sample_answers
from roadmapper.template.kinds import Value
from roadmapper.template.load import load_template
from roadmapper.template.model import Question, Template

NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
CANARY = "Canary7431"
SAMPLES = ("fernhollow", "larkmere")

_INLINE = (Text, Link, Reference, PageNumber, NoteMark)
_SILENT = frozenset(
    {"key", "target", "path", "kind", "look", "tone", "align", "revision", "language", "unit"}
)


@cache
def template() -> Template:
    """Return the shipped template."""
    return load_template(paths.templates() / "partnership")


def labels(question: Question) -> Iterator[str]:
    """Yield the label of a question, of its rows and of its columns."""
    yield question.label
    yield question.row_title
    for column in question.columns:
        yield from labels(column)


@cache
def sample(name: str) -> Answers:
    """Return the answers of a sample."""
    return sample_answers(find_sample(name), template(), lambda: NOW)


def document_of(answers: Mapping[str, Value], audience: str = "full") -> Document:
    """Return the document these answers make."""
    chapters = printed(template(), Answers(answers))
    edition = Edition(audience, NOW, "r1", chapters=chapters)
    return compose(gather(template(), Answers(answers)), edition)


def without_typed_holes(answers: Mapping[str, Value]) -> dict[str, Value]:
    """Return the answers without typed braces and the word None, so that ours stand out."""
    return {
        path: re.sub(r"\{[^{}]*\}|\bNone\b", "that", value) if isinstance(value, str) else value
        for path, value in answers.items()
        if value != "none"  # an option of that name reads "None"
    }


def kept(answers: Mapping[str, Value], keep: Callable[[str], bool]) -> dict[str, Value]:
    """Return the answers of the questions that pass; a question is named "section.question"."""
    return {
        path: value for path, value in answers.items() if keep(str(AnswerPath.parse(path).root))
    }


def with_canaries(answers: Mapping[str, Value]) -> dict[str, Value]:
    """Return the answers with a canary in every internal answer, in notes and in states."""
    singing: dict[str, Value] = dict(answers)
    for path, question in template().addresses():
        singing |= _singing(question, AnswerPath.parse(path), answers)
    notes = {f"_notes.{path}": CANARY for path in answers if not path.startswith("_")}
    states = {f"_state.{path}": CANARY for path in answers if not path.startswith("_")}
    return {**singing, **notes, **states}


def _singing(
    question: Question, path: AnswerPath, answers: Mapping[str, Value]
) -> dict[str, Value]:
    if question.internal:
        return _all_canaries(question, path)
    found: dict[str, Value] = {}
    rows = answers.get(str(path)) if question.is_group else ()
    given = [row.id for row in question.fixed]
    for row in (rows if isinstance(rows, tuple) else ()) or given:
        for column in question.columns:
            found |= _singing(column, path.row(row).column(column.id), answers)
    return found


def _all_canaries(question: Question, path: AnswerPath) -> dict[str, Value]:
    if not question.is_group:
        return {str(path): CANARY}
    found: dict[str, Value] = {str(path): ("r1", "r2")}
    for row in ("r1", "r2"):
        for column in question.columns:
            found |= _all_canaries(column, path.row(row).column(column.id))
    return found


def _said(part: object) -> str:
    if isinstance(part, PageNumber):
        return "1"
    return part.text if isinstance(part, Text | Link | Reference) else ""


def texts(node: object) -> Iterator[str]:
    """Yield every text a reader meets in a part of a document, a line as one text."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple) and node and all(isinstance(one, _INLINE) for one in node):
        yield "".join(_said(one) for one in node)
        for one in node:
            yield from texts(one.note) if isinstance(one, NoteMark) else ()
    elif isinstance(node, tuple):
        for one in node:
            yield from texts(one)
    elif is_dataclass(node):
        for field in fields(node):
            if field.name not in _SILENT:
                yield from texts(getattr(node, field.name))
