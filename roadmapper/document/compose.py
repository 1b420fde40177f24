"""Composes a document: template and facts in, a numbered tree out.

A pure function; time and revision come from outside.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from roadmapper.document import covering
from roadmapper.document.annexes import dense, with_pointers
from roadmapper.document.blocks import carries_answers, make
from roadmapper.document.briefs import brief_chapter, brief_cover
from roadmapper.document.card_pages import without_matrix
from roadmapper.document.functions import FUNCTIONS
from roadmapper.document.matrix import fill_matrix
from roadmapper.document.models import labels
from roadmapper.document.outline import number
from roadmapper.document.own_questions import fill_questions
from roadmapper.document.tree import (
    Badge,
    Block,
    Chapter,
    Contents,
    Document,
    Heading,
    plain,
)
from roadmapper.document.wording import Scope, say, say_plain
from roadmapper.proposal.facts import Facts
from roadmapper.template.model import BlockRule, BriefRule, ChapterRule, Template

FURNITURE = ("matrix",)
"""Chapters made of the other chapters; they are left out when there is no other."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is particular to one export: for whom, when, which revision, whether a draft.

    Without `annexes` it ends with the last chapter, and nothing leads to an annex.
    `chapters` are the ids of those to print, in order; None means those of the template.
    With `labels` a model has no page of its own, only its label.
    """

    audience: str
    now: datetime
    revision: str
    draft: bool = False
    annexes: bool = True
    chapters: tuple[str, ...] | None = None
    labels: bool = False


def compose(facts: Facts, edition: Edition) -> Document:
    """Return the document that these facts make for this audience: all of it, a part or a brief."""
    brief = facts.template.briefs.get(edition.audience)
    if brief is not None:
        return _brief(brief, facts, edition)
    part = facts.template.excerpts.get(edition.audience)
    return _excerpt(part, facts, edition) if part else _whole(facts, edition)


def _excerpt(part: tuple[str, ...], facts: Facts, edition: Edition) -> Document:
    """Return a few chapters alone, annexes among them also where the whole goes without."""
    made = _whole(facts, replace(edition, chapters=part, annexes=True))
    name = facts.template.audiences[edition.audience]
    title = f"{made.running_head}, {name[:1].lower()}{name[1:]}"
    return replace(
        made,
        properties=replace(made.properties, title=title),
        cover=replace(made.cover, eyebrow=name),
        chapters=tuple(
            replace(one, blocks=tuple(map(without_matrix, one.blocks))) for one in made.chapters
        ),
    )


def _whole(facts: Facts, edition: Edition) -> Document:
    numbered = number(tuple(_chapters(facts, edition)))
    chapters = fill_questions(fill_matrix(with_pointers(numbered), facts), facts)
    title = covering.title(facts)
    return Document(
        properties=covering.properties(facts, edition.now, edition.revision, title),
        cover=covering.cover(facts, edition.now, draft=edition.draft),
        contents=Contents("Contents", "The criteria you decide by", badges(facts.template)),
        chapters=chapters,
        running_head=title,
        foot=covering.foot(facts, draft=edition.draft),
    )


def _brief(rule: BriefRule, facts: Facts, edition: Edition) -> Document:
    whole = replace(edition, audience="full")
    silent = left_out(facts, whole)
    chapters = [one for one in _rules(facts.template, whole) if one not in silent and not one.annex]
    names = {
        one.id: f"{at} {say_plain(one.title, Scope(facts, one.section))}"
        for at, one in enumerate(chapters, 1)
    }
    blocks = number(brief_chapter(rule, facts, names))
    title = f"{covering.title(facts)}, {facts.template.audiences[rule.id].lower()}"
    return Document(
        properties=covering.properties(facts, edition.now, edition.revision, title),
        cover=brief_cover(rule, facts, edition.now),
        contents=None,
        chapters=blocks,
        running_head=covering.title(facts),
        foot=covering.foot(facts, draft=edition.draft),
    )


def left_out(facts: Facts, edition: Edition) -> tuple[ChapterRule, ...]:
    """Return the chapters that have nothing to say and are left out."""
    rules = _rules(facts.template, edition)
    told = [
        rule
        for rule in rules
        if rule.id not in FURNITURE
        and _speaks(_made(rule, facts, edition), Scope(facts, rule.section))
    ]
    frames = [rule for rule in rules if rule.id in FURNITURE]
    kept = told + [rule for rule in frames if told and _blocks(rule, facts, edition)]
    names = {rule.id for rule in kept}
    return tuple(rule for rule in rules if rule.id not in names)


def badges(template: Template, criteria: tuple[str, ...] | None = None) -> tuple[Badge, ...]:
    """Return the criteria as badges: those named, or all."""
    return tuple(
        Badge(one.number, one.name)
        for one in template.criteria
        if criteria is None or one.id in criteria
    )


def _rules(template: Template, edition: Edition) -> tuple[ChapterRule, ...]:
    """Return the chapters that are wanted, in the order they are wanted in; annexes come last."""
    known = {rule.id: rule for rule in template.chapters}
    names = [rule.id for rule in template.chapters if not rule.private]
    if edition.chapters is not None:
        names = [name for name in edition.chapters if name in known]
    rules = sorted((known[name] for name in names), key=lambda rule: rule.annex)
    return tuple(rule for rule in rules if edition.annexes or not rule.annex)


def _chapters(facts: Facts, edition: Edition) -> Iterator[Chapter]:
    made = [(rule, _blocks(rule, facts, edition)) for rule in _rules(facts.template, edition)]
    body = [rule.id for rule, blocks in made if blocks and not rule.annex]
    told = [name for name in body if name not in FURNITURE]
    for rule, blocks in made:
        if blocks and (told or rule.id not in FURNITURE):
            yield _chapter(rule, blocks, facts)


def _chapter(rule: ChapterRule, blocks: tuple[Block, ...], facts: Facts) -> Chapter:
    scope = Scope(facts, rule.section)
    title = say_plain(rule.title, scope)
    return Chapter(
        key=rule.id,
        title=title,
        headline=plain(say(rule.headline, scope)) or title,
        line=say_plain(rule.line, scope),
        badges=badges(facts.template, rule.criteria),
        blocks=dense(blocks) if rule.annex else blocks,
        annex=rule.annex,
    )


def _blocks(rule: ChapterRule, facts: Facts, edition: Edition) -> tuple[Block, ...]:
    """Return a chapter's blocks; none if nothing answered is said in it."""
    made = tuple(_made(rule, facts, edition))
    if rule.id not in FURNITURE and not _speaks(made, Scope(facts, rule.section)):
        return ()
    return tuple(block for _, blocks in made for block in blocks)


def _made(
    rule: ChapterRule, facts: Facts, edition: Edition
) -> Iterator[tuple[BlockRule, tuple[Block, ...]]]:
    """Yield each block rule of a chapter with the blocks it makes."""
    scope = Scope(facts, rule.section)
    functions = {**FUNCTIONS, "models": labels} if edition.labels else FUNCTIONS
    for one in rule.blocks:
        yield one, make(one, scope, edition.audience, functions)


def _speaks(made: Iterable[tuple[BlockRule, tuple[Block, ...]]], scope: Scope) -> bool:
    """Return whether blocks say something that was answered; looks no further than the first."""
    return any(
        carries_answers(rule, scope) and any(not isinstance(block, Heading) for block in blocks)
        for rule, blocks in made
    )
