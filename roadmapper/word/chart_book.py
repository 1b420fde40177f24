"""What the workbook of a native chart holds: the tree's numbers, a limit, the height of a band."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.line_charts import band_of
from roadmapper.document.scale import places, unit_parts
from roadmapper.document.tree import Chart, Series
from roadmapper.word.ooxml import legal

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


def _letter(number: int) -> str:
    """Return the name of a spreadsheet column, the first being 0."""
    first, last = divmod(number, ALPHABET)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)
