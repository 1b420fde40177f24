"""Checks of form: what must be answered is, what is typed is understood, tables have rows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity, is_shown
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.progress import is_answered
from roadmapper.template.kinds import NUMBER_KINDS, Kind, Value, complaint, number
from roadmapper.template.model import Question, Template

_ROW = re.compile(r"\[[^\]]*\]")
_HUGE = Decimal(10) ** 12


def required_answers(template: Template, answers: Answers) -> Iterator[Finding]:
    """A question that must be answered before an export is open."""
    for path, question in template.addresses():
        section = path.partition(".")[0]
        if not question.required or not is_shown(template, question, section, answers):
            continue
        if is_answered(path, question, answers):
            continue
        if question.default is not None:
            message = f'"{question.label}" still stands at the default; confirm or change it.'
            yield Finding("assumed", Severity.POLISH, path, message, question.why)
        else:
            message = f'"{question.label}" is not answered yet.'
            yield Finding("required", Severity.MUST_FIX, path, message, question.why)


def empty_sections(template: Template, answers: Answers) -> Iterator[Finding]:
    """A section in which nothing is answered is left out of the document."""
    answered = {path.partition(".")[0] for path in answers}
    for section in template.sections:
        if section.id not in answered:
            message = f'Nothing is answered in "{section.title}", so the document leaves it out.'
            yield Finding("empty-section", Severity.SHOULD_FIX, section.id, message, section.intro)


def wrong_values(template: Template, answers: Answers) -> Iterator[Finding]:
    """An answer is not of its kind, out of its limits, or longer than reads well."""
    known: dict[str, tuple[Question | None, bool]] = {}
    for path, value in answers.items():
        if path.startswith("_"):
            continue
        asked = _ROW.sub("", path)
        if asked not in known:
            known[asked] = _asked(template, answers, AnswerPath.parse(path))
        question, shown = known[asked]
        if question is None:
            message = f"The answer {path} is kept, but this template no longer asks for it."
            yield Finding("kept", Severity.POLISH, path, message)
        elif shown:
            yield from _wrong_value(path, question, value)


def _asked(
    template: Template, answers: Answers, address: AnswerPath
) -> tuple[Question | None, bool]:
    """Return the question of an address, and whether it is asked now."""
    root = template.find(f"{address.section}.{address.question}")
    shown = root is None or is_shown(template, root, address.section, answers)
    return _question(template, address), shown


def _wrong_value(path: str, question: Question, value: Value) -> Iterator[Finding]:
    wrong = complaint(question.kind, value, question.choices)
    outside = "" if wrong else _outside(question, value)
    if wrong or outside:
        # A number out of its limits is printed and counted with; a text that is none is not.
        severity = Severity.MUST_FIX if outside else Severity.SHOULD_FIX
        message = f'"{question.label}": {wrong or outside}'
        yield Finding("value", severity, path, message, question.help)
    if question.kind in NUMBER_KINDS | {Kind.RANGE} and any(
        abs(amount) > _HUGE for amount in _amounts(value)
    ):
        message = f'"{question.label}" is more than a trillion. Count the zeros.'
        yield Finding("huge", Severity.SHOULD_FIX, path, message, question.help)
    if isinstance(value, str) and question.length and len(value) > question.length:
        message = (
            f'"{question.label}" has {len(value):,} characters; {question.length:,} read well.'
        )
        yield Finding("long", Severity.POLISH, path, message, question.help)


def _amounts(value: Value) -> list[Decimal]:
    texts = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    return [amount for text in texts if (amount := number(text)) is not None]


def _question(template: Template, address: AnswerPath) -> Question | None:
    question = template.find(f"{address.section}.{address.question}")
    for column in address.columns:
        question = question.column(column) if question else None
    return question


def _outside(question: Question, value: Value) -> str:
    if question.kind not in NUMBER_KINDS | {Kind.RANGE} or not isinstance(value, str | tuple):
        return ""
    amounts = _amounts(value)
    low, high = question.minimum, question.maximum
    if low is not None and any(amount < Decimal(str(low)) for amount in amounts):
        return f"Enter {low:,} or more."
    if high is not None and any(amount > Decimal(str(high)) for amount in amounts):
        return f"Enter {high:,} or less."
    return ""


def row_counts(template: Template, answers: Answers) -> Iterator[Finding]:
    """A table that was begun has fewer or more rows than it should."""
    for path, question in template.addresses():
        rows = answers.rows(path)
        if not question.is_group or not rows or question.fixed:
            continue
        if len(rows) < question.fewest:
            message = f'"{question.label}" has {_rows(len(rows))}; it needs {question.fewest}.'
            yield Finding("rows", Severity.SHOULD_FIX, path, message, question.help)
        if question.most and len(rows) > question.most:
            message = f'"{question.label}" has {_rows(len(rows))}; {question.most} is the most.'
            yield Finding("rows", Severity.SHOULD_FIX, path, message, question.help)


def _rows(count: int) -> str:
    return "one row" if count == 1 else f"{count} rows"
