"""Where a text of a foreign card goes in a card of ours, as a pack says it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from roadmapper.cards.card import Row


@dataclass(frozen=True, slots=True)
class Place:
    """A question of a card, and where in it.

    `column` is of a table, `given` the row if the template gives them. `cells` mark a row that
    comes from here; `rest` means rows that no other place marks. `means` are words, each with the
    choice that a text holding it is read as. `join` stands between several texts; `alone` leaves
    out what else a row says; `spare` is the column for a text that is more than a choice. With `zero_says_nothing` a bare 0 is no result.
    """

    field: str
    column: str = ""
    given: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    rest: bool = False
    means: tuple[tuple[str, str], ...] = ()
    join: str = "\n\n"
    alone: bool = False
    spare: str = ""
    zero_says_nothing: bool = False

    def choice(self, text: str) -> str:
        """Return the choice that a text is read as; empty if none of the words is in it."""
        for word, choice in self.means:
            if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
                return choice
        return ""

    def marks(self, row: Row) -> bool:
        """Return whether a row says of itself that it comes from here."""
        return bool(self.cells) and all(row.cells.get(key) == it for key, it in self.cells.items())
