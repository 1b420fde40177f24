"""The plan of a model in the annex: signals, triggers, and the test at the client, as tables.

Several questions share a column, so that a row can be read across; each has a line of its own.
"""

from collections.abc import Iterator, Mapping

from roadmapper.cards import psi
from roadmapper.document.card import Card
from roadmapper.document.tree import Cell, Column, Line, Row, Table, Text
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import number

_DEFAULT = "default"
_N = "n\u00a0=\u00a0"
_Part = tuple[str, float, tuple[tuple[str, str], ...]]
"""A column: its title, its width, and the questions in it, each with the words before it."""

_TABLES: Mapping[str, tuple[_Part, ...]] = {
    "monitoring_plan": (
        ("Signal", 1.5, (("signal", ""), ("slice", ""), ("kind", ""), ("data_source", "From "))),
        (
            "Baseline",
            1.3,
            (("baseline_value", ""), ("baseline_source", ""), ("baseline_n", _N)),
        ),
        (
            "Checked",
            1.15,
            (("cadence", ""), ("window", "over "), ("minimum_n", f"from {_N}")),
        ),
        ("Look into it", 1.05, (("amber", ""),)),
        ("Act", 1.05, (("red", ""),)),
        ("Limits from", 2.0, (("basis", ""), ("standing", ""))),
        ("Who watches", 0.95, (("owner", ""),)),
    ),
    "trigger_playbook": (
        ("Trigger", 1.4, (("trigger", ""), ("severity", ""), ("standing", ""))),
        ("First step", 1.7, (("immediate_action", ""),)),
        ("Who acts", 1.1, (("owner", ""),)),
        ("Within", 0.8, (("time_to_act", ""),)),
        ("Report or correction", 1.1, (("time_to_correct", ""),)),
        ("Who is told", 1.2, (("notify", ""),)),
        ("Closed when", 1.2, (("close_when", ""),)),
    ),
    "local_validation_plan": (
        ("Phase", 1.1, (("phase", ""), ("status", ""))),
        ("Start", 1.0, (("start", ""), ("duration", ""))),
        ("Patients or users", 1.4, (("cohort", ""), ("minimum_events", _N))),
        ("Pass mark", 2.4, (("acceptance_criteria", ""),)),
        ("Who judges", 1.1, (("owner", ""),)),
    ),
}


def plan_table(card: Card, name: str, caption: str) -> Table | None:
    """Return a table of the plan; None if it is no part of it, or says nothing."""
    parts, rows = _TABLES.get(name), card.rows(name)
    if parts is None or not rows:
        return None
    told = [part for part in parts if any(_lines(card, row, part) for row in rows)]
    columns = tuple(Column(title, weight=weight) for title, weight, _ in told)
    made = tuple(Row(tuple(_cell(card, row, part, told[0]) for part in told)) for row in rows)
    return Table(f"plan-{card.row}-{name}", caption, columns, made)


def _cell(card: Card, row: AnswerPath, part: _Part, first: _Part) -> Cell:
    lines = list(_lines(card, row, part))
    if part is first and lines:
        lines[0] = tuple(Text(one.text, bold=True) for one in lines[0] if isinstance(one, Text))
    return Cell(tuple(lines))


def _lines(card: Card, row: AnswerPath, part: _Part) -> tuple[Line, ...]:
    _, _, questions = part
    told: list[Line] = [
        (Text(f"{before}{text.rstrip('.')}", bold=card.raw(row, name) == _DEFAULT),)
        for name, before in questions
        if (text := card.shown(row, name))
    ]
    if questions[0][0] == "basis":
        told += [(Text(text),) for text in _by_chance(card, row)]
    return tuple(told)


def _by_chance(card: Card, row: AnswerPath) -> Iterator[str]:
    """Yield what a stability index can say with so many cases, beside its limits."""
    cases, baseline = (number(card.raw(row, name)) for name in ("minimum_n", "baseline_n"))
    if psi.is_psi(card.shown(row, "signal")) and cases and cases >= 1:
        yield psi.told(int(cases), int(baseline) if baseline else None)
