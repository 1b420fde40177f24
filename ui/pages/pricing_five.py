"""What they would have paid for five outcomes of one full year."""

from collections.abc import Iterator
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmapper.document.formats import rounded
from roadmapper.document.outlook_reading import has_royalty
from ui.pages.pricing_tiles import Figures
from ui.parts.cards import Card
from ui.parts.labels import Label, Rule
from ui.parts.layouts import column
from ui.shown_values import shown_money
from ui.words import _

_OUTCOMES = {
    "none": _("Nothing changes"),
    "threshold": _("Every measure at its threshold"),
    "half": _("Half way to the target"),
    "target": _("Every measure at its target"),
    "best": _("The best we expect"),
}
_PARTS = {"value": _("Value created"), "paid": _("They pay"), "forgone": _("We do not earn")}
_ONE_YEAR = _("One full year of the contract, without what is paid once; settled exactly")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiveOutcomes(Card):
    """A small table, which stays away as long as nothing can be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._cells: dict[tuple[str, str], Label] = {}
        self._which = Label(_ONE_YEAR, "caption", "ink2", wrap=True)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        head = column(
            Label(_("What would they have paid?"), "cardHeading"),
            2,
            self._which,
        )
        super().__init__(column(head, 12, grid), parent)
        grid.addWidget(Label(_("If"), "caption", "ink2", weight=600), 0, 0)
        for at, name in enumerate(_PARTS.values(), 1):
            grid.addWidget(Label(name, "caption", "ink2", weight=600, wrap=True), 0, at, _RIGHT)
        for number, (outcome, words) in enumerate(_OUTCOMES.items()):
            line = 2 * number + 1
            grid.addWidget(Rule(color="line" if number else "line2"), line, 0, 1, 4)
            grid.addWidget(Label(words, "cell", wrap=True), line + 1, 0)
            for at, part in enumerate(_PARTS, 1):
                cell = Label("", "cell", weight=600 if part == "paid" else None)
                grid.addWidget(cell, line + 1, at, _RIGHT)
                self._cells[outcome, part] = cell

    def show_figures(self, figures: Figures) -> bool:
        """Show the five outcomes; return whether there are any."""
        known = dict(self._known(figures))
        year = figures.get("five.year")
        words = _("Year {number} of the contract, without what is paid once; settled exactly")
        if has_royalty(figures):
            words = _("Year {number}, before royalties, without what is paid once; settled exactly")
        self._which.setText(words.format(number=int(year.value)) if year else _ONE_YEAR)
        for key, cell in self._cells.items():
            cell.setText(known.get(key, "–"))
        return bool(known)

    def told(self, outcome: str, part: str) -> str:
        """Return a cell as it reads."""
        return self._cells[outcome, part].text()

    def _known(self, figures: Figures) -> Iterator[tuple[tuple[str, str], str]]:
        for outcome, part in self._cells:
            found = figures.get(f"five.{outcome}.{part}")
            if found is not None:
                whole = rounded(found.value, Decimal(1))
                is_none = part == "forgone" and not whole
                yield (outcome, part), _("None") if is_none else shown_money(whole)
