"""The register of inputs: every value the numbers rest on, with source, owner and standing."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.document import formats
from roadmapper.document.grid import text_cell
from roadmapper.document.outlook_reading import runs_note
from roadmapper.document.rows import Rows
from roadmapper.document.tables import sources_cell
from roadmapper.document.tree import Align, Block, Cell, Column, Row, Table, Text
from roadmapper.document.wording import Scope, placeholder
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value, number
from roadmapper.template.model import BlockRule, Question

_KNOWN, _ASSUMED = "Known", "Assumed"


@dataclass(frozen=True, slots=True)
class _Table:
    """Inputs that stand in a table: which column names one, which hold its value and its proof."""

    path: str
    name: str
    values: tuple[str, ...]
    also: tuple[tuple[str, str], ...] = ()
    owner: str = ""
    proof: str = ""
    unit: str = ""
    certain: str = ""
    about: str = ""


_TABLES = (
    _Table(
        "value.drivers",
        "driver",
        ("improvement",),
        (
            ("volume", "times {}"),
            ("unit_value", "{} each"),
            ("realization", "{} counts"),
            ("ramp", "ramp {}%"),
            ("chance", "comes with a chance of {}"),
        ),
        "owner",
        "evidence",
        "unit",
    ),
    _Table(
        "value.costs",
        "item",
        ("low", "likely", "high"),
        (("timing", "{}"), ("borne_by", "paid by {}")),
    ),
    _Table("pricing.kpis", "measure", ("expected",), (("baseline", "from {}"),), "", "", "unit"),
    _Table("pricing.outcomes", "event", ("expected",), (("price", "{} each"),)),
    _Table("pricing.per_member", "what", ("units",), (("rate", "{} a month"),)),
    _Table("pricing.milestones", "milestone", ("late",), (("chance", "met with a chance of {}"),)),
    _Table("pricing.royalty", "contribution", ("revenue",)),
    _Table("pricing.quality_gate", "measure", ("chance",), about="chance that the gate holds"),
    _Table(
        "pricing.sla",
        "measure",
        ("months",),
        (("band_from", "from {}"), ("band_to", "to {}")),
        about="months a year in this band",
    ),
    _Table(
        "value.budgeted_savings",
        "fiscal_year",
        ("amount",),
        certain="certainty",
        about="savings already in your budget",
    ),
)
_STANDINGS = (
    "“Known” has a source in this document or is your own number. "
    "“Assumed” is our estimate until you confirm it."
)
_SINGLE = ("value.adoption", "value.discount_rate")
_MOST_TOLD = 3


def register(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield every input of the value and of the contract: its range, source, owner, standing."""
    del rule
    inputs = [row for table in _TABLES for row in _rows(table, scope)]
    if not inputs:
        return
    rows = [*(row for one in _SINGLE for row in _single(one, scope)), *inputs]
    columns = (
        Column("Input", weight=2.6),
        Column("Low", Align.RIGHT, 0.8),
        Column("Likely", Align.RIGHT, 0.8),
        Column("High", Align.RIGHT, 0.8),
        Column("Source", weight=1),
        Column("Owner", weight=1),
        Column("Standing", weight=0.8),
    )
    yield Table("register", "Assumptions register", columns, tuple(rows), _note(scope))


def _note(scope: Scope) -> str:
    """Return how ranges are read, whether drivers move together, and runs with seed."""
    means = placeholder("value.range_means", scope)
    told = [
        f"Low and high are {means}." if means else "",
        _STANDINGS,
        runs_note(scope.facts.figures),
    ]
    return " ".join(one for one in told if one)


def _rows(table: _Table, scope: Scope) -> Iterator[Row]:
    question = scope.facts.template.find(table.path)
    if question is None:
        return
    rows = Rows(table.path, scope)
    columns = [question.column(name) for name in table.values]
    for row in rows.ids:
        name = rows.text(row, table.name)
        spread = _spread(columns, rows, row, table.unit)
        if name and any(spread):
            address = AnswerPath.parse(table.path).row(row)
            detail = _detail(table, scope.inside(address, question))
            lines = ((Text(name, bold=True),), *(((Text(detail),),) if detail else ()))
            proof = _proof(table, rows, row, address, scope)
            owner = rows.text(row, table.owner) if table.owner else ""
            known = bool(table.certain) and rows.value(row, table.certain) == "known"
            yield _row(Cell(lines), spread, proof, owner, known=known)


def _row(
    name: Cell, spread: tuple[str, str, str], proof: Cell, owner: str, *, known: bool = False
) -> Row:
    standing = _KNOWN if proof.paragraphs or known else _ASSUMED
    return Row((name, *map(text_cell, spread), proof, text_cell(owner), text_cell(standing)))


def _detail(table: _Table, scope: Scope) -> str:
    """Return unit and fixed factors of an input in one line."""
    unit = placeholder(table.unit, scope) if table.unit else ""
    said = [unit if unit != "%" else "", table.about]
    for column, form in table.also:
        text = placeholder(column, scope)
        said += [form.format(text)] if text not in ("", "1") else []
    return ", ".join(one for one in said if one)


def _spread(
    columns: list[Question | None], rows: Rows, row: str, unit: str
) -> tuple[str, str, str]:
    """Return low, likely and high as printed; a single number stands under likely."""
    found = [one for one in columns if one is not None and not one.internal]
    if len(found) == _MOST_TOLD:
        texts = [rows.text(row, one.id) for one in found]
        return texts[0], texts[1], texts[2]
    if len(found) != 1:
        return "", "", ""
    value = rows.value(row, found[0].id)
    if isinstance(value, tuple):
        return _three(value, rows.text(row, unit) if unit else found[0].unit)
    return "", rows.text(row, found[0].id), ""


def _three(value: Value, unit: str) -> tuple[str, str, str]:
    texts = [_plain(one, unit) for one in value] if isinstance(value, tuple) else []
    texts += [""] * (_MOST_TOLD - len(texts))
    return texts[0], texts[1], texts[2]


def _plain(text: str, unit: str) -> str:
    """Return a number as a cell shows it, with its sign of dollars or percent."""
    amount = number(text)
    if amount is None:
        return text
    short = unit[:1] if unit.startswith("%") else unit
    return formats.with_unit(formats.plain_number(amount), short if short in ("%", "USD") else "")


def _proof(table: _Table, rows: Rows, row: str, address: AnswerPath, scope: Scope) -> Cell:
    """Return the sources of an input: its evidence column, or what is cited for a cell."""
    evidence = rows.value(row, table.proof) if table.proof else None
    if evidence:
        return sources_cell(evidence, scope)
    for column in table.values:
        cited = scope.facts.citations.get(str(address.column(column)))
        if cited:
            return sources_cell(cited, scope)
    return Cell()


def _single(path: str, scope: Scope) -> Iterator[Row]:
    question = scope.facts.template.find(path)
    value = scope.facts.answers.value(path) or scope.facts.defaults.get(path)
    if question is None or value is None:
        return
    told = _three(value, question.unit)
    spread = told if isinstance(value, tuple) else ("", _plain(str(value), question.unit), "")
    cited = scope.facts.citations.get(path)
    name = text_cell(question.label, bold=True)
    yield _row(name, spread, sources_cell(cited, scope) if cited else Cell(), "")
