"""The worked example: the first year at the likely values, step by step to what is paid."""

from collections.abc import Iterator
from decimal import Decimal

from roadmapper.document import formats
from roadmapper.document.grid import text_cell
from roadmapper.document.input_names import input_name
from roadmapper.document.tree import Align, Block, Cell, Column, Row, Table, Text
from roadmapper.document.wording import Scope
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from roadmapper.template.model import BlockRule

_BEGIN = "worked."
_TABLES = {
    "kpi": "pricing.kpis",
    "gain": "pricing.gain_share",
    "loss": "pricing.downside",
    "outcome": "pricing.outcomes",
    "member": "pricing.per_member",
    "milestone": "pricing.milestones",
    "credit": "pricing.sla",
    "royalty": "pricing.royalty",
}
_STEPS = {
    "base_fee": "Yearly fee",
    "fee": "Fee of the period",
    "at_risk": "Fee at risk",
    "certain": "Fee that does not wait",
    "gates": "Gates",
    "actual": "Result",
    "attained": "Way to the target",
    "share": "Part earned",
    "earned": "Earned",
    "minimum": "Minimum",
    "before_collar": "Sum before the corridor",
    "collar_least": "Least of the year",
    "collar_most": "Most of the year",
    "after_collar": "Sum within the corridor",
    "outside": "Outside the corridor",
    "total": "You pay for the year",
}
_TOTAL = "total"
_SKIPPED = ("gross", "capped")
"""Steps of a service credit that add nothing to its rate and its amount."""


def worked(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield each step of the first year, if any of it depends on more than the fee."""
    del rule
    answers = scope.facts.answers
    steps = [one for one in scope.facts.figures.values() if _is_told(one.name)]
    if not any(_part(one, answers) for one in steps):
        return
    rows: list[Row] = []
    earlier = ""
    for one in steps:
        part = _part(one, answers)
        rows.append(_row(one, part if part != earlier else ""))
        earlier = part
    columns = (
        Column("Part", weight=1.5),
        Column("Step", weight=1.2),
        Column("How", weight=2.6),
        Column("Comes to", Align.RIGHT, 1),
    )
    note = "The first contract year with every input at its likely value; no chance is involved."
    yield Table("worked", "The first year, worked out", columns, tuple(rows), note)


def _is_told(name: str) -> bool:
    credited = name.startswith(f"{_BEGIN}credit.")
    return name.startswith(_BEGIN) and not (credited and name.endswith(_SKIPPED))


def _part(one: Figure, answers: Answers) -> str:
    """Return which clause a step belongs to, empty for the fee and the sum of the year."""
    group, _, rest = one.name.removeprefix(_BEGIN).partition(".")
    row, dot, _ = rest.rpartition(".")
    if not dot or group not in _TABLES:
        return ""
    return input_name(f"{_TABLES[group]}[{row}]", answers)


def _row(one: Figure, part: str) -> Row:
    step = one.name.rpartition(".")[2]
    words = _STEPS.get(step, step.replace("_", " ").capitalize())
    total = one.name == f"{_BEGIN}{_TOTAL}"
    cells = (
        text_cell(part, bold=True),
        text_cell(words, bold=total),
        text_cell(one.formula),
        Cell(((Text(_amount(one)),),), bold=total),
    )
    return Row(cells, emphasised=total)


def _amount(one: Figure) -> str:
    """Return the value of a step; dollars with cents only where there are any."""
    value = one.value if one.unit == "USD" else formats.rounded(one.value, Decimal("0.01"))
    return formats.figure_text(value, one.unit)
