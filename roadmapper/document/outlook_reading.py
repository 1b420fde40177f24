"""Reads the figures of the draws by name, for charts and tables alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.proposal.facts import Figure

Figures = Mapping[str, Figure]

CASES = ("cautious", "expected", "strong")


def value_of(figures: Figures, name: str) -> Decimal | None:
    """Return the value of a figure, None if there is none."""
    found = figures.get(name)
    return found.value if found else None


def values_at(figures: Figures, names: Sequence[str]) -> tuple[Decimal, ...]:
    """Return the values of all these figures, empty if one of them is missing."""
    found = [figures[name].value for name in names if name in figures]
    return tuple(found) if len(found) == len(names) else ()


def runs_note(figures: Figures) -> str:
    """Return how the numbers came about: how many runs, with which seed."""
    runs, seed = (value_of(figures, f"outlook.{name}") for name in ("runs", "seed"))
    if runs is None or seed is None:
        return ""
    return (
        f"Source: {runs:,.0f} runs of the whole contract on the inputs of this proposal, "
        f"seed {seed:f}."
    )


@dataclass(frozen=True, slots=True)
class TornadoRow:
    """One input: its place, its address, its low and high, and the net at either."""

    place: int
    path: str
    low: Decimal
    high: Decimal
    start: Decimal
    end: Decimal


def tornado_rows(figures: Figures) -> list[TornadoRow]:
    """Return the inputs by how far they move the net, as far as there are figures."""
    rows: list[TornadoRow] = []
    while True:
        name = f"outlook.tornado.{len(rows)}"
        found = values_at(figures, [f"{name}.{part}" for part in ("low", "high", "from", "to")])
        if not found:
            return rows
        inputs = figures[f"{name}.low"].inputs
        rows.append(TornadoRow(len(rows), inputs[0] if inputs else "", *found))


def has_royalty(figures: Figures) -> bool:
    """Return whether royalties come back to the buyer; what is paid is told before them."""
    return any(name.startswith("worked.royalty.") for name in figures)
