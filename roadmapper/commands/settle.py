"""settle: what a contract comes to with actual results, for checking and for year-end."""

import csv
from argparse import Namespace
from collections.abc import Iterator, Sequence
from decimal import Decimal, DecimalException
from itertools import groupby, pairwise
from pathlib import Path
from typing import TypeAlias

from roadmapper.commands.desk import DONE, Desk
from roadmapper.errors import ContractError
from roadmapper.figures import money
from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.contract_file import ContractFile, load_contract
from roadmapper.figures.contract_problems import problems
from roadmapper.figures.results_file import Row, load_results
from roadmapper.figures.settlement import Statement, settle
from roadmapper.figures.terms import MissingResultError

_Settled: TypeAlias = tuple[Row, Statement[Decimal]]
_HUGE = Decimal(10) ** 18
_SUMS = ("before_collar", "after_collar", "total", "interim", "true_up", "held", "due")


def settle_results(options: Namespace, desk: Desk) -> int:
    """Settle every row of a table under a contract and write what each comes to."""
    file = load_contract(Path(options.contract))
    wrong = problems(file.contract)
    if wrong:
        raise ContractError("\n".join(wrong))
    settled = tuple(_settled(file, load_results(Path(options.actuals), file.rows)))
    if options.json:
        desk.say_json([_told(row, statement) for row, statement in settled])
    else:
        _write_table(settled, desk)
    return DONE


def _settled(file: ContractFile, rows: Sequence[Row]) -> Iterator[_Settled]:
    """Yield the rows with their statements; rows of one name are periods of one contract."""
    if not file.rows.period:
        groups: Iterator[Sequence[Row]] = ((row,) for row in rows)
    else:
        ordered = sorted(rows, key=lambda row: row.label if file.rows.label else "")
        by_label = groupby(ordered, key=lambda row: row.label if file.rows.label else "")
        groups = (sorted(several, key=lambda row: row.results.period) for _, several in by_label)
    for group in groups:
        yield from _in_order(file, group)


def _in_order(file: ContractFile, group: Sequence[Row]) -> Iterator[_Settled]:
    for before, row in pairwise(group):
        if before.results.period == row.results.period:
            told = f"Line {row.line} ({row.label}): period {row.results.period} was there before."
            raise ContractError(f"{told} Leave one of them out.")
    try:
        statements = settle(EXACT, file.contract, [row.results for row in group])
    except MissingResultError as missing:
        raise ContractError(_missing(missing, group)) from missing
    except DecimalException as error:
        raise ContractError(_too_large(group)) from error
    if any(abs(getattr(one, name)) >= _HUGE for one in statements for name in _SUMS):
        raise ContractError(_too_large(group))
    yield from zip(group, statements, strict=True)


def _too_large(group: Sequence[Row]) -> str:
    return (
        f"Line {group[0].line} ({group[0].label}): what it comes to is no sensible amount. "
        "Check the numbers there and in the contract."
    )


def _missing(missing: MissingResultError, group: Sequence[Row]) -> str:
    for row in group:
        place = f"Line {row.line} ({row.label}), column {missing.column!r}"
        if missing.word is not None:
            return f"{place}: the contract does not know {missing.word!r}. Add it to its choices."
        word = row.results.words.get(missing.column)
        if word is None:
            return f"The results have no column {missing.column!r}, which the contract names."
        if missing.column not in row.results.numbers:
            return f"{place}: {word!r} is no number. Write it with a point, such as 1200.50."
    return f"A number is missing in column {missing.column!r}."


def _told(row: Row, statement: Statement[Decimal]) -> dict[str, object]:
    return {
        "label": row.label,
        "period": statement.period,
        "payments": [
            {"label": one.label, "kind": one.kind.value, "amount": str(one.amount)}
            for one in statement.payments
        ],
        **{name: str(getattr(statement, name)) for name in _SUMS},
    }


def _write_table(settled: Sequence[_Settled], desk: Desk) -> None:
    """Write a CSV table that a spreadsheet opens, with a last line of sums."""
    labels = tuple(dict.fromkeys(one.label for _, made in settled for one in made.payments))
    table = csv.writer(desk.out, lineterminator="\n")
    table.writerow(("label", "period", *labels, *_SUMS))
    columns = [_amounts(statement, labels) for _, statement in settled]
    for (row, statement), amounts in zip(settled, columns, strict=True):
        table.writerow((row.label, statement.period, *amounts))
    sums = [money.total(column) for column in zip(*columns, strict=True)]
    table.writerow(("all", "", *sums))


def _amounts(statement: Statement[Decimal], labels: Sequence[str]) -> tuple[Decimal, ...]:
    paid = dict.fromkeys(labels, Decimal(0))
    for one in statement.payments:
        paid[one.label] = money.total((paid[one.label], one.amount))
    return (*paid.values(), *(getattr(statement, name) for name in _SUMS))
