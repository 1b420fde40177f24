"""Checks what the files of a template say about each other: conditions, placeholders, tables, links."""

import re
from collections.abc import Iterator
from typing import NoReturn

from roadmapper.errors import TemplateError
from roadmapper.template.kinds import Kind
from roadmapper.template.model import (
    BlockRule,
    ChapterRule,
    Condition,
    Question,
    Section,
    Template,
    Wording,
)

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
FORMS = ("count", "names", "words", "short", "low", "likely", "high", "number")
"""What may stand behind the last point of a placeholder."""

_CRITERION = re.compile(r"C[1-9]")


def validate(template: Template) -> None:
    """Refuse a template whose parts do not fit together.

    Raises:
        TemplateError: Names the file, the place, what is wrong and what to write.
    """
    for section in template.sections:
        _questions(template, section)
        for chapter in section.chapters:
            _Chapter(template, section, chapter).check()


def _fail(section: Section, place: str, problem: str, remedy: str) -> NoReturn:
    raise TemplateError(f"{section.id}.toml: {place}: {problem} {remedy}")


def _questions(template: Template, section: Section) -> None:
    names = [criterion.id for criterion in template.criteria]
    for question in section.questions:
        place = f"question[{question.id}]"
        for one in (*question.criteria, *section.criteria):
            if one not in names:
                _fail(section, place, f'no criterion "{one}".', f"Known: {', '.join(names)}.")
        if question.show_if:
            _condition(template, section, place, question.show_if)
        for link in _links(question):
            target = template.find(link)
            if target is None or not target.is_group:
                _fail(section, place, f'"{link}" is no table.', 'Write link = "section.question".')


def _links(question: Question) -> Iterator[str]:
    if question.kind is Kind.LINK:
        yield question.link
    for column in question.columns:
        yield from _links(column)


def _condition(template: Template, section: Section, place: str, condition: Condition) -> None:
    question = resolve(template, section.id, condition.question)
    if question is None:
        _fail(section, place, f'no question "{condition.question}".', "Name one that exists.")
    values = [option.value for option in question.options]
    if condition.test in ("is", "is_not", "includes") and values and condition.value not in values:
        _fail(
            section,
            place,
            f'"{condition.value}" is no option of {condition.question}.',
            f"Write one of: {', '.join(values)}.",
        )
    if condition.column and question.column(condition.column) is None:
        _fail(section, place, f'no column "{condition.column}".', "Name one that exists.")


def resolve(template: Template, section: str, name: str) -> Question | None:
    """Return the question a short or full name means inside a section."""
    return template.find(name if "." in name else f"{section}.{name}")


class _Chapter:
    """One chapter being checked against the questions of its template."""

    def __init__(self, template: Template, section: Section, chapter: ChapterRule) -> None:
        self._template, self._section, self._chapter = template, section, chapter

    def check(self) -> None:
        """Check every block and wording."""
        chapter = self._chapter
        for criterion in chapter.criteria:
            if criterion not in [one.id for one in self._template.criteria]:
                self._fail(
                    "criteria", f'no criterion "{criterion}".', "Name one of the template's."
                )
        for key in ("title", "line", "headline"):
            self._wording(key, getattr(chapter, key), None)
        for number, block in enumerate(chapter.blocks, 1):
            self._block(f"block[{number}]", block)

    def _block(self, place: str, block: BlockRule) -> None:
        for condition in block.when:
            _condition(self._template, self._section, f"{self._here}.{place}", condition)
        for audience in block.audience:
            if audience not in self._template.audiences:
                self._fail(place, f'no audience "{audience}".', "Name one of template.toml.")
        questions = [self._named(place, name) for name in block.of]
        rows = questions[0] if questions and questions[0].is_group else None
        if block.where and (rows is None or rows.column(block.where.column) is None):
            self._fail(place, f'no column "{block.where.column}".', "Name one that exists.")
        if block.kind == "table":
            self._table(place, block, rows)
        for key, wording in block.wordings.items():
            scope = rows if key not in ("heading", "caption", "note") else None
            self._wording(f"{place}.{key}", wording, scope)
        for entry in block.items:
            for key, wording in entry.parts.items():
                self._wording(f"{place}.items.{key}", wording, rows)
        for side in ("left", "right"):
            for number, inner in enumerate(getattr(block, side), 1):
                self._block(f"{place}.{side}[{number}]", inner)

    def _table(self, place: str, block: BlockRule, rows: Question | None) -> None:
        if rows is None:
            self._fail(place, f'"{block.of[0]}" is no table.', 'Use kind = "facts" or "answer".')
        for column in block.columns:
            found = rows.column(column.id)
            if column.id != "label" and found is None:
                known = ", ".join(one.id for one in rows.columns)
                self._fail(place, f'no column "{column.id}".', f"Write one of: {known}.")
            if found is not None and found.internal:
                self._fail(place, f'column "{column.id}" is internal.', "Leave it out.")

    def _wording(self, place: str, wording: Wording, rows: Question | None) -> None:
        for alternative in wording:
            for condition in alternative.when:
                _condition(self._template, self._section, f"{self._here}.{place}", condition)
            for sentence in alternative.sentences:
                for name in PLACEHOLDER.findall(sentence):
                    self._placeholder(place, name, rows)

    def _placeholder(self, place: str, name: str, rows: Question | None) -> None:
        if name.startswith("figures."):
            return
        bare = name.rpartition(".")[0] if name.rpartition(".")[2] in FORMS else name
        column = rows.column(bare) if rows else None
        if rows and (bare == "label" or (column and not column.internal)):
            return
        self._named(place, bare)

    def _named(self, place: str, name: str) -> Question:
        question = resolve(self._template, self._section.id, name)
        if question is None:
            self._fail(place, f'there is no question "{name}".', "Name one that exists.")
        if question.internal:
            self._fail(place, f'"{name}" is internal.', "It may not be named in a document.")
        return question

    @property
    def _here(self) -> str:
        return f"chapter[{self._chapter.id}]"

    def _fail(self, place: str, problem: str, remedy: str) -> NoReturn:
        _fail(self._section, f"{self._here}.{place}", problem, remedy)
