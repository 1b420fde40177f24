"""A brief: what one reader needs to decide, in eight parts that always stand in the same order."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from roadmapper.document import covering
from roadmapper.document.blocks import carries_answers, make
from roadmapper.document.functions import FUNCTIONS
from roadmapper.document.shortening import shortened, shortened_blocks, words_of
from roadmapper.document.tree import (
    Block,
    Bullets,
    Chapter,
    Columns,
    Cover,
    Heading,
    Item,
    Paragraph,
    ParagraphLook,
    Text,
)
from roadmapper.document.wording import Scope, say_plain
from roadmapper.proposal.facts import Facts
from roadmapper.template.model import BlockRule, BriefRule

MOST_WORDS = {
    "decide": 46,
    "matters": 44,
    "propose": 54,
    "numbers": 64,
    "risk": 55,
    "needs": 40,
    "open": 38,
    "proof": 46,
}
"""How many words each part may have, so that a brief never has more than 450."""

_ROWS = (("decide",), ("matters", "propose"), ("numbers",), ("risk", "needs"), ("open", "proof"))
"""The parts from top to bottom; those of one row stand side by side."""

_HEADLINE = 16  # words


def brief_cover(rule: BriefRule, facts: Facts, now: datetime) -> Cover:
    """Return the band at the top of a brief, with its title below."""
    scope = Scope(facts, "")
    claim = say_plain(rule.headline, scope)
    return Cover(
        organization=covering.covered(facts, "vendor"),
        version=covering.edition_line(facts, now),
        eyebrow=facts.template.audiences[rule.id],
        title=shortened(claim, _HEADLINE),
        promise=say_plain(rule.line, scope),
        facts=(),
        banded=True,
    )


def brief_chapter(rule: BriefRule, facts: Facts, names: Mapping[str, str]) -> tuple[Chapter, ...]:
    """Return the parts of a brief as one chapter; none if nothing in it rests on an answer.

    `names` are the chapters of the full proposal, by id, as they are numbered there.
    """
    scope = Scope(facts, "")
    if not any(_speaks(one, rule, scope) for part in rule.parts.values() for one in part):
        return ()
    made = {name: tuple(_part(rule, name, scope, names)) for name in MOST_WORDS}
    blocks = tuple(block for row in _ROWS for block in _row([made[name] for name in row]))
    title = facts.template.audiences[rule.id]
    return (Chapter("brief", title, title, "", (), blocks),)


def _speaks(block: BlockRule, rule: BriefRule, scope: Scope) -> bool:
    return carries_answers(block, scope) and bool(make(block, scope, rule.id, FUNCTIONS))


def _row(parts: list[tuple[Block, ...]]) -> tuple[Block, ...]:
    told = [part for part in parts if part]
    return (
        (Columns(told[0], told[1]),)
        if len(told) > 1
        else tuple(block for part in told for block in part)
    )


def _part(rule: BriefRule, name: str, scope: Scope, names: Mapping[str, str]) -> Iterator[Block]:
    """Yield a part with its heading; nothing if it has nothing to say."""
    made = [
        block for one in rule.parts.get(name, ()) for block in make(one, scope, rule.id, FUNCTIONS)
    ]
    heading = rule.headings[name]
    if name == "matters" and not made and rule.usual:
        heading = rule.headings["usual"]
        made = [Bullets(tuple(Item((Text(one),)) for one in rule.usual))]
    more = _reading(rule, names) if name == "proof" else ()
    if made or more:
        yield Heading(heading)
        room = MOST_WORDS[name] - sum(words_of(one) for one in more)
        yield from shortened_blocks(tuple(_merged(made)), room)
        yield from more


def _reading(rule: BriefRule, names: Mapping[str, str]) -> tuple[Block, ...]:
    """Return where the full proposal says more."""
    wanted = dict.fromkeys(one for question in rule.questions for one in question.chapters)
    found = [names[one] for one in wanted if one in names]
    if not found:
        return ()
    return (Paragraph((Text(f"In the full proposal: {'; '.join(found)}."),), ParagraphLook.SMALL),)


def _merged(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks, with lists that follow each other as one."""
    for kind, several in groupby(
        blocks, lambda one: one.look if isinstance(one, Bullets) else None
    ):
        if kind is None:
            yield from several
            continue
        lists = [one for one in several if isinstance(one, Bullets)]
        yield replace(lists[0], items=tuple(item for one in lists for item in one.items))
