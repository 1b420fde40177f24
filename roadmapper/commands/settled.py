"""What a settled table looks like: CSV with a column for each step, text to read, values."""

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from roadmapper.commands.desk import Desk
from roadmapper.figures import money
from roadmapper.figures.results_file import Row
from roadmapper.figures.settlement import Statement
from roadmapper.figures.settling import Payment
from roadmapper.figures.steps import MONEY, PART, STEPS

ENDS = {
    "before_collar": "Sum inside the collar",
    "collar_least": "The collar: at least",
    "collar_most": "The collar: at most",
    "after_collar": "Sum within the collar",
    "outside": "Outside it: credits and the like",
    "total": "Total",
    "interim": "Paid meanwhile",
    "true_up": "True-up",
    "held": "Held back, as it is disputed",
    "due": "Due",
}
"""The last columns, in the order in which they are worked out, and what they are called."""
_NOT_ADDED = ("collar_least", "collar_most")
_FINEST = Decimal("0.000001")
_WIDE, _NUMBER = 36, 20


class Settled(NamedTuple):
    """A row of results with what it comes to, and the limits of the collar there."""

    row: Row
    period: int
    statement: Statement[Decimal]
    least: Decimal | None
    most: Decimal | None

    @property
    def ends(self) -> tuple[Decimal | None, ...]:
        """The values of the last columns."""
        one = self.statement
        outside = one.total - one.after_collar
        return (
            *(one.before_collar, self.least, self.most, one.after_collar, outside),
            *(one.total, one.interim, one.true_up, one.held, one.due),
        )


def told(one: Settled) -> dict[str, object]:
    """Return a settled row as plain values, its steps with their words."""
    return {
        "label": one.row.label,
        "period": one.period,
        "payments": [
            {
                "label": pay.label,
                "kind": pay.kind.value,
                "steps": [
                    {
                        "name": name,
                        "value": _plain(value),
                        "unit": "" if STEPS[name].unit == "%" else STEPS[name].unit,
                        "words": STEPS[name].formula,
                    }
                    for name, value in pay.steps
                ],
                "amount": str(pay.amount),
            }
            for pay in one.statement.payments
        ],
        **{
            name: None if value is None else str(value)
            for name, value in zip(ENDS, one.ends, strict=True)
        },
    }


def _plain(value: Decimal) -> str:
    """Return the number of a step with as many decimals as one can use."""
    short = value if value == value.to_integral_value() else money.rounded(value, _FINEST)
    return f"{short.normalize():f}" if short else "0"


def write_table(settled: Sequence[Settled], desk: Desk) -> None:
    """Write a CSV table that a spreadsheet opens, with a last line of sums."""
    lines = [_cells(one.statement) for one in settled]
    columns = tuple(dict.fromkeys(name for cells in lines for name in cells))
    table = csv.writer(desk.out, lineterminator="\n")
    table.writerow(("label", "period", *(": ".join(filter(None, one)) for one in columns), *ENDS))
    for one, cells in zip(settled, lines, strict=True):
        told = (_shown(column, cells.get(column)) for column in columns)
        table.writerow((one.row.label, one.period, *told, *one.ends))
    sums = [_sum(column, [cells.get(column) for cells in lines]) for column in columns]
    last = zip(*(one.ends for one in settled), strict=True)
    ends = [
        None if name in _NOT_ADDED else money.total(value or Decimal(0) for value in values)
        for name, values in zip(ENDS, last, strict=True)
    ]
    table.writerow(("all", "", *sums, *ends))


_Column = tuple[str, str]
"""The label of a payment, and the name of a step; without one it is what is paid."""


def _cells(statement: Statement[Decimal]) -> dict[_Column, Decimal]:
    """Return the steps of all payments, and after them what each pays; same labels are added."""
    cells: dict[_Column, Decimal] = {}
    for pay in statement.payments:
        for name, value in (*pay.steps[:-1], ("", pay.amount)):
            before = cells.get((pay.label, name))
            is_added = before is not None and _is_money(name)
            cells[pay.label, name] = (
                money.total((before or Decimal(0), value)) if is_added else value
            )
    return cells


def _is_money(step: str) -> bool:
    return not step or STEPS[step].unit == MONEY


def _shown(column: _Column, value: Decimal | None) -> str | Decimal:
    if value is None:
        return Decimal(0) if not column[1] else ""
    return _plain(value) if column[1] else value


def _sum(column: _Column, values: Sequence[Decimal | None]) -> str | Decimal:
    if not _is_money(column[1]):
        return ""
    return _shown(column, money.total(one for one in values if one is not None))


def write_steps(settled: Sequence[Settled], desk: Desk) -> None:
    """Write every row as it is worked out, step by step, to be read."""
    for at, one in enumerate(settled):
        if at:
            desk.say("")
        desk.say(f"{one.row.label}, period {one.period}")
        for pay in one.statement.payments:
            for line in _worked(pay):
                desk.say(line)
        for words, value in zip(ENDS.values(), one.ends, strict=True):
            if value is not None:
                desk.say(f"  {words:<{_WIDE}}{value:>{_NUMBER},f}")


def _worked(pay: Payment[Decimal]) -> Iterator[str]:
    yield f"  {pay.label} ({pay.kind.value})"
    for name, value in pay.steps:
        step = STEPS[name]
        number = value * 100 if step.unit == PART else value
        shown = f"{money.rounded(number, Decimal('0.01')):,f}"
        sign = "%" if step.unit == PART else " "
        yield f"    {name:<{_WIDE - 2}}{shown:>{_NUMBER}} {sign}  {step.formula}".rstrip()
