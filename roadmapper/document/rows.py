"""Reads the filled rows of a rows answer as text, days and numbers."""

from datetime import date
from decimal import Decimal

from roadmapper.document import formats, markup
from roadmapper.document.tree import Source
from roadmapper.document.wording import Scope, one_line
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.units import in_unit
from roadmapper.template.kinds import TEXT_KINDS, Value, day, number


class Rows:
    """The filled rows of one rows answer, read as text."""

    def __init__(self, path: str, scope: Scope) -> None:
        self._path, self._scope = AnswerPath.parse(path), scope
        self._question = scope.facts.template.find(path)
        self.ids = scope.facts.filled_rows(path) if self._question else ()

    def text(self, row: str, column: str) -> str:
        """Return a cell as it is printed, on one line."""
        found = self._question.column(column) if self._question else None
        if found is None or found.internal:
            return ""
        value = self.value(row, column)
        if found.kind in TEXT_KINDS and isinstance(value, str):
            return one_line(value, self._scope)
        asked = in_unit(found, self._path.row(row).column(column), self._scope.facts.answers)
        return " ".join(markup.clean(formats.value_text(asked, value, cell=True)).split())

    def value(self, row: str, column: str) -> Value:
        """Return a cell as it is kept."""
        return self._scope.facts.answers.value(str(self._path.row(row).column(column)))

    def source(self, row: str, column: str) -> Source | None:
        """Return the address of a cell that is printed, None if nothing is."""
        path = str(self._path.row(row).column(column))
        return Source(path) if self.text(row, column) else None

    def day(self, row: str, column: str) -> date | None:
        """Return a cell as a date."""
        value = self.value(row, column)
        return day(value) if isinstance(value, str) else None

    def number(self, row: str, column: str) -> Decimal | None:
        """Return a cell as a number."""
        value = self.value(row, column)
        return number(value) if isinstance(value, str) else None
