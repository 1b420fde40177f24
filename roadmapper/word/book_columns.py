"""Columns of the workbook behind a chart, and the columns that a waterfall is worked out in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.scale import places, unit_parts
from roadmapper.document.tree import Chart
from roadmapper.document.waterfall import falls

_ALPHABET = 26
_WATERFALL = ("Level", "Not drawn", "Above zero", "Below zero", "Top")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the workbook: its letter, its name, its numbers, how they are written.

    With `formulas` the numbers are what these come to, one for each row.
    """

    letter: str
    name: str
    values: tuple[Decimal | None, ...]
    code: str
    formulas: tuple[str, ...] = ()


def letter_of(number: int) -> str:
    """Return the name of a spreadsheet column, the first being 0."""
    first, last = divmod(number, _ALPHABET)
    return (letter_of(first - 1) if first else "") + chr(ord("A") + last)


def rows_of(values: Sequence[object]) -> range:
    """Return the rows of the sheet in which values stand, below the names of the columns."""
    return range(2, len(values) + 2)


def number_code(numbers: Iterable[Decimal | None], unit: str, decimals: int | None = None) -> str:
    """Return the number format that writes values as the drawn charts do."""
    before, after = (f'"{part}"' if part else "" for part in unit_parts(unit.replace('"', "")))
    decimals = places(numbers) if decimals is None else decimals
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    zero = f";{before}0" if before else ""
    return f'{before}{digits}{after};"−"{before}{digits}{after}{zero}'


def waterfall_columns(chart: Chart, amounts: Column, after: int) -> tuple[Column, ...]:
    """Return what draws a waterfall: its level, the unseen foot, what shows above and below zero.

    They follow the amounts when those are edited.
    """
    letters = [letter_of(after + i) for i in range(len(_WATERFALL))]
    numbers = _parts(chart, len(amounts.values))
    rows = rows_of(amounts.values)
    cells = [
        _formulas(row, amounts.letter, letters[0], row - 2 in chart.emphasised) for row in rows
    ]
    return tuple(
        Column(
            letter,
            name,
            tuple(row[place] for row in numbers),
            amounts.code,
            tuple(row[place] for row in cells),
        )
        for place, (letter, name) in enumerate(zip(letters, _WATERFALL, strict=True))
    )


def _parts(chart: Chart, count: int) -> list[tuple[Decimal, ...]]:
    """Return level, foot, above, below and top of each column."""
    known = {one.at: one for one in falls(chart)}
    zero = level = Decimal(0)
    found: list[tuple[Decimal, ...]] = []
    for i in range(count):
        one = known.get(i)
        start = one.start if one else (zero if i in chart.emphasised else level)
        level = one.end if one else start
        low, high = min(start, level), max(start, level)
        foot = low if low > 0 else min(high, zero)
        above, below = max(high, zero) - max(low, zero), min(low, zero) - min(high, zero)
        found.append((level, foot, above, below, high))
    return found


def _formulas(row: int, amount: str, level: str, total: bool) -> tuple[str, ...]:
    end = f"{level}{row}"
    start = "0" if total or row == 2 else f"{level}{row - 1}"  # noqa: PLR2004  the first row
    low, high = f"MIN({start},{end})", f"MAX({start},{end})"
    return (
        f"{start}+{amount}{row}",
        f"IF({low}>0,{low},MIN({high},0))",
        f"MAX({high},0)-MAX({low},0)",
        f"MIN({low},0)-MIN({high},0)",
        high,
    )
