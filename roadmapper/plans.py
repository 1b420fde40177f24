"""Plans: usual signals, triggers, phases and changes to begin a plan from, as data. No code.

No body sets limits of drift or times to correct. So every limit says where it comes from, and what
is taken from here is marked as a default until somebody stands behind it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from roadmapper import paths
from roadmapper.model_cards import MODELS
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value, day
from roadmapper.template.model import Question, Template
from roadmapper.template.reader import Table, read_table

SIGNALS, TRIGGERS = "monitoring_plan", "trigger_playbook"
PHASES, CHANGES = "local_validation_plan", "change_classes"
BASES: Mapping[str, str] = {
    "convention": "Convention",
    "derived": "Derived",
    "own": "Default of this program",
}
_KEYS = {SIGNALS: "signal", TRIGGERS: "trigger", PHASES: "phase", CHANGES: "change_type"}
TABLES = tuple(_KEYS)
_CELLS: Mapping[str, tuple[str, ...]] = {
    SIGNALS: ("signal", "kind", "cadence", "amber", "red"),
    TRIGGERS: (
        "trigger",
        "severity",
        "immediate_action",
        "owner",
        "time_to_act",
        "time_to_correct",
        "notify",
        "close_when",
    ),
    PHASES: ("phase", "duration", "acceptance_criteria"),
    CHANGES: ("change_type", "example", "notice_period", "revalidation", "customer_approval"),
}
_MARK = "default"


@dataclass(frozen=True, slots=True)
class Part:
    """One row of a plan: the table it goes into, and its cells.

    `usual` rows make a plan to begin with; `formula` says how a signal is counted, and `waits` that
    it is known only with the outcomes.
    """

    id: str
    table: str
    cells: Mapping[str, str]
    usual: bool
    formula: str = ""
    waits: bool = False

    @property
    def name(self) -> str:
        """What the row is called."""
        return self.cells[_KEYS[self.table]]


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan to begin with, the day it was made and how firm it is."""

    title: str
    as_of: date
    status: str
    parts: tuple[Part, ...]

    def of(self, table: str) -> tuple[Part, ...]:
        """Return the rows for a table."""
        return tuple(one for one in self.parts if one.table == table)

    def usual(self, table: str) -> tuple[Part, ...]:
        """Return the rows for a table that make a plan to begin with."""
        return tuple(one for one in self.of(table) if one.usual)


@cache
def shipped_plan() -> Plan:
    """Return the plan that comes with the program.

    Raises:
        TemplateError: Something in it cannot be used; it names the key and what to write.
    """
    return load_plan(paths.templates() / "packs" / "plans" / "monitoring.toml")


def load_plan(path: Path) -> Plan:
    """Return the plan in a file.

    Raises:
        TemplateError: Something in it cannot be used; it names the key and what to write.
    """
    head = read_table(path)
    as_of = day(head.text("as_of"))
    if as_of is None:
        head.fail("as_of", "this is no date.", 'Write as_of = "2026-11-25".')
    parts = [_part(one, table) for table, key in _KEYS.items() for one in head.tables(key)]
    plan = Plan(head.text("title"), as_of, head.text("status"), tuple(parts))
    head.finish()
    return plan


def _part(table: Table, into: str) -> Part:
    cells = {name: text for name in _CELLS[into] if (text := table.text(name, ""))}
    if _KEYS[into] not in cells:
        table.fail(_KEYS[into], "this key is missing.", f'Add {_KEYS[into]} = "...".')
    formula, waits = "", False
    if into == SIGNALS:
        formula, waits = table.text("formula"), table.flag("outcomes")
        basis = f"{BASES[table.one_of('on', tuple(BASES))]}: {table.text('basis')}"
        cells |= {"basis": basis, **_count(table, "fewest", "minimum_n")}
    if into == PHASES:
        cells |= _count(table, "minimum_events", "minimum_events")
    else:
        cells["standing"] = _MARK
    part = Part(table.text("id"), into, cells, table.flag("usual"), formula, waits)
    table.finish()
    return part


def _count(table: Table, key: str, column: str) -> dict[str, str]:
    found = table.count(key)
    return {column: str(found)} if found else {}


def missing_parts(answers: Answers, model: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the rows of a plan that a model does not have yet."""
    return tuple(one for one in parts if one.name not in _names(answers, model, one.table))


def insert_parts(
    template: Template, answers: Answers, model: str, parts: tuple[Part, ...], fresh: Iterator[str]
) -> dict[str, Value]:
    """Return rows of a plan as answers of a model; one that is there already is left alone.

    `fresh` yields ids of rows that were never used.
    """
    values: dict[str, Value] = {}
    for part in missing_parts(answers, model, parts):
        path = str(MODELS.row(model).column(part.table))
        question = template.question(MODELS.section, MODELS.question, (part.table,))
        rows = values.get(path, answers.rows(path))
        row = next(fresh)
        values[path] = (*(rows if isinstance(rows, tuple) else ()), row)
        for name, text in part.cells.items():
            if _takes(question, name, text):
                values[f"{path}[{row}].{name}"] = text
    return values


def _names(answers: Answers, model: str, table: str) -> set[str]:
    path = str(MODELS.row(model).column(table))
    return {answers.text(f"{path}[{row}].{_KEYS[table]}") for row in answers.rows(path)}


def _takes(question: Question, name: str, text: str) -> bool:
    """Return whether a table asks for a cell and takes this text."""
    asked = question.column(name)
    return asked is not None and (not asked.options or asked.option(text) is not None)
