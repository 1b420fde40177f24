"""Checks what template.toml itself says: the cover, renamed questions, answers to criteria."""

from typing import NoReturn

from roadmapper.errors import TemplateError
from roadmapper.template.model import Criterion, Question, Template
from roadmapper.template.wordings import FORMS, PLACEHOLDER


def validate_head(template: Template) -> None:
    """Refuse a template.toml that names what is not asked, or may not be printed.

    Raises:
        TemplateError: Names the place, what is wrong and what to write.
    """
    _cover(template)
    _renamed(template)
    for criterion in template.criteria:
        _answer(template, criterion)


def _cover(template: Template) -> None:
    """Refuse a cover that shows what is not asked, or may not be printed."""
    for key, address in template.cover.items():
        question = template.find(address)
        if address and (question is None or question.internal):
            _fail_head(
                f"cover.{key}",
                f'"{address}" is no question a document may name.',
                "Write section.question in full.",
            )


def _renamed(template: Template) -> None:
    """Refuse a new address that asks nothing, and an old one that is still asked."""
    for old, new in template.renamed.items():
        place = f'renamed."{old}"'
        if old.count(".") != new.count(".") or old.count(".") < 1:
            remedy = 'Write "section.question" on both sides, or "section.question.column".'
            _fail_head(place, "the two addresses do not have the same depth.", remedy)
        if _asked_at(template, new) is None:
            _fail_head(place, f'there is no question "{new}".', "Write the newest address.")
        if _asked_at(template, old) is not None:
            _fail_head(place, "this question is still asked.", "Take the line out.")


def _asked_at(template: Template, dotted: str) -> Question | None:
    """Return the question or column that "section.question.column" means."""
    section, name, *columns = dotted.split(".")
    found = template.find(f"{section}.{name}")
    for column in columns:
        found = found.column(column) if found else None
    return found


def _fail_head(place: str, problem: str, remedy: str) -> NoReturn:
    raise TemplateError(f"template.toml: {place}: {problem} {remedy}")


def _answer(template: Template, criterion: Criterion) -> None:
    """Refuse an answer in a line that names what no document may know."""
    names = [
        name
        for alternative in criterion.answer
        for sentence in alternative.sentences
        for name in PLACEHOLDER.findall(sentence)
    ]
    names += [one.question for alternative in criterion.answer for one in alternative.when]
    for name in names:
        base, _, form = name.rpartition(".")
        question = template.find(base if form in FORMS else name)
        if not name.startswith("figures.") and (question is None or question.internal):
            _fail_head(
                f"criterion[{criterion.id}].answer",
                f'"{name}" is no question a document may name.',
                "Write section.question in full.",
            )
