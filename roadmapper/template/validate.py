"""Checks what the files of a template say about each other: conditions, placeholders, tables."""

from collections.abc import Iterator, Sequence
from typing import NoReturn

from roadmapper.errors import TemplateError
from roadmapper.template.kinds import LIST_KINDS, Kind
from roadmapper.template.model import (
    BlockRule,
    BriefRule,
    ChapterRule,
    Condition,
    Question,
    Section,
    Template,
    Wording,
)
from roadmapper.template.validate_head import validate_head
from roadmapper.template.wordings import FORMS, PLACEHOLDER

HARDEST = "review.hardest"
"""Where the words of the hardest questions stand, and the day of those that are open."""


def validate(template: Template) -> None:
    """Refuse a template whose parts do not fit together.

    Raises:
        TemplateError: Names the file, the place, what is wrong and what to write.
    """
    validate_head(template)
    for section in template.sections:
        _questions(template, section)
        for chapter in section.chapters:
            _Chapter(template, section, chapter).check()
    for brief in template.briefs.values():
        _brief(template, brief)
    _hardest(template)


def _hardest(template: Template) -> None:
    """Refuse a hard question that nobody asks, or whose answer no document may know."""
    home = Section("hardest", "", "", "", "", (), (), ())
    asked = template.find(HARDEST)
    for one in template.hardest:
        place = f"question[{one.id}]"
        if asked is None or not asked.fixed_label(one.id):
            _fail(home, place, f"{HARDEST} has no such row.", "Add a row with this id.")
        for condition in one.when:
            _printed(template, home, place, condition)
        _chapters(template, home, one.chapters)


def _chapters(template: Template, home: Section, names: Sequence[str]) -> None:
    known = [rule.id for rule in template.chapters]
    for one in names:
        if one not in known:
            _fail(home, "question", f'no chapter "{one}".', f"Known: {', '.join(known)}.")


def _brief(template: Template, brief: BriefRule) -> None:
    """Refuse a brief that names what no document may know, or a chapter that is not there."""
    blocks = tuple(block for part in brief.parts.values() for block in part)
    home = Section(f"briefs/{brief.id}", "", "", "", "", (), (), ())
    chapter = ChapterRule(brief.id, home.id, (), brief.line, brief.headline, (), blocks)
    _Chapter(template, home, chapter).check()
    for question in brief.questions:
        _chapters(template, home, question.chapters)


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
            _show_if(template, section, place, question.show_if)
        _usual(template, section, place, question)
        for column in question.columns:
            if column.show_if:
                remedy = "Put it on the whole question."
                _fail(section, f"{place}.column[{column.id}]", "a column has no show_if.", remedy)
        for link in _links(question):
            target = template.find(link)
            if target is None or not target.is_group:
                _fail(section, place, f'"{link}" is no table.', 'Write link = "section.question".')


def _usual(template: Template, section: Section, place: str, question: Question) -> None:
    for one in question.usual:
        if one.missing_if:
            _condition(template, section, f"{place}.usual[{one.id}]", one.missing_if)


def _links(question: Question) -> Iterator[str]:
    if question.kind is Kind.LINK:
        yield question.link
    for column in question.columns:
        yield from _links(column)


def _show_if(template: Template, section: Section, place: str, condition: Condition) -> None:
    if condition.test == "has":
        _fail(section, place, "show_if compares an answer, no column.", "Use is or includes.")
    _condition(template, section, place, condition)


def _printed(template: Template, section: Section, place: str, condition: Condition) -> None:
    """Check a condition of a chapter, which may know nothing internal."""
    question = resolve(template, section.id, condition.question)
    column = question.column(condition.column) if question else None
    if (question and question.internal) or (column and column.internal):
        _fail(section, place, f'"{condition.question}" is internal.', "A document cannot know it.")
    _condition(template, section, place, condition)


