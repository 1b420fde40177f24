"""Where a text of a foreign card goes in a card of ours, as a pack says it."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass

from roadmapper.cards.card import Row


@dataclass(frozen=True, slots=True)
class Place:
    """A question of a card, and where in it."""

    field: str
    column: str = ""
    """The column, where the question is a table."""
    given: str = ""
    """The row, where the template gives the rows."""
    cells: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What marks a row that comes from here."""
    rest: bool = False
    """Whether rows come from here that no other place marks."""
    means: tuple[tuple[str, str], ...] = ()
    """Words, each with the choice that a text holding it is read as."""
    join: str = "\n\n"
    """What stands between several texts."""
    alone: bool = False
    """Whether what else a row says is left out."""
    spare: str = ""
    """The column for a text that is more than a choice."""
    zero_says_nothing: bool = False
    """Whether a bare 0 is no result."""

    def choice(self, text: str) -> str:
        """Return the choice that a text is read as; empty if none of the words is in it."""
        for word, choice in self.means:
            if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE):
                return choice
        return ""

    def marks(self, row: Row) -> bool:
        """Return whether a row says of itself that it comes from here."""
        return bool(self.cells) and all(row.cells.get(key) == it for key, it in self.cells.items())
