"""Composes a document: template and facts in, a numbered tree out.

A pure function; time and revision come from outside.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from roadmapper.document import formats
from roadmapper.document.annexes import dense, with_pointers
from roadmapper.document.blocks import carries_answers, make
from roadmapper.document.functions import FUNCTIONS
from roadmapper.document.matrix import fill_matrix
from roadmapper.document.models import labels
from roadmapper.document.outline import number
from roadmapper.document.tree import (
    Badge,
    Block,
    Chapter,
    Contents,
    Cover,
    Document,
    Fact,
    Heading,
    Properties,
    Source,
    plain,
)
from roadmapper.document.wording import Scope, one_line, say, say_plain
from roadmapper.proposal.facts import Facts
from roadmapper.template.model import BlockRule, ChapterRule, Template

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
    """Return the document that these facts make for this audience."""
    numbered = number(tuple(_chapters(facts, edition)))
    chapters = fill_matrix(with_pointers(numbered), facts)
    title = _title(facts)
    vendor = _covered(facts, "vendor")
    return Document(
        properties=Properties(
            title=title,
            subject=_covered(facts, "name"),
            organization=vendor,
            language=facts.template.language,
            created=edition.now,
            revision=edition.revision,
        ),
        cover=_cover(facts, edition, vendor),
        contents=Contents("Contents", "The criteria you decide by", badges(facts.template)),
        chapters=chapters,
        running_head=title,
        foot=_foot(facts, vendor, edition),
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


def _cover(facts: Facts, edition: Edition, vendor: str) -> Cover:
    version = _covered(facts, "version")
    when = f"{formats.month_text(edition.now.date())}"
    decided = _covered(facts, "decision")
    state = "Draft, not yet approved" if edition.draft else _handling(facts)
    told = [
        ("Prepared for", "Chief Medical Information Officer"),
        ("Decision expected", formats.date_text(decided)),
        ("Handling", state),
    ]
    title = _covered(facts, "customer") or _covered(facts, "name") or "Proposal"
    promise = _covered(facts, "promise") or _covered(facts, "name")
    return Cover(
        organization=vendor,
        version=f"{when}, version {version}" if version else when,
        eyebrow=facts.template.title,
        title=title,
        promise=promise,
        facts=tuple(Fact(label, value) for label, value in told if value),
        stations=_stations(facts),
        title_source=_source(facts, "customer", title),
        promise_source=_source(facts, "promise", promise),
    )


def _source(facts: Facts, name: str, shown: str) -> Source | None:
    """Return which answer a text of the cover is, if it is one letter by letter."""
    path = facts.template.cover.get(name, "")
    return Source(path) if shown and facts.answers.text(path) == shown else None


def _stations(facts: Facts) -> tuple[str, ...]:
    """Return the stages of the partnership as stops of the route on the cover."""
    path = facts.template.cover.get("stages", "")
    question = facts.template.find(path)
    if question is None:
        return ()
    return tuple(question.fixed_label(row) for row in facts.filled_rows(path))


def _title(facts: Facts) -> str:
    system = _covered(facts, "customer")
    name = facts.template.title
    return f"A {name[:1].lower()}{name[1:]} for {system}" if system else name


def _foot(facts: Facts, vendor: str, edition: Edition) -> str:
    draft = "Draft" if edition.draft else ""
    return ". ".join(one for one in (vendor, draft, _handling(facts)) if one)


def _handling(facts: Facts) -> str:
    question = facts.template.find(facts.template.cover.get("handling", ""))
    text = _covered(facts, "handling")
    option = question.option(text) if question else None
    return option.label if option else text


def _covered(facts: Facts, name: str) -> str:
    """Return what the cover shows under this name: an answer or its default, on one line."""
    path = facts.template.cover.get(name, "")
    text = facts.answers.text(path)
    if not text:
        default = facts.defaults.get(path)
        text = default if isinstance(default, str) else ""
    return one_line(text, Scope(facts, path.partition(".")[0]))
