"""Reads chapters, blocks and wordings: how answers read in the document."""

from collections.abc import Mapping, Sequence

from roadmapper.template.model import (
    Alternative,
    BlockRule,
    ChapterRule,
    Condition,
    Entry,
    TableColumn,
    Wording,
)
from roadmapper.template.reader import Table

TESTS = ("is", "is_not", "includes", "answered", "count", "at_least", "at_most", "has")
FUNCTIONS = (
    "models",
    "cards",
    "timeline",
    "value_chart",
    "tiers",
    "sentiment",
    "matrix",
    "sources",
    "assumptions",
    "ask",
)
_COMMON = ("heading",)
WORDINGS: Mapping[str, tuple[str, ...]] = {
    "paragraph": ("text", "note"),
    "answer": ("run_in",),
    "list": ("text",),
    "table": ("caption", "note"),
    "facts": ("caption", "note"),
    "figures": (),
    "callout": ("title", "text"),
    "quote": ("text",),
    "steps": ("title", "detail"),
    "heading": ("text",),
    "columns": (),
    "function": ("caption", "note"),
}
"""The kinds of block, and which of their keys are texts."""

LOOKS: Mapping[str, tuple[str, ...]] = {
    "paragraph": ("body", "lead", "small"),
    "list": ("bullet", "number", "check"),
}


def read_chapter(table: Table, section: str, criteria: tuple[str, ...]) -> ChapterRule:
    """Return the chapter this table describes."""
    chapter = ChapterRule(
        id=table.text("id"),
        section=section,
        title=_wording(table, "title", needed=True),
        line=_wording(table, "line"),
        headline=_wording(table, "headline", needed=True),
        criteria=table.texts("criteria") if "criteria" in table.values else criteria,
        blocks=tuple(_block(one) for one in table.tables("block")),
    )
    table.finish()
    return chapter


def read_condition(table: Table) -> Condition:
    """Return the one comparison this table describes."""
    question = table.text("question")
    column = table.text("column", "")
    tests = [test for test in TESTS if table.raw(test) is not None]
    if len(tests) != 1:
        table.fail("", "a condition makes one comparison.", f"Use one of: {', '.join(TESTS)}.")
    value = table.raw(tests[0])
    wanted = {"answered": bool, "count": int, "at_least": int, "at_most": int}.get(tests[0], str)
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        words = {bool: "true or false", int: "a whole number", str: "a text"}
        table.fail(tests[0], "the value is of the wrong kind.", f"Write {words[wanted]}.")
    if (tests[0] == "has") != bool(column):
        table.fail(
            tests[0], '"has" and "column" go together.', 'Write column = "...", has = "...".'
        )
    table.finish()
    return Condition(question, tests[0], value, column)


def _block(table: Table) -> BlockRule:
    kind = table.one_of("kind", tuple(WORDINGS))
    rule = BlockRule(
        kind=kind,
        when=_conditions(table),
        audience=table.texts("audience"),
        of=table.texts("of"),
        where=_where(table),
        wordings={key: _wording(table, key) for key in (*_COMMON, *WORDINGS[kind])},
        items=_items(table),
        columns=_columns(table),
        look=table.one_of("look", LOOKS.get(kind, ()), ""),
        level=table.count("level") or 2,
        share=table.number("share") or 0.5,
        name=table.one_of("name", FUNCTIONS, "") if kind == "function" else "",
        left=tuple(_block(one) for one in table.tables("left")),
        right=tuple(_block(one) for one in table.tables("right")),
    )
    table.finish()
    _check(table, rule)
    return rule


def _check(table: Table, rule: BlockRule) -> None:
    if rule.kind in ("answer", "table", "facts") and not rule.of:
        table.fail("of", f"a {rule.kind} needs a question.", 'Add of = "question".')
    if rule.kind in ("list", "steps", "figures") and not (rule.of or rule.items):
        table.fail("items", f"a {rule.kind} needs something to show.", "Add items = [...] or of.")
    if rule.kind in ("paragraph", "quote", "callout") and not rule.wordings["text"]:
        table.fail("text", f"a {rule.kind} needs a text.", 'Add text = "...".')
    if rule.kind == "function" and not rule.name:
        table.fail("name", "a function needs a name.", f"Write one of: {', '.join(FUNCTIONS)}.")
    if rule.kind == "columns" and not (rule.left and rule.right):
        table.fail("left", "columns need both sides.", f"Add [[{table.place}.left]] and right.")


