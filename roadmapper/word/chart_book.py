"""The workbook behind a native chart: the tree's numbers, a limit, the height of a band."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from roadmapper.document.line_charts import band_of
from roadmapper.document.scale import places, unit_parts
from roadmapper.document.tree import Chart, Series
from roadmapper.word.ooxml import legal

MADE = datetime(2000, 1, 1)  # noqa: DTZ001  the same bytes on any day; Excel knows no zones
LONGEST_CELL = 250
SPAN = "High minus low"
ALPHABET = 26


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the workbook: its letter, its name, its numbers, how they are written."""

    letter: str
    name: str
    values: tuple[Decimal | None, ...]
    code: str


@dataclass(frozen=True, slots=True)
class Span:
    """The height of a band, and the letters of the columns with its edges."""

    column: Column
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class Table:
    """What the workbook holds: names down, then series, limit and the height of a band."""

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    limit: Column | None
    span: Span | None


def table_of(chart: Chart) -> Table:
    """Return the numbers of a chart as the columns of its workbook."""
    names = tuple(clean(name) for name in chart.categories)
    columns = tuple(_column(chart, i, s, len(names)) for i, s in enumerate(chart.series))
    limit = None
    if chart.limit:
        values = (chart.limit.value,) * len(names)
        code = number_code(values, chart.unit)
        limit = Column(_letter(len(columns) + 1), clean(chart.limit.label), values, code)
    return Table(names, columns, limit, _span(chart, columns, limit))


def workbook(table: Table) -> bytes:
    """Return the workbook as a file; the height of a band follows edited edges."""
    # Loaded late: only a document with native charts pays for it.
    from xlsxwriter import Workbook  # noqa: PLC0415

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(out, options)
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet("Sheet1")
    for row, name in enumerate(table.names, 1):
        sheet.write_string(row, 0, name)
    columns = [*table.columns, *([table.limit] if table.limit else [])]
    for number, column in enumerate(columns, 1):
        look = book.add_format({"num_format": column.code})
        sheet.write_string(0, number, column.name)
        for row, value in enumerate(column.values, 1):
            if value is not None:
                sheet.write_number(row, number, value, look)
    if table.span:
        _write_span(sheet, len(columns) + 1, table.span)
    book.close()
    return out.getvalue()


def clean(text: str) -> str:
    """Return a text as one line that a cell holds."""
    return " ".join(legal(text).split())[:LONGEST_CELL]


def number_code(numbers: Iterable[Decimal | None], unit: str) -> str:
    """Return the number format that writes values as the drawn charts do."""
    before, after = (f'"{part}"' if part else "" for part in unit_parts(unit.replace('"', "")))
    decimals = places(numbers)
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    zero = f";{before}0" if before else ""
    return f'{before}{digits}{after};"−"{before}{digits}{after}{zero}'


def _column(chart: Chart, number: int, shown: Series, count: int) -> Column:
    values = (*shown.values, *(None,) * count)[:count]
    code = number_code(values, chart.unit)
    return Column(_letter(number + 1), clean(shown.name), values, code)


def _span(chart: Chart, columns: tuple[Column, ...], limit: Column | None) -> Span | None:
    band = band_of(chart)
    if band is None:
        return None
    low, high = (columns[at] for at in band)
    heights = tuple(
        None if a is None or b is None else b - a
        for a, b in zip(low.values, high.values, strict=True)
    )
    letter = _letter(len(columns) + (2 if limit else 1))
    column = Column(letter, SPAN, heights, number_code(heights, chart.unit))
    return Span(column, low.letter, high.letter)


# Any: XlsxWriter has no types for its sheets.
def _write_span(sheet: Any, number: int, span: Span) -> None:
    sheet.write_string(0, number, span.column.name)
    for row, value in enumerate(span.column.values, 1):
        if value is not None:
            formula = f"={span.high}{row + 1}-{span.low}{row + 1}"
            sheet.write_formula(row, number, formula, None, value)


def _letter(number: int) -> str:
    """Return the name of a spreadsheet column, the first being 0."""
    first, last = divmod(number, ALPHABET)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)
