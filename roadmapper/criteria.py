"""Reads the pack of the six criteria: what each level of evidence asks for, as data. No code."""

from collections.abc import Mapping
from functools import cache

from roadmapper import paths
from roadmapper.checks.levels import HIGHEST, Asked, Condition, Criteria, Criterion
from roadmapper.template.kinds import day
from roadmapper.template.reader import Table, read_table


@cache
def load_criteria() -> Criteria:
    """Return the criteria that are shipped.

    Raises:
        TemplateError: Something in the pack cannot be used; it names the key and what to write.
    """
    return criteria_of(read_table(paths.templates() / "packs" / "criteria" / "six.toml"))


def criteria_of(head: Table) -> Criteria:
    """Return the criteria of a table.

    Raises:
        TemplateError: Something in it cannot be used.
    """
    dated = day(head.text("dated"))
    if dated is None:
        head.fail("dated", "this is no date.", 'Write dated = "2026-11-25".')
    words = head.texts("levels")
    if len(words) != HIGHEST + 1:
        head.fail("levels", f"there are {len(words)} of 5.", "Write a text for levels 0 to 4.")
    found = Criteria(
        title=head.text("title"),
        line=head.text("line"),
        dated=dated,
        ready=head.count("ready"),
        levels=words,
        criteria=tuple(_criterion(one) for one in head.tables("criterion")),
    )
    head.finish()
    return found


def _criterion(table: Table) -> Criterion:
    criterion = Criterion(
        id=table.text("id"),
        name=table.text("name"),
        statement=table.texts("statement"),
        conditions=tuple(_condition(one) for one in table.tables("condition")),
    )
    if not criterion.statement:
        table.fail("statement", "no answer is named.", 'Write statement = ["section.question"].')
    table.finish()
    return criterion


def _condition(table: Table) -> Condition:
    level = table.count("level")
    if not 1 < level <= HIGHEST:
        table.fail("level", f"{level} is not a level to reach.", "Write level = 2, 3 or 4.")
    tests = tuple(_test(one) for one in table.tables("tests"))
    if not tests:
        table.fail("tests", "nothing is tested.", 'Write tests = [{ answer = "..." }].')
    condition = Condition(level, table.text("text"), tests)
    table.finish()
    return condition


def _test(table: Table) -> Asked:
    rows, answer = table.text("rows", ""), table.text("answer", "")
    if bool(rows) == bool(answer):
        table.fail("rows", "one of rows and answer is wanted.", 'Write rows = "section.table".')
    test = Asked(
        path=rows or answer,
        is_table=bool(rows),
        filled=table.texts("filled"),
        counted=table.texts("counted"),
        fewest=table.count("fewest") or 1,
        where=_columns(table, "where"),
        says=_columns(table, "says"),
        one_of=table.texts("one_of"),
    )
    table.finish()
    return test


def _columns(table: Table, key: str) -> Mapping[str, tuple[str, ...]]:
    inner = table.table(key)
    return {column: inner.texts(column) for column in inner.values} if inner else {}
