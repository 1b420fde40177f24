"""The criteria matrix: for each criterion our answer in a line, the chapters, the pages."""

from collections.abc import Iterator
from dataclasses import replace

from roadmapper.document.tree import (
    Align,
    Badge,
    Block,
    Bullets,
    Cell,
    Chapter,
    Column,
    Item,
    Line,
    PageNumber,
    Row,
    Table,
    Text,
)
from roadmapper.document.wording import Scope, say
from roadmapper.proposal.facts import Facts
from roadmapper.template.model import BlockRule, Criterion

KEY = "criteria-matrix"
_NO_ANSWER = frozenset({"summary", "matrix", "ask"})
"""Chapters that point to answers but are none; nor are annexes."""


def matrix_place(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield where the matrix will stand; it is filled once all chapters are known."""
    del rule, scope
    yield Table(KEY, "", (), ())


def criteria(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield our answer to each criterion in a line, those that have one."""
    del rule
    items = tuple(
        Item((Text(f"{one.name}. ", bold=True), *line))
        for one in scope.facts.template.criteria
        if (line := say(one.answer, scope))
    )
    if items:
        yield Bullets(items)


def fill_matrix(chapters: tuple[Chapter, ...], facts: Facts) -> tuple[Chapter, ...]:
    """Return the chapters with the matrix of criteria in its place."""
    answers = [
        chapter for chapter in chapters if not chapter.annex and chapter.key not in _NO_ANSWER
    ]
    columns = (
        Column("What you ask", weight=1.5),
        Column("Our answer in a line", weight=1.6),
        Column("Where you find it", weight=1.4),
        Column("Page", Align.RIGHT, 0.45),
    )
    scope = Scope(facts, "")
    rows = tuple(_row(one, say(one.answer, scope), answers) for one in facts.template.criteria)
    table = Table(KEY, "", columns, rows)
    return tuple(
        replace(
            chapter,
            blocks=tuple(
                table if isinstance(block, Table) and block.key == KEY else block
                for block in chapter.blocks
            ),
        )
        for chapter in chapters
    )


def _row(criterion: Criterion, answer: Line, chapters: list[Chapter]) -> Row:
    badge = Badge(criterion.number, criterion.name)
    found = [one for one in chapters if badge in one.badges]
    question = Cell(((Text(criterion.question),),), badges=(badge,))
    if not found:
        return Row((question, Cell(((Text("Not answered yet"),),)), Cell(), Cell()))
    return Row(
        (
            question,
            Cell(
                (answer or (Text("See the chapter" if len(found) == 1 else "See the chapters"),),)
            ),
            Cell(tuple((Text(one.name),) for one in found)),
            Cell(tuple((PageNumber(one.key),) for one in found)),
        )
    )
