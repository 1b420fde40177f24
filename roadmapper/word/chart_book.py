"""What the workbook of a native chart holds: the tree's numbers, and what is worked out of them."""

from dataclasses import dataclass

from roadmapper.document.line_charts import band_of
from roadmapper.document.scale import decimals_of
from roadmapper.document.tree import Chart, ChartKind, Series
from roadmapper.word.book_columns import (
    Column,
    letter_of,
    number_code,
    rows_of,
    waterfall_columns,
)
from roadmapper.word.ooxml import legal

LONGEST_CELL = 250
SPAN = "High minus low"


@dataclass(frozen=True, slots=True)
class Table:
    """What the workbook holds: names down, then series, limit, and what is worked out of them.

    `worked` is the height of a band, or the parts of a waterfall.
    """

    names: tuple[str, ...]
    columns: tuple[Column, ...]
    limit: Column | None
    worked: tuple[Column, ...] = ()

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Every column of numbers, in the order of their letters."""
        return (*self.columns, *([self.limit] if self.limit else []), *self.worked)


def table_of(chart: Chart) -> Table:
    """Return the numbers of a chart as the columns of its workbook."""
    names = tuple(clean(name) for name in chart.categories)
    columns = tuple(_column(chart, i, s, len(names)) for i, s in enumerate(chart.series))
    limit = None
    if chart.limit:
        values = (chart.limit.value,) * len(names)
        code = number_code(values, chart.unit, decimals_of(chart, values))
        limit = Column(letter_of(len(columns) + 1), clean(chart.limit.label), values, code)
    after = len(columns) + (2 if limit else 1)
    return Table(names, columns, limit, _worked(chart, columns, after))


def clean(text: str) -> str:
    """Return a text as one line that a cell holds."""
    return " ".join(legal(text).split())[:LONGEST_CELL]


def _column(chart: Chart, number: int, shown: Series, count: int) -> Column:
    values = (*shown.values, *(None,) * count)[:count]
    code = number_code(values, chart.unit, decimals_of(chart, values))
    return Column(letter_of(number + 1), clean(shown.name), values, code)


def _worked(chart: Chart, columns: tuple[Column, ...], after: int) -> tuple[Column, ...]:
    if chart.kind is ChartKind.WATERFALL and columns:
        return waterfall_columns(chart, columns[0], after)
    band = band_of(chart)
    return (_span(chart, columns[band[0]], columns[band[1]], after),) if band else ()


def _span(chart: Chart, low: Column, high: Column, after: int) -> Column:
    heights = tuple(
        None if a is None or b is None else b - a
        for a, b in zip(low.values, high.values, strict=True)
    )
    formulas = tuple(f"{high.letter}{row}-{low.letter}{row}" for row in rows_of(heights))
    code = number_code(heights, chart.unit, decimals_of(chart, heights))
    return Column(letter_of(after), SPAN, heights, code, formulas)
