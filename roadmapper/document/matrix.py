"""The criteria matrix: each criterion, our answer in a line, what it rests on, where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from roadmapper.document.citing import source_key
from roadmapper.document.readers import (
    HARDEST,
    READERS,
    chapter_cells,
    hardest_table,
    readers_table,
)
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
    Link,
    Row,
    Sources,
    Table,
    Text,
    walk,
)
from roadmapper.document.wording import Scope, say
from roadmapper.proposal.facts import Facts
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.ranking import ranked_criteria
from roadmapper.template.model import BlockRule, Criterion

KEY = "criteria-matrix"
_GRADE = "design"
_NO_ANSWER = frozenset({"summary", "matrix", "ask"})
"""Chapters that point to answers but are none; nor are annexes."""


def matrix_place(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield where the matrix will stand; it is filled once all chapters are known."""
    del rule, scope
    yield Table(KEY, "", (), ())


def criteria(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield our answer to each criterion in a line, what the system weighs most first."""
    del rule
    items = tuple(
        Item((Text(f"{one.name}. ", bold=True), *line))
        for one in ranked_criteria(scope.facts.template, scope.facts.answers)
        if (line := say(one.answer, scope))
    )
    if items:
        yield Bullets(items)


def fill_matrix(chapters: tuple[Chapter, ...], facts: Facts) -> tuple[Chapter, ...]:
    """Return the chapters with the matrices of criteria and of readers in their places."""
    answers = [
        chapter for chapter in chapters if not chapter.annex and chapter.key not in _NO_ANSWER
    ]
    tables = {
        KEY: _criteria_table(answers, facts, _numbers(chapters)),
        READERS: readers_table(answers, facts),
        HARDEST: hardest_table(answers, facts),
    }
    return tuple(
        replace(chapter, blocks=tuple(_filled(chapter.blocks, tables))) for chapter in chapters
    )


def _filled(blocks: tuple[Block, ...], tables: Mapping[str, Table]) -> Iterator[Block]:
    """Yield the blocks with the tables that now can be told; one without rows is left out."""
    for block in blocks:
        if not isinstance(block, Table) or block.key not in tables:
            yield block
            continue
        told = tables[block.key]
        if told.rows:
            yield replace(told, number=block.number, dense=told.dense or block.dense)


def _criteria_table(
    answers: list[Chapter], facts: Facts, numbers: Mapping[str, tuple[str, int]]
) -> Table:
    columns = (
        Column("What you ask", weight=1.4),
        Column("Our answer in a line", weight=1.45),
        Column("What it rests on", weight=1.35),
        Column("Where you find it", weight=1.2),
        Column("Page", Align.RIGHT, 0.4),
    )
    scope = Scope(facts, "")
    ranked = ranked_criteria(facts.template, facts.answers)
    rows = tuple(_row(one, answers, _rests_on(one, scope, numbers), scope) for one in ranked)
    return Table(KEY, "", columns, rows, dense=True)


def _row(criterion: Criterion, chapters: list[Chapter], proof: Cell, scope: Scope) -> Row:
    badge = Badge(criterion.number, criterion.name)
    found = [one for one in chapters if badge in one.badges]
    question = Cell(((Text(criterion.question),),), badges=(badge,))
    if not found:
        return Row((question, Cell(((Text("Not answered yet"),),)), Cell(), Cell(), Cell()))
    see = Text("See the chapter" if len(found) == 1 else "See the chapters")
    answer = say(criterion.answer, scope) or (see,)
    return Row((question, Cell((answer,)), proof, *chapter_cells(found)))


def _rests_on(criterion: Criterion, scope: Scope, numbers: Mapping[str, tuple[str, int]]) -> Cell:
    """Return what our answer rests on: in a line, and the sources with the grade of the best."""
    told = say(criterion.evidence, scope)
    cited = sorted(
        (numbers[row][1], numbers[row][0], row)
        for row in _cited(criterion, scope.facts)
        if row in numbers
    )
    lines: list[Line] = [told] if told else []
    if cited:
        line: list[Text | Link] = [Text("Source " if len(cited) == 1 else "Sources ")]
        for place, (number, key, _) in enumerate(cited):
            line += [Text(", ")] if place else []
            line.append(Link(str(number), f"#{key}"))
        grade = _best_grade([row for _, _, row in cited], scope)
        lines.append((*line, Text(f"; strongest: {grade}." if grade else ".")))
    return Cell(tuple(lines) or ((Text("No source yet"),),))


def _cited(criterion: Criterion, facts: Facts) -> set[str]:
    """Return the rows of evidence linked to an answer to this criterion."""
    linked = [*facts.citations.items(), *_linked(facts)]
    return {row for path, rows in linked if criterion.id in _asked_for(path, facts) for row in rows}


def _asked_for(path: str, facts: Facts) -> tuple[str, ...]:
    """Return the criteria that an answer is evidence for."""
    question = facts.template.find(str(AnswerPath.parse(path).root))
    section = facts.template.section(path.partition(".")[0])
    own = question.criteria if question else ()
    return own or (section.criteria if section else ())


def _linked(facts: Facts) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the cells that name rows of the register."""
    for path, value in facts.answers.items():
        if isinstance(value, tuple) and (address := AnswerPath.parse(path)).columns:
            asked = facts.template.question(address.section, address.question, address.columns)
            if asked.link == REGISTER:
                yield path, value


def _best_grade(rows: list[str], scope: Scope) -> str:
    """Return the strongest design among rows of evidence, as the register orders designs."""
    question = scope.facts.template.find(REGISTER)
    design = question.column(_GRADE) if question else None
    given = {scope.facts.answers.text(f"{REGISTER}[{row}].{_GRADE}") for row in rows}
    return next((one.text for one in design.options if one.value in given), "") if design else ""


def _numbers(chapters: tuple[Chapter, ...]) -> dict[str, tuple[str, int]]:
    """Return key and number of each source that is printed, by its row in the register."""
    printed = {
        entry.key: entry.number
        for chapter in chapters
        for block in walk(chapter.blocks)
        if isinstance(block, Sources)
        for entry in block.entries
    }
    return {key.removeprefix(source_key("")): (key, number) for key, number in printed.items()}
