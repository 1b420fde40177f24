"""One function per kind of block: what a template's rule and the facts make of the tree."""

from collections.abc import Callable, Iterator, Mapping
from itertools import takewhile

from roadmapper.document import formats, markup
from roadmapper.document.prose import answer_blocks
from roadmapper.document.tables import answer_cell, rows_table
from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Columns,
    Heading,
    Item,
    KeyFigure,
    KeyFigures,
    ListLook,
    NoteMark,
    Paragraph,
    ParagraphLook,
    Quote,
    Row,
    Source,
    Step,
    Steps,
    Table,
    Text,
)
from roadmapper.document.wording import (
    Scope,
    all_hold,
    full_name,
    rests,
    say,
    say_plain,
    speaks_of_answers,
)
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import GROUP_KINDS, NUMBER_KINDS, Kind
from roadmapper.template.model import BlockRule, Question

_FRAMES = frozenset({"readers", "hardest"})
"""Functions whose blocks lead to answers and are none."""

Maker = Callable[[BlockRule, Scope], Iterator[Block]]


def make(
    rule: BlockRule, scope: Scope, audience: str, functions: Mapping[str, Maker]
) -> tuple[Block, ...]:
    """Return the blocks a rule makes of the facts; none if it has nothing to tell this audience."""
    if not all_hold(rule.when, scope):
        return ()
    if rule.audience and audience not in (*rule.audience, "full"):
        return ()
    if rule.kind == "columns":
        return _columns(rule, scope, audience, functions)
    maker = functions.get(rule.name) if rule.kind == "function" else MAKERS[rule.kind]
    if maker is None:
        return ()
    return _headed(rule, scope, tuple(maker(rule, scope)))


def carries_answers(rule: BlockRule, scope: Scope) -> bool:
    """Return whether what a rule says rests on answers, not on the template's words alone."""
    if not all_hold(rule.when, scope):
        return False
    if rule.kind == "function":
        return rule.name not in _FRAMES
    if rule.kind in ("answer", "table", "facts") or rule.of or rests(rule.when):
        return True
    if rule.kind == "columns":
        return any(carries_answers(one, scope) for one in (*rule.left, *rule.right))
    wordings = [wording for key, wording in rule.wordings.items() if key != "heading"]
    wordings += [wording for entry in rule.items for wording in entry.parts.values()]
    return any(speaks_of_answers(wording, scope) for wording in wordings)


