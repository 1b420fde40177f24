"""Where each reader finds answers, and where the hardest questions are answered or will be."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from roadmapper.document import formats
from roadmapper.document.tree import (
    Align,
    Block,
    Cell,
    Chapter,
    Column,
    Link,
    PageNumber,
    Row,
    Table,
    Text,
)
from roadmapper.document.wording import Scope, all_hold
from roadmapper.proposal.facts import Facts
from roadmapper.template.model import BlockRule
from roadmapper.template.validate import HARDEST as HARDEST_QUESTION

READERS, HARDEST = "readers-matrix", "hardest-matrix"
_READERS_CAPTION = "Where each reader finds the answer"
_HARDEST_CAPTION = "The hardest questions, and where each is answered"


def readers_place(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield where the table of readers will stand; it is filled once all chapters are known."""
    del rule
    if scope.facts.answers:
        yield Table(READERS, _READERS_CAPTION, (), ())


def hardest_place(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield where the hardest questions will stand."""
    del rule
    if scope.facts.answers:
        yield Table(HARDEST, _HARDEST_CAPTION, (), ())


def chapter_cells(found: Iterable[Chapter]) -> tuple[Cell, Cell]:
    """Return the names of chapters, each leading there, and the pages on which they begin."""
    chapters = tuple(found)
    return (
        Cell(tuple((Link(one.name, f"#{one.key}"),) for one in chapters)),
        Cell(tuple((PageNumber(one.key),) for one in chapters)),
    )


def readers_table(answers: Iterable[Chapter], facts: Facts) -> Table:
    """Return what each reader asks, and the chapters that answer it."""
    chapters = {one.key: one for one in answers}
    rows = []
    for brief in facts.template.briefs.values():
        title = facts.template.audiences[brief.id]
        for question in brief.questions:
            found = [chapters[key] for key in question.chapters if key in chapters]
            reader = Cell(((Text(title),),) if title else (), bold=True)
            rows.append(Row((reader, _said(question.text), *_where(found))))
            title = ""
    columns = (
        Column("Reader", weight=0.7),
        Column("What you ask", weight=2.2),
        Column("Where you find it", weight=1.6),
        Column("Page", Align.RIGHT, 0.4),
    )
    return Table(READERS, _READERS_CAPTION, columns, tuple(rows))


def hardest_table(answers: Iterable[Chapter], facts: Facts) -> Table:
    """Return the hardest questions: where each is answered, or by when it will be."""
    chapters = sorted(answers, key=attrgetter("number"))
    asked = facts.template.find(HARDEST_QUESTION)
    rows = []
    for one in facts.template.hardest if asked else ():
        answered = all_hold(one.when, Scope(facts, ""))
        found = [chapter for chapter in chapters if chapter.key in one.chapters and answered]
        open_cell = Cell(((Text(_not_yet(one.id, facts)),),))
        where = chapter_cells(found) if found else (open_cell, Cell())
        rows.append(Row((_said(asked.fixed_label(one.id) if asked else ""), *where)))
    columns = (
        Column("The question", weight=2.4),
        Column("Where it is answered", weight=1.8),
        Column("Page", Align.RIGHT, 0.4),
    )
    return Table(HARDEST, _HARDEST_CAPTION, columns, tuple(rows))


def _where(found: list[Chapter]) -> tuple[Cell, Cell]:
    return chapter_cells(found) if found else (_said("Not answered yet"), Cell())


def _said(text: str) -> Cell:
    return Cell(((Text(text),),))


def _not_yet(row: str, facts: Facts) -> str:
    """Return who will answer a question and by when, as far as somebody said so."""
    who = facts.answers.text(f"{HARDEST_QUESTION}[{row}].who")
    by = formats.date_text(facts.answers.text(f"{HARDEST_QUESTION}[{row}].by"))
    told = "Not yet, by {by}" if by else "Not yet; no day is set"
    return f"{told.format(by=by)}{f' ({who})' if who else ''}"
