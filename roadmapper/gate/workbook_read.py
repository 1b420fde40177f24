"""Reads the workbook behind a native chart, and the numbers that the chart itself shows."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from roadmapper.gate.reading import Numbers
from roadmapper.gate.zipped import parts_of, tree_of

_OFFICE = "http://schemas.openxmlformats.org"
_S = f"{{{_OFFICE}/spreadsheetml/2006/main}}"
_C = f"{{{_OFFICE}/drawingml/2006/chart}}"
_SHEET = "xl/worksheets/sheet1.xml"
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,6})")
_MOST_ROWS = 10_000


def read_workbook(data: bytes, name: str) -> Numbers:
    """Return the columns of numbers in a workbook, from the second on and below the first row.

    Raises:
        ExportError: It cannot be read.
    """
    sheet = tree_of(parts_of(data, _SHEET)[_SHEET], f"{name}: {_SHEET}")
    columns: dict[str, dict[int, Decimal | None]] = {}
    last = 1
    for cell in sheet.iter(f"{_S}c"):
        found = _PLACE.fullmatch(str(cell.get("r")))
        if found is None or int(found[2]) > _MOST_ROWS:
            continue
        last = max(last, int(found[2]))
        if found[1] != "A":
            held = columns.setdefault(found[1], {})
            if cell.get("t") != "s":
                held[int(found[2])] = _number(cell.findtext(f"{_S}v"))
    rows = range(2, last + 1)
    ordered = sorted(columns, key=lambda letter: (len(letter), letter))
    return Numbers(name, tuple(tuple(columns[one].get(row) for row in rows) for one in ordered))


# Any: lxml has no types.
def shown_numbers(values: Any) -> tuple[Decimal | None, ...]:
    """Return the numbers that a series of a chart shows."""
    count = values.find(f".//{_C}ptCount")
    size = int(count.get("val")) if count is not None and str(count.get("val")).isdecimal() else 0
    found = {
        int(one.get("idx")): _number(one.findtext(f"{_C}v"))
        for one in values.iter(f"{_C}pt")
        if str(one.get("idx")).isdecimal()
    }
    return tuple(found.get(at) for at in range(min(size, _MOST_ROWS)))


def _number(text: str | None) -> Decimal | None:
    try:
        return Decimal(text or "")
    except InvalidOperation:
        return None
