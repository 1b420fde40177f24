"""What is answered about their priorities, and the steps that change it. No widgets here."""

from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.model import FixedRow, Question
from ui.opened import Opened
from ui.words import _

PATH = "system.priorities"
_ENOUGH = 2
"""A fit from which on a priority is a reason to read."""


class Priorities:
    """The given priorities; the order of their rows is the ranking.

    One is ranked when something is answered in its row, unless that is "not on their list".
    """

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.question: Question = opened.question(PATH)
        self._given = {row.id: row for row in self.question.fixed}

    # --- reading ---------------------------------------------------------------------------------

    @property
    def ranked(self) -> tuple[str, ...]:
        """The rows that are in their ranking, in its order; these are printed."""
        told = self._opened.answers.told_rows(AnswerPath.parse(PATH))
        return tuple(
            row for row in self._rows if row in told and self.text(row, "confirmed") != "no"
        )

    @property
    def unranked(self) -> tuple[str, ...]:
        """The rows that are not, in published order."""
        ranked = self.ranked
        return tuple(row for row in self._given if row not in ranked)

    @property
    def serves_none(self) -> bool:
        """Whether fits were said and none of them is a reason to read on."""
        fits = [fit for fit in map(self.fit, self.ranked) if fit is not None]
        return bool(fits) and max(fits) < _ENOUGH

    def given(self, row: str) -> FixedRow:
        """Return what the template says about a row."""
        return self._given[row]

    def text(self, row: str, column: str) -> str:
        """Return a cell."""
        return self._opened.text(cell(row, column))

    def fit(self, row: str) -> int | None:
        """Return how far the offer serves a priority, 0 to 3; None if nobody said."""
        text = self.text(row, "fit")
        return int(text) if text.isdecimal() else None

    def word(self, row: str, column: str) -> str:
        """Return how a chosen cell reads; empty if nothing is chosen."""
        found = self.question.column(column)
        option = found.option(self.text(row, column)) if found else None
        return option.label if option else ""

    # --- changing --------------------------------------------------------------------------------

    def move(self, row: str, to: int) -> None:
        """Move a priority to a place in the ranking, counted from 0."""
        rest = [one for one in self.ranked if one != row]
        rest.insert(to, row)
        self._put(tuple(rest), {}, _("Move {name}").format(name=self._given[row].name))

    def add(self, row: str) -> None:
        """Put a priority at the end of the ranking, as assumed until somebody confirms it."""
        said: dict[str, Value] = {cell(row, "confirmed"): "assumed"}
        self._put((*self.ranked, row), said, _("Rank {name}").format(name=self._given[row].name))

    def leave(self, row: str) -> None:
        """Take a priority out of the ranking; what was written about it stays."""
        written = any(self.text(row, column) for column in ("fit", "answer", "source"))
        said: dict[str, Value] = {cell(row, "confirmed"): "no" if written else None}
        rest = tuple(one for one in self.ranked if one != row)
        self._put(rest, said, _("Take out {name}").format(name=self._given[row].name))

    def set_fit(self, row: str, fit: int) -> None:
        """Say how far the offer serves a priority."""
        self._opened.bridge.set(cell(row, "fit"), str(fit))

    def set_confirmed(self, row: str, confirmed: bool) -> None:
        """Say whether somebody at the system said so, or we assume it."""
        self._opened.bridge.set(cell(row, "confirmed"), "yes" if confirmed else "assumed")

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _rows(self) -> tuple[str, ...]:
        return self._opened.session.rows(PATH)

    def _put(self, ranked: tuple[str, ...], said: dict[str, Value], label: str) -> None:
        rest = tuple(row for row in self._rows if row not in ranked)
        self._opened.bridge.change({PATH: (*ranked, *rest), **said}, label)


def cell(row: str, column: str) -> str:
    """Return the address of a cell."""
    return f"{PATH}[{row}].{column}"
