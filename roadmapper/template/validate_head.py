"""Checks what template.toml itself says: the cover, renamed questions, answers to criteria."""

from typing import NoReturn

from roadmapper.errors import TemplateError
from roadmapper.template.model import Criterion, Question, Template, Wording
from roadmapper.template.wordings import FORMS, PLACEHOLDER


def validate_head(template: Template) -> None:
    """Refuse a template.toml that names what is not asked, or may not be printed.

    Raises:
        TemplateError: Names the place, what is wrong and what to write.
    """
    _cover(template)
    _renamed(template)
    _ranking(template)
    _excerpts(template)
    for criterion in template.criteria:
        _answer(template, criterion, "answer", criterion.answer)
        _answer(template, criterion, "evidence", criterion.evidence)


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


def _ranking(template: Template) -> None:
    """Refuse an order by weights nobody asks for, or of chapters that are not there."""
    ranking, known = template.ranking, [rule.id for rule in template.chapters]
    question = template.find(ranking.weights)
    rows = [row.id for row in question.fixed] if question else []
    if ranking.weights and rows != [one.id.lower() for one in template.criteria]:
        problem = f'"{ranking.weights}" is no table with a row for each criterion.'
        _fail_head("ranking.weights", problem, "Name the rows as the criteria, in small letters.")
    for one in ranking.chapters:
        if one not in known:
            _fail_head("ranking.chapters", f'no chapter "{one}".', f"Known: {', '.join(known)}.")


def _excerpts(template: Template) -> None:
    """Refuse an audience that gets chapters that are not there."""
    known = [rule.id for rule in template.chapters]
    for audience, chapters in template.excerpts.items():
        for one in chapters:
            if one not in known:
                place, told = f'audience "{audience}": chapters', ", ".join(known)
                _fail_head(place, f'no chapter "{one}".', f"Known: {told}.")


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


def _answer(template: Template, criterion: Criterion, key: str, wording: Wording) -> None:
    """Refuse an answer in a line that names what no document may know."""
    names = [
        name
        for alternative in wording
        for sentence in alternative.sentences
        for name in PLACEHOLDER.findall(sentence)
    ]
    names += [one.question for alternative in wording for one in alternative.when]
    for name in names:
        base, _, form = name.rpartition(".")
        question = template.find(base if form in FORMS else name)
        if not name.startswith("figures.") and (question is None or question.internal):
            _fail_head(
                f"criterion[{criterion.id}].{key}",
                f'"{name}" is no question a document may name.',
                "Write section.question in full.",
            )