def _headed(rule: BlockRule, scope: Scope, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    heading = say_plain(rule.wordings.get("heading", ()), scope)
    return (Heading(heading), *blocks) if heading and blocks else blocks


def _columns(
    rule: BlockRule, scope: Scope, audience: str, functions: Mapping[str, Maker]
) -> tuple[Block, ...]:
    left = tuple(block for one in rule.left for block in make(one, scope, audience, functions))
    right = tuple(block for one in rule.right for block in make(one, scope, audience, functions))
    if not left or not right:
        return _headed(rule, scope, left or right)
    return _headed(rule, scope, (Columns(left, right, rule.share),))


# --- makers -------------------------------------------------------------------------------------


def _heading(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    text = say_plain(rule.wordings["text"], scope)
    if text:
        yield Heading(text, rule.level)


def _paragraph(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    line = say(rule.wordings["text"], scope)
    note = say(rule.wordings.get("note", ()), scope)
    if line:
        mark = NoteMark(0, tuple(part for part in note if isinstance(part, Text)))
        look = ParagraphLook(rule.look or "body")
        yield Paragraph((*line, mark) if note else line, look)


def _answer(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    run_in = say_plain(rule.wordings.get("run_in", ()), scope)
    for name in rule.of:
        path = full_name(name, scope.section)
        question = scope.facts.template.find(path)
        if question is not None:
            yield from answer_blocks(question, AnswerPath.parse(path), scope, run_in=run_in)


def _list(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    look = ListLook(rule.look or "bullet")
    items = tuple(_row_items(rule, scope) if rule.of else _free_items(rule, scope))
    if items:
        yield Bullets(items, look)


def _row_items(rule: BlockRule, scope: Scope) -> Iterator[Item]:
    for row_scope in _rows(rule, scope):
        line = say(rule.wordings["text"], row_scope)
        if line:
            yield Item(line, source=_sole_source(rule, row_scope))


def _sole_source(rule: BlockRule, scope: Scope) -> Source | None:
    """Return the address if the item is exactly one column of its row."""
    sentences = [one for wording in rule.wordings["text"] for one in wording.sentences]
    if len(sentences) != 1 or scope.row is None or scope.columns is None:
        return None
    name = sentences[0].strip("{}")
    exact = sentences[0] == f"{{{name}}}" and scope.columns.column(name) is not None
    return Source(str(scope.row.column(name))) if exact else None


def _free_items(rule: BlockRule, scope: Scope) -> Iterator[Item]:
    for entry in rule.items:
        line = say(entry.parts.get("text", ()), scope)
        if line:
            yield Item(line)


def _rows(rule: BlockRule, scope: Scope) -> Iterator[Scope]:
    path = AnswerPath.parse(full_name(rule.of[0], scope.section))
    question = scope.facts.template.find(str(path))
    if question is None or question.kind not in GROUP_KINDS:
        return
    for row in scope.facts.chosen_rows(str(path), rule.where, rule.most):
        yield scope.inside(path.row(row), question)


def _table(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    path = AnswerPath.parse(full_name(rule.of[0], scope.section))
    question = scope.facts.template.find(str(path))
    if question is None:
        return
    earlier = _earlier_tables(rule, str(path), scope)
    table = rows_table(
        question,
        path,
        rule.columns,
        scope,
        where=rule.where,
        most=rule.most,
        known=frozenset(column.id for one in earlier for column in one.columns),
        caption=say_plain(rule.wordings["caption"], scope),
        note=say_plain(rule.wordings["note"], scope),
    )
    if table is None:
        return
    if len(table.columns) > 1:
        yield table
    elif not earlier:
        yield Bullets(tuple(_item(row.cells[0]) for row in table.rows))


def _item(cell: Cell) -> Item:
    return Item(cell.paragraphs[0], source=cell.source)


def _earlier_tables(rule: BlockRule, path: str, scope: Scope) -> list[BlockRule]:
    """Return the tables of the same question that stand before this one."""
    tables = (
        one
        for chapter in scope.facts.template.chapters
        for one in chapter.every_block()
        if one.kind == "table" and full_name(one.of[0], chapter.section) == path
    )
    return list(takewhile(lambda one: one is not rule, tables))


def _facts(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    rows = []
    for name in rule.of:
        path = full_name(name, scope.section)
        question = scope.facts.template.find(path)
        if question is not None:
            row = fact_row(question, AnswerPath.parse(path), scope)
            rows += [row] if row else []
    if rows:
        caption = say_plain(rule.wordings["caption"], scope)
        note = say_plain(rule.wordings["note"], scope)
        columns = (Column("Subject", weight=1), Column("Answer", weight=2.4))
        yield Table(f"f-{scope.section}-{rule.of[0]}", caption, columns, tuple(rows), note)


def fact_row(question: Question, path: AnswerPath, scope: Scope) -> Row | None:
    """Return label and answer as a row; None if it is not answered."""
    cell = _fact_cell(question, path, scope)
    if not cell.paragraphs:
        return None
    return Row((Cell(((Text(question.label),),), bold=True), cell))


def _fact_cell(question: Question, path: AnswerPath, scope: Scope) -> Cell:
    value = scope.facts.answers.value(str(path))
    if question.unit and question.kind in NUMBER_KINDS | {Kind.RANGE}:
        text = formats.value_text(question, value)
        return Cell(((Text(markup.clean(text)),),), Source(str(path))) if text else Cell()
    return answer_cell(question, path, scope)


def _figures(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    items = []
    for entry in rule.items:
        value = say_plain(entry.parts.get("value", ()), scope)
        label = say_plain(entry.parts.get("label", ()), scope)
        if value and label:
            items.append(KeyFigure(value, label, say_plain(entry.parts.get("note", ()), scope)))
    if items:
        yield KeyFigures(tuple(items[:4]))


def _callout(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    line = say(rule.wordings["text"], scope)
    if line:
        yield Callout(say_plain(rule.wordings["title"], scope), (Paragraph(line),))


def _quote(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    line = say(rule.wordings["text"], scope)
    if line:
        yield Quote(line)


def _steps(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    if rule.of:
        items = [
            Step(title, say_plain(rule.wordings["detail"], row))
            for row in _rows(rule, scope)
            if (title := say_plain(rule.wordings["title"], row))
        ]
    else:
        items = [
            Step(title, say_plain(entry.parts.get("detail", ()), scope))
            for entry in rule.items
            if (title := say_plain(entry.parts.get("title", ()), scope))
        ]
    if items:
        yield Steps(tuple(items))


MAKERS: Mapping[str, Maker] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "answer": _answer,
    "list": _list,
    "table": _table,
    "facts": _facts,
    "figures": _figures,
    "callout": _callout,
    "quote": _quote,
    "steps": _steps,
}
