"""Checks of form: what must be answered is, what is typed can be understood, tables have enough rows."""

from collections.abc import Iterator
from decimal import Decimal

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity, is_shown
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import NUMBER_KINDS, Value, complaint, number
from roadmapper.template.model import Question, Template


def required_answers(template: Template, answers: Answers) -> Iterator[Finding]:
    """A question that must be answered before an export is open."""
    for path, question in template.addresses():
        section = path.partition(".")[0]
        if not question.required or not is_shown(question, section, answers):
            continue
        if answers.value(path) is None and not _has_rows(path, question, answers):
            message = f'"{question.label}" is not answered yet.'
            if question.default is not None:
                message = f'"{question.label}" still stands at the default; confirm or change it.'
                yield Finding("assumed", Severity.POLISH, path, message, question.why)
            else:
                yield Finding("required", Severity.MUST_FIX, path, message, question.why)


def _has_rows(path: str, question: Question, answers: Answers) -> bool:
    return question.is_group and any(
        answers.inside(AnswerPath.parse(path).row(row.id)) for row in question.fixed
    )


def empty_sections(template: Template, answers: Answers) -> Iterator[Finding]:
    """A section in which nothing is answered is left out of the document."""
    answered = {path.partition(".")[0] for path in answers}
    for section in template.sections:
        if section.id not in answered:
            message = f'Nothing is answered in "{section.title}", so the document leaves it out.'
            yield Finding("empty-section", Severity.SHOULD_FIX, section.id, message, section.intro)


def wrong_values(template: Template, answers: Answers) -> Iterator[Finding]:
    """An answer is not of its kind, out of its limits, or longer than reads well."""
    for path, value in answers.items():
        address = AnswerPath.parse(path)
        if address.about:
            continue
        question = _question(template, address)
        if question is None:
            message = f"The answer {path} is kept, but this template no longer asks for it."
            yield Finding("kept", Severity.POLISH, path, message)
            continue
        wrong = complaint(question.kind, value, [one.value for one in question.options])
        wrong = wrong or _outside(question, value)
        if wrong:
            message = f'"{question.label}": {wrong}'
            yield Finding("value", Severity.SHOULD_FIX, path, message, question.help)
        if isinstance(value, str) and question.length and len(value) > question.length:
            message = (
                f'"{question.label}" has {len(value):,} characters; {question.length:,} read well.'
            )
            yield Finding("long", Severity.POLISH, path, message, question.help)


def _question(template: Template, address: AnswerPath) -> Question | None:
    question = template.find(f"{address.section}.{address.question}")
    for column in address.columns:
        question = question.column(column) if question else None
    return question


def _outside(question: Question, value: Value) -> str:
    amount = number(value) if question.kind in NUMBER_KINDS and isinstance(value, str) else None
    if amount is None:
        return ""
    if question.minimum is not None and amount < Decimal(str(question.minimum)):
        return f"Enter {question.minimum:g} or more."
    if question.maximum is not None and amount > Decimal(str(question.maximum)):
        return f"Enter {question.maximum:g} or less."
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
