"""A sheet on which figures are written one after another, with a formula for each kind of name."""

from collections.abc import Mapping
from decimal import Decimal

from roadmapper.proposal.facts import Figure

DOLLARS, PERCENT, MONTHS, COUNT = "USD", "%", "months", ""


class Sheet:
    """Collects figures; the formula of a name is that of its longest beginning in a table."""

    def __init__(self, formulas: Mapping[str, str], inputs: tuple[str, ...]) -> None:
        self._formulas = formulas
        self._inputs = inputs
        self.figures: list[Figure] = []

    def add(
        self, name: str, value: Decimal | int, unit: str, inputs: tuple[str, ...] | None = None
    ) -> None:
        """Write a figure; without inputs of its own it has those of the sheet."""
        given = self._inputs if inputs is None else inputs
        self.figures.append(Figure(name, Decimal(value), unit, self._formula(name), given))

    def _formula(self, name: str) -> str:
        beginning = name
        while beginning not in self._formulas:
            beginning = beginning.rpartition(".")[0]
        return self._formulas[beginning]
