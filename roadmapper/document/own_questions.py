"""The reader's own questions: each with the place and page of its answer, or when it will come."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

from roadmapper.document import formats
from roadmapper.document.tree import (
    Align,
    Block,
    Cell,
    Chapter,
    Column,
    Heading,
    ModelFact,
    PageNumber,
    Row,
    Source,
    Table,
    Text,
    walk,
)
from roadmapper.document.wording import Scope
from roadmapper.proposal.facts import Facts
from roadmapper.proposal.their_questions import TheirQuestion, their_questions
from roadmapper.template.kinds import day
from roadmapper.template.model import BlockRule

KEY = "their-questions"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands: how that is called, and the key of its page."""

    name: str
    key: str


def questions_place(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield where their questions will stand; it is filled once all chapters are known."""
    del rule
    if their_questions(scope.facts.template, scope.facts.answers):
        columns = (
            Column("You ask", weight=2.2),
            Column("Where we answer it", weight=1.8),
            Column("Page", Align.RIGHT, 0.45),
        )
        yield Table(KEY, "Your questions, and where each is answered", columns, ())


def fill_questions(chapters: tuple[Chapter, ...], facts: Facts) -> tuple[Chapter, ...]:
    """Return the chapters with the answers to their questions in their place."""
    asked = their_questions(facts.template, facts.answers)
    if not asked:
        return chapters
    places = _places(chapters, facts)
    rows = tuple(_row(one, places) for one in asked)
    return tuple(
        replace(
            chapter,
            blocks=tuple(
                replace(block, rows=rows)
                if isinstance(block, Table) and block.key == KEY
                else block
                for block in chapter.blocks
            ),
        )
        for chapter in chapters
    )


def _row(asked: TheirQuestion, places: Mapping[str, _Place]) -> Row:
    question = Cell(((Text(asked.text),),))
    place = places.get(asked.where) or places.get(asked.where.partition(".")[0])
    if asked.is_answered and place is not None:
        return Row((question, Cell(((Text(place.name),),)), Cell(((PageNumber(place.key),),))))
    if asked.is_answered:
        return Row((question, Cell(((Text("Answered, but not in this version"),),)), Cell()))
    by = formats.date_text(asked.by) if day(asked.by) else ""
    told = f"Not yet; we answer by {by}" if by else "Not yet"
    return Row((question, Cell(((Text(told),),)), Cell()))


def _places(chapters: tuple[Chapter, ...], facts: Facts) -> Mapping[str, _Place]:
    """Return where each answer, and each step, is printed first; chapters go before annexes."""
    sections = {rule.id: rule.section for rule in facts.template.chapters}
    found: dict[str, _Place] = {}
    for chapter in sorted(chapters, key=lambda one: one.annex):
        place = _Place(chapter.name, chapter.key)
        found.setdefault(sections.get(chapter.key, ""), place)
        for block in walk(chapter.blocks):
            if isinstance(block, Heading):
                place = _Place(f"{chapter.name}: {block.text}", block.key)
            for path in _sources(block):
                found.setdefault(path.partition("[")[0], place)
    return found


def _sources(part: object) -> Iterator[str]:
    """Yield the addresses of the answers that a part of the document shows."""
    match part:
        case Source(path=path):
            yield path
        case ModelFact(about=path) if path:
            yield path
        case tuple():
            for one in part:
                yield from _sources(one)
        case _ if is_dataclass(part):
            for one in fields(part):
                yield from _sources(getattr(part, one.name))
        case _:
            return
