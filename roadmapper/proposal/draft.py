"""A draft: answers about to change together, and what follows for rows that go."""

from collections.abc import Iterator

from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Change
from roadmapper.proposal.fitting import fit, question_at
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template


class Draft:
    """Values laid over answers; nothing is kept until a session stores its changes."""

    def __init__(self, template: Template, answers: Answers) -> None:
        self._template = template
        self._answers = answers
        self._values: dict[str, Value] = {}
        self._rows: dict[str, dict[str, None]] = {}

    def put(self, path: str, value: Value) -> None:
        """Lay one value over the answers; a shorter list of rows clears what lies in the rest.

        Raises:
            AddressError: The address leads nowhere.
            ValueRefusedError: The value is not of the kind that is kept there.
        """
        address = AnswerPath.parse(path)
        if address.is_row and not address.about:
            raise AddressError(f'"{address}" is a row. Add a column: {address}.<column>.')
        question = question_at(self._template, address)
        kept = fit(question, value)
        if question.is_group:
            stay = kept if isinstance(kept, tuple) else ()
            for orphan in tuple(self._inside(address, {*self._listed(path)} - {*stay})):
                self._values[orphan] = None
        self._values[path] = kept

    def changes(self) -> tuple[Change, ...]:
        """Return what differs from the answers.

        Raises:
            AddressError: A value lies in a row that is not there.
        """
        changes = tuple(
            Change(path, self._answers.value(path), value)
            for path, value in self._values.items()
            if value != self._answers.value(path)
        )
        self._rows.clear()
        for change in changes:
            if change.after is not None:
                self._check_rows_exist(AnswerPath.parse(change.path))
        return changes

    def _value(self, path: str) -> Value:
        return self._values[path] if path in self._values else self._answers.value(path)

    def _listed(self, path: str) -> tuple[str, ...]:
        found = self._value(path)
        return found if isinstance(found, tuple) else ()

    def _inside(self, address: AnswerPath, gone: set[str]) -> Iterator[str]:
        """Yield the addresses that lie in rows that go, and of what is kept about them."""
        if not gone:
            return
        start = f"{address}["
        for path in (*self._answers.around(address), *self._values):
            bare = path[path.index(".") + 1 :] if path.startswith("_") else path
            if bare.startswith(start) and bare[len(start) :].partition("]")[0] in gone:
                yield path

    def _check_rows_exist(self, address: AnswerPath) -> None:
        if address.about:
            return
        here = address.root
        for row, column in address.steps:
            rows = self._rows_at(here)
            if row not in rows:
                label = question_at(self._template, here).label
                raise AddressError(
                    f'"{label}" has no row "{row}". Its rows are: {", ".join(rows) or "none yet"}.'
                )
            here = here.row(row).column(column) if column else here.row(row)

    def _rows_at(self, address: AnswerPath) -> dict[str, None]:
        """Return the rows at an address, in order and quick to look up."""
        path = str(address)
        if path not in self._rows:
            given = question_at(self._template, address).fixed
            self._rows[path] = dict.fromkeys(self._listed(path) or (row.id for row in given))
        return self._rows[path]
