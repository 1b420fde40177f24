"""Reads conditions and wordings: what a template says, and when."""

import re
from collections.abc import Mapping

from roadmapper.template.model import Alternative, Condition, Wording
from roadmapper.template.reader import Table

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
FORMS = ("count", "names", "inside", "words", "short", "low", "likely", "high", "number")
"""What may stand behind the last point of a placeholder."""

TESTS = ("is", "is_not", "unless", "includes", "answered", "count", "at_least", "at_most", "has")
"""What a condition may ask."""

_FLAG, _COUNT, _TEXT = "true or false", "a whole number", "a text"
_WANTED: Mapping[str, tuple[str, ...]] = {
    "answered": (_FLAG,),
    "count": (_COUNT,),
    "at_least": (_COUNT,),
    "at_most": (_COUNT,),
    "is": (_TEXT, _FLAG),
    "is_not": (_TEXT, _FLAG),
    "unless": (_TEXT, _FLAG),
}
_OF_COLUMNS = ("has", "answered")
_HOLLOW_LINK = re.compile(r"\]\([^()]*[{}]")


def read_condition(table: Table) -> Condition:
    """Return the one comparison this table describes."""
    question = table.text("question")
    column = table.text("column", "")
    tests = [test for test in TESTS if table.raw(test) is not None]
    if len(tests) != 1:
        table.fail("", "a condition makes one comparison.", f"Use one of: {', '.join(TESTS)}.")
    value = table.raw(tests[0])
    others: tuple[str, ...] = ()
    if tests[0] == "includes" and isinstance(value, list) and value:
        value, *rest = value
        others = tuple(map(str, rest))
    wanted = _WANTED.get(tests[0], (_TEXT,))
    if not isinstance(value, str | bool | int) or _kind_of(value) not in wanted:
        table.fail(tests[0], "the value is of the wrong kind.", f"Write {' or '.join(wanted)}.")
    if (tests[0] == "has" and not column) or (column and tests[0] not in _OF_COLUMNS):
        table.fail(
            tests[0],
            f"a column is asked with {' or '.join(_OF_COLUMNS)}.",
            'Write column = "...", has = "...".',
        )
    table.finish()
    return Condition(question, tests[0], value, column, others)


def _kind_of(value: object) -> str:
    return {bool: _FLAG, int: _COUNT}.get(type(value), _TEXT)


def read_conditions(table: Table) -> tuple[Condition, ...]:
    """Return the conditions under `when`: one, or a list that must all hold."""
    given = table.raw("when")
    if given is None:
        return ()
    several = given if isinstance(given, list) else [given]
    for one in several:
        if not isinstance(one, Mapping):
            table.fail("when", "this is no condition.", 'Write { question = "...", is = "..." }.')
    return tuple(read_condition(Table(table.file, f"{table.place}.when", one)) for one in several)


def read_wording(table: Table, key: str, *, needed: bool = False) -> Wording:
    """Return a text, a list of sentences, or alternatives to choose from; nothing if not there."""
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
    return (Alternative(sentences(table, key, given)),)


def _alternative(table: Table) -> Alternative:
    alternative = Alternative(sentences(table, "text", table.raw("text")), read_conditions(table))
    table.finish()
    return alternative


def sentences(table: Table, key: str, given: object) -> tuple[str, ...]:
    """Return a text or a list of sentences as a list of sentences."""
    several = given if isinstance(given, list) else [given]
    texts = tuple(one for one in several if isinstance(one, str) and one.strip())
    if not texts or len(texts) != len(several):
        table.fail(key, "this is no text.", f'Write {key} = "..." or a list of sentences.')
    if any(_HOLLOW_LINK.search(one) for one in texts):
        table.fail(key, "a link cannot hold a placeholder.", "Write the whole address.")
    return texts
