"""What is true of a proposal, gathered for a reader: public answers, figures, findings."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.checklist import Checklist
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.printed import CASES
from roadmapper.template.kinds import Value
from roadmapper.template.model import Condition, Question, Template

_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed number: name, value, unit, the formula in words, where it came from."""

    name: str
    value: Decimal
    unit: str
    formula: str
    inputs: tuple[str, ...]


class Severity(StrEnum):
    """How bad a finding is; `MUST_FIX` stands in the way of an export."""

    MUST_FIX = "must fix"
    SHOULD_FIX = "should fix"
    POLISH = "polish"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something missing or wrong: a sentence, the answer it is about, and why it matters."""

    check: str
    severity: Severity
    path: str
    message: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What compose receives. `answers` holds nothing internal.

    `citations` lead from an address to rows of evidence, `marks` to goal or assumption; of the
    three cases of what a deal may come to only `cases` are printed. `lists` are what others ask of
    model cards. No document names the sources that are `withheld`.
    """

    template: Template
    answers: Answers
    figures: Mapping[str, Figure]
    citations: Mapping[str, tuple[str, ...]]
    findings: tuple[Finding, ...] = ()
    defaults: Mapping[str, Value] = field(default_factory=dict)
    cases: tuple[str, ...] = CASES
    lists: tuple[Checklist, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()
    _filled: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def rows(self, path: str) -> tuple[str, ...]:
        """Return the row ids of a rows answer, those of the template if none were kept."""
        address = AnswerPath.parse(path)
        question = self.template.question(address.section, address.question, address.columns)
        return self.answers.rows(path) or tuple(row.id for row in question.fixed)

    def filled_rows(self, path: str) -> tuple[str, ...]:
        """Return the rows in which at least one column is answered."""
        found = self._filled.get(path)
        if found is None:
            told = self.answers.told_rows(AnswerPath.parse(path))
            found = self._filled[path] = tuple(row for row in self.rows(path) if row in told)
        return found

    def holds(self, condition: Condition, section: str) -> bool:
        """Return whether a condition of this section holds."""
        return _is_met(condition, section, self)

    def chosen_rows(
        self, path: str, where: tuple[Condition, ...], most: int = 0
    ) -> tuple[str, ...]:
        """Return the filled rows that comparisons of their columns let through, at most so many."""
        chosen = [
            row
            for row in self.filled_rows(path)
            if all(_lets(one, self.answers.value(f"{path}[{row}].{one.column}")) for one in where)
        ]
        return tuple(chosen[:most] if most else chosen)


def _lets(where: Condition, value: Value) -> bool:
    """Return whether the value of a column passes a comparison; `has` looks for whole words."""
    wanted = (where.value, *where.others)
    if where.test == "has":
        words = " ".join(_WORDS.findall(str(value or "").casefold()))
        return any(f" {str(one).casefold()} " in f" {words} " for one in wanted)
    return (value in wanted) is (where.test == "is")


def _is_met(condition: Condition, section: str, facts: Facts) -> bool:
    """Return whether a condition holds; a row without an answer and a default say nothing."""
    path = _asked(condition, section)
    question = facts.template.find(path)
    value = facts.answers.value(path)
    if question is not None and question.is_group:
        value = facts.filled_rows(path)
    if condition.column:
        return _is_met_by_column(condition, path, facts)
    wanted = (condition.value, *condition.others)
    return any(_TESTS[condition.test](value, one) for one in wanted)


def _asked(condition: Condition, section: str) -> str:
    """Return the address a condition of this section asks for."""
    name = condition.question
    return name if "." in name else f"{section}.{name}"


def _is_met_by_column(condition: Condition, path: str, facts: Facts) -> bool:
    """Return whether a column has a text in any row, or is answered in any row."""
    cells = list(_column(path, condition.column, facts))
    if condition.test == "answered":
        return any(map(_is_answered, cells)) is condition.value
    wanted = str(condition.value).lower()
    return any(wanted in cell.lower() for cell in cells if isinstance(cell, str))


def _column(path: str, column: str, facts: Facts) -> Iterator[Value]:
    question = facts.template.find(path)
    if question is None or not question.is_group:
        return
    for row in facts.filled_rows(path):
        yield facts.answers.value(f"{path}[{row}].{column}")


def _count(value: Value) -> int:
    return len(value) if isinstance(value, tuple) else 0


def _is_answered(value: Value) -> bool:
    return value is not None and value not in ("", ())


_TESTS: Mapping[str, Callable[[Value, str | bool | int], bool]] = {
    "is": lambda value, wanted: value == wanted,
    "is_not": lambda value, wanted: value is not None and value != wanted,
    "unless": lambda value, wanted: value != wanted,
    "includes": lambda value, wanted: isinstance(value, tuple) and wanted in value,
    "answered": lambda value, wanted: _is_answered(value) is wanted,
    "count": lambda value, wanted: _count(value) == wanted,
    "at_least": lambda value, wanted: _count(value) >= int(wanted),
    "at_most": lambda value, wanted: _count(value) <= int(wanted),
}


def public_answers(template: Template, answers: Answers) -> Answers:
    """Return only what a document may ever see.

    Left out are reserved sections, internal questions and columns, questions that are hidden by
    a condition, rows that were not chosen, and answers whose question left the template.
    """
    answers = in_proposal(template, answers)
    shown: dict[str, Value] = {}
    allowed: dict[tuple[str, str, tuple[str, ...]], bool] = {}
    for path, value in answers.items():
        address = AnswerPath.parse(path)
        if address.about:
            continue
        key = (address.section, address.question, address.columns)
        if key not in allowed:
            allowed[key] = _is_public(template, answers, *key)
        if allowed[key]:
            shown[path] = value
    return Answers(shown)


def in_proposal(template: Template, answers: Answers) -> Answers:
    """Return the answers without the rows that say no to being in the proposal.

    All rows go if the condition of their question does not hold.
    """
    gone: dict[str, Value] = {}
    for path, question in template.addresses():
        rows = answers.rows(path) if question.chosen_by else ()
        shown = bool(rows) and is_shown(template, question, path.partition(".")[0], answers)
        kept = tuple(one for one in rows if shown and _is_chosen(answers, question, path, one))
        if kept != rows:
            gone[path] = kept or None
            for row in {*rows} - {*kept}:
                gone |= dict.fromkeys(answers.around(AnswerPath.parse(path).row(row)))
    return Answers({**answers, **gone}) if gone else answers


def _is_chosen(answers: Answers, question: Question, path: str, row: str) -> bool:
    return answers.value(f"{path}[{row}].{question.chosen_by}") is not False


def _is_public(
    template: Template, answers: Answers, section: str, name: str, columns: tuple[str, ...]
) -> bool:
    question: Question | None = template.find(f"{section}.{name}")
    if question is None or question.internal:
        return False
    if question.show_if and not is_shown(template, question, section, answers):
        return False
    for column in columns:
        question = question.column(column)
        if question is None or question.internal:
            return False
    return True


def is_shown(
    template: Template,
    question: Question,
    section: str,
    answers: Answers,
    asking: tuple[str, ...] = (),
) -> bool:
    """Return whether a question's condition holds, so that it is asked and printed.

    What a hidden question was answered with does not count; `asking` are the questions that led
    here, so that two that ask for one another end.
    """
    condition = question.show_if
    if condition is None:
        return True
    path = _asked(condition, section)
    asked = template.find(path)
    if asked is not None and path not in asking:
        there = path.partition(".")[0]
        if not is_shown(template, asked, there, answers, (*asking, path)):
            answers = Answers()
    return _is_met(condition, section, Facts(template, answers, {}, {}))
