"""Reads the pack of the six criteria, and tells how a proposal stands by it.

What each level of evidence asks for is data; there is none of it in the code.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from roadmapper import paths
from roadmapper.checks.levels import (
    HIGHEST,
    Asked,
    Condition,
    Criteria,
    Criterion,
    Level,
    Rise,
    levels,
    raises_most,
    shares,
)
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding
from roadmapper.proposal.ready import Readiness, readiness
from roadmapper.proposal.suggesting import Suggester
from roadmapper.template.kinds import day
from roadmapper.template.model import Template
from roadmapper.template.reader import Table, read_table


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How far each criterion is answered, how they weigh it, what to do next, and if it is ready.

    `shares` are percents by criterion; there are none if the system did not say.
    """

    pack: Criteria
    levels: tuple[Level, ...]
    shares: Mapping[str, Decimal]
    most: Rise | None
    readiness: Readiness

    def is_enough(self, level: Level) -> bool:
        """Return whether a criterion is answered well enough to present it."""
        return level.level >= self.pack.ready


def scorecard(
    answers: Answers, findings: Iterable[Finding], pack: Criteria | None = None
) -> Scorecard:
    """Return how a proposal stands by the criteria of a pack, those that are shipped or others."""
    by = pack or load_criteria()
    told, weights = levels(by, answers), shares(by, answers)
    low = (one.name for one in told if one.level < by.ready)
    most = raises_most(by, told, weights)
    return Scorecard(by, told, weights, most, readiness(low, findings))


@cache
def load_criteria() -> Criteria:
    """Return the criteria that are shipped.

    Raises:
        TemplateError: Something in the pack cannot be used; it names the key and what to write.
    """
    return criteria_of(read_table(paths.templates() / "packs" / "criteria" / "six.toml"))


def suggester(template: Template) -> Suggester:
    """Return what suggests an answer to a question of theirs.

    Raises:
        TemplateError: The words that are shipped for it cannot be used.
    """
    head = read_table(paths.templates() / "packs" / "criteria" / "words.toml")
    if day(head.text("dated")) is None:
        head.fail("dated", "this is no date.", 'Write dated = "2026-11-25".')
    inner = head.table("words")
    words = {path: inner.text(path) for path in inner.values} if inner else {}
    head.finish()
    return Suggester(template, words)


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
    names = head.texts("words")
    if len(names) != HIGHEST + 1:
        head.fail("words", f"there are {len(names)} of 5.", "Write a word for levels 0 to 4.")
    found = Criteria(
        title=head.text("title"),
        line=head.text("line"),
        dated=dated,
        ready=head.count("ready"),
        words=names,
        levels=words,
        weights=head.text("weights"),
        decided=head.texts("decided"),
        criteria=tuple(_criterion(one) for one in head.tables("criterion")),
    )
    head.finish()
    return found


def _criterion(table: Table) -> Criterion:
    criterion = Criterion(
        id=table.text("id"),
        name=table.text("name"),
        short=table.text("short"),
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
    condition = Condition(level, table.text("text"), table.text("met"), tests)
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
        lasting=table.texts("lasting"),
        fewest=table.count("fewest") or 1,
        where=_columns(table, "where"),
        says=_columns(table, "says"),
        one_of=table.texts("one_of"),
        words=table.texts("words"),
    )
    table.finish()
    return test


def _columns(table: Table, key: str) -> Mapping[str, tuple[str, ...]]:
    inner = table.table(key)
    return {column: inner.texts(column) for column in inner.values} if inner else {}
