"""The criteria matrix: for each criterion the chapters that answer it, our answer in a line, and the page."""

from dataclasses import replace

from roadmapper.document.tree import (
    Align,
    Badge,
    Cell,
    Chapter,
    Column,
    PageNumber,
    Row,
    Table,
    Text,
)
from roadmapper.proposal.facts import Facts
from roadmapper.template.model import Criterion

CHAPTER = "matrix"
_NO_ANSWER = frozenset({"summary", "matrix", "sources", "assumptions", "ask"})
"""Chapters that point to answers but are none."""


def fill_matrix(chapters: tuple[Chapter, ...], facts: Facts) -> tuple[Chapter, ...]:
    """Return the chapters with the matrix of criteria in its place."""
    answers = [chapter for chapter in chapters if chapter.key not in _NO_ANSWER]
    rows = tuple(row for one in facts.template.criteria for row in _rows(one, answers))
    columns = (
        Column("What you ask", weight=1.5),
        Column("Where we answer it", weight=1.2),
        Column("Our answer in a line", weight=2),
        Column("Page", Align.RIGHT, 0.45),
    )
    table = Table("criteria-matrix", "", columns, rows)
    return tuple(
        replace(chapter, blocks=(*chapter.blocks, table)) if chapter.key == CHAPTER else chapter
        for chapter in chapters
    )


def _rows(criterion: Criterion, chapters: list[Chapter]) -> list[Row]:
    badge = Badge(criterion.number, criterion.name)
    found = [one for one in chapters if badge in one.badges]
    question = ((Text(criterion.question),),)
    if not found:
        nowhere = Cell(((Text("Not answered yet"),),))
        return [Row((Cell(question, badges=(badge,)), nowhere, Cell(), Cell()))]
    return [
        Row(
            (
                Cell(question if place == 0 else (), badges=(badge,)),
                Cell(((Text(f"{chapter.number} {chapter.title}"),),), bold=True),
                Cell(((Text(chapter.headline),),)),
                Cell(((PageNumber(chapter.key),),)),
            )
        )
        for place, chapter in enumerate(found)
    ]
