"""Reads chapters and their blocks: how answers read in the document."""

import difflib
from collections.abc import Mapping

from roadmapper.template.model import (
    Alternative,
    BlockRule,
    ChapterRule,
    Condition,
    Entry,
    TableColumn,
    Wording,
)
from roadmapper.template.questions import read_id
from roadmapper.template.reader import Table
from roadmapper.template.wordings import (
    PLACEHOLDER,
    read_conditions,
    read_wording,
    sentences,
)

FUNCTIONS = (
    "models",
    "cards",
    "criteria",
    "timeline",
    "value_chart",
    "tiers",
    "sentiment",
    "matrix",
    "priorities",
    "readers",
    "hardest",
    "sources",
    "assumptions",
    "ask",
    "over_time",
    "spread",
    "who_bears",
    "tornado",
    "tornado_table",
    "waterfall",
    "scenarios",
    "outcomes",
    "both_sides",
    "not_added",
    "term_sheet",
    "register",
    "worked",
    "their_questions",
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

SETTINGS: Mapping[str, tuple[str, ...]] = {
    "paragraph": ("look",),
    "answer": ("of",),
    "list": ("of", "items", "where", "most", "look"),
    "table": ("of", "columns", "where", "most"),
    "facts": ("of",),
    "figures": ("items",),
    "callout": (),
    "quote": (),
    "steps": ("of", "items", "where", "most"),
    "heading": ("level",),
    "columns": ("left", "right", "share"),
    "function": ("name",),
}
"""Which keys a block has that are no texts, besides kind, when and audience."""

ITEM_KEYS: Mapping[str, tuple[str, ...]] = {
    "list": ("text",),
    "figures": ("value", "label", "note"),
    "steps": ("title", "detail"),
}
"""What stands in one entry of `items`."""

_LEVELS = (2, 3)
_ALONE = ("models", "cards", "timeline")
"""Functions that take the whole width of a page."""

ROW_TEXTS: Mapping[str, str] = {"list": "text", "steps": "title"}
"""The text a block over rows cannot do without."""

LOOKS: Mapping[str, tuple[str, ...]] = {
    "paragraph": ("body", "lead", "small"),
    "list": ("bullet", "number", "check"),
}


def read_chapter(table: Table, section: str, criteria: tuple[str, ...]) -> ChapterRule:
    """Return the chapter this table describes."""
    chapter = ChapterRule(
        id=read_id(table),
        section=section,
        title=read_wording(table, "title", needed=True),
        line=read_wording(table, "line"),
        headline=read_wording(table, "headline", needed=True),
        criteria=table.texts("criteria") if "criteria" in table.values else criteria,
        blocks=tuple(read_block(one) for one in table.tables("block")),
        annex=table.flag("annex"),
        private=table.flag("private"),
    )
    table.finish()
    if not any(_always(one) for one in chapter.title):
        table.fail("title", "it may have nothing to say.", 'Add { text = "..." } without { }.')
    return chapter


def _always(alternative: Alternative) -> bool:
    """Return whether an alternative says something whatever is answered."""
    plain = any(not PLACEHOLDER.search(one) for one in alternative.sentences)
    return plain and not alternative.when


def read_block(table: Table) -> BlockRule:
    """Return the block this table describes."""
    kind = table.one_of("kind", tuple(WORDINGS))
    _refuse_strangers(table, kind)
    rule = BlockRule(
        kind=kind,
        when=read_conditions(table),
        audience=table.texts("audience"),
        of=table.texts("of"),
        where=_where(table),
        most=table.count("most"),
        wordings={key: read_wording(table, key) for key in (*_COMMON, *WORDINGS[kind])},
        items=_items(table, kind),
        columns=_columns(table),
        look=table.one_of("look", LOOKS.get(kind, ()), ""),
        level=table.count("level") or _LEVELS[0],
        share=_share(table, 0.5),
        name=table.one_of("name", FUNCTIONS, "") if kind == "function" else "",
        left=tuple(read_block(one) for one in table.tables("left")),
        right=tuple(read_block(one) for one in table.tables("right")),
    )
    table.finish()
    _check(table, rule)
    return rule


def _refuse_strangers(table: Table, kind: str) -> None:
    """Refuse a key that another kind of block has, but this one has not."""
    known = ("kind", "when", "audience", *_COMMON, *WORDINGS[kind], *SETTINGS[kind])
    for key in table.values:
        if key not in known:
            near = difflib.get_close_matches(key, known, 1)
            remedy = (
                f'Did you mean "{near[0]}"?' if near else f"Known keys are: {', '.join(known)}."
            )
            table.fail(key, f"a block of kind {kind} has no such key.", remedy)


def _share(table: Table, default: float) -> float:
    share = table.number("share")
    if share is not None and share <= 0:
        table.fail("share", f"{share:g} is no share.", "Write a number above 0: share = 0.5.")
    return default if share is None else share


def _check(table: Table, rule: BlockRule) -> None:
    _check_content(table, rule)
    if rule.level not in _LEVELS:
        table.fail("level", f"there is no heading of level {rule.level}.", "Write 2 or 3.")
    if rule.kind == "columns":
        _check_columns(table, rule)
    if rule.of and rule.kind in ROW_TEXTS:
        key = ROW_TEXTS[rule.kind]
        if not rule.wordings[key]:
            table.fail(key, f"a {rule.kind} over rows needs words.", f'Add {key} = "...".')


def _check_columns(table: Table, rule: BlockRule) -> None:
    if not (rule.left and rule.right):
        table.fail("left", "columns need both sides.", f"Add [[{table.place}.left]] and right.")
    if rule.share >= 1:
        table.fail("share", "the left side would take it all.", "Write share = 0.5.")
    for one in (*rule.left, *rule.right):
        if one.kind == "columns" or one.name in _ALONE:
            name = one.name or one.kind
            table.fail("left", f'"{name}" cannot stand in a column.', "Give it a block of its own.")


def _check_content(table: Table, rule: BlockRule) -> None:
    if rule.kind in ("answer", "table", "facts") and not rule.of:
        table.fail("of", f"a {rule.kind} needs a question.", 'Add of = "question".')
    if rule.kind in ("list", "steps", "figures") and not (rule.of or rule.items):
        table.fail("items", f"a {rule.kind} needs something to show.", "Add items = [...] or of.")
    if rule.kind in ("paragraph", "quote", "callout") and not rule.wordings["text"]:
        table.fail("text", f"a {rule.kind} needs a text.", 'Add text = "...".')
    if rule.kind == "function" and not rule.name:
        table.fail("name", "a function needs a name.", f"Write one of: {', '.join(FUNCTIONS)}.")
    if rule.kind == "function" and rule.name != "assumptions" and _worded(rule):
        table.fail("caption", f"{rule.name} writes its own.", "Take caption and note out.")


def _worded(rule: BlockRule) -> bool:
    return bool(rule.wordings["caption"] or rule.wordings["note"])


def _where(table: Table) -> tuple[Condition, ...]:
    """Return which rows of a table or list are shown: columns compared with values."""
    if isinstance(table.raw("where"), list):
        return tuple(_comparison(one) for one in table.tables("where"))
    given = table.table("where")
    return (_comparison(given),) if given is not None else ()


def _comparison(given: Table) -> Condition:
    """Return one comparison of a column with a value, or with any of several."""
    column = given.text("column")
    if given.flag("reader"):
        given.finish()
        return Condition("", "reader", value=True, column=column)
    tests = [test for test in ("is", "is_not", "has") if given.raw(test) is not None]
    values = given.texts(tests[0]) if len(tests) == 1 else ()
    if not values:
        given.fail(
            "", "rows are chosen by one comparison.", 'Write { column = "...", is_not = "..." }.'
        )
    given.finish()
    return Condition("", tests[0], values[0], column, values[1:])


def _items(table: Table, kind: str) -> tuple[Entry, ...]:
    given = table.raw("items")
    if given is None:
        return ()
    if not isinstance(given, list):
        table.fail("items", "this is no list.", "Write items = [ ... ].")
    return tuple(_item(table, kind, number, one) for number, one in enumerate(given, 1))


def _item(table: Table, kind: str, number: int, given: object) -> Entry:
    place = f"{table.place}.items[{number}]"
    if isinstance(given, str | list) and kind == "list":
        return Entry({"text": (Alternative(sentences(table, "items", given)),)})
    if not isinstance(given, Mapping):
        remedy = ", ".join(f'{key} = "..."' for key in ITEM_KEYS[kind])
        table.fail("items", f"entry {number} is no entry.", f"Write {{ {remedy} }}.")
    inner = Table(table.file, place, given)
    keys = ITEM_KEYS[kind]
    needed = [key for key in keys[:2] if kind == "figures"] or keys[:1]
    when = read_conditions(inner)
    parts = {
        key: _guarded(read_wording(inner, key, needed=key in needed), when)
        for key in keys
        if key in given or key in needed
    }
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
        columns.append(TableColumn(inner.text("id"), inner.text("label", ""), _share(inner, 0)))
        inner.finish()
    return tuple(columns)