def _where(table: Table) -> Condition | None:
    """Return which rows of a table or list are shown: a column compared with a value."""
    given = table.table("where")
    if given is None:
        return None
    column = given.text("column")
    tests = [test for test in ("is", "is_not") if given.raw(test) is not None]
    if len(tests) != 1:
        given.fail(
            "", "rows are chosen by one comparison.", 'Write { column = "...", is_not = "..." }.'
        )
    condition = Condition("", tests[0], given.text(tests[0]), column)
    given.finish()
    return condition


def _conditions(table: Table) -> tuple[Condition, ...]:
    given = table.raw("when")
    if given is None:
        return ()
    several = given if isinstance(given, list) else [given]
    for one in several:
        if not isinstance(one, Mapping):
            table.fail("when", "this is no condition.", 'Write { question = "...", is = "..." }.')
    return tuple(read_condition(Table(table.file, f"{table.place}.when", one)) for one in several)


def _wording(table: Table, key: str, *, needed: bool = False) -> Wording:
    given = table.raw(key)
    if given is None:
        if needed:
            table.fail(key, "this key is missing.", f'Add {key} = "...".')
        return ()
    if isinstance(given, Mapping):
        choose = Table(table.file, f"{table.place}.{key}", given)
        alternatives = tuple(_alternative(one) for one in choose.tables("choose"))
        choose.finish()
        if not alternatives:
            choose.fail("choose", "there is nothing to choose from.", 'Add { text = "..." }.')
        return alternatives
    return (Alternative(_sentences(table, key, given)),)


def _alternative(table: Table) -> Alternative:
    alternative = Alternative(_sentences(table, "text", table.raw("text")), _conditions(table))
    table.finish()
    return alternative


def _sentences(table: Table, key: str, given: object) -> tuple[str, ...]:
    if isinstance(given, str):
        return (given,)
    if isinstance(given, Sequence) and given and all(isinstance(one, str) for one in given):
        return tuple(given)
    table.fail(key, "this is no text.", f'Write {key} = "..." or a list of sentences.')


def _items(table: Table) -> tuple[Entry, ...]:
    given = table.raw("items")
    if given is None:
        return ()
    if not isinstance(given, list):
        table.fail("items", "this is no list.", "Write items = [ ... ].")
    return tuple(_item(table, number, one) for number, one in enumerate(given, 1))


def _item(table: Table, number: int, given: object) -> Entry:
    place = f"{table.place}.items[{number}]"
    if isinstance(given, str | list):
        return Entry({"text": (Alternative(_sentences(table, "items", given)),)})
    if not isinstance(given, Mapping):
        table.fail("items", f"entry {number} is neither text nor table.", 'Write { text = "..." }.')
    inner = Table(table.file, place, given)
    keys = [key for key in ("text", "value", "label", "note", "title", "detail") if key in given]
    when = _conditions(inner)
    parts = {key: _guarded(_wording(inner, key), when) for key in keys}
    inner.finish()
    return Entry(parts)


def _guarded(wording: Wording, when: tuple[Condition, ...]) -> Wording:
    return tuple(Alternative(one.sentences, (*when, *one.when)) for one in wording)


def _columns(table: Table) -> tuple[TableColumn, ...]:
    given = table.raw("columns")
    if given is None:
        return ()
    if not isinstance(given, list):
        table.fail("columns", "this is no list.", 'Write columns = ["...", "..."].')
    columns = []
    for number, one in enumerate(given, 1):
        if isinstance(one, str):
            columns.append(TableColumn(one, "", 0))
            continue
        if not isinstance(one, Mapping):
            table.fail("columns", f"entry {number} is no column.", 'Write { id = "..." }.')
        inner = Table(table.file, f"{table.place}.columns[{number}]", one)
        columns.append(
            TableColumn(inner.text("id"), inner.text("label", ""), inner.number("share") or 0)
        )
        inner.finish()
    return tuple(columns)