def _condition(template: Template, section: Section, place: str, condition: Condition) -> None:
    question = resolve(template, section.id, condition.question)
    if question is None:
        _fail(section, place, f'no question "{condition.question}".', "Name one that exists.")
    fitting = _fitting(question)
    if condition.test not in fitting:
        problem = f'"{condition.test}" does not fit a {question.kind}.'
        _fail(section, place, problem, f"Use one of: {', '.join(fitting)}.")
    if question.kind is Kind.YES_NO and condition.test in ("is", "is_not", "unless"):
        _flag(section, place, condition)
    values = [option.value for option in question.options]
    unknown = [one for one in (condition.value, *condition.others) if one not in values]
    if condition.test in ("is", "is_not", "unless", "includes") and values and unknown:
        _fail(
            section,
            place,
            f'"{unknown[0]}" is no option of {condition.question}.',
            f"Write one of: {', '.join(values)}.",
        )
    if condition.column and question.column(condition.column) is None:
        _fail(section, place, f'no column "{condition.column}".', "Name one that exists.")


def _flag(section: Section, place: str, condition: Condition) -> None:
    if not isinstance(condition.value, bool):
        _fail(section, place, "a yes_no is true or false.", f"Write {condition.test} = true.")


def _fitting(question: Question) -> tuple[str, ...]:
    """Return the tests that make sense for a question's kind."""
    if question.is_group:
        return ("answered", "count", "at_least", "at_most", "has")
    if question.kind in LIST_KINDS:
        return ("answered", "includes", "count", "at_least", "at_most")
    return ("answered", "is", "is_not", "unless")


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
        self._when(place, block.when)
        for audience in block.audience:
            if audience not in self._template.audiences:
                known = ", ".join(self._template.audiences)
                self._fail(place, f'no audience "{audience}".', f"Write one of: {known}.")
        questions = [self._named(place, name) for name in block.of]
        rows = questions[0] if questions and questions[0].is_group else None
        if block.kind in ("list", "steps") and block.of and rows is None:
            self._fail(place, f'"{block.of[0]}" is no table.', "Name a question of kind rows.")
        for one in block.where:
            self._where(place, one, rows)
        if block.kind == "table":
            self._table(place, block, rows)
        self._texts(place, block, rows)
        for side in ("left", "right"):
            for number, inner in enumerate(getattr(block, side), 1):
                self._block(f"{place}.{side}[{number}]", inner)

    def _when(self, place: str, conditions: Sequence[Condition]) -> None:
        for condition in conditions:
            _printed(self._template, self._section, f"{self._here}.{place}", condition)

    def _where(self, place: str, where: Condition, rows: Question | None) -> None:
        column = rows.column(where.column) if rows else None
        if column is None:
            self._fail(place, f'no column "{where.column}".', "Name one that exists.")
        if column.internal:
            self._fail(place, f'"{where.column}" is internal.', "Compare another column.")
        if where.test == "reader":
            self._fail(place, "only a brief has a reader.", 'Write has = "..." instead.')
        values = [option.value for option in column.options if where.test != "has"]
        unknown = [one for one in (where.value, *where.others) if one not in values]
        if values and unknown:
            problem = f'"{unknown[0]}" is no option of {where.column}.'
            self._fail(place, problem, f"Write one of: {', '.join(values)}.")

    def _texts(self, place: str, block: BlockRule, rows: Question | None) -> None:
        for key, wording in block.wordings.items():
            scope = rows if key not in ("heading", "caption", "note") else None
            self._wording(f"{place}.{key}", wording, scope)
        for entry in block.items:
            for key, wording in entry.parts.items():
                self._wording(f"{place}.items.{key}", wording, rows)

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
            self._when(place, alternative.when)
            for sentence in alternative.sentences:
                for name in PLACEHOLDER.findall(sentence):
                    self._placeholder(place, name, rows)

    def _placeholder(self, place: str, name: str, rows: Question | None) -> None:
        if name.startswith("figures."):
            return
        front, _, form = name.rpartition(".")
        bare = front if front and form in FORMS else name
        column = rows.column(bare) if rows else None
        if column and column.internal:
            self._fail(place, f'"{name}" is internal.', "It may not be named in a document.")
        if column or (rows and rows.fixed and bare in ("label", "name")):
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
