"""settle: what a contract comes to with actual results, for checking and for year-end.

Every row says how it came about, in the order in which a contract is settled: what was
measured, gates, corridor, what counts, share, cap; the sum, the collar, what lies outside it, and
the true-up.
"""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from decimal import Decimal, DecimalException
from difflib import get_close_matches
from itertools import groupby, pairwise
from pathlib import Path

from roadmapper.commands.desk import DONE, Desk
from roadmapper.commands.settled import Settled, told, write_steps, write_table
from roadmapper.errors import ContractError
from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.contract_file import ContractFile, load_contract
from roadmapper.figures.contract_problems import problems
from roadmapper.figures.results_file import Row, load_results
from roadmapper.figures.row_problems import row_problems
from roadmapper.figures.settlement import limits_of, settle
from roadmapper.figures.terms import MissingResultError
from roadmapper.figures.typed_numbers import is_unclear

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
        desk.say_json([told(one) for one in settled])
    elif options.steps:
        write_steps(settled, desk)
    else:
        write_table(settled, desk)
    return DONE


def _settled(file: ContractFile, rows: Sequence[Row]) -> Iterator[Settled]:
    """Yield the rows with their statements; rows of one name are periods of one contract."""
    if not file.rows.period:
        groups: Iterator[Sequence[Row]] = ((row,) for row in rows)
    else:
        ordered = sorted(rows, key=lambda row: row.label if file.rows.label else "")
        by_label = groupby(ordered, key=lambda row: row.label if file.rows.label else "")
        groups = (sorted(several, key=lambda row: row.results.period) for _, several in by_label)
    for group in groups:
        yield from _in_order(file, group)


def _in_order(file: ContractFile, group: Sequence[Row]) -> Iterator[Settled]:
    for before, row in pairwise(group):
        if before.results.period == row.results.period:
            told = f"Line {row.line} ({row.label}): period {row.results.period} was there before."
            raise ContractError(f"{told} Leave one of them out.")
    try:
        results = [row.results for row in group]
        statements = settle(EXACT, file.contract, results, with_steps=True)
        limits = [limits_of(EXACT, file.contract, one) for one in results]
    except MissingResultError as missing:
        raise ContractError(_missing(missing, group)) from missing
    except DecimalException as error:
        raise ContractError(_too_large(group)) from error
    for row in group:
        for problem in row_problems(file.contract, row.results):
            raise ContractError(f"Line {row.line} ({row.label}): {problem}")
    if any(abs(getattr(one, name)) >= _HUGE for one in statements for name in _SUMS):
        raise ContractError(_too_large(group))
    for row, statement, (least, most) in zip(group, statements, limits, strict=True):
        period = row.results.period + file.rows.first - 1 if file.rows.period else 1
        yield Settled(row, period, statement, least, most)


def _too_large(group: Sequence[Row]) -> str:
    return (
        f"Line {group[0].line} ({group[0].label}): what it comes to is no sensible amount. "
        "Check the numbers there and in the contract."
    )


def _missing(missing: MissingResultError, group: Sequence[Row]) -> str:
    column = missing.column
    for row in group:
        place = f"Line {row.line} ({row.label}), column {column!r}"
        word = row.results.words.get(column)
        if word is None:
            near = get_close_matches(column.lower(), [one.lower() for one in row.results.words], 1)
            alike = [one for one in row.results.words if one.lower() in near]
            hint = f" There is {alike[0]!r}." if alike else ""
            return f"The results have no column {column!r}, which the contract names.{hint}"
        if missing.word is not None and word == missing.word:
            return f"{place}: the contract does not know {word!r}. Add it to its choices."
        if missing.word is None and column not in row.results.numbers:
            return f"{place}: {_no_number(word, row.marks)}"
    return f"A number is missing in column {column!r}."


def _no_number(word: str, marks: frozenset[str]) -> str:
    if not word:
        return "it is empty. Write its number."
    if is_unclear(word, marks):
        plain = word.replace(",", "").replace(".", "")
        return f"{word!r} is no clear number. Write {plain}, or a decimal with a point."
    return f"{word!r} is no number. Write it with a point, such as 1200.50."
