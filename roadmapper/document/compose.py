"""Composes a document: template and facts in, a numbered tree out.

A pure function; time and revision come from outside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from roadmapper.document import formats
from roadmapper.document.annexes import dense, with_pointers
from roadmapper.document.blocks import carries_answers, make
from roadmapper.document.functions import FUNCTIONS
from roadmapper.document.matrix import fill_matrix
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
    plain,
)
from roadmapper.document.wording import Scope, one_line, say, say_plain
from roadmapper.proposal.facts import Facts
from roadmapper.template.model import ChapterRule, Template

FURNITURE = ("matrix",)
"""Chapters made of the other chapters; they are left out when there is no other."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What is particular to one export: for whom, when, which revision, whether a draft.

    Without `annexes` it ends with the last chapter, and nothing leads to an annex.
    """

    audience: str
    now: datetime
    revision: str
    draft: bool = False
    annexes: bool = True


def compose(facts: Facts, edition: Edition) -> Document:
    """Return the document that these facts make for this audience."""
    numbered = number(tuple(_chapters(facts, edition)))
    chapters = fill_matrix(with_pointers(numbered), facts)
    title = _title(facts)
    vendor = _answer(facts, "deal.vendor")
    return Document(
        properties=Properties(
            title=title,
            subject=_answer(facts, "deal.name"),
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
    kept = {chapter.key for chapter in _chapters(facts, edition)}
    return tuple(rule for rule in facts.template.chapters if rule.id not in kept)


def badges(template: Template, criteria: tuple[str, ...] | None = None) -> tuple[Badge, ...]:
    """Return the criteria as badges: those named, or all."""
    return tuple(
        Badge(one.number, one.name)
        for one in template.criteria
        if criteria is None or one.id in criteria
    )


def _chapters(facts: Facts, edition: Edition) -> Iterator[Chapter]:
    rules = [rule for rule in facts.template.chapters if edition.annexes or not rule.annex]
    made = [(rule, _blocks(rule, facts, edition)) for rule in rules]
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
    scope = Scope(facts, rule.section)
    made = [(one, make(one, scope, edition.audience, FUNCTIONS)) for one in rule.blocks]
    if rule.id not in FURNITURE and not any(
        carries_answers(one, scope) and any(not isinstance(block, Heading) for block in blocks)
        for one, blocks in made
    ):
        return ()
    return tuple(block for _, blocks in made for block in blocks)


def _cover(facts: Facts, edition: Edition, vendor: str) -> Cover:
    version = _answer(facts, "deal.version")
    when = f"{formats.month_text(edition.now.date())}"
    decided = _answer(facts, "deal.decision_date")
    state = "Draft, not yet approved" if edition.draft else _handling(facts)
    told = [
        ("Prepared for", "Chief Medical Information Officer"),
        ("Decision expected", formats.date_text(decided)),
        ("Handling", state),
    ]
    return Cover(
        organization=vendor,
        version=f"{when}, version {version}" if version else when,
        eyebrow=facts.template.title,
        title=_answer(facts, "deal.health_system") or _answer(facts, "deal.name") or "Proposal",
        promise=_answer(facts, "deal.promise") or _answer(facts, "deal.name"),
        facts=tuple(Fact(label, value) for label, value in told if value),
        stations=_stations(facts),
    )


def _stations(facts: Facts) -> tuple[str, ...]:
    """Return the stages of the partnership as stops of the route on the cover."""
    question = facts.template.find("roadmap.stages")
    if question is None:
        return ()
    return tuple(question.fixed_label(row) for row in facts.filled_rows("roadmap.stages"))


def _title(facts: Facts) -> str:
    system = _answer(facts, "deal.health_system")
    name = facts.template.title
    return f"A {name[:1].lower()}{name[1:]} for {system}" if system else name


def _foot(facts: Facts, vendor: str, edition: Edition) -> str:
    draft = "Draft" if edition.draft else ""
    return ". ".join(one for one in (vendor, draft, _handling(facts)) if one)


def _handling(facts: Facts) -> str:
    question = facts.template.find("deal.confidentiality")
    text = _answer(facts, "deal.confidentiality")
    option = question.option(text) if question else None
    return option.label if option else text


def _answer(facts: Facts, path: str) -> str:
    """Return a text answer, or its default, on one line."""
    text = facts.answers.text(path)
    if not text:
        default = facts.defaults.get(path)
        text = default if isinstance(default, str) else ""
    return one_line(text, Scope(facts, path.partition(".")[0]))
