"""Reads a table of results: a row for each period or organisation, named columns."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from roadmapper.errors import ContractError
from roadmapper.figures.contract_file import Rows
from roadmapper.figures.terms import Results
from roadmapper.figures.typed_numbers import decimal_marks, number

LARGEST_FILE = 50_000_000
_LAST_PERIOD = 600
_DELIMITERS = ",;\t|"
_BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class Row:
    """The results of one line of the table: its number there, what it is called, what it says.

    `marks` are the decimal marks of the whole table.
    """

    line: int
    label: str
    results: Results[Decimal]
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: Mapping[str, str]


def load_results(path: Path, rows: Rows) -> tuple[Row, ...]:
    """Return the rows of a table in a CSV file with a line of headings.

    Commas, semicolons, tabs or bars may lie between cells. A cell that is no number is a word; a
    term that needs its number says so. Blank lines are left out.

    Raises:
        ContractError: The file cannot be read, or a column is missing or twice there.
    """
    try:
        lines = tuple(_lines(_text(path), rows, path.name))
    except OSError as error:
        raise ContractError(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    except UnicodeDecodeError as error:
        raise ContractError(f"{path.name} is not UTF-8. Save it as CSV UTF-8.") from error
    except csv.Error as error:
        raise ContractError(f"{path.name} is not a CSV table: {error}. Mend that place.") from error
    if not lines:
        raise ContractError(f"{path.name} has no row of results below its headings. Add one.")
    marks = decimal_marks(text for line in lines for text in line.cells.values())
    return tuple(_row(line, rows, marks, path.name) for line in lines)


def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST_FILE:
        raise ContractError(f"{path.name} is too large. Settle it in several files.")
    content = path.read_bytes()
    encoding = next((name for bom, name in _BOMS.items() if content.startswith(bom)), "utf-8-sig")
    return content.decode(encoding)


def _lines(text: str, rows: Rows, name: str) -> Iterator[_Line]:
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    headings: Sequence[str] = ()
    for cells in table:
        told = [cell.strip() for cell in cells]
        if not any(told) or (not headings and told[0].lower().startswith("sep=")):
            continue
        if not headings:
            headings = told
            _check(headings, rows, name)
            continue
        if any(told[len(headings) :]):
            raise ContractError(
                f"{name}, line {table.line_num}: there are more cells than headings. "
                "Put a cell with a comma in quotes."
            )
        told += [""] * (len(headings) - len(told))
        yield _Line(table.line_num, dict(zip(headings, told, strict=False)))
    if not headings:
        raise ContractError(f"{name} is empty. Write a line of headings and a row of results.")


def _delimiter(text: str) -> str:
    """Return what lies between the cells: whatever makes the most of the headings."""
    first = next((one for one in text.splitlines()[:20] if one.strip(_DELIMITERS + " ")), "")
    if first.lower().startswith("sep=") and first[4:5] in _DELIMITERS:
        return first[4:5]
    return max(_DELIMITERS, key=lambda one: len(next(csv.reader([first], delimiter=one), ())))


def _check(headings: Sequence[str], rows: Rows, name: str) -> None:
    twice = [one for one, count in Counter(headings).items() if one and count > 1]
    if twice:
        raise ContractError(f"{name} has two columns of the same name, {twice[0]!r}. Rename one.")
    for column in (rows.label, rows.period):
        if column and column not in headings:
            known = ", ".join(repr(one) for one in headings[:8] if one)
            raise ContractError(
                f"{name} has no column {column!r}, which the contract names. It has {known}."
            )


def _row(line: _Line, rows: Rows, marks: frozenset[str], name: str) -> Row:
    cells = line.cells
    numbers = {
        column: found
        for column, text in cells.items()
        if text and (found := number(text, marks)) is not None
    }
    period = _period(cells, numbers, rows, f"{name}, line {line.number}")
    label = cells.get(rows.label) or str(line.number - 1)
    return Row(line.number, label, Results(numbers, cells, period), marks)


def _period(
    cells: Mapping[str, str], numbers: Mapping[str, Decimal], rows: Rows, place: str
) -> int:
    if not rows.period:
        return 1
    found = numbers.get(rows.period, Decimal(-1)) - rows.first + 1
    if found != found.to_integral_value() or not 1 <= found <= _LAST_PERIOD:
        counted = ", ".join(str(rows.first + step) for step in range(3))
        hint = (
            " Or write first = 2026 under [rows] where years are named." if rows.first == 1 else ""
        )
        raise ContractError(
            f"{place}: {cells[rows.period]!r} is no period. Count them {counted}.{hint}"
        )
    return int(found)
