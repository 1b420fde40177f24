"""Reads a table of results: a row for each period or organisation, named columns."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from roadmapper.errors import ContractError
from roadmapper.figures.contract_file import Rows
from roadmapper.figures.terms import Results

LARGEST_FILE = 50_000_000
_NUMBER = re.compile(r"[+-]?\d{1,18}(?:\.\d{1,18})?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_PERIOD = re.compile(r"\d{1,9}", re.ASCII)
_LAST_PERIOD = 600


@dataclass(frozen=True, slots=True)
class Row:
    """The results of one line of the table: its number there, what it is called, what it says."""

    line: int
    label: str
    results: Results[Decimal]


def load_results(path: Path, rows: Rows) -> tuple[Row, ...]:
    """Return the rows of a CSV file with a line of headings.

    A cell that is no plain number is a word; a term that needs its number says so.

    Raises:
        ContractError: The file cannot be read, or a column is missing or twice there.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ContractError(f"{path.name} is too large. Settle it in several files.")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(_rows(csv.DictReader(file, restkey="", strict=True), rows, path.name))
    except OSError as error:
        raise ContractError(f"{path} cannot be read: {error.strerror}. Check the name.") from error
    except UnicodeDecodeError as error:
        raise ContractError(f"{path.name} is not UTF-8. Save it as CSV UTF-8.") from error
    except csv.Error as error:
        raise ContractError(f"{path.name} is not a CSV table: {error}. Mend that place.") from error


def _rows(table: "csv.DictReader[str]", rows: Rows, name: str) -> Iterator[Row]:
    headings = table.fieldnames or ()
    if len(set(headings)) < len(headings):
        raise ContractError(f"{name} has two columns of the same name. Rename one.")
    for column in (rows.label, rows.period):
        if column and column not in headings:
            raise ContractError(f"{name} has no column {column!r}, which the contract names.")
    for cells in table:
        line = table.line_num
        if "" in cells:
            raise ContractError(f"{name}, line {line}: there are more cells than headings.")
        period = _period(cells, rows, f"{name}, line {line}")
        label = cells.get(rows.label) or str(line - 1)
        yield Row(line, label, Results(_numbers(cells), _words(cells), period))


def _period(cells: Mapping[str, str | None], rows: Rows, place: str) -> int:
    if not rows.period:
        return 1
    text = (cells[rows.period] or "").strip()
    if not _PERIOD.fullmatch(text) or not 1 <= int(text) <= _LAST_PERIOD:
        raise ContractError(f"{place}: {text!r} is no period. Count them 1, 2, 3.")
    return int(text)


def _numbers(cells: Mapping[str, str | None]) -> dict[str, Decimal]:
    told = {name: text.strip() for name, text in cells.items() if text is not None}
    return {name: Decimal(text) for name, text in told.items() if _NUMBER.fullmatch(text)}


def _words(cells: Mapping[str, str | None]) -> dict[str, str]:
    return {name: text.strip() for name, text in cells.items() if text is not None}
