"""The worked example: the first year at the likely values, step by step to what is paid."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from roadmapper.document import formats
from roadmapper.document.grid import text_cell
from roadmapper.document.input_names import input_name
from roadmapper.document.outlook_reading import has_royalty
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
    "fee": "Fee at its place on the ramp",
    "at_risk": "Fee at risk",
    "certain": "Fee that does not wait",
    "once": "Paid once",
    "held_back": "Held back",
    "not_held": "Not held back",
    "gates": "Gates",
    "actual": "Result",
    "attained": "Way to the target",
    "share": "Part earned",
    "earned": "Earned",
    "met": "Met",
    "lost": "Lost by lateness",
    "events": "Events",
    "units": "Units",
    "gross": "Price of them",
    "value": "Value",
    "benchmark": "Counted against",
    "minimum": "Nothing shared below",
    "counted": "What counts",
    "shared": "Our share of it",
    "scaled": "After gates",
    "capped": "Within the cap",
    "rate": "Credit for a month",
    "months": "Months",
    "left": "Still to be paid back",
    "before_collar": "Sum so far",
    "collar_least": "Least of the year",
    "collar_most": "Most of the year",
    "after_collar": "Sum within these limits",
    "outside": "Outside these limits",
    "total": "You pay for the year",
}
_OWN_STEPS = {
    ("gain", "share"): "Our share",
    ("gain", "paid"): "Paid to us",
    ("loss", "share"): "Our part",
    ("loss", "shared"): "Our part of it",
    ("loss", "paid"): "We pay",
    ("credit", "gross"): "That is",
    ("credit", "paid"): "Taken off",
    ("royalty", "gross"): "Royalty",
    ("royalty", "paid"): "Taken off",
}
_TOTAL = "total"
_RAMPED = f"{_BEGIN}fee"
_LIMITS = ("before_collar", "after_collar", "outside")
"""Sums that say nothing where a year has neither a least nor a most."""
_WHOLE = "the sum of all that is paid, with credits taken off"
_AFTER_ROYALTIES = "Total after royalties to you"
"""The sum of a year in which royalties come back: what is paid to us never has them taken off."""
_WHOLE_AFTER = "the sum of all that is paid, with credits and royalties taken off"
_SKIPPED = frozenset({"credit.uptime", "milestone.released"})
"""Steps that the next one tells as well."""
_SAME = frozenset({"gross", "shared", "scaled", "capped"})
"""Steps that are told only where what is paid differs from them."""


def worked(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield each step of the first year, if any of it depends on more than the fee."""
    del rule
    answers = scope.facts.answers
    steps = _told_steps(scope.facts.figures)
    if not any(_part(one, answers) or one.name == _RAMPED for one in steps):
        return
    rows: list[Row] = []
    last = _AFTER_ROYALTIES if has_royalty(scope.facts.figures) else _STEPS[_TOTAL]
    earlier = ""
    for one in steps:
        part = _part(one, answers)
        rows.append(_row(one, part if part != earlier else "", answers, last))
        earlier = part
    columns = (
        Column("Part", weight=1.5),
        Column("Step", weight=1.2),
        Column("How", weight=2.6),
        Column("Comes to", Align.RIGHT, 1),
    )
    note = "The first contract year with every input at its likely value; no chance is involved."
    yield Table("worked", "The first year, worked out", columns, tuple(rows), note)


def _told_steps(figures: Mapping[str, Figure]) -> list[Figure]:
    """Return the steps that a reader needs to follow the sum."""
    steps = [one for one in figures.values() if one.name.startswith(_BEGIN)]
    has_limits = any(one.name.startswith(f"{_BEGIN}collar_") for one in steps)
    paid = {one.name.rpartition(".")[0]: abs(one.value) for one in steps if _is_paid(one)}
    gross = {
        one.name.removesuffix(".gross"): one.value for one in steps if one.name.endswith(".gross")
    }
    whole = _WHOLE_AFTER if has_royalty(figures) else _WHOLE
    told = []
    for one in steps:
        name = one.name.removeprefix(_BEGIN)
        clause, _, step = one.name.rpartition(".")
        group = name.partition(".")[0]
        if f"{group}.{step}" in _SKIPPED or (name in _LIMITS and not has_limits):
            continue
        same = paid.get(clause) if step != "capped" else gross.get(clause, paid.get(clause))
        if step in _SAME and same == abs(one.value):
            continue
        if one.unit == "USD" and not one.value and clause == _BEGIN[:-1] and name != _TOTAL:
            continue
        told.append(one if has_limits or name != _TOTAL else replace(one, formula=whole))
    return told


def _is_paid(one: Figure) -> bool:
    return one.name.endswith((".paid", ".earned"))


def _part(one: Figure, answers: Answers) -> str:
    """Return which clause a step belongs to, empty for the fee and the sum of the year."""
    group, _, rest = one.name.removeprefix(_BEGIN).partition(".")
    row, dot, _ = rest.rpartition(".")
    if not dot or group not in _TABLES:
        return ""
    return input_name(f"{_TABLES[group]}[{row}]", answers)


def _row(one: Figure, part: str, answers: Answers, last: str) -> Row:
    group, _, rest = one.name.removeprefix(_BEGIN).partition(".")
    step = one.name.rpartition(".")[2]
    words = _OWN_STEPS.get((group, step)) or _STEPS.get(step, step.replace("_", " ").capitalize())
    total = one.name == f"{_BEGIN}{_TOTAL}"
    words = last if total else words
    unit = answers.text(f"{_TABLES[group]}[{rest.rpartition('.')[0]}].unit") if rest else ""
    cells = (
        text_cell(part, bold=True),
        text_cell(words, bold=total),
        text_cell(one.formula),
        Cell(((Text(_amount(one, unit if step == "actual" else one.unit)),),), bold=total),
    )
    return Row(cells, emphasised=total)


def _amount(one: Figure, unit: str) -> str:
    """Return the value of a step in its unit; dollars with cents only where there are any."""
    value = one.value if unit == "USD" else formats.rounded(one.value, Decimal("0.01"))
    return formats.figure_text(value, unit)
