"""Answers that figures are made from, in short."""

from collections.abc import Mapping
from decimal import Decimal

from roadmapper.figures.book import figures
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value

Cells = Mapping[str, Value]


def rows_of(path: str, *rows: Cells) -> dict[str, Value]:
    """Return the answers of a table with these rows."""
    ids = tuple(f"r{number}" for number in range(1, len(rows) + 1))
    cells = {
        f"{path}[{row}].{column}": value
        for row, one in zip(ids, rows, strict=True)
        for column, value in one.items()
    }
    return {path: ids, **cells}


def fee(quantity: str = "640", price: str = "2400", **more: str) -> Cells:
    """Return an item charged each year."""
    return {"item": "Seats", "quantity": quantity, "price": price, "basis": "each year", **more}


def driver(kind: str = "revenue", more: Cells | None = None) -> Cells:
    """Return a complete driver of this class."""
    usual: dict[str, Value] = {
        "driver": "Visits",
        "class": kind,
        "improvement": ("0", "0.5", "0.9"),
        "volume": "1000",
        "unit_value": "100",
        "realization": "60",
        "ramp": "50, 100",
    }
    return {**usual, **(more or {})}


def cost(likely: str = "100", timing: str = "annual", **more: str) -> Cells:
    """Return a complete cost."""
    return {
        "item": "Hours",
        "timing": timing,
        "low": "50",
        "likely": likely,
        "high": "300",
        **more,
    }


def book(*parts: Mapping[str, Value]) -> dict[str, Decimal]:
    """Return the value of every figure by its name."""
    merged = {path: value for part in parts for path, value in part.items()}
    return {figure.name: figure.value for figure in figures(Answers(merged))}


TERM: dict[str, Value] = {"deal.term_years": "3", "deal.start_date": "2027-07-01"}
FEES = "pricing.base_fee"
DRIVERS = "value.drivers"
COSTS = "value.costs"
